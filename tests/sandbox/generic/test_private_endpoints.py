"""A private endpoint can be called the minute it is generated, beside those of gigstack."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from gigstack_api import InvalidArgumentError, NotFoundError
from gigstack_api.regenerate import regenerate
from gigstack_api.sandbox import Sandbox

from .ledgers import alone, with_ours

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
def client_class(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    folder = tmp_path_factory.mktemp("private")
    spec = folder / "ledgers.json"
    spec.write_text(json.dumps(alone()))
    regenerate(spec, out=folder / "private_ledgers", package="private_ledgers")
    sys.path.insert(0, str(folder))
    yield importlib.import_module("private_ledgers").PrivateLedgers
    sys.path.remove(str(folder))


@pytest.fixture(scope="module")
def spec() -> dict[str, Any]:
    return with_ours()


@pytest.fixture
def sandbox(spec: dict[str, Any]) -> Sandbox:
    return Sandbox(spec=spec, check_answers=True)


def in_process(sandbox: Sandbox) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(sandbox.app)
    return httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1/v2")


async def test_a_generated_client_creates_reads_changes_and_deletes(
    client_class: Any, sandbox: Sandbox
) -> None:
    http = httpx.AsyncClient(transport=httpx.ASGITransport(sandbox.app))
    async with (
        http,
        client_class(
            sandbox.key(), base_url="http://127.0.0.1/v2", http_client=http, strict=True
        ) as api,
    ):
        first = await api.ledgers.create(name="Main", balance=10.5)
        second = await api.ledgers.create(name="Other", status="closed")
        assert (first.name, first.status, first.balance) == ("Main", "open", 10.5)
        assert first.id.startswith("ledger_")
        assert (first.team, first.livemode) == ("team_sandbox", False)
        assert first.updated_at == pytest.approx(first.created_at * 1000, abs=2000)

        assert (await api.ledgers.get(first.id)).to_dict() == first.to_dict()
        assert [one.name async for one in api.ledgers.list(limit=1)] == ["Main", "Other"]
        assert [one.name async for one in api.ledgers.list(status=["closed"])] == ["Other"]

        changed = await api.ledgers.update(first.id, name="Renamed")
        assert (changed.name, changed.balance, changed.id) == ("Renamed", 10.5, first.id)
        assert (await api.ledgers.close(first.id)).name == "Renamed"

        await api.ledgers.delete(second.id)
        with pytest.raises(NotFoundError, match="ledger not found"):
            await api.ledgers.get(second.id)
        assert [one.name async for one in api.ledgers.list()] == ["Renamed"]
        with pytest.raises(NotFoundError):
            await api.ledgers.close("ledger_unknown")
        with pytest.raises(InvalidArgumentError):
            await api.ledgers.create(name=3)
    assert sandbox.deviations == ()


async def test_the_operations_of_gigstack_keep_their_handlers(sandbox: Sandbox) -> None:
    async with sandbox.client(strict=True) as gig:
        created = await gig.clients.create(name="Ana Ruiz")
        assert (await gig.clients.get(created)).name == "Ana Ruiz"
    assert sandbox.deviations == ()


async def test_teams_do_not_see_the_resources_of_others(sandbox: Sandbox) -> None:
    async with in_process(sandbox) as http:
        mine, theirs = (
            {"Authorization": f"Bearer {sandbox.key(team)}"}
            for team in ("team_sandbox", "team_norte")
        )
        made = await http.post("/ledgers", json={"name": "A"}, headers=mine)
        path = f"/ledgers/{made.json()['data']['id']}"
        assert (await http.get(path, headers=mine)).status_code == 200
        assert (await http.get(path, headers=theirs)).status_code == 404
        assert (await http.get(path)).status_code == 401


async def test_requests_are_checked_as_those_of_gigstack_are(sandbox: Sandbox) -> None:
    async with in_process(sandbox) as http:
        http.headers["Authorization"] = f"Bearer {sandbox.key()}"
        wrong = await http.post("/ledgers", json={"name": ""})
        assert wrong.status_code == 400
        assert wrong.json()["error"]["details"] == ["name: '' should be non-empty"]
        assert (await http.post("/ledgers")).status_code == 400
        assert (await http.get("/ledgers", params={"limit": "x"})).status_code == 400
        assert (await http.get("/ledgers", params={"status": "odd"})).status_code == 400
        assert (await http.get("/ledgers", params={"next": "odd"})).status_code == 400
        assert (await http.get("/ledgers?limit=1&limit=2")).status_code == 400
        extra = await http.post("/ledgers", json={"name": "A", "colour": 1})
        assert extra.headers["x-sandbox-ignored"] == "colour"
        assert "colour" not in extra.json()["data"]


async def test_faults_and_requests_know_the_new_operations(sandbox: Sandbox) -> None:
    from gigstack_api.sandbox import Fault

    sandbox.faults.add(Fault("create_ledger", status=503))
    async with in_process(sandbox) as http:
        http.headers["Authorization"] = f"Bearer {sandbox.key()}"
        answer = await http.post("/ledgers", json={"name": "A"})
    assert answer.status_code == 503
    assert [request.operation for request in sandbox.requests] == ["create_ledger"]


def test_our_own_spec_has_no_handler_from_the_spec() -> None:
    from gigstack_api.sandbox.http.routing import other_handlers
    from gigstack_api.sandbox.spec import own_spec

    assert other_handlers(own_spec()) == {}
