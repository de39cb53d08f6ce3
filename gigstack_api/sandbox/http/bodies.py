"""Reads the bodies of requests before they are handled, and refuses those that are too large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import Headers
from starlette.responses import JSONResponse

from ..errors import api_error

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

MIB = 1024 * 1024
MAX_OTHER = 2 * MIB
MAX_FORM = 12 * MIB
"""Forms hold files, the largest of 10 MiB."""

MAX_DISCARDED = 64 * MIB
"""Up to this size a body is read to its end, so that the client is not cut off while it sends and
gets the answer."""


def with_limited_bodies(app: ASGIApp) -> ASGIApp:
    """The app, with bodies that are complete and not too large; it answers 413 to others."""

    async def call(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        is_form = headers.get("content-type", "").lower().startswith("multipart/")
        limit = MAX_FORM if is_form else MAX_OTHER

        body = bytearray()
        size, more = _declared_size(headers), True
        if size <= MAX_DISCARDED:
            size = 0
        while more and size <= MAX_DISCARDED:
            message = await receive()
            if message["type"] == "http.disconnect":
                return
            piece: bytes = message.get("body", b"")
            size, more = size + len(piece), message.get("more_body", False)
            if size <= limit:
                body += piece

        if size > limit:
            text = f"The request body is larger than {limit} bytes"
            refusal = api_error(413, "payload_too_large", text)
            await JSONResponse(refusal.document, refusal.status)(scope, receive, send)
            return
        await app(scope, _replayed(bytes(body), receive), send)

    return call


def _declared_size(headers: Headers) -> int:
    declared = headers.get("content-length", "")
    return int(declared) if declared.isdecimal() else 0


def _replayed(body: bytes, receive: Receive) -> Receive:
    """A `receive` that gives the body first."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replay() -> Message:
        return waiting.pop() if waiting else await receive()

    return replay
