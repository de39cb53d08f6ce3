"""Connecting to the first address of a name that answers, on asyncio and uvloop."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Sequence
from typing import Any

import anyio
import httpcore
import pytest
from anyio.lowlevel import checkpoint

from gigstack_api._core.http.asyncio_sockets import Sockets
from gigstack_api._core.http.happy_eyeballs import HEAD_START_S
from tests.conftest import UVLOOP


class Addresses:
    """Several addresses of one name: those that are in `dead` never answer, others refuse."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, *addresses: str, dead: Sequence[str] = ()
    ) -> None:
        loop = asyncio.get_running_loop()
        self.tried: list[str] = []
        self.at: list[float] = []
        self._connect = loop.create_connection
        self._dead = dead
        self._addresses = addresses
        monkeypatch.setattr(loop, "getaddrinfo", self.getaddrinfo)
        monkeypatch.setattr(loop, "create_connection", self.create_connection)

    async def getaddrinfo(self, name: str, port: int, **_: Any) -> list[Any]:
        kinds = [
            (socket.AF_INET6 if ":" in address else socket.AF_INET, address)
            for address in self._addresses
        ]
        return [(family, socket.SOCK_STREAM, 6, "", (address, port)) for family, address in kinds]

    async def create_connection(self, make: Any, ip: str, port: int, **options: Any) -> Any:
        self.tried.append(ip)
        self.at.append(anyio.current_time())
        if ip in self._dead:
            await anyio.sleep_forever()
        return await self._connect(make, ip, port, **options)


on_asyncio = pytest.mark.parametrize(
    "anyio_backend",
    ["asyncio", UVLOOP],
)


@pytest.fixture
def listening() -> Any:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


@on_asyncio
@pytest.mark.anyio
async def test_a_dead_address_has_a_head_start_and_no_more(
    monkeypatch: pytest.MonkeyPatch, listening: int
) -> None:
    before = asyncio.all_tasks()
    with monkeypatch.context() as patched:
        names = Addresses(patched, "127.0.0.9", "127.0.0.1", dead=["127.0.0.9"])
        stream = await Sockets().connect_tcp("dead.test", listening, timeout=5)
    assert names.tried == ["127.0.0.9", "127.0.0.1"]
    assert HEAD_START_S <= names.at[1] - names.at[0] < HEAD_START_S + 1
    assert asyncio.all_tasks() == before
    await stream.aclose()


@on_asyncio
@pytest.mark.anyio
async def test_an_address_that_refuses_holds_nothing_up(
    monkeypatch: pytest.MonkeyPatch, listening: int
) -> None:
    with monkeypatch.context() as patched:
        names = Addresses(patched, "::1", "127.0.0.1")
        stream = await Sockets().connect_tcp("half.test", listening, timeout=5)
    assert names.tried == ["::1", "127.0.0.1"]
    assert names.at[1] - names.at[0] < HEAD_START_S
    await stream.aclose()


@on_asyncio
@pytest.mark.anyio
async def test_the_families_of_addresses_take_turns(
    monkeypatch: pytest.MonkeyPatch, listening: int
) -> None:
    with monkeypatch.context() as patched:
        names = Addresses(patched, "::1", "::2", "::3", "127.0.0.1", dead=["::2", "::3"])
        stream = await Sockets().connect_tcp("many.test", listening, timeout=5)
    assert names.tried == ["::1", "127.0.0.1"]
    await stream.aclose()


@on_asyncio
@pytest.mark.anyio
async def test_where_every_address_fails_the_first_reason_is_raised(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    closed = socket.create_server(("127.0.0.1", 0))
    port = closed.getsockname()[1]
    closed.close()
    with monkeypatch.context() as patched:
        Addresses(patched, "127.0.0.1", "127.0.0.2")
        with pytest.raises(httpcore.ConnectError) as caught:
            await Sockets().connect_tcp("none.test", port, timeout=5)
    assert isinstance(caught.value.__cause__, ConnectionRefusedError)


@on_asyncio
@pytest.mark.anyio
async def test_a_name_without_an_address_is_no_connection() -> None:
    with pytest.raises(httpcore.ConnectError) as caught:
        await Sockets().connect_tcp("no-such-name.invalid", 443, timeout=9)
    assert isinstance(caught.value.__cause__, socket.gaierror)


@on_asyncio
@pytest.mark.anyio
@pytest.mark.parametrize("cancels", [True, False])
async def test_a_connection_that_is_given_up_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch, cancels: bool
) -> None:
    before = asyncio.all_tasks()
    dead = [f"127.0.0.{number}" for number in (8, 9)]
    with monkeypatch.context() as patched:
        names = Addresses(patched, *dead, dead=dead)
        if cancels:
            with anyio.move_on_after(HEAD_START_S + 0.1) as scope:
                await Sockets().connect_tcp("dead.test", 443)
            assert scope.cancelled_caught
        else:
            with pytest.raises(httpcore.ConnectTimeout):
                await Sockets().connect_tcp("dead.test", 443, timeout=HEAD_START_S + 0.1)
    assert names.tried == dead
    assert asyncio.all_tasks() == before


@on_asyncio
@pytest.mark.anyio
async def test_a_connection_made_as_it_is_given_up_is_closed(
    monkeypatch: pytest.MonkeyPatch, listening: int
) -> None:
    """However many turns of the event loop that takes. pytest fails where a socket is left open."""
    for turns in range(1, 13):
        with anyio.CancelScope() as scope:
            async with anyio.create_task_group() as group:

                async def connect() -> None:
                    stream = await Sockets().connect_tcp("127.0.0.1", listening)
                    await stream.aclose()

                async def give_up(turns: int, scope: anyio.CancelScope) -> None:
                    for _ in range(turns):
                        await checkpoint()
                    scope.cancel()

                group.start_soon(connect)
                group.start_soon(give_up, turns, scope)
