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
import pytest

from gigstack_api import DeliveryTimeoutError, Gigstack, OutcomeUnknownError, RetryPolicy
from gigstack_api._core.http.asyncio_sockets import HELD_BYTES

from ..conftest import NOT_ON_UVLOOP, ON_ASYNCIO, ON_UVLOOP_TOO, TESTS
from ..support.threaded_host import Host, answer, host, own

pytestmark = pytest.mark.usefixtures("on_httpx")  # aiohttp connects by itself
MUCH = "x" * (16 * HELD_BYTES)
AT_ONCE = RetryPolicy(base_s=0, settle_s=0)


def client_of(peer: Host, *, retries: RetryPolicy = AT_ONCE) -> Gigstack:
    return Gigstack("gs_test_x", base_url=peer.url, timeout_s=10, retries=retries)


def test_every_module_that_runs_on_uvloop_too_exists() -> None:
    texts = {module: (TESTS / module).read_text("utf-8") for module in ON_UVLOOP_TOO}
    assert ON_UVLOOP_TOO >= ON_ASYNCIO
    for name in NOT_ON_UVLOOP:
        assert any(f"def {name}(" in text for text in texts.values())


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
