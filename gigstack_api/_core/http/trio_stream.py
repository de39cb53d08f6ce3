"""Replies read piece by piece, on trio. What is not asked for stays with the system."""

from __future__ import annotations

import ssl

from .messages import Lost, Reply, Request
from .streams import StreamingConnection
from .trio_connection import TrioConnection, open_as
from .urls import Origin


async def open_stream(
    origin: Origin, trust: ssl.SSLContext | None, *, most: int, within_s: float
) -> TrioStream | Lost:
    """A new connection to a host, over TLS if `trust` is given, or why there is none."""
    return await open_as(TrioStream, origin, trust, most=most, within_s=within_s)


class TrioStream(TrioConnection, StreamingConnection):
    """A connection for one answer."""

    async def begin(self, request: Request) -> Reply | Lost:
        """Sends a request. The reply, its body still to come, or how it was lost."""
        view = self._start(request)
        if isinstance(view, Lost):
            return view
        await self._send(view)
        return await self._head()

    async def _wait_for_more(self) -> None:
        await self._receive_once()
