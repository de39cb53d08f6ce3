"""The transport: what counts as sent, on real sockets where that matters; which library makes the
connections, and what replaces it.
"""

from __future__ import annotations

import gc
import logging

import anyio
import httpx
import pytest
from anyio.lowlevel import checkpoint

from gigstack_api import ConfigurationError
from gigstack_api._core.http.messages import Lost, Request
from gigstack_api._core.http.transport import NotYet, Transport
from tests.support.counting import AtOnce
from tests.support.scripted_api import Api, answer, own_transport, post_request, transport_to
from tests.support.tcp_server import (
    Answering,
    Connection,
    close_at_once,
    read_request,
    response,
    tcp_server,
)

PROXIES = ("https_proxy", "all_proxy", "HTTPS_PROXY", "ALL_PROXY")
GET = Request("GET", "https://api.test/v2/clients?a=b", {"Authorization": "Bearer key"}, None)
POST = Request(
    "POST", "http://127.0.0.1:4010/v2/clients", {"Content-Type": "application/json"}, b'{"a":1}'
)

# httpx and httpcore leave generators and sockets to the garbage collector when a body or a
# handshake breaks.
leaves_garbage = pytest.mark.filterwarnings("ignore::ResourceWarning")


@pytest.mark.anyio
async def test_a_reply_has_its_status_lower_case_headers_and_bytes() -> None:
    async with (
        tcp_server(Answering(response(b"{}", "X-Request-ID: r1"))) as base,
        own_transport() as transport,
    ):
        got = await transport.send(post_request(base), timeout_s=2)
    assert (got.status, got.headers["x-request-id"], got.body) == (200, "r1", b"{}")


@pytest.mark.anyio
async def test_a_refused_connection_means_never_sent() -> None:
    async with tcp_server(close_at_once) as base:
        pass
    async with own_transport() as transport:
        with pytest.raises(Lost) as caught:
            await transport.send(post_request(base), timeout_s=2)
    assert (caught.value.sent, caught.value.timed_out) == (False, False)
    assert caught.value.reason == "cannot connect: Connection refused"


