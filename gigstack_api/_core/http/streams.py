"""Replies read piece by piece, and resumed where their connection was cut."""

from __future__ import annotations

import re
import sys
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Mapping
from importlib import import_module
from typing import Protocol, TypeVar

import anyio
from msgspec.structs import replace

from ..schema.data import Data
from .connection import CONNECT_S, HttpConnection
from .connections import running_loop
from .decoding import CUT
from .failures import or_lost
from .log_filters import suppress_http_logs
from .messages import HEAD_BYTES, Lost, Reply, Request
from .urls import split_url

T = TypeVar("T")


CONTENT_RANGE = re.compile(r"bytes (?P<first>\d+)-\d+/(?P<total>\d+|\*)")


class Part(Data, frozen=True, kw_only=True):
    """The part of a file that is here: its first `done` bytes of `total`.

    `version` is the ETag or date of the file it is part of.
    """

    done: int = 0
    total: int | None = None
    version: str | None = None


def range_headers(part: Part) -> dict[str, str]:
    """The headers that ask for the rest of a file.

    Without a version the whole is asked for: the file could have changed unnoticed.
    """
    if not part.done or part.version is None:
        return {}
    return {"Range": f"bytes={part.done}-", "If-Range": part.version}


def resume_at(part: Part, reply: Reply) -> Part | None:
    """The part that is here when the body of a 200 or 206 begins.

    It is empty for the whole file, and None if the reply does not continue this part.
    """
    if reply.status != 206:
        length = reply.headers.get("content-length", "")
        return Part(total=_byte_count(length), version=_version(reply))
    found = CONTENT_RANGE.fullmatch(reply.headers.get("content-range", ""))
    if found is None or part.done == 0 or _byte_count(found["first"]) != part.done:
        return None
    if _version(reply) not in {part.version, None}:
        return None

    # The rest may be a part itself. Without the size of the whole, its end would be taken for the
    # end of the file.
    total = part.total if found["total"] == "*" else _byte_count(found["total"])
    if total is None or part.total not in {total, None}:
        return None
    return replace(part, total=total)


def _byte_count(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[0-9]{1,18}", text) else None


def _version(reply: Reply) -> str | None:
    """The version of a file. A weak ETag is ignored, since it may stand for several."""
    etag = reply.headers.get("etag", "")
    return etag if etag.startswith('"') else reply.headers.get("last-modified")


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
        return replace(self.reply, body=body[:HEAD_BYTES])

    async def aclose(self) -> None:
        """Closes the answer, read to its end or not."""
        await self._body.aclose()


class FileClient(Protocol):
    """Fetches files, piece by piece."""

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
        reply: Reply | Lost = Lost(CUT, sent=True)
        try:
            reply = await timely(lambda: opened.begin(request), silence_s)
        finally:
            if not isinstance(reply, Reply):
                await opened.aclose()
        return StreamingReply(reply, opened, silence_s) if isinstance(reply, Reply) else reply


async def _open(url: str, silence_s: float) -> StreamingConnection | Lost:
    """A new connection to the host of a URL."""
    from .connecting import check_clock, tls  # with asyncio and urllib, which take long to load

    check_clock()
    on_asyncio = hasattr(running_loop(), "create_connection")
    name = ".asyncio_connection" if on_asyncio else ".trio_connection"
    module = import_module(name, __package__)
    connect: Callable[..., Awaitable[StreamingConnection | Lost]] = module.open_as
    origin, _ = split_url(url)
    trust = tls() if origin.is_tls else None
    within_s = min(CONNECT_S, silence_s)
    return await connect(module.Stream, origin, trust, most=sys.maxsize, within_s=within_s)


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


async def timely(call: Callable[[], Awaitable[T]], silence_s: float) -> T | Lost:
    """The result of a call within `silence_s` seconds, or how it was lost."""

    async def run() -> T | Lost:
        with suppress_http_logs(), anyio.move_on_after(silence_s):
            return await call()
        return Lost("timed out waiting for a response", sent=True, timed_out=True)

    return await or_lost(run, sent=lambda error: True)
