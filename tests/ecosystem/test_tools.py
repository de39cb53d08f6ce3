"""Tools that replace how httpx sends work on a default client: mocks, a recorder and tracers.

None of them knows this package. The client imports httpx and sends through it as soon as one of
them stands in its way. Tracers change the whole process, so each runs in one of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import httpx
import pytest
import respx
from pytest_httpx import HTTPXMock

from gigstack_api import Gigstack
from scripts.sandbox_process import ROOT
from tests.support.scripted_api import PUBLIC_BASE, requests_to
from tests.support.threaded_host import Host, answer, host

from .calls import ANSWERS, SEEN, make_calls

vcr: Any = import_module("vcr")  # it has no types
ORIGIN = PUBLIC_BASE.removesuffix("/v2")
FILE = "https://files.test/a.pdf"
PDF = b"%PDF-1.7"


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a default client reads from the environment, at the public address."""
    monkeypatch.setenv("GIGSTACK_API_KEY", "gs_test_x")
    monkeypatch.delenv("GIGSTACK_API_BASE_URL", raising=False)


@pytest.fixture
def served() -> Iterator[Host]:
    """An API on this machine that gives the answers."""

    def respond(number: int, head: bytes) -> Sequence[bytes]:
        method, path, _ = head.decode().split(" ", 2)
        status, document = ANSWERS[method, path]
        return [answer(json.dumps(document).encode(), f"{status} X")]

    with host(respond) as found:
        yield found


@pytest.mark.anyio
async def test_respx_answers() -> None:
    with respx.mock(base_url=ORIGIN) as router:
        for (method, path), (status, document) in ANSWERS.items():
            router.request(method, path).respond(status, json=document)
        await make_calls()
        seen = [(request.method, request.url.path) for request in requests_to(router)]
    assert seen == list(ANSWERS)


@pytest.mark.anyio
async def test_what_respx_does_not_expect_is_said_in_its_words() -> None:
    with respx.mock:
        async with Gigstack() as gig:
            with pytest.raises(AssertionError, match=r"RESPX: .*clients/c1.* not mocked"):
                await gig.clients.get("c1")


@pytest.mark.anyio
async def test_respx_answers_a_download(tmp_path: Path) -> None:
    with respx.mock as router:
        router.get(FILE).respond(content=PDF)
        async with Gigstack() as gig:
            assert (await gig.download(FILE)).content == PDF
            assert (await gig.download_to(FILE, tmp_path / "a.pdf")).read_bytes() == PDF
        assert router.calls.call_count == 2


@pytest.mark.anyio
async def test_pytest_httpx_answers(httpx_mock: HTTPXMock) -> None:
    for (method, path), (status, document) in ANSWERS.items():
        httpx_mock.add_response(
            method=method, url=f"{ORIGIN}{path}", status_code=status, json=document
        )
    await make_calls()
    seen = [(request.method, request.url.path) for request in httpx_mock.get_requests()]
    assert seen == list(ANSWERS)


@pytest.mark.anyio
@pytest.mark.httpx_mock(assert_all_requests_were_expected=False)
async def test_what_pytest_httpx_does_not_expect_is_said_in_its_words(
    httpx_mock: HTTPXMock,
) -> None:
    async with Gigstack() as gig:
        with pytest.raises(httpx.TimeoutException, match="No response can be found for GET"):
            await gig.clients.get("c1")
    assert len(httpx_mock.get_requests()) == 1


@pytest.mark.anyio
async def test_vcrpy_records_and_plays_back(
    served: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIGSTACK_API_BASE_URL", served.url)
    cassette = tmp_path / "calls.yaml"
    for count in (0, len(ANSWERS)):
        with vcr.use_cassette(str(cassette), filter_headers=["Authorization"]) as played:
            await make_calls()
        assert played.play_count == count
    assert len(served.heads) == len(ANSWERS)
    assert "gs_test_x" not in cassette.read_text()


@pytest.mark.anyio
async def test_what_vcrpy_did_not_record_is_said_in_its_words(tmp_path: Path) -> None:
    with vcr.use_cassette(str(tmp_path / "none.yaml"), record_mode=vcr.mode.NONE):
        async with Gigstack() as gig:
            with pytest.raises(vcr.errors.CannotOverwriteExistingCassetteException):
                await gig.clients.get("c1")


TRACERS = {
    "opentelemetry": b"traceparent: ",
    "sentry": b"sentry-trace: ",
    "ddtrace": b"x-datadog-trace-id: ",
}
"""Each tracer, with the header by which it joins what the API traces."""

SILENT = {
    "DD_INSTRUMENTATION_TELEMETRY_ENABLED": "false",
    "DD_REMOTE_CONFIGURATION_ENABLED": "false",
    "DD_TRACE_AGENT_URL": "http://127.0.0.1:9",
}
"""What keeps ddtrace from looking for an agent."""


@pytest.mark.parametrize("tracer", TRACERS)
def test_a_tracer_sees_each_call_and_marks_it(tracer: str, served: Host) -> None:
    """The program makes the calls, which checks their results, and prints what was traced."""
    program = subprocess.run(
        [sys.executable, "-m", f"tests.ecosystem.traced_by_{tracer}"],
        cwd=ROOT,
        env={**os.environ, **SILENT, "GIGSTACK_API_BASE_URL": served.url},
        capture_output=True,
        text=True,
        check=False,
    )
    assert program.returncode == 0, program.stderr
    assert json.loads(program.stdout) == SEEN
    assert len(served.heads) == len(ANSWERS)
    for head in served.heads:
        assert TRACERS[tracer] in head.lower()
