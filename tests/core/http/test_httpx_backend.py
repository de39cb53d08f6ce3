"""Connections of our own: one call each, the last used first, none kept too long."""

from __future__ import annotations

import gc
import gzip
from collections.abc import Callable

import anyio
import httpx
import pytest

from gigstack_api._core.bodies import encode_multipart
from gigstack_api._core.exchange import Lost, Progress, Request
from gigstack_api._core.reply import Reply
from gigstack_api._core.transport import Transport
from gigstack_api._core.uploads import Upload
from gigstack_api._core.wires import KEPT_S, Wires

pytestmark = pytest.mark.anyio
GET = Request("GET", "https://api.test/v2/clients?a=b", {"Authorization": "Bearer key"}, None)
POST = Request(
    "POST", "http://127.0.0.1:4010/v2/clients", {"Content-Type": "application/json"}, b'{"a":1}'
)


class Wire(httpx.AsyncBaseTransport):
    """A wire that keeps what it was given, and answers when it may."""

    def __init__(self, answer: Callable[[], httpx.Response]) -> None:
        self.answer = answer
        self.requests: list[httpx.Request] = []
        self.free = anyio.Event()
        self.free.set()
        self.closed = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        await self.free.wait()
        return self.answer()

    async def aclose(self) -> None:
        self.closed += 1


class Bench:
    """Wires over made-up ones, at a time of their own."""

    def __init__(
        self, answer: Callable[[], httpx.Response] = lambda: httpx.Response(200, content=b"{}")
    ) -> None:
        self.made: list[Wire] = []
        self.time_s = 0.0
        self._answer = answer
        self.wires = Wires(self._make, now=lambda: self.time_s)

    def _make(self) -> Wire:
        self.made.append(Wire(self._answer))
        return self.made[-1]

    async def together(self, calls: int) -> None:
        """So many exchanges at once: each begins before the first ends."""
        for wire in self.made:
            wire.free = anyio.Event()
        async with anyio.create_task_group() as group:
            for _ in range(calls):
                group.start_soon(self.wires.exchange, GET, Progress(), 1.0)
            await anyio.wait_all_tasks_blocked()
            for wire in self.made:
                wire.free.set()


async def test_a_request_has_the_headers_and_body_of_http() -> None:
    bench = Bench()
    await bench.wires.exchange(GET, Progress(), 1.0)
    await bench.wires.exchange(POST, Progress(), 1.0)
    get, post = bench.made[0].requests
    assert get.extensions["timeout"] == {"connect": 1.0, "read": 1.0, "write": 1.0, "pool": 1.0}
    assert (get.method, str(get.url), dict(get.headers)) == (
        "GET",
        "https://api.test/v2/clients?a=b",
        {
            "host": "api.test",
            "accept-encoding": "gzip, deflate",
            "connection": "keep-alive",
            "authorization": "Bearer key",
        },
    )
    assert (post.headers["host"], post.headers["content-length"]) == ("127.0.0.1:4010", "7")
    assert b"".join([part async for part in post.stream]) == POST.content  # type: ignore[union-attr]  # ours is an async one


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
async def test_a_write_without_a_body_has_content_length_zero(method: str) -> None:
    bench = Bench()
    await bench.wires.exchange(Request(method, GET.url, {}, None), Progress(), 1.0)
    assert bench.made[0].requests[0].headers["content-length"] == "0"


async def test_a_reply_is_decompressed_with_lower_case_header_names() -> None:
    headers = [(b"X-Odd", b"\xf1"), (b"Content-Encoding", b"gzip")]
    bench = Bench(
        lambda: httpx.Response(201, headers=headers, stream=httpx.ByteStream(gzip.compress(b"[1]")))
    )
    reply = await bench.wires.exchange(GET, Progress(), 1.0)
    assert isinstance(reply, Reply)
    assert (reply.status, reply.headers, reply.body) == (
        201,
        {"x-odd": "\xf1", "content-encoding": "gzip"},
        b"[1]",
    )


