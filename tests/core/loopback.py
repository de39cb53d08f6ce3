"""Servers of this machine that treat a connection as a test tells, and a transport with sockets of
its own.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager

import anyio
import anyio.abc

from gigstack_api._core.http.messages import Request
from gigstack_api._core.http.transport import Transport

Serve = Callable[[anyio.abc.SocketStream], Awaitable[None]]


@asynccontextmanager
async def server(serve: Serve) -> AsyncGenerator[str, None]:
    """The base URL of a loopback server that treats each connection as told."""
    listener = await anyio.create_tcp_listener(local_host="127.0.0.1", local_port=0)

    async def one(stream: anyio.abc.SocketStream) -> None:
        async with stream:
            await serve(stream)

    async with listener, anyio.create_task_group() as group:
        group.start_soon(listener.serve, one)
        yield f"http://127.0.0.1:{listener.extra(anyio.abc.SocketAttribute.local_port)}"
        group.cancel_scope.cancel()


@asynccontextmanager
async def own(most: int = 50) -> AsyncGenerator[Transport, None]:
    """A transport with connections of its own, closed at the end."""
    transport = Transport(max_in_flight=most, http_client=None)
    try:
        yield transport
    finally:
        await transport.aclose()


def post(base: str, path: str = "/things") -> Request:
    return Request("POST", f"{base}{path}", {"Content-Type": "application/json"}, b'{"a":1}')


async def read_request(stream: anyio.abc.SocketStream) -> bytes:
    """A request with the small body of these tests."""
    received = b""
    while b"\r\n\r\n" not in received or (
        received.startswith(b"POST") and not received.endswith(b"}")
    ):
        received += await stream.receive()
    return received


def reply(body: bytes, *headers: str, length: int | None = None) -> bytes:
    lines = [
        "HTTP/1.1 200 OK",
        f"Content-Length: {len(body) if length is None else length}",
        *headers,
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body
