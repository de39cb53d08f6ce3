"""A single connection: a transport of httpx without its pool."""

from __future__ import annotations

import httpcore
import httpx
from sniffio import current_async_library

from .asyncio_sockets import Sockets
from .httpx_backend import KEPT_S, tls


class Connection(httpx.AsyncHTTPTransport):
    """Sends one request at a time, and reuses its connection if possible.

    It is a transport of httpx, so that libraries that replace those in tests (pytest-httpx, respx)
    replace it too.
    """

    def __init__(self) -> None:
        self._pool = _Line()  # type: ignore[assignment]  # of a pool, httpx uses these two methods


class _Line:
    """One connection after the other; a new one is made when the last cannot be reused.

    The pool of httpcore does the same for many connections, and takes a fifth of a call for it.
    """

    def __init__(self) -> None:
        self._connection: httpcore.AsyncHTTPConnection | None = None

    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        connection = self._connection
        if connection is None or not _is_ready(connection, request.url.origin):
            await self.aclose()
            connection = self._connection = _connection_to(request.url.origin)
        if current_async_library() == "asyncio":
            # Our own sockets report how far the request got, at a tenth of the cost.
            request.extensions.pop("trace", None)  # pyright: ignore[reportUnknownMemberType]
        return await connection.handle_async_request(request)

    async def aclose(self) -> None:
        if self._connection is not None:
            await self._connection.aclose()


def _is_ready(connection: httpcore.AsyncHTTPConnection, origin: httpcore.Origin) -> bool:
    return (
        connection.can_handle_request(origin)
        and connection.is_available()
        and not connection.has_expired()
    )


def _connection_to(origin: httpcore.Origin) -> httpcore.AsyncHTTPConnection:
    backend = Sockets() if current_async_library() == "asyncio" else None
    trust = tls() if origin.scheme == b"https" else None
    return httpcore.AsyncHTTPConnection(
        origin, ssl_context=trust, keepalive_expiry=KEPT_S, network_backend=backend
    )
