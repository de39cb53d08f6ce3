"""A process of hosts and proxies that answer without end, slowly or too much.

It is a process of its own: what it does takes no time from the event loop that is measured.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TypeAlias

from ..harness.calls import CLIENT_JSON
from ..harness.setups import certificates, tls_of_host

Flood: TypeAlias = Callable[[socket.socket], None]
"""Sends the answer to a request that was read."""

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
INTERIM = b"HTTP/1.1 102 Processing\r\n\r\n"
PAUSE_S = 0.001


def _answer(connection: socket.socket) -> None:
    connection.sendall(HEAD + b"Content-Length: %d\r\n\r\n" % len(CLIENT_JSON) + CLIENT_JSON)


def _drip(data: bytes, connection: socket.socket) -> None:
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    for byte in data:
        connection.sendall(bytes([byte]))
        time.sleep(PAUSE_S)


def _repeat(head: bytes, part: bytes, connection: socket.socket) -> None:
    connection.sendall(head)
    while True:
        connection.sendall(part)


def _chunk(size: int) -> bytes:
    return b"%x\r\n" % size + b" " * size + b"\r\n"


def _bomb(connection: socket.socket) -> None:
    """1 MiB of gzip that holds 1 GiB: one packed MiB, again and again, ready before a deadline."""
    packing = zlib.compressobj(9, wbits=31)
    first = packing.compress(bytes(1 << 20)) + packing.flush(zlib.Z_FULL_FLUSH)
    next_ = packing.compress(bytes(1 << 20)) + packing.flush(zlib.Z_FULL_FLUSH)
    packed = first + next_ * 1023 + packing.flush()
    length = b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(packed)
    connection.sendall(HEAD + length + packed)


SLOW_BODY = HEAD + b"Content-Length: 60000\r\n\r\n" + b" " * 60_000

FLOODS: Mapping[str, Flood] = {
    "nothing": lambda connection: time.sleep(60),
    "single bytes": partial(_drip, SLOW_BODY),
    "bytes of a chunked body": partial(_drip, CHUNKED + _chunk(1) * 10_000),
    "endless 1xx": partial(_repeat, b"", INTERIM * 2000),
    "endless head": partial(_repeat, HEAD, b"X-Field: value\r\n" * 2000),
    "tiny chunks": partial(_repeat, CHUNKED, _chunk(1) * 8000),
    "endless body": partial(_repeat, CHUNKED, _chunk(65_536)),
    "gzip bomb": _bomb,
}
"""What an API may do instead of answering."""


def _open_slowly(connection: socket.socket) -> None:
    _drip(b"HTTP/1.1 200 Connected\r\n" + b"X: y\r\n" * 10_000, connection)


def _open_silently(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
    time.sleep(60)


PROXIES: Mapping[str, Flood] = {
    "no tunnel": lambda connection: time.sleep(60),
    "a tunnel, byte by byte": _open_slowly,
    "endless 1xx, no tunnel": partial(_repeat, b"", INTERIM * 2000),
    "no TLS in the tunnel": _open_silently,
}
"""What a proxy may do instead of opening its tunnel."""

ANSWER = "an answer"
NAMES = (ANSWER, *FLOODS)


@contextmanager
def flood_host() -> Generator[tuple[dict[str, str], dict[str, str], str], None, None]:
    """The URLs of the hosts and of the proxies, by name, and the folder of their certificates.

    The proxies include one for each flood, which opens its tunnel to it.
    """
    processes = get_context("spawn")
    ours, theirs = processes.Pipe()
    with certificates() as folder:
        process = processes.Process(target=_serve, args=(theirs, folder), daemon=True)
        process.start()
        try:
            hosts, proxies = ours.recv()
            yield hosts, proxies, folder
        finally:
            process.terminate()
            process.join()
            ours.close()
            theirs.close()


def _serve(parent: Connection, folder: str) -> None:
    """Serves until it is terminated."""
    floods = {ANSWER: _answer, **FLOODS}
    context = tls_of_host(folder)
    hosts = {name: _listen(flood) for name, flood in floods.items()}
    tunnels = {name: _listen(partial(_tunnel, context, flood)) for name, flood in floods.items()}
    proxies = {name: _listen(flood) for name, flood in PROXIES.items()}
    parent.send((hosts, tunnels | proxies))
    threading.Event().wait()


def _tunnel(context: ssl.SSLContext, flood: Flood, connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
    with context.wrap_socket(connection, server_side=True) as encrypted:
        _read_request(encrypted)
        flood(encrypted)


def _listen(flood: Flood) -> str:
    """The URL of a host that answers every request with a flood."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=256)

    def play(connection: socket.socket) -> None:
        with suppress(OSError), connection:
            while _read_request(connection):
                flood(connection)

    def accept() -> None:
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=play, args=(connection,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    return f"http://127.0.0.1:{listener.getsockname()[1]}"


def _read_request(connection: socket.socket) -> bool:
    """Whether a request came, with its head and the body that it announces."""
    received = b""
    while b"\r\n\r\n" not in received:
        more = connection.recv(65_536)
        if not more:
            return False
        received += more
    head, _, body = received.partition(b"\r\n\r\n")
    lines = [line.lower() for line in head.split(b"\r\n")]
    length = next((int(line[15:]) for line in lines if line.startswith(b"content-length:")), 0)
    while len(body) < length:
        body += connection.recv(65_536)
    return True
