"""Our own connections over real sockets: what leaves, what is kept, what is left behind."""

from __future__ import annotations

import asyncio
import gzip
import os
import socket
import ssl
import sys
import threading
import time
import zlib
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import anyio
import pytest
import trustme
from anyio.lowlevel import checkpoint

from gigstack_api import InvalidArgumentError
from gigstack_api._core.http.connecting import tls
from gigstack_api._core.http.decoding import CUT
from gigstack_api._core.http.messages import Lost, Progress, Reply, Request
from gigstack_api._core.http.pool import OwnConnections
from gigstack_api._core.http.transport import Transport
from tests.support.scripted_api import own_transport, post_request
from tests.support.threaded_host import OWN, answer, host, own

pytestmark = pytest.mark.anyio
AUTHORITY = trustme.CA()
LARGE = b"x" * 8_000_000


@pytest.fixture(autouse=True)
def trust(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Makes our clients trust the certificate authority of these tests."""
    path = tmp_path_factory.mktemp("trust") / "ca.pem"
    AUTHORITY.cert_pem.write_to_path(str(path))
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    tls.cache_clear()


def server_tls(*names: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    AUTHORITY.issue_cert(*names).configure_cert(context)  # pyright: ignore[reportUnknownMemberType] - typed by pyOpenSSL, where that is
    return context


def get(url: str, name: str = "c1") -> Request:
    return Request("GET", f"{url}/{name}", {}, None)


def post(url: str, content: bytes | None = b"{}") -> Request:
    return Request("POST", f"{url}/posted", {"Content-Type": "application/json"}, content)


async def sent(transport: Transport, request: Request, timeout_s: float = 5) -> Reply | Lost:
    try:
        return await transport.send(request, timeout_s=timeout_s)
    except Lost as lost:
        return lost


async def body(transport: Transport, request: Request) -> bytes:
    reply = await sent(transport, request)
    assert isinstance(reply, Reply), reply
    return reply.body


@contextmanager
def listening(talk: Callable[[socket.socket], None]) -> Generator[str, None, None]:
    """The URL of a host that talks over one connection, on a thread of its own."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            connection, _ = listener.accept()
            with connection, suppress(OSError):
                talk(connection)

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        thread.join(5)


async def test_a_request_leaves_as_it_is_meant() -> None:
    raw = bytearray()

    def talk(connection: socket.socket) -> None:
        raw.extend(connection.recv(65_536))
        connection.sendall(answer())

    with listening(talk) as url:
        async with own_transport() as transport:
            await body(transport, Request("POST", f"{url}/v2/x?a=%20b", {"X-Key": "k"}, b"{}"))
    assert bytes(raw) == (
        b"POST /v2/x?a=%20b HTTP/1.1\r\nHost: " + url[7:].encode() + b"\r\n"
        b"Accept-Encoding: gzip, deflate\r\nConnection: keep-alive\r\nX-Key: k\r\n"
        b"Content-Length: 2\r\n\r\n{}"
    )


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "GET"])
async def test_a_write_without_a_body_has_a_length_of_zero(method: str) -> None:
    with host(lambda number, head: [own(head)]) as peer:
        async with own_transport() as transport:
            await body(transport, Request(method, f"{peer.url}/x", {}, None))
    assert (b"Content-Length: 0" in peer.heads[0]) == (method != "GET")


@pytest.mark.parametrize(
    "headers",
    [{"X-Key": " "}, {"X-Key": "a\r\nX-Evil: b"}, {"X-Key": "ñ\u20ac"}, {"X Key": "a"}, {"": "a"}],
)
async def test_a_header_that_cannot_be_written_is_not_sent(headers: dict[str, str]) -> None:
    with host(lambda number, head: [own(head)]) as peer:
        async with own_transport() as transport:
            await body(transport, get(peer.url))
            with pytest.raises(InvalidArgumentError, match="cannot be sent"):
                await sent(transport, Request("POST", f"{peer.url}/x", headers, b"{}"))
            await body(transport, get(peer.url))
    assert len(peer.heads) == 2


