"""Bodies read piece by piece over our own connections: `download_to` without httpx."""

from __future__ import annotations

import socket
import ssl
import subprocess
import sys
import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import anyio
import anyio.to_thread
import pytest
import trustme
from anyio.lowlevel import checkpoint

from gigstack_api import Gigstack, RetryPolicy
from gigstack_api._core.http import asyncio_connection, trio_connection
from gigstack_api._core.http.connecting import tls
from gigstack_api._core.http.decoding import CUT
from gigstack_api._core.http.messages import Lost, Progress, Reply, Request
from gigstack_api._core.http.streams import OwnFileClient, StreamingReply
from gigstack_api._core.http.urls import split_url
from tests.support.threaded_host import answer, host, own

from .test_own_connections import listening

pytestmark = pytest.mark.anyio
AUTHORITY = trustme.CA()
MIB = 1024 * 1024
FILE = b"%PDF-1.7\n" + bytes(range(256)) * 40_000
EVIL = answer(b"EVIL")


@pytest.fixture(autouse=True)
def trust(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Makes our clients trust the certificate authority of these tests."""
    AUTHORITY.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    tls.cache_clear()


def server_tls(*, secure: bool = True) -> ssl.SSLContext | None:
    if not secure:
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    AUTHORITY.issue_cert("127.0.0.1").configure_cert(context)  # pyright: ignore[reportUnknownMemberType] - typed by pyOpenSSL, where that is
    return context


async def begin(url: str, *, silence_s: float = 5) -> StreamingReply:
    reply = await OwnFileClient().get(url, {"Accept-Encoding": "identity"}, silence_s=silence_s)
    assert isinstance(reply, StreamingReply), reply
    return reply


async def rest(reply: StreamingReply) -> tuple[bytes, Lost | None]:
    """The body from here on, and how it was lost."""
    pieces: list[bytes] = []
    try:
        while piece := await reply.piece():
            if isinstance(piece, Lost):
                return b"".join(pieces), piece
            pieces.append(piece)
        return b"".join(pieces), None
    finally:
        await reply.aclose()


@pytest.mark.parametrize("secure", [False, True])
@pytest.mark.parametrize("framing", ["sized", "chunked", "to the end"])
async def test_a_body_comes_in_pieces_whatever_its_framing(secure: bool, framing: str) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n"
    chunks = [FILE[at : at + 50_000] for at in range(0, len(FILE), 50_000)]
    whole = {
        "sized": head + b"Content-Length: %d\r\n\r\n" % len(FILE) + FILE,
        "chunked": head
        + b"Transfer-Encoding: chunked\r\n\r\n"
        + b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks)
        + b"0\r\n\r\n",
        "to the end": head + b"\r\n" + FILE,
    }[framing]

    def respond(number: int, request: bytes) -> Sequence[bytes] | None:
        connection = peer.last
        assert connection is not None
        connection.sendall(whole)
        if framing != "to the end":
            return []
        if isinstance(connection, ssl.SSLSocket):
            connection.unwrap()
        return None

    with host(respond, over=server_tls(secure=secure)) as peer:
        reply = await begin(peer.url)
        assert reply.reply.media_type == "application/pdf"
        assert await rest(reply) == (FILE, None)
    assert b"\r\nConnection: close" in peer.heads[0]
    assert peer.heads[0].count(b"Accept-Encoding") == 1


async def test_an_end_that_tls_did_not_announce_is_a_cut() -> None:
    def respond(number: int, request: bytes) -> Sequence[bytes] | None:
        assert peer.last is not None
        peer.last.sendall(b"HTTP/1.1 200 OK\r\n\r\n%PDF-1.7")
        return None

    with host(respond, over=server_tls()) as peer:
        whole, lost = await rest(await begin(peer.url))
    assert (whole, lost and lost.reason) == (b"%PDF-1.7", CUT)


async def test_what_arrived_before_a_cut_is_given_first() -> None:
    def talk(connection: socket.socket) -> None:
        connection.recv(65_536)
        connection.sendall(answer(FILE, length=len(FILE) + 1))

    with listening(talk) as url:
        whole, lost = await rest(await begin(url))
    assert whole == FILE
    assert lost is not None


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (b"", CUT),
        (b"HTTP/1.1 200 OK\r\nContent-", CUT),
        (b"SSH-2.0\r\n", "the response is not valid HTTP: the head is malformed"),
    ],
)
async def test_an_answer_without_a_head_is_lost(said: bytes, reason: str) -> None:
    def talk(connection: socket.socket) -> None:
        connection.recv(65_536)
        connection.sendall(said)

    with listening(talk) as url:
        lost = await OwnFileClient().get(url, {}, silence_s=5)
    assert isinstance(lost, Lost)
    assert (lost.reason, lost.sent) == (reason, True)


async def test_a_host_that_is_not_there_was_sent_nothing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        url = f"http://127.0.0.1:{gone.getsockname()[1]}"
    lost = await OwnFileClient().get(url, {}, silence_s=5)
    assert isinstance(lost, Lost)
    assert (lost.reason, lost.sent) == ("cannot connect: Connection refused", False)


async def test_bytes_behind_a_file_are_dropped_with_its_connection(tmp_path: Path) -> None:
    def respond(number: int, request: bytes) -> Sequence[bytes]:
        return [answer(FILE) + EVIL] if b"/file " in request else [own(request)]

    with host(respond) as peer:
        async with Gigstack("k", base_url=peer.url) as gig:
            for name in ("c1", "c2"):
                assert (await gig.clients.get(name)).id == name
                path = await gig.download_to(f"{peer.url}/file", tmp_path / "a.pdf")
                assert path.read_bytes() == FILE
    assert peer.connections == 3  # one for the calls, one for each file


@pytest.mark.parametrize("secure", [False, True])
async def test_a_host_waits_for_a_reader_that_is_slow(secure: bool) -> None:
    """It gets rid of what fits into the buffers of both systems and ours, and of no more."""
    size = 64 * MIB
    blocked = threading.Event()
    sent = 0

    def respond(number: int, request: bytes) -> Sequence[bytes]:
        nonlocal sent
        connection = peer.last
        assert connection is not None
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % size)
        connection.settimeout(0.5)
        try:
            while sent < size:
                sent += connection.send(b"x" * 65_536)
        except TimeoutError:
            blocked.set()
        connection.settimeout(10)
        # TLS sends a record that it could not send once more.
        while sent < size:
            sent += connection.send(b"x" * min(65_536, size - sent))
        return []

    with host(respond, over=server_tls(secure=secure)) as peer:
        reply = await begin(peer.url)
        with anyio.fail_after(10):
            await anyio.to_thread.run_sync(blocked.wait, abandon_on_cancel=True)
        assert sent < size // 2
        arrived = 0
        while piece := await reply.piece():
            assert isinstance(piece, bytes)
            arrived += len(piece)
        await reply.aclose()
    assert arrived == size


@pytest.mark.parametrize("said", [b"", b"HTTP/1.1 200 OK\r\n\r\n"], ids=["head", "body"])
async def test_a_silent_host_is_given_up(said: bytes) -> None:
    def talk(connection: socket.socket) -> None:
        connection.recv(65_536)
        connection.sendall(said)
        connection.recv(65_536)  # until the client is gone

    with listening(talk) as url:
        reply = await OwnFileClient().get(url, {}, silence_s=0.2)
        lost = reply if isinstance(reply, Lost) else await reply.piece()
        if isinstance(reply, StreamingReply):
            await reply.aclose()
        await checkpoint()  # asyncio closes sockets a turn later
        await checkpoint()
    assert isinstance(lost, Lost)
    assert (lost.timed_out, lost.sent) == (True, True)


@pytest.mark.parametrize("turns", range(0, 60, 4))
@pytest.mark.parametrize("secure", [False, True])
async def test_a_download_cancelled_at_any_step_leaves_nothing(
    tmp_path: Path, turns: int, secure: bool
) -> None:
    """pytest fails where a socket is left open."""
    with host(lambda number, head: [answer(FILE)], over=server_tls(secure=secure)) as peer:
        gig = Gigstack("k", base_url=peer.url)
        async with gig, anyio.create_task_group() as group:
            group.start_soon(gig.download_to, f"{peer.url}/f", tmp_path / "f.pdf")
            for _ in range(turns):
                await checkpoint()
            group.cancel_scope.cancel()
    assert {path.name for path in tmp_path.iterdir()} <= {"ca.pem", "f.pdf"}


@pytest.mark.parametrize("streams", [False, True])
@pytest.mark.parametrize("secure", [False, True])
@pytest.mark.parametrize("says", [EVIL, b""], ids=["something", "the end"])
async def test_a_host_that_speaks_first_is_sent_nothing(
    anyio_backend_name: str, streams: bool, secure: bool, says: bytes
) -> None:
    has_spoken = threading.Event()
    heard: list[bytes] = []

    def speak(connection: socket.socket) -> None:
        if (over := server_tls(secure=secure)) is not None:
            over.num_tickets = 0  # without their acknowledgement nothing more would leave
            connection = over.wrap_socket(connection, server_side=True)
        with connection:
            connection.sendall(says)
            if not says:
                connection.shutdown(socket.SHUT_WR)
            has_spoken.set()
            heard.append(connection.recv(65_536))

    module = trio_connection if anyio_backend_name == "trio" else asyncio_connection
    with listening(speak) as url:
        origin, _ = split_url(f"{url}/f")
        trust = tls() if secure else None
        kind: Any = partial(module.open_as, module.Stream) if streams else module.open_connection
        opened = await kind(origin, trust, most=99, within_s=5)
        await checkpoint()  # uvloop ends the handshake a turn later
        assert has_spoken.wait(5)
        request = Request("GET", f"{url}/f", {}, None)
        lost = await (
            opened.begin(request)
            if streams
            else opened.exchange(request, Progress(handed_over=True), 5)
        )
        await opened.aclose()
        await checkpoint()
    assert isinstance(lost, Lost)
    assert not lost.sent
    assert heard in ([b""], [])


@pytest.mark.parametrize("tickets", [0, 2, 50])
async def test_tickets_of_tls_are_not_taken_for_an_answer(tickets: int) -> None:
    over = server_tls()
    assert over is not None
    over.num_tickets = tickets
    with host(lambda number, head: [own(head)], over=over) as peer:
        async with Gigstack("k", base_url=peer.url, retries=RetryPolicy.none()) as gig:
            for name in ("c1", "c2"):
                assert (await gig.clients.get(name)).id == name


async def test_a_refusal_is_read_to_its_limit() -> None:
    with host(lambda number, head: [answer(b"x" * 300_000, "404 Not Found")]) as peer:
        reply = await begin(peer.url)
        refusal = await reply.refusal()
        await reply.aclose()
    assert isinstance(refusal, Reply)
    assert (refusal.status, refusal.body) == (404, b"x" * 2048)


PROGRAM = """
import asyncio, sys
from gigstack_api import Gigstack, RetryPolicy
async def main():
    async with Gigstack("k", base_url=sys.argv[1]) as gig:
        await gig.download_to(sys.argv[1] + "/f", sys.argv[2])
asyncio.run(main())
print([name for name in ("httpx", "httpcore", "h11") if name in sys.modules])
"""


def test_a_download_loads_no_http_library(tmp_path: Path) -> None:
    def respond(number: int, request: bytes) -> Sequence[bytes]:
        return [answer(FILE)]

    with host(respond) as peer:
        printed = subprocess.run(
            [sys.executable, "-c", PROGRAM, peer.url, str(tmp_path / "f.pdf")],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    assert printed == "[]\n"
    assert (tmp_path / "f.pdf").read_bytes() == FILE
