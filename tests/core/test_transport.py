"""The transport: what was sent and what was not, on real sockets where that matters."""

from __future__ import annotations

import gc
import logging

import anyio
import anyio.abc
import httpx
import pytest
from anyio.lowlevel import checkpoint

from gigstack_api import ConfigurationError
from gigstack_api._core.files import Upload
from gigstack_api._core.transport import Lost, Transport, check_base_url, encode_multipart, file_host, is_loopback
from gigstack_api._core.wires import Request

from .loopback import own, post, read_request, reply, server
from .stage import KEY, Api, answer, connections

# When a body or a handshake breaks, httpx and httpcore leave generators and sockets to the garbage collector.
leaves_litter = pytest.mark.filterwarnings("ignore::ResourceWarning")


@pytest.mark.anyio
async def test_a_reply_comes_with_status_lower_case_headers_and_bytes() -> None:
    async def serve(stream: anyio.abc.SocketStream) -> None:
        await read_request(stream)
        await stream.send(reply(b"{}", "X-Request-ID: r1"))

    async with server(serve) as base, own() as transport:
        got = await transport.send(post(base), timeout_s=2)
    assert (got.status, got.headers["x-request-id"], got.body) == (200, "r1", b"{}")


@pytest.mark.anyio
async def test_a_refused_connection_means_never_sent() -> None:
    async with server(lambda stream: checkpoint()) as base:
        pass
    async with own() as transport:
        with pytest.raises(Lost) as caught:
            await transport.send(post(base), timeout_s=2)
    assert (caught.value.sent, caught.value.timed_out) == (False, False)
    assert caught.value.reason == "cannot connect: Connection refused"


