"""A client that was never closed, dropped in its event loop: a warning, and nothing is left."""

from __future__ import annotations

import gc
import logging
from importlib.util import find_spec
from typing import Any

import anyio
import anyio.lowlevel
import httpx
import pytest
import respx

from gigstack_api import Gigstack, RetryPolicy

from ..support.threaded_host import Host, host, own

LOOPS: list[Any] = [
    pytest.param({}, id="asyncio"),
    pytest.param(
        {"use_uvloop": True},
        id="uvloop",
        marks=pytest.mark.skipif(find_spec("uvloop") is None, reason="uvloop is not installed"),
    ),
]
WARNING = "a gigstack client was never closed"


async def call_and_drop(url: str) -> None:
    gig = Gigstack("gs_test_x", base_url=url, retries=RetryPolicy.none())
    await gig.clients.get("c")
    del gig
    gc.collect()


@pytest.mark.parametrize("options", LOOPS)
def test_a_client_dropped_at_the_end_of_its_loop_logs_nothing(
    options: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR)
    with (
        host(lambda number, head: [own(head)]) as peer,
        pytest.warns(ResourceWarning, match=WARNING),
    ):
        anyio.run(call_and_drop, peer.url, backend_options=options)
    assert caplog.text == ""


@pytest.mark.parametrize("options", LOOPS)
def test_the_connections_of_a_dropped_client_are_closed(options: dict[str, Any]) -> None:
    async def run(peer: Host) -> None:
        await call_and_drop(peer.url)
        assert peer.last is not None
        with anyio.fail_after(5):
            while peer.last.fileno() >= 0:  # its thread closes it once the client has
                await anyio.lowlevel.checkpoint()

    with host(lambda number, head: [own(head)]) as peer, pytest.warns(ResourceWarning):
        anyio.run(run, peer, backend_options=options)


@pytest.mark.anyio
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_the_httpx_client_of_a_dropped_client_is_closed(
    monkeypatch: pytest.MonkeyPatch, respx_mock: respx.MockRouter
) -> None:
    closed: list[httpx.AsyncClient] = []

    async def aclose(self: httpx.AsyncClient) -> None:
        closed.append(self)

    monkeypatch.setattr(httpx.AsyncClient, "aclose", aclose)
    respx_mock.get("https://api.test/clients/c").respond(json={"data": {"id": "c"}})
    with pytest.warns(ResourceWarning, match=WARNING):
        await call_and_drop("https://api.test")
    for _ in range(3):
        await anyio.lowlevel.checkpoint()
    assert len(closed) == 1
