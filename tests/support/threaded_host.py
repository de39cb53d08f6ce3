"""A TCP host on threads of its own, which answers with the bytes that a test gives it.

It needs no event loop: `tcp_server` runs on that of the test, which does not do where the test is
about event loops. On uvloop, a peer on the same loop reads more than a test expects.
"""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager, suppress

from attrs import Factory, define

OWN = b'{"success":true,"data":{"id":"%s"}}'

Respond = Callable[[int, bytes], Iterable[bytes] | None]
"""The segments that answer a request, by its number (from 1) and its head. None closes the
connection.
"""


@define
class Host:
    """A running host, and the requests it received."""

    url: str
    heads: list[bytes] = Factory(list[bytes])
    connections: int = 0
    last: socket.socket | None = None

    def send(self, data: bytes) -> None:
        """Sends something on the connection of the last request."""
        assert self.last is not None
        self.last.sendall(data)

    @property
    def paths(self) -> list[str]:
        """The last part of each path that was asked for."""
        return [head.split(b" ")[1].decode().rpartition("/")[2] for head in self.heads]


def answer(
    body: bytes = OWN % b"c1",
    status: str = "200 OK",
    *headers: str,
    length: int | None = None,
) -> bytes:
    """An answer. `length` announces another length than that of the body."""
    named = len(body) if length is None else length
    lines = [f"HTTP/1.1 {status}", "Content-Type: application/json", f"Content-Length: {named}"]
    return "\r\n".join([*lines, *headers]).encode() + b"\r\n\r\n" + body


def own(head: bytes) -> bytes:
    """The answer to a request: a client whose id is the last part of the path."""
    name = head.split(b" ")[1].partition(b"?")[0].rpartition(b"/")[2]
    return answer(OWN % name)


@contextmanager
def host(
    respond: Respond, *, over: ssl.SSLContext | None = None, address: str = "127.0.0.1"
) -> Generator[Host, None, None]:
    """A host that answers with what `respond` gives, over TLS if there is a context."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.create_server((address, 0), family=family) as listener:
        scheme, name = (
            "http" if over is None else "https",
            f"[{address}]" if ":" in address else address,
        )
        found = Host(f"{scheme}://{name}:{listener.getsockname()[1]}/v2")
        open_ones: list[socket.socket] = []
        threads: list[threading.Thread] = []

        def accept() -> None:
            with suppress(OSError):
                while True:
                    connection, _ = listener.accept()
                    open_ones.append(connection)
                    found.connections += 1
                    threads.append(threading.Thread(target=serve, args=(connection,)))
                    threads[-1].start()

        def serve(connection: socket.socket) -> None:
            with suppress(OSError), connection:
                if over is None:
                    _answer_all(connection, respond, found)
                    return
                with over.wrap_socket(connection, server_side=True) as encrypted:
                    open_ones.append(encrypted)
                    _answer_all(encrypted, respond, found)

        accepting = threading.Thread(target=accept)
        accepting.start()
        try:
            yield found
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            accepting.join(5)
            for connection in open_ones:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
            for thread in threads:
                thread.join(5)


def _answer_all(connection: socket.socket, respond: Respond, found: Host) -> None:
    received = b""
    while True:
        while b"\r\n\r\n" not in received:
            received += (more := connection.recv(65_536))
            if not more:
                return
        head, _, received = received.partition(b"\r\n\r\n")
        left = _length_in(head)
        while len(received) < left:
            received += connection.recv(1 << 20)
        received = received[left:]
        found.last = connection
        found.heads.append(head)
        segments = respond(len(found.heads), head)
        if segments is None:
            return
        for segment in segments:
            connection.sendall(segment)


def _length_in(head: bytes) -> int:
    lines = [line.lower() for line in head.split(b"\r\n")]
    return next((int(line[15:]) for line in lines if line.startswith(b"content-length:")), 0)