async def test_the_last_used_connection_is_used_first() -> None:
    with host(lambda number, head: [own(head)]) as peer:
        async with own_transport() as transport, anyio.create_task_group() as group:
            for number in range(5):
                group.start_soon(body, transport, get(peer.url, f"c{number}"))
        at_once = peer.connections
        async with own_transport() as transport:
            for number in range(5):
                assert await body(transport, get(peer.url, f"c{number}")) == OWN % b"c%d" % number
    assert peer.connections == at_once + 1


@pytest.mark.parametrize("secure", [False, True])
async def test_a_large_request_and_answer_pass_unchanged(secure: bool) -> None:
    data = os.urandom(3_000_000)
    over = server_tls("127.0.0.1") if secure else None
    with host(lambda number, head: [answer(data)], over=over) as peer:
        async with own_transport() as transport:
            for _ in range(2):
                assert await body(transport, post(peer.url, data)) == data
    assert peer.connections == 1


async def test_a_certificate_for_another_host_is_refused() -> None:
    with host(lambda number, head: [own(head)], over=server_tls("other.test")) as peer:
        async with own_transport() as transport:
            lost = await sent(transport, post(peer.url))
    assert isinstance(lost, Lost)
    assert (lost.sent, lost.reason.partition(":")[0]) == (False, "cannot connect")
    assert peer.heads == []


@pytest.mark.parametrize("version", ["TLSv1_1", "TLSv1_2", "TLSv1_3"])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
async def test_tls_is_1_2_or_newer(version: str) -> None:
    context = server_tls("127.0.0.1")
    context.minimum_version = ssl.TLSVersion.TLSv1
    context.maximum_version = ssl.TLSVersion[version]
    context.set_ciphers("DEFAULT:@SECLEVEL=0")
    protocols: list[str | None] = []
    context.set_alpn_protocols(["h2", "http/1.1"])

    def respond(number: int, head: bytes) -> Sequence[bytes]:
        assert isinstance(peer.last, ssl.SSLSocket)
        protocols.append(peer.last.selected_alpn_protocol())
        return [own(head)]

    with host(respond, over=context) as peer:
        async with own_transport() as transport:
            ended = await sent(transport, get(peer.url))
    assert isinstance(ended, Reply) == (version != "TLSv1_1")
    assert protocols in ([], ["http/1.1"])


@pytest.mark.parametrize("announced", [False, True])
async def test_a_body_without_a_length_ends_with_an_announced_end_only(announced: bool) -> None:
    def respond(number: int, head: bytes) -> Sequence[bytes] | None:
        connection = peer.last
        assert isinstance(connection, ssl.SSLSocket)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7")
        if announced:
            connection.unwrap()
        return None

    with host(respond, over=server_tls("127.0.0.1")) as peer:
        async with own_transport() as transport:
            ended = await sent(transport, get(peer.url))
    assert isinstance(ended, Reply) == announced


@pytest.mark.parametrize("turns", range(0, 60, 3))
@pytest.mark.parametrize("secure", [False, True])
async def test_a_call_cancelled_at_any_step_leaves_nothing(turns: int, secure: bool) -> None:
    """pytest fails where a socket is left open; the client works on."""
    over = server_tls("127.0.0.1") if secure else None
    with host(lambda number, head: [own(head)], over=over) as peer:
        async with own_transport() as transport:
            async with anyio.create_task_group() as group:
                group.start_soon(sent, transport, post_request(peer.url))
                for _ in range(turns):
                    await checkpoint()
                group.cancel_scope.cancel()
            assert await body(transport, get(peer.url, "after")) == OWN % b"after"


@pytest.mark.parametrize("steps", ["connects", "handshake", "silent", "head", "body"])
async def test_the_deadline_holds_at_every_step(steps: str) -> None:
    def talk(connection: socket.socket) -> None:
        connection.settimeout(5)
        connection.recv(65_536)
        if steps == "head":
            connection.sendall(b"HTTP/1.1 200 OK\r\n")
        if steps == "body":
            connection.sendall(answer(b"{}", length=100))
        try:
            while connection.recv(65_536):
                pass
        except OSError:
            pass

    with listening(talk) as url:
        secure = steps == "handshake"
        async with own_transport() as transport:
            began = time.monotonic()
            request = post(url.replace("http", "https") if secure else url)
            lost = await sent(transport, request, timeout_s=0.2)
            assert time.monotonic() - began < 1.5
    assert isinstance(lost, Lost)
    assert (lost.sent, lost.timed_out) == (not secure, True)


