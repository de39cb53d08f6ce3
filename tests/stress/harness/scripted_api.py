"""An API on this machine that gives each call the answer it is to get, good or bad, with marks in
every place. Seeded.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import anyio.abc
from attrs import define, field

from scripts.spec.model import Call

from .canaries import PERSONAL, SECRET, Marks, as_json
from .tcp_server import read_request

Answer: TypeAlias = bytes | None
"""The bytes of an answer; None cuts the connection instead."""

REDIRECTS = (301, 302, 303, 307, 308)
STOLEN, FILE = "/stolen", "/file"


def answer(status: int, body: bytes, *headers: str, media_type: str = "application/json") -> bytes:
    """An answer as bytes, on a connection that ends with it."""
    lines = [
        f"HTTP/1.1 {status} Told",
        f"Content-Type: {media_type}",
        f"Content-Length: {len(body)}",
        "Connection: close",
        *headers,
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


@define
class Face:
    """The API: gives `answers` one after the other, keeps the heads and bodies of what it heard."""

    answers: list[Answer] = field(factory=list["Answer"])
    heard: list[bytes] = field(factory=list[bytes])

    async def serve(self, stream: anyio.abc.SocketStream) -> None:
        """Answers one request."""
        request = await read_request(stream)
        self.heard.append(request)
        told = self.answers.pop(0) if self.answers else answer(500, b"{}")
        if told is not None:
            await stream.send(told)


@define
class Elsewhere:
    """Another host: hands out files. Nobody should ask it for anything else, nor show it a key."""

    heard: list[bytes] = field(factory=list[bytes])

    async def serve(self, stream: anyio.abc.SocketStream) -> None:
        """Answers one request."""
        self.heard.append(await read_request(stream))
        await stream.send(answer(200, b"%PDF-1.7", media_type="application/pdf"))


def faces(call: Call, marks: Marks, elsewhere: str) -> Iterator[tuple[str, list[Answer]]]:
    """Name and answers of each thing that may happen to a call. `elsewhere` is the address of the
    other host.
    """
    status = int(next(iter(call.successes)))
    link = f"{elsewhere}{FILE}?signature={marks.text(SECRET)}"
    cookie = f"Set-Cookie: session={marks.text(SECRET)}"
    good = marks.answer(call, link=link)

    def refused(code: int, *headers: str) -> bytes:
        return answer(
            code,
            as_json({"success": False, "error": {"code": "some_code", "message": "No."}}),
            cookie,
            *headers,
        )

    yield "good", [answer(status, as_json(good), cookie, f"Location: /{marks.text(SECRET)}")]
    yield "with drift", [answer(status, as_json(marks.drifted(good)))]
    yield (
        "a file in its place",
        [answer(200, marks.text(SECRET).encode(), media_type="application/pdf")],
    )
    for code in (400, 401, 403, 404, 409, 422, 429, 500):
        yield f"status {code}", [refused(code)]
    for code in REDIRECTS:
        yield (
            f"status {code}",
            [refused(code, f"Location: {elsewhere}{STOLEN}?token={marks.text(SECRET)}")],
        )
    yield (
        "repeated",
        [refused(503, "Retry-After: 0"), refused(500), None, answer(status, as_json(good))],
    )
    yield (
        "html",
        [
            answer(
                200,
                f"<p>{marks.text(SECRET)} {marks.text(PERSONAL)}".encode(),
                media_type="text/html",
            )
        ],
    )
    yield from _broken(
        marks, status, as_json(good), "data" if call.facts["unwrap"] != "none" else "session_token"
    )


def _broken(
    marks: Marks, status: int, good: bytes, place: str
) -> Iterator[tuple[str, list[Answer]]]:
    token = marks.text(SECRET)
    yield "cut JSON", [answer(status, good[: len(good) // 2])]
    yield "not UTF-8", [answer(status, good[:-1] + b"\xff}")]
    yield "cut", [None]
    yield "cut in the body", [answer(status, good)[:-5]]
    yield "no status", [f"{token}\r\n\r\n".encode()]
    yield "a header that is none", [f"HTTP/1.1 200 OK\r\nX {token}\x01: 1\r\n\r\n".encode()]
    yield "not gzip", [answer(status, token.encode(), "Content-Encoding: gzip")]
    yield "wrong shape", [answer(status, as_json([token]))]
    yield "a text", [answer(status, as_json({place: token, "message": marks.text(PERSONAL)}))]
