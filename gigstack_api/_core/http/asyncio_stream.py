"""Replies read piece by piece, on any asyncio loop."""

from __future__ import annotations

import asyncio
import ssl

from .asyncio_connection import AsyncioConnection, open_as
from .messages import Lost, Progress, Reply, Request
from .streams import StreamingConnection
from .urls import Origin

WAITING_BYTES = 256 * 1024
"""How much of a body may wait to be taken before the host has to wait."""


async def open_stream(
    origin: Origin, trust: ssl.SSLContext | None, *, most: int, within_s: float
) -> AsyncioStream | Lost:
    """A new connection to a host, over TLS if `trust` is given, or why there is none."""
    return await open_as(AsyncioStream, origin, trust, most=most, within_s=within_s)


class AsyncioStream(AsyncioConnection, StreamingConnection):
    """A connection for one answer. The host waits while nobody takes what has arrived."""

    _is_paused = False

    async def begin(self, request: Request) -> Reply | Lost:
        """Sends a request. The reply, its body still to come, or how it was lost."""
        return self._send(request, Progress()) or await self._head()

    async def piece(self) -> bytes | Lost:
        """The next bytes of the body, as they were sent; empty at its end."""
        piece = await super().piece()
        if self._is_paused and not self.transport.is_closing():
            self._is_paused = False
            self.transport.resume_reading()
        return piece

    async def _wait_for_more(self) -> None:
        self._waiting = asyncio.get_running_loop().create_future()
        try:
            await self._waiting
        finally:
            self._waiting = None

    def data_received(self, data: bytes) -> None:
        """Takes bytes. Too many of them end the reading for a while."""
        super().data_received(data)
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(None)
        if self._http.untaken_bytes >= WAITING_BYTES and not self.transport.is_closing():
            self._is_paused = True
            self.transport.pause_reading()