async def test_what_comes_before_a_request_is_not_its_answer() -> None:
    """The connection is new: it has no answer that could be left over."""

    def talk(connection: socket.socket) -> None:
        connection.sendall(answer(OWN % b"EVIL"))
        connection.recv(65_536)
        connection.sendall(answer())

    with listening(talk) as url:
        connections = OwnConnections(1000)
        request, progress = get(url), Progress(handed_over=True)
        opened = connections.open_connection

        async def slowly(*args: object, **options: object) -> object:
            connection = await opened(*args, **options)
            await anyio.sleep(0.1)
            return connection

        connections.open_connection = slowly  # type: ignore[assignment]
        ended = await connections.exchange(request, progress, 2)
        await connections.aclose()
    assert isinstance(ended, Lost)
    assert not ended.sent


async def test_what_no_request_asked_for_ends_the_connection() -> None:
    with host(lambda number, head: [own(head), b" "]) as peer:
        async with own_transport() as transport:
            for number in range(3):
                assert await body(transport, get(peer.url, f"c{number}")) == OWN % b"c%d" % number
                await anyio.sleep(0.02)
    assert peer.connections == 3


@pytest.mark.parametrize(
    "more", ["Connection: close", "Keep-Alive: timeout=1", "Keep-Alive: timeout=0"]
)
async def test_a_connection_that_its_host_gives_up_is_not_kept(more: str) -> None:
    with host(lambda number, head: [answer(OWN % b"c1", "200 OK", more)]) as peer:
        async with own_transport() as transport:
            for _ in range(2):
                await body(transport, get(peer.url))
    assert peer.connections == 2


async def test_a_refusal_is_read_while_the_request_is_still_being_sent() -> None:
    done = threading.Event()

    def talk(connection: socket.socket) -> None:
        connection.recv(2_000)
        connection.sendall(answer(b'{"success":false}', "413 Too Large"))
        done.wait(5)

    with listening(talk) as url:
        async with own_transport() as transport:
            began = time.monotonic()
            reply = await sent(transport, post(url, LARGE), timeout_s=4)
            assert time.monotonic() - began < 2
        done.set()
    assert isinstance(reply, Reply)
    assert reply.status == 413


def in_two(data: bytes) -> bytes:
    """Two members of gzip, one behind the other."""
    return gzip.compress(data[:5]) + gzip.compress(data[5:])


def padded(data: bytes) -> bytes:
    """Filled up with zeros."""
    return gzip.compress(data) + bytes(1_000)


def without_header(data: bytes) -> bytes:
    """Deflated as some hosts do it."""
    return zlib.compress(data)[2:-4]


def twice(data: bytes) -> bytes:
    return gzip.compress(zlib.compress(data))


PACKS: list[tuple[str, Callable[[bytes], bytes]]] = [
    ("gzip", gzip.compress),
    ("x-gzip", gzip.compress),
    ("deflate", zlib.compress),
    ("deflate", without_header),
    ("gzip", in_two),
    ("gzip", padded),
    ("deflate, gzip", twice),
    ("identity", bytes),
    ("br", bytes),
]


@pytest.mark.parametrize(("encoding", "pack"), PACKS)
async def test_packed_bodies_are_unpacked(encoding: str, pack: Callable[[bytes], bytes]) -> None:
    data = bytes(range(256)) * 9_000
    packed = pack(data)
    named = f"Content-Encoding: {encoding}"
    with host(lambda number, head: [answer(packed, "200 OK", named)]) as peer:
        async with own_transport() as transport:
            assert await body(transport, get(peer.url)) == data


