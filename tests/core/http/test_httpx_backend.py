"""Our own httpx connections: one call each, last used first, none kept too long."""

from __future__ import annotations

import gc
import gzip
from collections.abc import Callable

import anyio
import httpx
import pytest

from gigstack_api._core.files.upload import Upload
from gigstack_api._core.http.bodies import encode_multipart
from gigstack_api._core.http.httpx_backend import KEPT_S, ConnectionPool
from gigstack_api._core.http.messages import Lost, Progress, Reply, Request
from gigstack_api._core.http.transport import Transport

pytestmark = pytest.mark.anyio
GET = Request("GET", "https://api.test/v2/clients?a=b", {"Authorization": "Bearer key"}, None)
POST = Request(
    "POST", "http://127.0.0.1:4010/v2/clients", {"Content-Type": "application/json"}, b'{"a":1}'
)


class FakeConnection(httpx.AsyncBaseTransport):
    """A connection that keeps its requests and answers once `free` is set."""

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


class Pool:
    """The pool over fake connections, with a clock that the test moves."""

    def __init__(
        self, answer: Callable[[], httpx.Response] = lambda: httpx.Response(200, content=b"{}")
    ) -> None:
        self.made: list[FakeConnection] = []
        self.time_s = 0.0
        self._answer = answer
        self.connections = ConnectionPool(self._make, now=lambda: self.time_s)

    def _make(self) -> FakeConnection:
        self.made.append(FakeConnection(self._answer))
        return self.made[-1]

    async def together(self, calls: int) -> None:
        """This many exchanges at once: all begin before the first ends."""
        for connection in self.made:
            connection.free = anyio.Event()
        async with anyio.create_task_group() as group:
            for _ in range(calls):
                group.start_soon(self.connections.exchange, GET, Progress(), 1.0)
            await anyio.wait_all_tasks_blocked()
            for connection in self.made:
                connection.free.set()


async def test_a_request_has_the_headers_and_body_of_http() -> None:
    pool = Pool()
    await pool.connections.exchange(GET, Progress(), 1.0)
    await pool.connections.exchange(POST, Progress(), 1.0)
    get, post = pool.made[0].requests
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
    assert isinstance(post.stream, httpx.AsyncByteStream)
    assert b"".join([part async for part in post.stream]) == POST.content


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
async def test_a_write_without_a_body_has_content_length_zero(method: str) -> None:
    pool = Pool()
    await pool.connections.exchange(Request(method, GET.url, {}, None), Progress(), 1.0)
    assert pool.made[0].requests[0].headers["content-length"] == "0"


async def test_a_reply_is_decompressed_with_lower_case_header_names() -> None:
    headers = [(b"X-Odd", b"\xf1"), (b"Content-Encoding", b"gzip")]
    pool = Pool(
        lambda: httpx.Response(201, headers=headers, stream=httpx.ByteStream(gzip.compress(b"[1]")))
    )
    reply = await pool.connections.exchange(GET, Progress(), 1.0)
    assert isinstance(reply, Reply)
    assert (reply.status, reply.headers, reply.body) == (
        201,
        {"x-odd": "\xf1", "content-encoding": "gzip"},
        b"[1]",
    )


async def test_successive_calls_share_a_connection() -> None:
    pool = Pool()
    for _ in range(3):
        await pool.connections.exchange(GET, Progress(), 1.0)
    assert [len(connection.requests) for connection in pool.made] == [3]


async def test_concurrent_calls_get_connections_last_used_first() -> None:
    pool = Pool()
    await pool.together(1)
    pool.made[0].free = anyio.Event()
    async with anyio.create_task_group() as group:
        group.start_soon(pool.connections.exchange, GET, Progress(), 1.0)
        await anyio.wait_all_tasks_blocked()
        await pool.connections.exchange(GET, Progress(), 1.0)
        pool.made[0].free.set()
    await pool.connections.exchange(GET, Progress(), 1.0)
    assert [len(connection.requests) for connection in pool.made] == [3, 1]


async def test_a_connection_idle_too_long_is_closed() -> None:
    pool = Pool()
    await pool.together(1)
    pool.made[0].free = anyio.Event()
    async with anyio.create_task_group() as group:
        group.start_soon(pool.connections.exchange, GET, Progress(), 1.0)
        await anyio.wait_all_tasks_blocked()
        await pool.connections.exchange(GET, Progress(), 1.0)
        pool.made[0].free.set()

    pool.time_s = KEPT_S
    await pool.connections.exchange(GET, Progress(), 1.0)
    assert [connection.closed for connection in pool.made] == [0, 0]
    pool.time_s = 1.5 * KEPT_S
    await pool.connections.exchange(GET, Progress(), 1.0)
    assert [connection.closed for connection in pool.made] == [0, 1]


async def test_a_failed_or_cancelled_call_gives_its_connection_back() -> None:
    def broken() -> httpx.Response:
        raise httpx.ReadError("broken")

    pool = Pool(broken)
    for _ in range(2):
        assert isinstance(await pool.connections.exchange(GET, Progress(), 1.0), Lost)
    pool.made[0].free = anyio.Event()
    with anyio.move_on_after(0):
        await pool.connections.exchange(GET, Progress(), 1.0)
    pool.made[0].free.set()
    assert isinstance(await pool.connections.exchange(GET, Progress(), 1.0), Lost)
    assert len(pool.made) == 1


async def test_closing_waits_for_connections_in_use() -> None:
    pool = Pool()
    await pool.together(1)
    pool.made[0].free = anyio.Event()
    async with anyio.create_task_group() as group:
        group.start_soon(pool.connections.exchange, GET, Progress(), 1.0)
        await anyio.wait_all_tasks_blocked()
        await pool.connections.exchange(GET, Progress(), 1.0)
        await pool.connections.aclose()
        assert [connection.closed for connection in pool.made] == [0, 1]
        pool.made[0].free.set()
    assert [connection.closed for connection in pool.made] == [1, 1]
    await pool.connections.aclose()
    assert [connection.closed for connection in pool.made] == [1, 1]


def test_a_form_has_a_new_boundary_that_is_not_in_its_content() -> None:
    upload = Upload("a.pdf", b"--+++\r\n", "application/pdf")
    types = {encode_multipart({"a": "b"}, [("file", upload)])[0] for _ in range(3)}
    assert len(types) == 3


class HangsUp(httpx.AsyncBaseTransport):
    """Breaks the connection while the request is being sent, as httpcore reports it."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        assert isinstance(request.stream, httpx.AsyncByteStream)
        async for _ in request.stream:
            raise httpx.WriteError("broken pipe")
        raise AssertionError("there was nothing to send")


async def test_a_request_cut_short_leaves_no_generator_behind() -> None:
    transport = Transport(max_in_flight=1, http_client=httpx.AsyncClient(transport=HangsUp()))
    with pytest.raises(Lost, match="the connection broke while sending the request"):
        await transport.send(Request("POST", "https://api.test/", {}, b"{}"), timeout_s=5)
    gc.collect()
