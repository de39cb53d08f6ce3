"""Servers of this machine that treat each connection as told, on the running event loop."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeAlias

import anyio
import anyio.abc

Serve: TypeAlias = Callable[[anyio.abc.SocketStream], Awaitable[None]]
FOUND = b'{"data": {"id": "c"}}'


@asynccontextmanager
async def server(serve: Serve) -> AsyncGenerator[str, None]:
    """The base URL of a server. What breaks on a connection ends that connection only."""
    listener = await anyio.create_tcp_listener(local_host="127.0.0.1", local_port=0, backlog=1024)

    async def one(stream: anyio.abc.SocketStream) -> None:
        async with stream:
            try:
                await serve(stream)
            except (anyio.EndOfStream, anyio.BrokenResourceError, anyio.ClosedResourceError):
                return

    port = listener.extra(anyio.abc.SocketAttribute.local_port)
    async with listener, anyio.create_task_group() as group:
        group.start_soon(listener.serve, one)
        yield f"http://127.0.0.1:{port}/v2"
        group.cancel_scope.cancel()


async def read_request(stream: anyio.abc.SocketStream) -> bytes:
    """A whole request, once it has arrived.

    Raises:
        EndOfStream: the caller went away.
    """
    received = b""
    while b"\r\n\r\n" not in received:
        received += await stream.receive()
    head, _, body = received.partition(b"\r\n\r\n")
    length = next(
        (
            int(line[15:])
            for line in head.split(b"\r\n")
            if line.lower().startswith(b"content-length:")
        ),
        0,
    )
    while len(body) < length:
        body += await stream.receive()
    return head + b"\r\n\r\n" + body


def reply(body: bytes = FOUND, *headers: str, status: int = 200) -> bytes:
    """An answer as bytes."""
    lines = [
        f"HTTP/1.1 {status} Told",
        "Content-Type: application/json",
        f"Content-Length: {len(body)}",
        *headers,
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


async def answering(stream: anyio.abc.SocketStream) -> None:
    """Answers every request at once."""
    while True:
        await read_request(stream)
        await stream.send(reply())
