"""Calls on every event loop that people use: asyncio, asyncio with eager tasks, uvloop and trio."""

from __future__ import annotations

import asyncio
import json
import socket
import ssl
import sys
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

import anyio
import anyio.lowlevel
import pytest

from gigstack_api import DeliveryTimeoutError, Gigstack, OutcomeUnknownError, RetryPolicy
from gigstack_api._core.http.asyncio_connection import AsyncioConnection, open_connection
from gigstack_api._core.http.connecting import HEAD_START_S
from gigstack_api._core.http.messages import Lost
from gigstack_api._core.http.urls import Origin

from ..conftest import ON_UVLOOP_TOO, TESTS
from ..support.threaded_host import Host, answer, host, own

MUCH = "x" * (4 * 1024 * 1024)
AT_ONCE = RetryPolicy(base_s=0, settle_s=0)


def client_of(peer: Host, *, retries: RetryPolicy = AT_ONCE) -> Gigstack:
    return Gigstack("gs_test_x", base_url=peer.url, timeout_s=10, retries=retries)


def test_every_module_that_runs_on_uvloop_too_exists() -> None:
    assert [module for module in ON_UVLOOP_TOO if not (TESTS / module).is_file()] == []


@pytest.mark.anyio
async def test_reads_and_writes_share_a_connection() -> None:
    with host(lambda number, head: [own(head)]) as peer:
        async with client_of(peer) as gig:
            assert (await gig.clients.get("c1")).id == "c1"
            assert (await gig.services.create(description="x", unit_price=1)).id == "services"
            assert (await gig.clients.get("c2")).id == "c2"
    assert peer.connections == 1


@pytest.mark.anyio
async def test_a_refusal_and_a_broken_connection_are_repeated() -> None:
    def respond(number: int, head: bytes) -> Sequence[bytes] | None:
        return {1: [answer(b"", "503 X")], 2: None}.get(number, [own(head)])

    with host(respond) as peer:
        async with client_of(peer) as gig:
            assert (await gig.clients.get("c1")).id == "c1"
    assert peer.paths == ["c1"] * 3


@pytest.mark.anyio
async def test_a_write_that_got_no_answer_is_unknown() -> None:
    with host(lambda number, head: None) as peer:
        async with client_of(peer) as gig:
            with pytest.raises(OutcomeUnknownError):
                await gig.services.create(description="x", unit_price=1)
    assert peer.paths == ["services"]


@pytest.mark.anyio
async def test_large_bodies_go_over_tls_both_ways(encrypted: ssl.SSLContext) -> None:
    def respond(number: int, head: bytes) -> Sequence[bytes]:
        return [answer(json.dumps({"success": True, "data": {"id": MUCH}}).encode()), b""]

    with host(respond, over=encrypted) as peer:
        async with client_of(peer) as gig:
            for _ in range(2):
                service = await gig.services.create(description=MUCH, unit_price=1)
                assert service.id == MUCH
    assert peer.connections == 1


@pytest.mark.anyio
async def test_the_name_of_the_host_is_checked(encrypted: ssl.SSLContext) -> None:
    names: list[str | None] = []
    encrypted.sni_callback = lambda _, name, __: names.append(name)
    with host(lambda number, head: [own(head)], over=encrypted) as peer:
        peer.url = peer.url.replace("127.0.0.1", "localhost")
        async with client_of(peer) as gig:
            assert (await gig.clients.get("c1")).id == "c1"
    assert names == ["localhost"]


@pytest.mark.anyio
async def test_a_connection_closed_while_idle_costs_no_write() -> None:
    def respond(number: int, head: bytes) -> Sequence[bytes]:
        return [own(head)]

    with host(respond) as peer:
        async with client_of(peer, retries=RetryPolicy.none()) as gig:
            for _ in range(3):
                await gig.services.create(description="x", unit_price=1)
                assert peer.last is not None
                peer.last.shutdown(socket.SHUT_RDWR)
    assert (len(peer.heads), peer.connections) == (3, 3)


@pytest.mark.anyio
async def test_a_cancelled_call_leaves_the_client_usable() -> None:
    def respond(number: int, head: bytes) -> Sequence[bytes]:
        return [own(head)] if number == 2 else []

    with host(respond) as peer:
        async with client_of(peer) as gig:
            with anyio.move_on_after(0.05) as scope:
                await gig.clients.get("c1")
            assert scope.cancelled_caught
            assert (await gig.clients.get("c2")).id == "c2"
            with pytest.raises(DeliveryTimeoutError):
                await gig.with_options(timeout_s=0.05).clients.get("c3")


