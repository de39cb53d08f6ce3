"""The log of the sandbox has routes, statuses and times, and nothing of what was in a request."""

from __future__ import annotations

import logging
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
from starlette.types import Receive, Scope, Send

from gigstack_api import Gigstack, GigstackError, RetryPolicy
from gigstack_api.sandbox import Sandbox
from gigstack_api.sandbox.http.access_log import with_access_log

from ..receiver import receiving

COMMAND = [sys.executable, "-m", "gigstack_api.sandbox", "--port", "0", "--log-level"]
RFC = "PEGJ800101ABC"
HIDDEN = (RFC, "juan@ejemplo.com", "a-secret-word", "?", "Bearer", "eyJ")


async def visit(base_url: str, key: str) -> list[str]:
    """Some calls with personal data in every place. Gives the secrets that were answered."""
    async with Gigstack(key, base_url=base_url, retries=RetryPolicy.none()) as gig:
        client = await gig.clients.create(
            name="Juan", tax_id=RFC, email="juan@ejemplo.com", metadata={"word": "a-secret-word"}
        )
        await gig.clients.list(metadata={"word": "a-secret-word"})
        await gig.clients.search(q=RFC)
        portal = await gig.clients.create_portal_token(id=client.id or "")
        for wrong in (
            gig.sat_lists.check_rfc(RFC),
            gig.clients.get(RFC),
            gig.clients.get("x", extra_query={"team": RFC}),
        ):
            try:
                await wrong
            except GigstackError:
                continue
    async with httpx.AsyncClient() as client_of_another:
        origin = base_url.removesuffix("/v2")
        for path in (f"/files/{RFC}.pdf", f"/v2/{RFC}", f"/{RFC}", "/"):
            await client_of_another.get(origin + path)
    return [str(portal.url).rpartition("/")[2].rpartition("=")[2], key]


@pytest.mark.parametrize("level", ["info", "debug"])
def test_a_line_holds_the_route_and_nothing_of_the_request(level: str, tmp_path: Path) -> None:
    log = tmp_path / "log"
    with (
        log.open("wb") as file,
        subprocess.Popen(
            [*COMMAND, level], stdout=subprocess.PIPE, stderr=file, text=True
        ) as process,
    ):
        try:
            assert process.stdout is not None
            _, base_url, key = (
                process.stdout.readline().rstrip().partition("=")[2] for _ in range(3)
            )
            secrets = anyio.run(visit, base_url, key)
        finally:
            process.terminate()
            rest, _ = process.communicate(timeout=20)
    text = log.read_text() + rest
    assert [
        line for line in text.splitlines() for entry in (*HIDDEN, *secrets) if entry in line
    ] == []
    for line in (
        r"POST /v2/clients: 201 in \d+ ms",
        r"GET /v2/clients: 200 in \d+ ms",
        r"GET /v2/clients/search: 200 in \d+ ms",
        r"POST /v2/clients/customerportal: 200 in \d+ ms",
        r"GET /v2/clients/\{id\}: 404 in \d+ ms",
        r"GET /files/\{id\}: 404 in \d+ ms",
        r"GET no such route: 404 in \d+ ms",
        r"GET /: 200 in \d+ ms",
    ):
        assert re.search(line, text), (line, text)


def test_a_cut_connection_is_logged(tmp_path: Path) -> None:
    log = tmp_path / "log"
    command = [*COMMAND, "info", "--fault", "cut_before times=always"]
    with (
        log.open("wb") as file,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=file, text=True) as process,
    ):
        try:
            assert process.stdout is not None
            _, base_url, key = (
                process.stdout.readline().rstrip().partition("=")[2] for _ in range(3)
            )
            with pytest.raises(httpx.HTTPError):
                httpx.get(f"{base_url}/clients", headers={"Authorization": f"Bearer {key}"})
        finally:
            process.terminate()
            process.communicate(timeout=20)
    assert "GET /v2/clients: cut in" in log.read_text()


@pytest.mark.anyio
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_the_address_of_a_webhook_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    sandbox = Sandbox()
    with receiving() as receiver:
        gig = sandbox.client()
        await gig.webhooks.create(
            url=f"{receiver.origin}/hook?a-secret-word", events=["customer.created"]
        )
        await gig.clients.create(name="Juan")
    assert [event["type"] for event in receiver.posted] == ["customer.created"]
    assert "a-secret-word" not in caplog.text


def test_the_loudest_level_of_uvicorn_is_not_offered() -> None:
    done = subprocess.run([*COMMAND, "trace"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "invalid choice: 'trace'" in done.stderr


@pytest.mark.anyio
async def test_other_events_than_requests_are_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    seen: list[str] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(scope["type"])

    async def never(*_: object) -> Any:
        raise AssertionError

    await with_access_log(app)({"type": "lifespan"}, never, never)
    assert (seen, caplog.messages) == (["lifespan"], [])
