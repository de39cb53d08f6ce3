"""HTTP/1.1 connections on trio, over streams of anyio."""

from __future__ import annotations

import ssl
from contextlib import suppress
from time import monotonic
from typing import TypeVar

import anyio
from anyio.abc import ByteStream, SocketAttribute
from anyio.streams.tls import TLSAttribute

from .connecting import has_arrived
from .connection import HttpConnection
from .failures import os_error_text
from .messages import LATE, Lost, Progress, Reply, Request
from .streams import StreamingConnection
from .urls import Origin, split_url

C = TypeVar("C", bound="TrioConnection")

HEARD_S = 0.001
"""How long it takes to read what is there (seconds)."""

SMALL_BYTES = 64 * 1024
"""A request of this size is sent as a whole before its answer is read."""


async def open_connection(
    origin: Origin, trust: ssl.SSLContext | None, *, most: int, within_s: float
) -> TrioConnection | Lost:
    """A new connection to a host, over TLS if `trust` is given, or why there is none."""
    return await open_as(TrioConnection, origin, trust, most=most, within_s=within_s)


async def open_as(
    kind: type[C], origin: Origin, trust: ssl.SSLContext | None, *, most: int, within_s: float
) -> C | Lost:
    """A new connection of a kind, or why there is none."""
    try:
        with anyio.move_on_after(within_s):
            stream: ByteStream = (
                await anyio.connect_tcp(origin.host, origin.port)
                if trust is None
                else await anyio.connect_tcp(
                    origin.host, origin.port, ssl_context=trust, tls_hostname=origin.host
                )
            )
            return kind(stream, most, is_silent=trust is None)
        return Lost("timed out connecting", sent=False, timed_out=True)
    except (OSError, anyio.BrokenResourceError, anyio.EndOfStream) as error:
        message = os_error_text(error)
    return Lost(f"cannot connect: {message}" if message else "cannot connect", sent=False)


class TrioConnection:
    """One connection, for one exchange after the other."""

    def __init__(self, stream: ByteStream, most: int, *, is_silent: bool) -> None:
        self._stream = stream
        self._http = HttpConnection(most)
        self._number = stream.extra(SocketAttribute.raw_socket).fileno()  # noqa: S610 - not Django
        self._is_silent = is_silent
        self._is_new_tls = not is_silent
        self._is_sent = True

    async def exchange(
        self, request: Request, progress: Progress, timeout_s: float
    ) -> Reply | Lost:
        """The reply to a request, its body still encoded, or how it was lost."""
        await self._hear_host()
        view = self._start(request)
        if isinstance(view, Lost):
            return view
        progress.writing = True
        self._is_sent = False
        self._http.ends_at = monotonic() + timeout_s
        try:
            with anyio.move_on_after(timeout_s):
                if len(view) <= SMALL_BYTES:
                    await self._send(view)
                    await self._receive()
                else:
                    async with anyio.create_task_group() as group:
                        group.start_soon(self._send, view)
                        await self._receive()
                        # The host has answered, whether it read the whole request or not.
                        group.cancel_scope.cancel()
            if not self._http.is_done:
                return Lost(LATE, sent=True, timed_out=True)
            return self._http.result()
        finally:
            if not self._is_sent or not self._http.is_reusable or self._holds_more():
                await self.aclose()

    async def _hear_host(self) -> None:
        """Has read what a TLS host says by itself: tickets, or bytes that end the connection."""
        if self._is_new_tls and has_arrived(self._number):
            with anyio.move_on_after(HEARD_S):
                await self._receive_once()
        self._is_new_tls = False

    def _start(self, request: Request) -> memoryview | Lost:
        """The bytes of a request, as a view: frames that wait do not show them."""
        if self._is_silent and has_arrived(self._number):
            self._http.lose("the host spoke first")
        self._is_silent = False
        origin, target = split_url(request.url)
        data = self._http.start(request, origin.name, target)
        return data if isinstance(data, Lost) else memoryview(data)

    async def _send(self, view: memoryview) -> None:
        # A host may answer and close before it has read the whole request.
        with suppress(anyio.BrokenResourceError, anyio.ClosedResourceError):
            await self._stream.send(view)  # type: ignore[arg-type]  # it takes any buffer
            self._is_sent = True

    async def _receive(self) -> None:
        while not self._http.is_done:
            await self._receive_once()

    async def _receive_once(self) -> None:
        try:
            data = await self._stream.receive()
        except anyio.EndOfStream:
            self._http.receive_eof()
        except (anyio.BrokenResourceError, anyio.ClosedResourceError) as error:
            if not isinstance(error.__cause__, ssl.SSLEOFError):
                self._http.lose("the connection broke while waiting for a response")
            self._http.receive_eof(is_clean=False)
        else:
            self._http.receive(data)

    @property
    def is_reusable(self) -> bool:
        """Whether the connection is kept."""
        return self._http.is_reusable

    @property
    def is_ready(self) -> bool:
        """Whether the next request may be sent: nothing arrived meanwhile, not even the end."""
        return self._http.is_reusable and not has_arrived(self._number)

    def _holds_more(self) -> bool:
        """Whether TLS holds something that came behind the answer."""
        encrypted = self._stream.extra(TLSAttribute.ssl_object, None)  # noqa: S610 - not of Django
        if encrypted is None:
            return False
        try:
            encrypted.read(1)
        except ssl.SSLWantReadError:
            return False
        except (OSError, ValueError):
            pass
        return True

    async def aclose(self) -> None:
        """Closes the connection at once: a peer that is gone would not answer a TLS shutdown."""
        self._http.lose("the connection was closed")
        await anyio.aclose_forcefully(self._stream)


class Stream(TrioConnection, StreamingConnection):
    """A connection for one answer. What is not taken stays with the system."""

    async def begin(self, request: Request) -> Reply | Lost:
        """Sends a request. The reply, its body still to come, or how it was lost."""
        await self._hear_host()
        view = self._start(request)
        if isinstance(view, Lost):
            return view
        await self._send(view)
        return await self._head()

    async def _wait_for_more(self) -> None:
        await self._receive_once()
