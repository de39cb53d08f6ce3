"""Replies read piece by piece, and resumed where their connection was cut."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

import anyio
from attrs import evolve, frozen

from .log_filters import or_lost, suppress_http_logs
from .messages import HEAD_BYTES, Lost, Reply

if TYPE_CHECKING:
    import httpx

T = TypeVar("T")

CONTENT_RANGE = re.compile(r"bytes (?P<first>\d+)-\d+/(?P<total>\d+|\*)")


@frozen(kw_only=True)
class Part:
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
    return evolve(part, total=total)


def _byte_count(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[0-9]{1,18}", text) else None


def _version(reply: Reply) -> str | None:
    """The version of a file. A weak ETag is ignored, since it may stand for several."""
    etag = reply.headers.get("etag", "")
    return etag if etag.startswith('"') else reply.headers.get("last-modified")


class StreamingReply:
    """An answer whose body is still arriving. `reply` holds its status and headers."""

    def __init__(self, response: httpx.Response, silence_s: float) -> None:
        from .httpx_backend import Body, raw_parts

        self.reply = Reply.of(response.status_code, response.headers.raw, b"")
        self._response = response
        self._silence_s = silence_s
        # The body was read before if an event hook of the user did so, or it came as a whole.
        self._pieces = (
            aiter(Body(response.content)) if response.is_stream_consumed else raw_parts(response)
        )

    async def piece(self) -> bytes | Lost:
        """The next bytes of the body; empty at its end."""
        return await _timely(self._next, self._silence_s)

    async def refusal(self) -> Reply | Lost:
        """The error response, truncated after `HEAD_BYTES`."""
        body = b""
        while len(body) < HEAD_BYTES and (piece := await self.piece()):
            if isinstance(piece, Lost):
                return piece
            body += piece
        return evolve(self.reply, body=body)

    async def _next(self) -> bytes:
        from .httpx_backend import drop_leftovers

        async for piece in self._pieces:
            if piece:
                return piece
        await drop_leftovers(self._response)
        return b""

    async def aclose(self) -> None:
        """Closes the answer, read to its end or not."""
        from .httpx_backend import end

        try:
            with suppress_http_logs():
                await end(self._pieces)
        finally:
            with suppress(Exception):
                await self._response.aclose()


class DownloadClient:
    """The client that files are fetched with."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def get(
        self, url: str, headers: Mapping[str, str], *, silence_s: float
    ) -> StreamingReply | Lost:
        """The answer to a GET, or how it was lost.

        It is lost if the host is silent for `silence_s` seconds, or the connection breaks.
        """
        from .httpx_requests import bare_request

        never = dict.fromkeys(("connect", "read", "write", "pool"))
        request = bare_request(url, headers, {"timeout": never})

        async def send() -> StreamingReply:
            return StreamingReply(
                await self._client.send(request, auth=None, follow_redirects=False, stream=True),
                silence_s,
            )

        return await _timely(send, silence_s)


async def _timely(call: Callable[[], Awaitable[T]], silence_s: float) -> T | Lost:
    """The result of a call within `silence_s` seconds, or how it was lost."""

    async def timely() -> T | Lost:
        with suppress_http_logs(), anyio.move_on_after(silence_s):
            return await call()
        return Lost("timed out waiting for a response", sent=True, timed_out=True)

    return await or_lost(timely, sent=lambda error: True)
