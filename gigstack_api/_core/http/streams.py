"""Replies read piece by piece: over connections of our own, each for one reply."""

from __future__ import annotations

import sys
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Mapping
from importlib import import_module
from typing import Protocol, TypeVar

import anyio
from anyio.lowlevel import current_token
from attrs import evolve

from .connection import CONNECT_S, HttpConnection
from .log_filters import or_lost, suppress_http_logs
from .messages import HEAD_BYTES, Lost, Reply, Request
from .urls import split_url

T = TypeVar("T")


class Body(Protocol):
    """A body that is still arriving."""

    async def piece(self) -> bytes | Lost:
        """Its next bytes; empty at its end."""
        ...

    async def aclose(self) -> None:
        """Closes its connection, whether it was read to its end or not."""
        ...


class StreamingReply:
    """An answer whose body is still arriving. `reply` holds its status and headers."""

    def __init__(self, reply: Reply, body: Body, silence_s: float) -> None:
        self.reply = reply
        self._body = body
        self._silence_s = silence_s

    async def piece(self) -> bytes | Lost:
        """The next bytes of the body; empty at its end."""
        return await timely(self._body.piece, self._silence_s)

    async def refusal(self) -> Reply | Lost:
        """The error response, truncated after `HEAD_BYTES`."""
        body = b""
        while len(body) < HEAD_BYTES and (piece := await self.piece()):
            if isinstance(piece, Lost):
                return piece
            body += piece
        return evolve(self.reply, body=body[:HEAD_BYTES])

    async def aclose(self) -> None:
        """Closes the answer, read to its end or not."""
        await self._body.aclose()


class FileClient(Protocol):
    """What files are fetched with."""

    async def get(
        self, url: str, headers: Mapping[str, str], *, silence_s: float
    ) -> StreamingReply | Lost:
        """The answer to a GET, or how it was lost.

        It is lost if the host is silent for `silence_s` seconds, or the connection breaks.
        """
        ...


class OwnFileClient:
    """Fetches over connections of our own. Each is used once, so nothing is left to another."""

    async def get(
        self, url: str, headers: Mapping[str, str], *, silence_s: float
    ) -> StreamingReply | Lost:
        """The answer to a GET, or how it was lost."""
        opened = await or_lost(lambda: _open(url, silence_s), sent=lambda error: False)
        if isinstance(opened, Lost):
            return opened
        request = Request("GET", url, {**headers, "Connection": "close"}, None)
        reply: Reply | Lost | None = None
        try:
            reply = await timely(lambda: opened.begin(request), silence_s)
        finally:
            if not isinstance(reply, Reply):
                await opened.aclose()
        return reply if isinstance(reply, Lost) else StreamingReply(reply, opened, silence_s)


async def _open(url: str, silence_s: float) -> StreamingConnection | Lost:
    """A new connection to the host of a URL."""
    from .connecting import tls  # with asyncio and urllib, which take long to load

    on_asyncio = hasattr(current_token().native_token, "create_connection")
    module = ".asyncio_stream" if on_asyncio else ".trio_stream"
    open_stream: Callable[..., Awaitable[StreamingConnection | Lost]]
    open_stream = import_module(module, __package__).open_stream
    origin, _ = split_url(url)
    trust = tls() if origin.is_tls else None
    return await open_stream(origin, trust, most=sys.maxsize, within_s=min(CONNECT_S, silence_s))


class StreamingConnection(ABC):
    """A connection that gives the body of its one answer while it arrives."""

    _http: HttpConnection

    @abstractmethod
    async def begin(self, request: Request) -> Reply | Lost:
        """Sends a request. The reply, its body still to come, or how it was lost."""

    @abstractmethod
    async def aclose(self) -> None:
        """Closes the connection at once."""

    @abstractmethod
    async def _wait_for_more(self) -> None:
        """Returns once something arrived."""

    async def _head(self) -> Reply | Lost:
        while (head := self._http.head) is None:
            if self._http.is_done:
                return self._http.result()
            await self._wait_for_more()
        return head

    async def piece(self) -> bytes | Lost:
        """The next bytes of the body, as they were sent; empty at its end."""
        while not (data := self._http.take()):
            if self._http.is_done:
                end = self._http.result()
                return end if isinstance(end, Lost) else b""
            await self._wait_for_more()
        return data


async def timely(
    call: Callable[[], Awaitable[T]], silence_s: float, *, may_hold_mock: bool = False
) -> T | Lost:
    """The result of a call within `silence_s` seconds, or how it was lost."""

    async def run() -> T | Lost:
        with suppress_http_logs(), anyio.move_on_after(silence_s):
            return await call()
        return Lost("timed out waiting for a response", sent=True, timed_out=True)

    return await or_lost(run, sent=lambda error: True, may_hold_mock=may_hold_mock)
