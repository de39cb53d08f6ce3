"""TCP and TLS for httpcore on asyncio, cheaper than its own back end.

That one takes a turn of the event loop and a cancel scope per read and write.
"""

from __future__ import annotations

import asyncio
import select
import ssl
from collections.abc import AsyncGenerator, Iterable
from contextlib import asynccontextmanager
from typing import Any, cast

import httpcore

from .happy_eyeballs import Connected, connect
from .messages import sending

HELD_BYTES = 256 * 1024
"""No more than that is received before it is read."""


class Sockets(httpcore.AsyncNetworkBackend):
    """Opens connections on the running asyncio loop."""

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - of httpcore
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection to a host, within `timeout` seconds."""
        if progress := sending.get():
            progress.reported = True
        async with _connecting(timeout):
            return await connect(Socket, host, port)


class Socket(httpcore.AsyncNetworkStream, Connected):
    """One connection. Reads have no timeout of their own: the call around them has a deadline."""

    def __init__(self) -> None:
        self._held = bytearray()
        self._unsent = bytearray()
        self._ended = False
        self._answered = False
        self._error: Exception | None = None
        self._paused = False
        self._news: asyncio.Future[None] | None = None
        self._writable: asyncio.Future[None] | None = None

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109
        """The next bytes of the answer to what was written; none at the end."""
        self._send()
        while not self._held and not self._ended:
            self._news = asyncio.get_running_loop().create_future()
            try:
                await self._news
            finally:
                self._news = None
        if not self._held and self._error is not None:
            raise httpcore.ReadError from self._error
        self._answered = True
        taken = bytes(self._held[:max_bytes])
        del self._held[:max_bytes]
        if self._paused and not self._ended and len(self._held) < HELD_BYTES:
            self._paused = False
            self.transport.resume_reading()
        return taken

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109
        """Buffers the bytes, so that head and body of a small request leave together.

        Large ones are sent at once; then it waits while the queue of the transport is full.
        """
        if self._ended:
            raise httpcore.WriteError from self._error
        self._unsent += buffer
        if progress := sending.get():
            progress.reported = True
        if len(self._unsent) < HELD_BYTES:
            return
        self._send()
        if self._writable is not None:
            await self._writable
            if self._ended:
                raise httpcore.WriteError from self._error

    def _send(self) -> None:
        """Sends what is kept. A peer that is gone shows in the next read.

        What arrived after the last answer and before this request does not answer it: the
        connection ends here, with nothing sent.
        """
        if self._unsent and self._answered and self._held:
            self._held.clear()
            self._ended = True
            self.transport.abort()
        if self._unsent and not self._ended:
            self._answered = False
            if progress := sending.get():
                progress.writing = True
            self.transport.write(bytes(self._unsent))
        self._unsent.clear()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - of httpcore
    ) -> httpcore.AsyncNetworkStream:
        """The same connection, encrypted, within `timeout` seconds."""
        loop = asyncio.get_running_loop()
        try:
            async with _connecting(timeout):
                transport = await loop.start_tls(
                    self.transport, self, ssl_context, server_hostname=server_hostname
                )
                if transport is None:  # it was lost meanwhile
                    raise ConnectionResetError
        except BaseException:
            await self.aclose()
            raise
        self.transport = transport
        return self

    async def aclose(self) -> None:
        """Closes the connection at once: a peer that is gone would not answer a TLS shutdown."""
        self.transport.abort()

    def get_extra_info(self, info: str) -> Any:
        """Facts about the connection; `is_readable` says that an idle one cannot be used again.

        Then it has ended, or received bytes that no request asked for.
        """
        if info == "is_readable":
            return self._ended or bool(self._held) or _has_arrived(self.transport)
        return self.transport.get_extra_info(info)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Takes the transport."""
        self.transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        """Buffers the received bytes, and pauses reading while the buffer is full."""
        self._held += data
        if len(self._held) >= HELD_BYTES and not self._paused:
            self._paused = True
            self.transport.pause_reading()
        _wake(self._news)

    def eof_received(self) -> None:
        """Ends the connection, also for writing: no answer can come any more."""
        self._ended = True
        _wake(self._news)

    def connection_lost(self, exc: Exception | None) -> None:
        """Ends the connection."""
        self._ended = True
        self._error = exc
        _wake(self._news)
        self.resume_writing()

    def pause_writing(self) -> None:
        """Makes writers wait."""
        self._writable = asyncio.get_running_loop().create_future()

    def resume_writing(self) -> None:
        """Lets writers continue."""
        _wake(self._writable)
        self._writable = None


def _wake(waiting: asyncio.Future[None] | None) -> None:
    if waiting is not None and not waiting.done():
        waiting.set_result(None)


def _has_arrived(transport: asyncio.Transport) -> bool:
    """Whether bytes or the end of the connection arrived that a busy event loop has not read."""
    socket = transport.get_extra_info("socket")
    number = -1 if socket is None else socket.fileno()
    if number < 0:
        return True
    if not hasattr(select, "poll"):
        return bool(select.select([number], [], [], 0)[0])
    poll = select.poll()
    poll.register(number, select.POLLIN)
    return bool(poll.poll(0))


@asynccontextmanager
async def _connecting(within_s: float | None) -> AsyncGenerator[None, None]:
    """A block that may take `within_s` seconds, and fails with the errors of httpcore."""
    try:
        async with asyncio.timeout(within_s):
            yield
    except TimeoutError as error:
        raise httpcore.ConnectTimeout from error
    except OSError as error:
        raise httpcore.ConnectError from error