@pytest.mark.anyio
async def test_a_list_is_read_page_by_page() -> None:
    def respond(number: int, head: bytes) -> Sequence[bytes]:
        more = {"has_more": number < 3, "next": f"n{number}"}
        page = {"success": True, "data": [{"id": f"c{number}"}], **more}
        return [answer(json.dumps(page).encode())]

    with host(respond) as peer:
        async with client_of(peer) as gig:
            assert [client.id async for client in gig.clients.list()] == ["c1", "c2", "c3"]


@pytest.mark.anyio
async def test_many_rows_are_upserted_at_once() -> None:
    rows = [{"name": f"n{number}", "email": f"{number}@example.com"} for number in range(40)]
    with host(lambda number, head: [own(head)]) as peer:
        async with client_of(peer) as gig:
            results = [row async for row in gig.clients.upsert_many(rows, on="email")]
    assert [row.error for row in results] == [None] * 40


EAGER = pytest.mark.skipif(
    sys.version_info < (3, 12), reason="tasks start eagerly on Python 3.12 and newer only"
)


def eagerly(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Runs something on asyncio where every task starts at once."""

    async def main() -> None:
        asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)  # type: ignore[attr-defined,unused-ignore]  # since 3.12
        await work()

    asyncio.run(main())


@EAGER
@pytest.mark.parametrize(
    "story",
    [
        test_reads_and_writes_share_a_connection,
        test_a_refusal_and_a_broken_connection_are_repeated,
        test_a_write_that_got_no_answer_is_unknown,
        test_a_connection_closed_while_idle_costs_no_write,
        test_a_cancelled_call_leaves_the_client_usable,
        test_a_list_is_read_page_by_page,
        test_many_rows_are_upserted_at_once,
    ],
)
def test_calls_work_where_tasks_start_eagerly(
    story: Callable[[], Coroutine[Any, Any, None]],
) -> None:
    eagerly(story)


@EAGER
def test_tls_works_where_tasks_start_eagerly(encrypted: ssl.SSLContext) -> None:
    eagerly(lambda: test_large_bodies_go_over_tls_both_ways(encrypted))


async def opened(host: str, port: int, *, within_s: float = 9) -> AsyncioConnection | Lost:
    return await open_connection(Origin("http", host, port, host), None, most=99, within_s=within_s)


async def connected(host: str, port: int) -> AsyncioConnection:
    connection = await opened(host, port, within_s=5)
    assert isinstance(connection, AsyncioConnection)
    return connection


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
    ["asyncio", pytest.param(("asyncio", {"use_uvloop": True}), id="uvloop")],
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
        stream = await connected("dead.test", listening)
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
        stream = await connected("half.test", listening)
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
        stream = await connected("many.test", listening)
    assert names.tried == ["::1", "127.0.0.1"]
    await stream.aclose()


@on_asyncio
@pytest.mark.anyio
async def test_where_every_address_fails_the_first_reason_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    closed = socket.create_server(("127.0.0.1", 0))
    port = closed.getsockname()[1]
    closed.close()
    with monkeypatch.context() as patched:
        Addresses(patched, "127.0.0.1", "127.0.0.2")
        lost = await opened("none.test", port)
    assert isinstance(lost, Lost)
    assert (lost.sent, lost.reason) == (False, "cannot connect: Connection refused")


@on_asyncio
@pytest.mark.anyio
async def test_a_name_without_an_address_is_no_connection() -> None:
    lost = await opened("no-such-name.invalid", 443)
    assert isinstance(lost, Lost)
    assert (lost.sent, lost.reason.partition(":")[0]) == (False, "cannot connect")


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
                await opened("dead.test", 443)
            assert scope.cancelled_caught
        else:
            lost = await opened("dead.test", 443, within_s=HEAD_START_S + 0.1)
            assert isinstance(lost, Lost)
            assert (lost.sent, lost.timed_out) == (False, True)
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
                    stream = await connected("127.0.0.1", listening)
                    await stream.aclose()

                async def give_up(turns: int, scope: anyio.CancelScope) -> None:
                    for _ in range(turns):
                        await anyio.lowlevel.checkpoint()
                    scope.cancel()

                group.start_soon(connect)
                group.start_soon(give_up, turns, scope)