@pytest.mark.anyio
async def test_a_failed_tls_handshake_means_never_sent() -> None:
    async def script(connection: Connection) -> None:
        await connection.receive()
        await connection.send(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    async with tcp_server(script) as base, own_transport() as transport:
        with pytest.raises(Lost) as caught:
            await transport.send(post_request(base.replace("http:", "https:")), timeout_s=2)
    assert not caught.value.sent


@leaves_garbage
@pytest.mark.anyio
async def test_a_handshake_that_never_ends_means_never_sent() -> None:
    async def script(connection: Connection) -> None:
        await anyio.sleep_forever()

    async with tcp_server(script) as base, own_transport() as transport:
        with pytest.raises(Lost) as caught:
            await transport.send(post_request(base.replace("http:", "https:")), timeout_s=0.1)
    assert (caught.value.sent, caught.value.timed_out) == (False, True)
    del caught
    gc.collect()


@pytest.mark.anyio
async def test_a_connection_closed_after_the_request_means_sent() -> None:
    async def script(connection: Connection) -> None:
        await read_request(connection)

    async with tcp_server(script) as base, own_transport() as transport:
        with pytest.raises(Lost) as caught:
            await transport.send(post_request(base), timeout_s=2)
    assert (caught.value.sent, caught.value.timed_out) == (True, False)


@pytest.mark.anyio
async def test_a_body_cut_half_way_is_a_lost_reply() -> None:
    async def script(connection: Connection) -> None:
        await read_request(connection)
        await connection.send(response(b'{"data": ', length=100))

    async with tcp_server(script) as base, own_transport() as transport:
        with pytest.raises(
            Lost, match="the connection ended before the response was complete"
        ) as caught:
            await transport.send(post_request(base), timeout_s=2)
    assert caught.value.sent


@leaves_garbage
@pytest.mark.anyio
async def test_a_body_that_cannot_be_decompressed_is_a_lost_reply() -> None:
    async def script(connection: Connection) -> None:
        await read_request(connection)
        await connection.send(response(b"no gzip", "Content-Encoding: gzip"))

    async with tcp_server(script) as base, own_transport() as transport:
        with pytest.raises(Lost, match="the response could not be decompressed") as caught:
            await transport.send(post_request(base), timeout_s=2)
    assert caught.value.sent


@pytest.mark.anyio
async def test_a_server_that_never_answers_times_out() -> None:
    async def script(connection: Connection) -> None:
        await anyio.sleep_forever()

    async with tcp_server(script) as base, own_transport() as transport:
        with pytest.raises(Lost) as caught:
            await transport.send(post_request(base), timeout_s=0.1)
    assert (caught.value.sent, caught.value.timed_out) == (True, True)


@pytest.mark.anyio
async def test_a_server_that_drips_cannot_outlast_the_deadline() -> None:
    async def script(connection: Connection) -> None:
        await read_request(connection)
        await connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        while True:
            await connection.send(b" ")
            await anyio.sleep(0.02)

    async with tcp_server(script) as base, own_transport() as transport:
        with pytest.raises(Lost, match="deadline exceeded") as caught:
            await transport.send(post_request(base), timeout_s=0.15)
    assert (caught.value.sent, caught.value.timed_out) == (True, True)


@pytest.mark.anyio
async def test_no_cookie_of_one_answer_is_sent_with_another_call() -> None:
    host = Answering(response(b"{}", "Set-Cookie: team=team_1; Path=/"))
    async with tcp_server(host) as base, own_transport() as transport:
        for _ in range(2):
            await transport.send(post_request(base), timeout_s=2)
    assert len(host.requests) == 2
    assert b"cookie" not in host.requests[1].lower()


@pytest.mark.anyio
async def test_connections_are_kept_for_the_next_call() -> None:
    host = Answering()
    async with tcp_server(host) as base, own_transport() as transport:
        for _ in range(3):
            await transport.send(post_request(base), timeout_s=2)
    assert host.connections == 1


@pytest.mark.anyio
async def test_a_call_that_waits_for_a_connection_was_never_sent() -> None:
    busy = anyio.Event()

    async def silent(request: httpx.Request) -> httpx.Response:
        busy.set()
        await anyio.sleep_forever()
        raise AssertionError

    transport = transport_to(silent, most=1)
    async with anyio.create_task_group() as group:

        async def first() -> None:
            await transport.send(post_request("https://api.test"), timeout_s=9)

        group.start_soon(first)
        await busy.wait()
        with pytest.raises(Lost) as caught:
            await transport.send(post_request("https://api.test"), timeout_s=0.02)
        assert (caught.value.sent, caught.value.timed_out) == (False, True)
        group.cancel_scope.cancel()


@pytest.mark.anyio
async def test_a_call_that_has_waited_asks_again_before_it_is_sent() -> None:
    busy, go_on = anyio.Event(), anyio.Event()
    api = Api(answer(), answer())

    async def slow(request: httpx.Request) -> httpx.Response:
        busy.set()
        await go_on.wait()
        return await api(request)

    transport = transport_to(slow, most=1)
    async with anyio.create_task_group() as group:

        async def first() -> None:
            await transport.send(post_request("https://api.test"), timeout_s=9)

        async def second() -> None:
            with pytest.raises(NotYet):
                await transport.send(
                    post_request("https://api.test"), timeout_s=9, is_allowed=lambda: False
                )

        group.start_soon(first)
        await busy.wait()
        group.start_soon(second)
        await anyio.wait_all_tasks_blocked()
        go_on.set()
    assert len(api.requests) == 1
    await transport.send(post_request("https://api.test"), timeout_s=9)  # its place is free


@pytest.mark.anyio
async def test_requests_in_flight_never_exceed_the_limit() -> None:
    at_once = AtOnce()

    async def handler(request: httpx.Request) -> httpx.Response:
        with at_once.counted():
            await checkpoint()
        return answer()

    transport = transport_to(handler, most=3)

    async def one() -> None:
        await transport.send(post_request("https://api.test"), timeout_s=9)

    async with anyio.create_task_group() as group:
        for _ in range(20):
            group.start_soon(one)
    assert at_once.peak == 3


@pytest.mark.anyio
async def test_two_transports_on_one_loop_share_nothing() -> None:
    one, other = Api(answer(1)), Api(answer(2))
    first, second = transport_to(one), transport_to(other)
    await first.send(post_request("https://api.test"), timeout_s=1)
    await second.send(post_request("https://api.test"), timeout_s=1)
    assert (len(one.requests), len(other.requests)) == (1, 1)


@pytest.mark.anyio
async def test_only_our_requests_are_hidden_from_the_log_of_httpx(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, logger=httpx.__name__)
    async with httpx.AsyncClient(transport=httpx.MockTransport(Api(answer(), answer()))) as given:
        await Transport(max_in_flight=1, http_client=given).send(
            post_request("https://api.test", "/?rfc=PEGJ800101ABC"), timeout_s=1
        )
        assert caplog.text == ""
        await given.get("https://users.own/request")
    assert "https://users.own/request" in caplog.text


def test_one_transport_serves_one_loop_after_another() -> None:
    connected: list[str] = []
    transport = Transport(max_in_flight=2, http_client=None)

    async def main(backend: str) -> None:
        async with tcp_server(Answering()) as base:
            assert (await transport.send(post_request(base), timeout_s=2)).status == 200
            connected.append(backend)
            await transport.aclose()

    for backend in ("asyncio", "trio", "asyncio"):
        anyio.run(main, backend, backend=backend)
    assert connected == ["asyncio", "trio", "asyncio"]


@pytest.mark.anyio
async def test_no_library_retries_a_request_by_itself() -> None:
    requests = 0

    async def script(connection: Connection) -> None:
        nonlocal requests
        await read_request(connection)
        requests += 1
        if requests == 1:
            await connection.send(response(b"{}"))
            await read_request(connection)
            requests += 1

    async with tcp_server(script) as base, own_transport() as transport:
        read = Request("GET", f"{base}/things", {}, None)
        await transport.send(read, timeout_s=2)
        with pytest.raises(Lost) as caught:
            await transport.send(read, timeout_s=2)

    assert (caught.value.sent, requests) == (True, 2)


@pytest.mark.parametrize("most", [0, -1])
def test_max_in_flight_below_one_is_refused(most: int) -> None:
    with pytest.raises(
        ConfigurationError, match="max_in_flight must be a whole number of at least 1"
    ):
        Transport(max_in_flight=most, http_client=None)
