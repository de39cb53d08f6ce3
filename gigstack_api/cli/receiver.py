"""A receiver of webhooks on this machine: an HTTP server of one purpose."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any

from ..errors import UnreadableEventError
from .exits import Exit, Refused
from .sentences import problem_of
from .texts import text

if TYPE_CHECKING:
    from ..webhooks import Event

MOST_HEADERS = 100
MOST_BYTES = 10 << 20
"""Bytes of the body of an event."""

WITHIN_S = 10.0
"""How long a sender may take."""


class Receiver:
    """Parses each event that is posted, and answers at once.

    Args:
        secret: What events must be signed with; None accepts all.
        most: How many events are taken.
        on_event: Called with each event.
        on_bad: Called with the error about a body that is not an event.
        on_end: Called after the last event.
    """

    def __init__(
        self,
        *,
        secret: str | None,
        most: int | None,
        on_event: Callable[[Event[Any]], object],
        on_bad: Callable[[Exception], object],
        on_end: Callable[[], object],
    ) -> None:
        self.seen = 0
        self._most = most
        self._on_end = on_end
        self._secret = secret
        self._on_event = on_event
        self._on_bad = on_bad

    @asynccontextmanager
    async def listening(self, host: str, port: int) -> AsyncGenerator[str]:
        """Listens while the block runs, and gives the URL.

        Raises:
            Refused: the port cannot be listened on.
        """
        try:
            server = await asyncio.start_server(self._serve, host, port)
        except OSError as error:
            message = text("error.port", port=port, problem=problem_of(error))
            raise Refused(message, Exit.CANNOT_START) from error
        async with server:
            yield f"http://{host}:{server.sockets[0].getsockname()[1]}/"

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(WITHIN_S):
                status = await self._answer(reader)
                head = f"HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
                writer.write(head.encode())
                await writer.drain()
        except (OSError, TimeoutError, asyncio.IncompleteReadError):
            pass  # the sender is gone, and will post it again
        finally:
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    async def _answer(self, reader: asyncio.StreamReader) -> str:
        """The status of the answer to one request."""
        try:
            method = (await reader.readline()).split(b" ")[0]
            headers = await _headers(reader)
            length = int(headers.get("content-length", "0"))
        except ValueError:
            return "400 Bad Request"
        if method != b"POST":
            return "405 Method Not Allowed"
        if not 0 <= length <= MOST_BYTES:
            return "413 Content Too Large"
        return self._take(await reader.readexactly(length), headers)

    def _take(self, body: bytes, headers: dict[str, str]) -> str:
        from ..webhooks import parse

        if self.seen == self._most:
            return "503 Service Unavailable"  # posted again later, to whoever listens then
        try:
            event = parse(body, headers=headers, secret=self._secret)
        except UnreadableEventError as error:
            self._on_bad(error)
            return "400 Bad Request"
        self.seen += 1
        self._on_event(event)
        if self.seen == self._most:
            self._on_end()
        return "204 No Content"


async def _headers(reader: asyncio.StreamReader) -> dict[str, str]:
    """The headers of a request by their names in lower case.

    Raises:
        ValueError: they are too many or too long.
    """
    found: dict[str, str] = {}
    for _ in range(MOST_HEADERS):
        line = (await reader.readline()).decode("latin-1").strip()
        if not line:
            return found
        name, _, value = line.partition(":")
        found[name.strip().lower()] = value.strip()
    raise ValueError("too many headers")