@pytest.mark.anyio
async def test_a_failed_tls_handshake_means_never_sent() -> None:
    async def serve(stream: anyio.abc.SocketStream) -> None:
        await stream.receive()
        await stream.send(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    async with server(serve) as base, own() as transport:
        with pytest.raises(Lost) as caught:
            await transport.send(post(base.replace("http:", "https:")), timeout_s=2)
    assert not caught.value.sent


@leaves_litter
@pytest.mark.anyio
async def test_a_handshake_that_never_ends_means_never_sent() -> None:
    async def serve(stream: anyio.abc.SocketStream) -> None:
        await anyio.sleep_forever()

    async with server(serve) as base, own() as transport:
        with pytest.raises(Lost) as caught:
            await transport.send(post(base.replace("http:", "https:")), timeout_s=0.1)
    assert (caught.value.sent, caught.value.timed_out) == (False, True)
    del caught
    gc.collect()


@pytest.mark.anyio
async def test_a_connection_closed_after_the_request_means_sent() -> None:
    async def serve(stream: anyio.abc.SocketStream) -> None:
        await read_request(stream)

    async with server(serve) as base, own() as transport:
        with pytest.raises(Lost) as caught:
            await transport.send(post(base), timeout_s=2)
    assert (caught.value.sent, caught.value.timed_out) == (True, False)


@pytest.mark.anyio
async def test_a_body_cut_half_way_is_a_lost_reply() -> None:
    async def serve(stream: anyio.abc.SocketStream) -> None:
        await read_request(stream)
        await stream.send(reply(b'{"data": ', length=100))

    async with server(serve) as base, own() as transport:
        with pytest.raises(Lost, match="the connection ended before the answer was complete") as caught:
            await transport.send(post(base), timeout_s=2)
    assert caught.value.sent


@leaves_litter
@pytest.mark.anyio
async def test_a_body_that_cannot_be_decompressed_is_a_lost_reply() -> None:
    async def serve(stream: anyio.abc.SocketStream) -> None:
        await read_request(stream)
        await stream.send(reply(b"no gzip", "Content-Encoding: gzip"))

    async with server(serve) as base, own() as transport:
        with pytest.raises(Lost, match="the answer could not be decompressed") as caught:
            await transport.send(post(base), timeout_s=2)
    assert caught.value.sent


@pytest.mark.anyio
async def test_a_server_that_never_answers_is_left_at_the_deadline() -> None:
    async def serve(stream: anyio.abc.SocketStream) -> None:
        await anyio.sleep_forever()

    async with server(serve) as base, own() as transport:
        with pytest.raises(Lost) as caught:
            await transport.send(post(base), timeout_s=0.1)
    assert (caught.value.sent, caught.value.timed_out) == (True, True)


@pytest.mark.anyio
async def test_a_server_that_drips_cannot_outlast_the_deadline() -> None:
    async def serve(stream: anyio.abc.SocketStream) -> None:
        await stream.send(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        while True:
            await stream.send(b" ")
            await anyio.sleep(0.02)

    async with server(serve) as base, own() as transport:
        with pytest.raises(Lost, match="the deadline of the call passed") as caught:
            await transport.send(post(base), timeout_s=0.15)
    assert (caught.value.sent, caught.value.timed_out) == (True, True)


@pytest.mark.anyio
async def test_no_cookie_of_one_answer_is_sent_with_another_call() -> None:
    received: list[bytes] = []

    async def serve(stream: anyio.abc.SocketStream) -> None:
        for _ in range(2):
            received.append(await read_request(stream))
            await stream.send(reply(b"{}", "Set-Cookie: team=team_1; Path=/"))

    async with server(serve) as base, own() as transport:
        for _ in range(2):
            await transport.send(post(base), timeout_s=2)
    assert len(received) == 2
    assert b"cookie" not in received[1].lower()


@pytest.mark.anyio
async def test_connections_are_kept_for_the_next_call() -> None:
    connected = 0

    async def serve(stream: anyio.abc.SocketStream) -> None:
        nonlocal connected
        connected += 1
        for _ in range(3):
            await read_request(stream)
            await stream.send(reply(b"{}"))

    async with server(serve) as base, own() as transport:
        for _ in range(3):
            await transport.send(post(base), timeout_s=2)
    assert connected == 1


@pytest.mark.anyio
async def test_a_call_that_waits_for_a_free_place_was_never_sent() -> None:
    busy = anyio.Event()

    async def silent(request: httpx.Request) -> httpx.Response:
        busy.set()
        await anyio.sleep_forever()
        raise AssertionError

    transport = connections(silent, most=1)
    async with anyio.create_task_group() as group:

        async def first() -> None:
            await transport.send(post("https://api.test"), timeout_s=9)

        group.start_soon(first)
        await busy.wait()
        with pytest.raises(Lost) as caught:
            await transport.send(post("https://api.test"), timeout_s=0.02)
        assert (caught.value.sent, caught.value.timed_out) == (False, True)
        group.cancel_scope.cancel()


@pytest.mark.anyio
async def test_no_more_than_so_many_requests_are_in_flight() -> None:
    now = most = 0

    async def handler(request: httpx.Request) -> httpx.Response:
        nonlocal now, most
        now += 1
        most = max(most, now)
        await checkpoint()
        now -= 1
        return answer()

    transport = connections(handler, most=3)

    async def one() -> None:
        await transport.send(post("https://api.test"), timeout_s=9)

    async with anyio.create_task_group() as group:
        for _ in range(20):
            group.start_soon(one)
    assert most == 3


@pytest.mark.anyio
async def test_two_transports_on_one_loop_share_nothing() -> None:
    one, other = Api(answer(1)), Api(answer(2))
    first, second = connections(one), connections(other)
    await first.send(post("https://api.test"), timeout_s=1)
    await second.send(post("https://api.test"), timeout_s=1)
    assert (len(one.requests), len(other.requests)) == (1, 1)


@pytest.mark.anyio
async def test_only_our_own_requests_are_hidden_from_the_log_of_httpx(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger="httpx")
    async with httpx.AsyncClient(transport=httpx.MockTransport(Api(answer(), answer()))) as given:
        await Transport(max_in_flight=1, http_client=given).send(post("https://api.test", "/?rfc=PEGJ800101ABC"), timeout_s=1)
        assert caplog.text == ""
        await given.get("https://users.own/request")
    assert "https://users.own/request" in caplog.text


def test_a_request_prints_neither_key_nor_content() -> None:
    request = Request("POST", "https://api.test/?rfc=PEGJ800101ABC", {"Authorization": f"Bearer {KEY}"}, b"PEGJ800101ABC")
    assert KEY not in repr(request)
    assert "PEGJ800101ABC" not in repr(request)


@pytest.mark.parametrize("most", [0, -1])
def test_no_room_at_all_is_refused(most: int) -> None:
    with pytest.raises(ConfigurationError, match="max_in_flight must be at least 1"):
        Transport(max_in_flight=most, http_client=None)


def test_a_form_has_a_boundary_of_its_own_that_no_content_holds() -> None:
    upload = Upload("a.pdf", b"--+++\r\n", "application/pdf")
    types = {encode_multipart({"a": "b"}, [("file", upload)])[0] for _ in range(3)}
    assert len(types) == 3


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ("https://api.gigstack.io/v2", "https://api.gigstack.io/v2"),
        ("https://api.gigstack.io/v2/", "https://api.gigstack.io/v2"),
        ("HTTPS://api.gigstack.io", "HTTPS://api.gigstack.io"),
        ("http://localhost:4010/v2", "http://localhost:4010/v2"),
        ("http://api.localhost/v2", "http://api.localhost/v2"),
        ("http://127.0.0.1:4010/v2/", "http://127.0.0.1:4010/v2"),
        ("http://127.1.2.3", "http://127.1.2.3"),
        ("http://[::1]:4010", "http://[::1]:4010"),
    ],
)
def test_a_base_url_is_https_or_this_machine(given: str, url: str) -> None:
    assert check_base_url(given) == url


