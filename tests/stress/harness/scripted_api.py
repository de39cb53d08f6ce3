"""An API on this machine that answers each call with scripted replies, good and bad, with canaries
in every place. Seeded.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from attrs import define, field

from scripts.spec.model import Call

from ...support.tcp_server import Answering, Connection, read_request, response
from .canaries import PERSONAL, SECRET, Canaries, as_json

Reply: TypeAlias = bytes | None
"""The bytes of a reply; None cuts the connection instead."""

REDIRECTS = (301, 302, 303, 307, 308)
STOLEN, FILE = "/stolen", "/file"


def reply(status: int, body: bytes, *headers: str, media_type: str = "application/json") -> bytes:
    """A reply as bytes, which closes its connection."""
    return response(
        body, f"Content-Type: {media_type}", "Connection: close", *headers, status=status
    )


@define
class ScriptedApi:
    """The API: sends `replies` one after the other and keeps the `requests` it received."""

    replies: list[Reply] = field(factory=list["Reply"])
    requests: list[bytes] = field(factory=list[bytes])

    async def handle(self, connection: Connection) -> None:
        """Answers one request."""
        self.requests.append(await read_request(connection))
        scripted = self.replies.pop(0) if self.replies else reply(500, b"{}")
        if scripted is not None:
            await connection.send(scripted)


def file_host() -> Answering:
    """Another host, which serves files. It must not be asked for anything else, and must not get
    the key.
    """
    return Answering(reply(200, b"%PDF-1.7", media_type="application/pdf"))


def scripts_for(call: Call, canaries: Canaries, host: str) -> Iterator[tuple[str, list[Reply]]]:
    """Name and replies of each scenario of a call. `host` is the URL of the file host."""
    status = int(next(iter(call.successes)))
    link = f"{host}{FILE}?signature={canaries.text(SECRET)}"
    cookie = f"Set-Cookie: session={canaries.text(SECRET)}"
    good = canaries.answer(call, link=link)

    def refusal(code: int, *headers: str) -> bytes:
        return reply(
            code,
            as_json({"success": False, "error": {"code": "some_code", "message": "No."}}),
            cookie,
            *headers,
        )

    yield "good", [reply(status, as_json(good), cookie, f"Location: /{canaries.text(SECRET)}")]
    yield "with drift", [reply(status, as_json(canaries.with_drift(good)))]
    yield (
        "a file instead of JSON",
        [reply(200, canaries.text(SECRET).encode(), media_type="application/pdf")],
    )
    for code in (400, 401, 403, 404, 409, 422, 429, 500):
        yield f"status {code}", [refusal(code)]
    for code in REDIRECTS:
        location = f"Location: {host}{STOLEN}?token={canaries.text(SECRET)}"
        yield f"status {code}", [refusal(code, location)]
    yield (
        "repeated",
        [refusal(503, "Retry-After: 0"), refusal(500), None, reply(status, as_json(good))],
    )
    page = f"<p>{canaries.text(SECRET)} {canaries.text(PERSONAL)}".encode()
    yield "html", [reply(200, page, media_type="text/html")]
    place = "data" if call.facts["unwrap"] != "none" else "session_token"
    yield from _broken_replies(canaries, status, as_json(good), place)


def _broken_replies(
    canaries: Canaries, status: int, good: bytes, place: str
) -> Iterator[tuple[str, list[Reply]]]:
    token = canaries.text(SECRET)
    yield "cut JSON", [reply(status, good[: len(good) // 2])]
    yield "not UTF-8", [reply(status, good[:-1] + b"\xff}")]
    yield "cut", [None]
    yield "cut in the body", [reply(status, good)[:-5]]
    yield "no status", [f"{token}\r\n\r\n".encode()]
    yield "an invalid header", [f"HTTP/1.1 200 OK\r\nX {token}\x01: 1\r\n\r\n".encode()]
    yield "not gzip", [reply(status, token.encode(), "Content-Encoding: gzip")]
    yield "wrong shape", [reply(status, as_json([token]))]
    yield "a text", [reply(status, as_json({place: token, "message": canaries.text(PERSONAL)}))]