@pytest.mark.parametrize("cut", [1, 12, 500])
@pytest.mark.parametrize(
    ("encoding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)]
)
async def test_a_packed_body_that_was_cut_is_lost(
    encoding: str, pack: Callable[[bytes], bytes], cut: int
) -> None:
    packed = pack(os.urandom(2_000))[:-cut]
    named = f"Content-Encoding: {encoding}"
    with host(lambda number, head: [answer(packed, "200 OK", named)]) as peer:
        async with own_transport() as transport:
            lost = await sent(transport, get(peer.url))
    assert isinstance(lost, Lost)
    assert (lost.sent, lost.reason) == (True, CUT)


async def test_garbage_behind_a_packed_body_makes_it_lost() -> None:
    packed = gzip.compress(b"{}") + bytes(10) + b"garbage"
    named = "Content-Encoding: gzip"
    with host(lambda number, head: [answer(packed, "200 OK", named)]) as peer:
        async with own_transport() as transport:
            assert isinstance(await sent(transport, get(peer.url)), Lost)


async def test_many_members_of_gzip_do_not_outlast_the_deadline() -> None:
    packed = gzip.compress(b"") * 500_000
    named = "Content-Encoding: gzip"
    with host(lambda number, head: [answer(packed, "200 OK", named)]) as peer:
        async with own_transport() as transport:
            began = time.monotonic()
            lost = await sent(transport, get(peer.url), timeout_s=0.5)
            assert time.monotonic() - began < 1.5
    assert isinstance(lost, Lost)
    assert lost.timed_out


BOMB = gzip.compress(bytes(30_000_000))
TOO_LARGE = {
    "sized": answer(bytes(2_000_000)),
    "a length only": answer(b"", length=2_000_000),
    "endless": b"HTTP/1.1 200 OK\r\n\r\n" + bytes(2_000_000),
    "chunked": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffff\r\n" + bytes(2_000_000),
    "a bomb": answer(BOMB, "200 OK", "Content-Encoding: gzip"),
}


@pytest.mark.parametrize("kind", TOO_LARGE)
async def test_an_answer_larger_than_allowed_is_cut(kind: str) -> None:
    with host(lambda number, head: [TOO_LARGE[kind]]) as peer:
        transport = Transport(max_in_flight=1, http_client=None, max_answer_bytes=1_000_000)
        reply = await sent(transport, get(peer.url))
        await transport.aclose()
    assert isinstance(reply, Reply)
    assert reply.is_cut
    assert len(reply.body) <= 2_048


def test_a_loop_that_ends_closes_what_was_left_open() -> None:
    """pytest fails where a transport is left to the garbage collector."""
    with host(lambda number, head: [own(head)]) as peer:
        transport = Transport(max_in_flight=1, http_client=None)
        for is_last in (False, False, True):
            asyncio.run(_get(transport, peer.url, closes=is_last))


async def _get(transport: Transport, url: str, *, closes: bool) -> None:
    await body(transport, get(url))
    if closes:
        await transport.aclose()


FORK = """
import asyncio, os, sys
from gigstack_api import Gigstack
loop = asyncio.new_event_loop()
gig = Gigstack("k", base_url=sys.argv[1], timeout_s=3)
async def get(name): return (await gig.clients.get(name)).id
loop.run_until_complete(get("warm"))
child = os.fork()
names = [f"child{number}" if child == 0 else f"parent{number}" for number in range(6)]
if child: os.waitpid(child, 0)
wrong = []
for name in names:
    try: got = loop.run_until_complete(get(name))
    except Exception as error: got = type(error).__name__
    if got != name: wrong.append((name, got))
print("wrong" if wrong else "right", wrong, flush=True)
os._exit(0)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_child_shares_no_connection_with_its_parent(tmp_path: Path) -> None:
    with host(lambda number, head: [own(head)]) as peer:

        async def run() -> bytes:
            command = [sys.executable, "-W", "ignore", "-c", FORK, peer.url]
            return (await anyio.run_process(command)).stdout

        assert anyio.run(run) == b"right []\nright []\n"
    assert peer.connections >= 2