@pytest.mark.parametrize(
    "url",
    [
        "http://api.gigstack.io/v2",
        "http://localhost.evil.test",
        "http://notlocalhost",
        "http://10.0.0.1",
        "http://0.0.0.0",
        "ftp://api.gigstack.io",
        "api.gigstack.io/v2",
        "https://",
        "https://user:password@api.gigstack.io",
        "https://api.gigstack.io/v2?a=1",
        "https://api.gigstack.io/v2?",
        "https://api.gigstack.io/v2#a",
        "https://api.gigstack.io/v2#",
        "https://api.gigstack.io:port",
        "https://api.gigstack.io/\0",
        "",
    ],
)
def test_any_other_base_url_is_refused(url: str) -> None:
    with pytest.raises(ConfigurationError, match="base_url") as caught:
        check_base_url(url)
    assert "password" not in str(caught.value)


@pytest.mark.parametrize(
    ("host", "is_this_machine"),
    [("localhost", True), ("[::1]", True), ("::1", True), ("127.0.0.9", True), ("example.com", False), ("", False)],
)
def test_loopback_hosts(host: str, is_this_machine: bool) -> None:
    assert is_loopback(host) is is_this_machine


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://files.test/a?b", "files.test"),
        ("http://localhost:1/a", "localhost"),
        ("http://files.test/a", None),
        ("https://", None),
        ("https://files.test:port/", None),
        ("text", None),
    ],
)
def test_the_host_of_a_file(url: str, host: str | None) -> None:
    assert file_host(url) == host


def test_one_transport_serves_loop_after_loop() -> None:
    connected: list[str] = []

    async def serve(stream: anyio.abc.SocketStream) -> None:
        await read_request(stream)
        await stream.send(reply(b"{}"))

    transport = Transport(max_in_flight=2, http_client=None)

    async def main(backend: str) -> None:
        async with server(serve) as base:
            assert (await transport.send(post(base), timeout_s=2)).status == 200
            connected.append(backend)
            await transport.aclose()

    for backend in ("asyncio", "trio", "asyncio"):
        anyio.run(main, backend, backend=backend)
    assert connected == ["asyncio", "trio", "asyncio"]
