"""TCP and TLS streams for httpcore on asyncio, on real sockets against scripted peers."""

from __future__ import annotations

import asyncio
import select
import socket
import ssl
import struct
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import anyio
import anyio.abc
import httpcore
import pytest
import trustme
from anyio.lowlevel import checkpoint

from gigstack_api._core.http.asyncio_sockets import HELD_BYTES, Socket, Sockets
from gigstack_api._core.http.httpx_backend import tls
from gigstack_api._core.http.log_filters import suppress_http_logs
from gigstack_api._core.http.messages import Progress, sending
from tests.support.scripted_api import own_transport, post_request
from tests.support.tcp_server import (
    Connection,
    Script,
    close_at_once,
    over_tls,
    read_request,
    response,
    tcp_server,
)

AUTHORITY = trustme.CA()
MUCH = bytes(range(256)) * (HELD_BYTES // 16)


@pytest.fixture
def anyio_backend() -> str:
    """Only asyncio: on trio, httpcore uses its own streams."""
    return "asyncio"


@pytest.fixture(autouse=True)
def trust(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Makes our clients trust the certificate authority of these tests."""
    path = tmp_path_factory.mktemp("trust") / "ca.pem"
    AUTHORITY.cert_pem.write_to_path(str(path))
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    tls.cache_clear()


def encrypted(script: Script, *, names: str = "127.0.0.1") -> Script:
    """The same script inside TLS, with a certificate for these names."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    # typed by pyOpenSSL, where that is installed
    AUTHORITY.issue_cert(names).configure_cert(context)  # pyright: ignore[reportUnknownMemberType]
    return over_tls(script, context)


def port_of(base: str) -> int:
    return int(base.rpartition(":")[2])


@asynccontextmanager
async def connected(script: Script) -> AsyncGenerator[httpcore.AsyncNetworkStream, None]:
    """A connection to a peer that plays a script."""
    async with tcp_server(script) as base:
        stream = await Sockets().connect_tcp("127.0.0.1", port_of(base), timeout=2)
        try:
            yield stream
        finally:
            await stream.aclose()


def reset(connection: Connection) -> None:
    """Makes closing reset the connection, as when a program dies."""
    connection.extra(anyio.abc.SocketAttribute.raw_socket).setsockopt(
        socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0)
    )


@pytest.mark.anyio
async def test_bytes_arrive_both_ways_up_to_the_end() -> None:
    async def script(connection: Connection) -> None:
        await connection.send(b"<" + await connection.receive() + b">")

    async with connected(script) as stream:
        await stream.write(b"")
        await stream.write(b"ab")
        assert [
            await stream.read(3),
            await stream.read(3),
            await stream.read(3),
            await stream.read(3),
        ] == [b"<ab", b">", b"", b""]
        with pytest.raises(httpcore.WriteError):
            await stream.write(b"more")


class RecordingTransport(asyncio.Transport):
    """A transport that records writes, pauses and resumes."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[str] = []

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self.calls.append(bytes(data).decode())

    def pause_reading(self) -> None:
        self.calls.append("pause")

    def resume_reading(self) -> None:
        self.calls.append("resume")


@pytest.mark.anyio
async def test_reading_pauses_when_nothing_is_consumed() -> None:
    stream = Socket()
    stream.transport = recorder = RecordingTransport()
    for _ in range(4):
        stream.data_received(bytes(HELD_BYTES // 2))
    assert recorder.calls == ["pause"]
    await stream.read(HELD_BYTES)
    assert recorder.calls == ["pause"]
    await stream.read(1)
    assert recorder.calls == ["pause", "resume"]
    stream.data_received(bytes(HELD_BYTES))
    stream.connection_lost(None)
    while await stream.read(HELD_BYTES):
        pass
    assert recorder.calls == ["pause", "resume", "pause"]


@pytest.mark.anyio
async def test_a_slow_peer_makes_the_writer_wait() -> None:
    may_read, came = anyio.Event(), bytearray()

    async def script(connection: Connection) -> None:
        await may_read.wait()
        while len(came) < 2 * len(MUCH):
            came.extend(await connection.receive())
        await connection.send(b"all")

    async with connected(script) as stream:
        written = False
        async with anyio.create_task_group() as group:

            async def write() -> None:
                nonlocal written
                await stream.write(MUCH)
                await stream.write(MUCH)
                written = True

            group.start_soon(write)
            await anyio.wait_all_tasks_blocked()
            assert not written
            may_read.set()
        assert await stream.read(10) == b"all"
        assert bytes(came) == MUCH + MUCH


@pytest.mark.anyio
async def test_head_and_body_of_a_request_leave_together() -> None:
    stream = Socket()
    stream.transport = recorder = RecordingTransport()
    await stream.write(b"head ")
    await stream.write(b"body")
    stream.data_received(b"answer")
    assert await stream.read(10) == b"answer"
    await stream.write(b"next")
    stream.connection_lost(None)
    assert await stream.read(10) == b""
    assert recorder.calls == ["head body"]


@pytest.mark.anyio
async def test_a_request_counts_as_sent_once_a_byte_has_left() -> None:
    stream = Socket()
    stream.transport = RecordingTransport()
    with suppress_http_logs(Progress(handed_over=True)):
        progress = sending.get()
        assert progress is not None
        assert progress.sent  # assumed until the first write
        await stream.write(b"head")
        assert not progress.sent
        stream.data_received(b"answer")
        await stream.read(10)
        assert progress.sent

    with suppress_http_logs(late := Progress(handed_over=True)):
        await stream.write(b"next")
        stream.connection_lost(None)
        await stream.read(10)
        assert not late.sent


@pytest.mark.anyio
async def test_a_broken_connection_raises_for_reader_and_writer() -> None:
    may_end = anyio.Event()

    async def script(connection: Connection) -> None:
        reset(connection)
        await may_end.wait()

    async with connected(script) as stream, anyio.create_task_group() as group:

        async def read() -> None:
            with pytest.raises(httpcore.ReadError):
                await stream.read(10)

        async def write() -> None:
            with pytest.raises(httpcore.WriteError):
                await stream.write(MUCH + MUCH)

        group.start_soon(read)
        group.start_soon(write)
        await anyio.wait_all_tasks_blocked()
        may_end.set()


@pytest.mark.anyio
async def test_a_cancelled_read_loses_nothing() -> None:
    may_send = anyio.Event()

    async def script(connection: Connection) -> None:
        await may_send.wait()
        await connection.send(b"later")

    async with connected(script) as stream:
        with anyio.CancelScope() as scope:
            async with anyio.create_task_group() as group:
                group.start_soon(stream.read, 10)
                await anyio.wait_all_tasks_blocked()
                scope.cancel()
        may_send.set()
        assert await stream.read(10) == b"later"


@pytest.mark.parametrize("polls", [True, False])
@pytest.mark.anyio
async def test_an_idle_connection_sees_bytes_the_loop_has_not_read(
    polls: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not polls:  # as on Windows
        monkeypatch.delattr(select, "poll")
    with socket.create_server(("127.0.0.1", 0)) as listening:
        stream = await Sockets().connect_tcp("127.0.0.1", listening.getsockname()[1])
        other, _ = listening.accept()
        assert not stream.get_extra_info("is_readable")
        other.sendall(b"?")
        assert stream.get_extra_info("is_readable")
        assert await stream.read(1) == b"?"
        assert not stream.get_extra_info("is_readable")
        other.close()
        assert stream.get_extra_info("is_readable")
        assert stream.get_extra_info("peername")[0] == "127.0.0.1"
        await stream.aclose()
        await checkpoint()
        assert stream.get_extra_info("is_readable")


@pytest.mark.anyio
async def test_a_connection_with_a_closed_socket_is_readable() -> None:
    """asyncio's TLS closes the socket one loop iteration before it reports the end."""

    class Gone(asyncio.Transport):
        def get_extra_info(self, name: str, default: object = None) -> object:
            closed = socket.socket()
            closed.close()
            return {"socket": closed}.get(name, default)

    stream = Socket()
    stream.transport = Gone()
    assert stream.get_extra_info("is_readable")


@pytest.mark.anyio
async def test_a_write_the_system_takes_at_once_does_not_wait() -> None:
    async def script(connection: Connection) -> None:
        await connection.receive()

    async with connected(script) as stream:
        with anyio.CancelScope() as scope:
            scope.cancel()  # a write that waits would be cancelled
            await stream.write(bytes(HELD_BYTES))
        assert not scope.cancelled_caught


@pytest.mark.anyio
async def test_connecting_to_a_closed_port_is_a_connect_error() -> None:
    async with tcp_server(close_at_once) as base:
        pass
    with pytest.raises(httpcore.ConnectError) as caught:
        await Sockets().connect_tcp("127.0.0.1", port_of(base))
    assert isinstance(caught.value.__cause__, ConnectionRefusedError)


@pytest.mark.anyio
async def test_connecting_ends_at_its_timeout() -> None:
    async with tcp_server(lambda connection: anyio.sleep_forever()) as base:
        with pytest.raises(httpcore.ConnectTimeout):
            await Sockets().connect_tcp("127.0.0.1", port_of(base), timeout=0)
        stream = await Sockets().connect_tcp("127.0.0.1", port_of(base))
        with pytest.raises(httpcore.ConnectTimeout):
            await stream.start_tls(tls(), server_hostname="127.0.0.1", timeout=0.01)


@pytest.mark.anyio
async def test_a_peer_that_leaves_the_handshake_is_a_connect_error() -> None:
    async with connected(close_at_once) as stream:
        with pytest.raises(httpcore.ConnectError):
            await stream.start_tls(tls(), server_hostname="127.0.0.1", timeout=2)


@pytest.mark.anyio
async def test_a_handshake_without_a_transport_is_a_connect_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def start_tls(*_: object, **__: object) -> None:
        """What asyncio returns if the connection is lost just as the handshake ends."""

    async with connected(lambda connection: anyio.sleep_forever()) as stream:
        monkeypatch.setattr(asyncio.get_running_loop(), "start_tls", start_tls)
        with pytest.raises(httpcore.ConnectError):
            await stream.start_tls(tls(), server_hostname="127.0.0.1", timeout=2)


@pytest.mark.anyio
async def test_calls_go_over_tls_and_share_the_connection() -> None:
    connections = 0

    async def script(connection: Connection) -> None:
        nonlocal connections
        connections += 1
        for size in (2, len(MUCH)):
            await read_request(connection)
            await connection.send(response(MUCH[:size]))

    async with tcp_server(encrypted(script)) as base, own_transport() as transport:
        base = base.replace("http:", "https:")
        assert (await transport.send(post_request(base), timeout_s=5)).body == MUCH[:2]
        assert (await transport.send(post_request(base), timeout_s=5)).body == MUCH

    assert connections == 1


@pytest.mark.anyio
async def test_a_certificate_for_another_name_is_refused() -> None:
    script = encrypted(close_at_once, names="another.test")
    async with tcp_server(script) as base, own_transport() as transport:
        with pytest.raises(Exception, match="cannot connect: IP address mismatch") as caught:
            await transport.send(post_request(base.replace("http:", "https:")), timeout_s=5)
    assert not caught.value.sent  # type: ignore[attr-defined]  # it is a Lost
