"""TCP servers on this machine that handle each connection with a given function, on the running
event loop.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeAlias

import anyio
import anyio.abc

Handler: TypeAlias = Callable[[anyio.abc.SocketStream], Awaitable[None]]
CLIENT_JSON = b'{"data": {"id": "c"}}'


@asynccontextmanager
async def tcp_server(handler: Handler) -> AsyncGenerator[str, None]:
    """The base URL of a server. A broken connection ends that connection only."""
    listener = await anyio.create_tcp_listener(local_host="127.0.0.1", local_port=0, backlog=1024)

    async def handle(stream: anyio.abc.SocketStream) -> None:
        async with stream:
            try:
                await handler(stream)
            except (anyio.EndOfStream, anyio.BrokenResourceError, anyio.ClosedResourceError):
                return

    port = listener.extra(anyio.abc.SocketAttribute.local_port)
    async with listener, anyio.create_task_group() as group:
        group.start_soon(listener.serve, handle)
        yield f"http://127.0.0.1:{port}/v2"
        group.cancel_scope.cancel()


async def read_request(stream: anyio.abc.SocketStream) -> bytes:
    """Reads one whole request.

    Raises:
        EndOfStream: the caller closed the connection.
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


def json_reply(body: bytes = CLIENT_JSON, *headers: str, status: int = 200) -> bytes:
    """A JSON reply as bytes."""
    lines = [
        f"HTTP/1.1 {status} Scripted",
        "Content-Type: application/json",
        f"Content-Length: {len(body)}",
        *headers,
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


async def answer_at_once(stream: anyio.abc.SocketStream) -> None:
    """Answers every request immediately with a client."""
    while True:
        await read_request(stream)
        await stream.send(json_reply())
