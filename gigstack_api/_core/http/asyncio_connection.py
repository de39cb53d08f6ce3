"""HTTP/1.1 connections on any asyncio loop."""

from __future__ import annotations

import asyncio
import ssl
from time import monotonic
from typing import TypeVar, cast

from .connecting import Connected, connect, has_arrived
from .connection import HttpConnection
from .failures import os_error_text
from .messages import LATE, Lost, Progress, Reply, Request
from .streams import StreamingConnection
from .urls import Origin, split_url

C = TypeVar("C", bound="AsyncioConnection")

MOST_TURNS = 100  # of the event loop, that a host may speak before it is asked something
WAITING_BYTES = 256 * 1024  # of a body, before the host has to wait


async def open_connection(
    origin: Origin, trust: ssl.SSLContext | None, *, most: int, within_s: float
) -> AsyncioConnection | Lost:
    """A new connection to a host, over TLS if `trust` is given, or why there is none."""
    return await open_as(AsyncioConnection, origin, trust, most=most, within_s=within_s)


async def open_as(
    kind: type[C], origin: Origin, trust: ssl.SSLContext | None, *, most: int, within_s: float
) -> C | Lost:
    """A new connection of a kind, or why there is none."""
    connection: C | None = None
    limit = asyncio.timeout(within_s)
    try:
        async with limit:
            connection = await connect(lambda: kind(most), origin.host, origin.port)
            if trust is not None:
                await connection.start_tls(trust, origin.host)
            opened, connection = connection, None
            return opened
    except OSError as error:
        if limit.expired():
            return Lost("timed out connecting", sent=False, timed_out=True)
        message = os_error_text(error)
        reason = f"cannot connect: {message}" if message else "cannot connect"
    finally:
        if connection is not None:  # cancelled, or TLS failed
            connection.abort()
    return Lost(reason, sent=False)


class AsyncioConnection(Connected):
    """One connection, for one exchange after the other."""

    def __init__(self, most: int) -> None:
        self._http = HttpConnection(most)
        self._waiting: asyncio.Future[None] | None = None
        self._is_silent = True
        self._is_new_tls = False

    async def start_tls(self, trust: ssl.SSLContext, host: str) -> None:
        """Encrypts the connection.

        Raises:
            OSError: the host cannot be trusted, or ends the connection.
        """
        loop = asyncio.get_running_loop()
        transport = await loop.start_tls(self.transport, self, trust, server_hostname=host)
        if transport is None:  # it was lost meanwhile
            raise ConnectionResetError
        self.transport = transport
        self._is_silent = False
        self._is_new_tls = True

    async def exchange(
        self, request: Request, progress: Progress, timeout_s: float
    ) -> Reply | Lost:
        """The reply to a request, its body still encoded, or how it was lost."""
        await self._hear_host()
        loop = asyncio.get_running_loop()
        waiting = self._waiting = loop.create_future()
        if (refused := self._send(request, progress)) is not None:
            return refused
        self._http.ends_at = monotonic() + timeout_s
        timer = loop.call_later(timeout_s, _wake, waiting)
        try:
            if not self._http.is_done:
                await waiting
        except BaseException:
            self.abort()
            raise
        finally:
            timer.cancel()
            self._waiting = None
        if not self._http.is_done:
            self.abort()
            return Lost(LATE, sent=True, timed_out=True)
        # The host has answered before it read the whole request, so it may not go on.
        if self.transport.get_write_buffer_size():
            self.abort()
        return self._http.result()

    async def _hear_host(self) -> None:
        """Has read what a TLS host says by itself: tickets, or bytes that end the connection."""
        turns, self._is_new_tls = MOST_TURNS * self._is_new_tls, False
        for _ in range(turns):
            await asyncio.sleep(0)  # uvloop may have read it, and gives it a turn later
            if self.transport.is_closing() or not has_arrived(self._number):
                return

    def _send(self, request: Request, progress: Progress) -> Lost | None:
        """Sends a request. Not a coroutine: no frame that waits holds its bytes."""
        if self.transport.is_closing() or (self._is_silent and has_arrived(self._number)):
            self.abort()
        self._is_silent = False
        origin, target = split_url(request.url)
        data = self._http.start(request, origin.name, target)
        if isinstance(data, Lost):
            return data
        progress.writing = True
        self.transport.write(data)
        return None

    @property
    def is_reusable(self) -> bool:
        """Whether the connection is kept."""
        return self._http.is_reusable and not self.transport.is_closing()

    @property
    def is_ready(self) -> bool:
        """Whether the next request may be sent: nothing arrived meanwhile, not even the end."""
        return self.is_reusable and not has_arrived(self._number)

    async def aclose(self) -> None:
        """Closes the connection."""
        self.abort()

    def abort(self) -> None:
        """Closes the connection at once: a peer that is gone would not answer a TLS shutdown."""
        self._http.lose("the connection was closed")
        self.transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Takes the transport."""
        self.transport = cast(asyncio.Transport, transport)
        self._number: int = transport.get_extra_info("socket").fileno()

    def data_received(self, data: bytes) -> None:
        """Takes bytes. Those that no request asked for end the connection."""
        self._http.receive(data)
        self._settle()

    def eof_received(self) -> None:
        """Takes the end of what the host sends; nothing is sent any more either."""
        self._http.receive_eof(is_clean=_is_announced(self.transport))
        self._settle()

    def connection_lost(self, exc: Exception | None) -> None:
        """Takes the end of the connection."""
        if exc is not None:
            self._http.lose("the connection broke while waiting for a response")
        self._http.receive_eof(is_clean=False)
        self._settle()

    def _settle(self) -> None:
        if self._http.is_done:
            _wake(self._waiting)
        if not self._http.is_open:
            self.transport.abort()


class Stream(AsyncioConnection, StreamingConnection):
    """A connection for one answer. The host has to wait while too much of it is not taken."""

    _is_paused = False

    async def begin(self, request: Request) -> Reply | Lost:
        """Sends a request. The reply, its body still to come, or how it was lost."""
        await self._hear_host()
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
        _wake(self._waiting)
        if self._http.untaken_bytes >= WAITING_BYTES and not self.transport.is_closing():
            self._is_paused = True
            self.transport.pause_reading()


def _wake(waiting: asyncio.Future[None] | None) -> None:
    if waiting is not None and not waiting.done():
        waiting.set_result(None)


def _is_announced(transport: asyncio.Transport) -> bool:
    """Whether TLS announced the end of what the host sends; without TLS nothing can."""
    encrypted = transport.get_extra_info("ssl_object")
    try:
        return encrypted is None or encrypted.read(1) == b""
    except ssl.SSLError:
        return False