async def test_successive_calls_share_a_connection() -> None:
    bench = Bench()
    for _ in range(3):
        await bench.wires.exchange(GET, Progress(), 1.0)
    assert [len(wire.requests) for wire in bench.made] == [3]


async def test_concurrent_calls_get_connections_last_used_first() -> None:
    bench = Bench()
    await bench.together(1)
    bench.made[0].free = anyio.Event()
    async with anyio.create_task_group() as group:
        group.start_soon(bench.wires.exchange, GET, Progress(), 1.0)
        await anyio.wait_all_tasks_blocked()
        await bench.wires.exchange(GET, Progress(), 1.0)
        bench.made[0].free.set()
    await bench.wires.exchange(GET, Progress(), 1.0)
    assert [len(wire.requests) for wire in bench.made] == [3, 1]


async def test_a_connection_idle_too_long_is_closed() -> None:
    bench = Bench()
    await bench.together(1)
    bench.made[0].free = anyio.Event()
    async with anyio.create_task_group() as group:
        group.start_soon(bench.wires.exchange, GET, Progress(), 1.0)
        await anyio.wait_all_tasks_blocked()
        await bench.wires.exchange(GET, Progress(), 1.0)
        bench.made[0].free.set()
    bench.time_s = KEPT_S
    await bench.wires.exchange(GET, Progress(), 1.0)
    assert [wire.closed for wire in bench.made] == [0, 0]
    bench.time_s = 1.5 * KEPT_S
    await bench.wires.exchange(GET, Progress(), 1.0)
    assert [wire.closed for wire in bench.made] == [0, 1]


async def test_a_failed_or_cancelled_call_gives_its_connection_back() -> None:
    def broken() -> httpx.Response:
        raise httpx.ReadError("broken")

    bench = Bench(broken)
    for _ in range(2):
        assert isinstance(await bench.wires.exchange(GET, Progress(), 1.0), Lost)
    bench.made[0].free = anyio.Event()
    with anyio.move_on_after(0):
        await bench.wires.exchange(GET, Progress(), 1.0)
    bench.made[0].free.set()
    assert isinstance(await bench.wires.exchange(GET, Progress(), 1.0), Lost)
    assert len(bench.made) == 1


async def test_closing_waits_for_connections_in_use() -> None:
    bench = Bench()
    await bench.together(1)
    bench.made[0].free = anyio.Event()
    async with anyio.create_task_group() as group:
        group.start_soon(bench.wires.exchange, GET, Progress(), 1.0)
        await anyio.wait_all_tasks_blocked()
        await bench.wires.exchange(GET, Progress(), 1.0)
        await bench.wires.aclose()
        assert [wire.closed for wire in bench.made] == [0, 1]
        bench.made[0].free.set()
    assert [wire.closed for wire in bench.made] == [1, 1]
    await bench.wires.aclose()
    assert [wire.closed for wire in bench.made] == [1, 1]


def test_a_form_has_a_new_boundary_that_is_not_in_its_content() -> None:
    upload = Upload("a.pdf", b"--+++\r\n", "application/pdf")
    types = {encode_multipart({"a": "b"}, [("file", upload)])[0] for _ in range(3)}
    assert len(types) == 3


class HangsUp(httpx.AsyncBaseTransport):
    """Hangs up while the request is being sent, as httpcore tells it."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        assert isinstance(request.stream, httpx.AsyncByteStream)
        async for _ in request.stream:
            raise httpx.WriteError("broken pipe")
        raise AssertionError("there was nothing to send")


async def test_a_request_cut_short_leaves_no_generator_behind() -> None:
    transport = Transport(max_in_flight=1, http_client=httpx.AsyncClient(transport=HangsUp()))
    with pytest.raises(Lost, match="the connection broke while sending"):
        await transport.send(Request("POST", "https://api.test/", {}, b"{}"), timeout_s=5)
    gc.collect()
