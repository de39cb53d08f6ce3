"""A TCP server on this machine that plays a script on every connection.

A script is a coroutine function that takes one connection and holds the server's side of the
conversation. It reads and sends bytes in any order and of any shape, right or wrong:

    async def script(connection: Connection) -> None:
        await read_request(connection)  # waits for a whole request: head and body
        await connection.send(response(b'{"data": {"id": "c"}}'))  # a whole response
        await read_request(connection)  # the next request on the same connection
        await connection.send(response(b'{"data": ', length=100))  # cut: 91 bytes never come

    async with tcp_server(script) as url:  # "http://127.0.0.1:<port>"
        ...

When the script returns, the server closes the connection. So returning early cuts a response,
`anyio.sleep_forever()` stays silent, and two responses in one `send` leave bytes on the connection.
A client that goes away ends the script, not the test; any other exception of a script fails it.

The server runs on the event loop of the test (asyncio or trio). It knows nothing of this package.
"""

from __future__ import annotations

import re
import ssl
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from random import Random
from typing import TypeAlias

import anyio
import anyio.abc
from anyio.streams.tls import TLSStream

Connection: TypeAlias = anyio.abc.ByteStream
Script: TypeAlias = Callable[[Connection], Awaitable[None]]

CONTENT_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
RANGE = re.compile(rb"\r\nrange: bytes=(\d+)-\r", re.IGNORECASE)
LARGE_FILE = b"PK\x03\x04" + Random(7).randbytes(600_000)


@asynccontextmanager
async def tcp_server(script: Script) -> AsyncGenerator[str, None]:
    """The origin of a running server, without a path. The server ends with the block."""
    listener = await anyio.create_tcp_listener(local_host="127.0.0.1", local_port=0, backlog=1024)

    async def play(connection: anyio.abc.SocketStream) -> None:
        async with connection:
            try:
                await script(connection)
            except (anyio.EndOfStream, anyio.BrokenResourceError, anyio.ClosedResourceError):
                return  # the client went away

    async with listener, anyio.create_task_group() as group:
        group.start_soon(listener.serve, play)
        yield f"http://127.0.0.1:{listener.extra(anyio.abc.SocketAttribute.local_port)}"
        group.cancel_scope.cancel()


def over_tls(script: Script, context: ssl.SSLContext) -> Script:
    """The same script inside TLS. A client that ends the handshake ends the conversation."""

    async def play(connection: Connection) -> None:
        try:
            encrypted = await TLSStream.wrap(
                connection, server_side=True, ssl_context=context, standard_compatible=False
            )
        except ssl.SSLError:
            return  # the client refused the certificate

        async with encrypted:
            await script(encrypted)

    return play


def tunnel_to(script: Script, context: ssl.SSLContext) -> Script:
    """A proxy that opens a tunnel to a host of its own, which plays a script inside TLS."""

    async def play(connection: Connection) -> None:
        await read_request(connection)
        await connection.send(b"HTTP/1.1 200 Connected\r\n\r\n")
        await over_tls(script, context)(connection)

    return play


async def close_at_once(connection: Connection) -> None:
    """A script that reads nothing and says nothing."""


async def read_request(connection: Connection) -> bytes:
    """A whole request, head and body, once it has arrived. Its body must have a length.

    Raises:
        EndOfStream: the client went away.
    """
    received = b""
    while b"\r\n\r\n" not in received:
        received += await connection.receive()

    head, _, body = received.partition(b"\r\n\r\n")
    length = CONTENT_LENGTH.search(head)
    while length and len(body) < int(length[1]):
        body += await connection.receive()
    return head + b"\r\n\r\n" + body


def response(body: bytes, *headers: str, status: int = 200, length: int | None = None) -> bytes:
    """A response as bytes. `length` announces another length than that of the body."""
    lines = [
        f"HTTP/1.1 {status} Scripted",
        f"Content-Length: {len(body) if length is None else length}",
        *headers,
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def json_response(body: bytes = b'{"data": {}}', *headers: str, status: int = 200) -> bytes:
    """A JSON response as bytes."""
    return response(body, "Content-Type: application/json", *headers, status=status)


class Answering:
    """A script that gives every request the same response, and keeps the requests."""

    def __init__(self, answer: bytes = json_response()) -> None:
        self.requests: list[bytes] = []
        self.connections = 0
        self._answer = answer

    async def __call__(self, connection: Connection) -> None:
        self.connections += 1
        while True:
            self.requests.append(await read_request(connection))
            await connection.send(self._answer)


class FileHost:
    """A script that serves one file and cuts connections, one request per connection.

    `cuts` holds the number of bytes after which each connection ends, head included; after the last
    of them the file is served whole. With `ranges`, a request for the rest of the file gets a 206.
    The requests are kept.
    """

    def __init__(
        self, content: bytes = LARGE_FILE, *, cuts: Iterable[int] = (), ranges: bool = True
    ) -> None:
        self.content = content
        self.requests: list[bytes] = []
        self._cuts = iter(cuts)
        self._ranges = ranges

    async def __call__(self, connection: Connection) -> None:
        request = await read_request(connection)
        self.requests.append(request)
        answer = memoryview(self._answer(request))[: next(self._cuts, None)]
        for start in range(0, len(answer), 65_536):
            await connection.send(bytes(answer[start : start + 65_536]))

    def _answer(self, request: bytes) -> bytes:
        asked = RANGE.search(request) if self._ranges else None
        if asked is None:
            return response(self.content, 'ETag: "v1"')
        start, total = int(asked[1]), len(self.content)
        place = f"Content-Range: bytes {start}-{total - 1}/{total}"
        return response(self.content[start:], 'ETag: "v1"', place, status=206)
