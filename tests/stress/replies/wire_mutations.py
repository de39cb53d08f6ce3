"""Seeded mutations of an answer beside its JSON: bytes, encodings, media types, status, headers.
Pure.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from random import Random
from typing import TypeAlias

from attrs import evolve, frozen

Header: TypeAlias = tuple[bytes, bytes]

JSON = b"application/json"
HTML = b"<!DOCTYPE html>\n<html><head><title>Maintenance</title></head><body>Please come back later \xe2\x80\xa6</body></html>"
MEDIA_TYPES = (
    b"application/json; charset=latin-1",
    b"application/json; charset=utf-16",
    b"application/json;charset=\xff",
    b"application/problem+json",
    b"application/json, application/json",
    b"text/html; charset=utf-8",
    b"text/plain",
    b"application/pdf",
    b"application/octet-stream",
    b"APPLICATION/JSON",
    b";;;",
    b"\xff\xfe",
    b"",
)
STATUSES = (
    *(
        100,
        101,
        103,
        199,
        200,
        200,
        201,
        202,
        203,
        204,
        205,
        206,
        226,
        299,
        300,
        301,
        302,
        303,
        304,
        307,
        308,
        399,
    ),
    *(400, 401, 402, 403, 404, 405, 408, 409, 410, 413, 418, 422, 429, 431, 451, 499),
    *(500, 501, 502, 503, 504, 505, 520, 521, 529, 530, 598, 599, 600, 700, 999, 1000, 0),
)
LOCATIONS = (
    b"https://elsewhere.test/",
    b"/v2/again",
    b"",
    b"//",
    b"http://[::1",
    b"\xff",
    b"javascript:1",
    b"https://a b/",
    b"?" * 70_000,
)
DATES = (
    b"",
    b"soon",
    b"Sat, 21 Nov 2026 08:00:00",
    b"Sat, 21 Nov 2026 08:00:00 GMT",
    b"99 Foo 2026",
    b"\xff",
    b"Sat, 21 Nov 99999999999 8",
)
RETRY_AFTER = (
    *(
        b"0",
        b"-1",
        b"soon",
        b"",
        b"1e3",
        b"inf",
        b"nan",
        b"9" * 9,
        b"9" * 400,
        b"9" * 5000,
        b"\xd9\xa3" * 9,
        b"0, 0",
        b"\xff",
        b"0x10",
    ),
    *(
        b"Sat, 21 Nov 2026 09:00:00 GMT",
        b"Sat, 21 Nov 2026 09:00:00",
        b"Sat, 21 Nov 1026 09:00:00 -9999",
        b"0 0 0 0",
        b"Fri, 31 Dec 9999 23:59:59 -2359",
    ),
)
NOISE = (
    (b"Set-Cookie", b"a=b; expires=\xff; Domain=..; Max-Age=99999999999999999999"),
    (b"Set-Cookie", b"=;;=;\x00"),
    (b"Location", b"https://elsewhere.test/"),
    (b"Content-Length", b"-1"),
    (b"Link", b"<" + b"x" * 5000),
    (b"X-\xff", b"\xff\xfe"),
    (b"Date", b"\xff"),
    (b"Server", b""),
    (b"Content-Type", JSON),
    (b"Content-Disposition", b'attachment; filename="../../../etc/passwd"'),
)


@frozen(kw_only=True)
class Sent:
    """An answer as it is sent.

    `intact`: the body says what it said before, in whatever coat. `labelled`: it calls itself JSON,
        and nothing else.
    `arrives`: the body can be got out of its content encoding, and httpx can read where it leads
        to.
    """

    kinds: tuple[str, ...] = ()
    status: int
    headers: tuple[Header, ...] = ((b"Content-Type", JSON),)
    body: bytes
    intact: bool = True
    labelled: bool = True
    arrives: bool = True

    @property
    def is_plain(self) -> bool:
        """Whether it can be seen that it is JSON: by its label, or else by its first byte."""
        return self.labelled or "other encoding" not in self.kinds

    def told_as(self, kind: str) -> Sent:
        """The same answer after one more mutation."""
        return evolve(self, kinds=(*self.kinds, kind))


Spoil: TypeAlias = Callable[[Random, Sent], Sent]


def _header(sent: Sent, name: bytes, value: bytes) -> Sent:
    return evolve(sent, headers=(*sent.headers, (name, value)))


def _typed(sent: Sent, value: bytes) -> Sent:
    return evolve(sent, headers=((b"Content-Type", value),))


def _ruined(sent: Sent, body: bytes) -> Sent:
    return evolve(sent, body=body, intact=False)


def _cut(chance: Random, sent: Sent) -> Sent:
    return _ruined(sent, sent.body[: chance.randrange(max(len(sent.body), 1))])


def _encoded(chance: Random, sent: Sent) -> Sent:
    """Another encoding of the same text. Only the Unicode ones are JSON."""
    name = chance.choice(
        (
            "utf-8-sig",
            "utf-16",
            "utf-16-le",
            "utf-16-be",
            "utf-32",
            "utf-32-le",
            "utf-32-be",
            "latin-1",
            "cp037",
        )
    )
    body = sent.body.decode("utf-8", "replace").encode(name, "replace")
    told = (
        _typed(sent, b"application/json; charset=" + name.encode())
        if chance.random() < 0.5
        else sent
    )
    ours = name.startswith("utf") and len(sent.body) > 3
    return evolve(told, body=body, intact=ours)


def _random(chance: Random, sent: Sent) -> Sent:
    return _ruined(sent, chance.randbytes(chance.choice((1, 2, 3, 4, 7, 64, 1000))))


def _flipped(chance: Random, sent: Sent) -> Sent:
    if not sent.body:
        return sent
    index = chance.randrange(len(sent.body))
    return _ruined(
        sent, sent.body[:index] + bytes((chance.randrange(256),)) + sent.body[index + 1 :]
    )


def _followed(chance: Random, sent: Sent) -> Sent:
    return _ruined(
        sent,
        sent.body + chance.choice((b"x", b"\x00", sent.body, b"\n{}", b"<!-- served -->", b",")),
    )


def _blank(chance: Random, sent: Sent) -> Sent:
    return _ruined(
        sent, chance.choice((b"", b" ", b"\r\n\t ", b"\xef\xbb\xbf", b"\x00", b"\xff\xfe"))
    )


def _padded(chance: Random, sent: Sent) -> Sent:
    return evolve(sent, body=b" \r\n\t" * chance.randrange(1, 100) + sent.body + b"\n")


def _as_page(chance: Random, sent: Sent) -> Sent:
    sent = _ruined(sent, chance.choice((HTML, HTML.upper(), b"\n " + HTML, b"<html>")))
    return _typed(
        sent,
        chance.choice((JSON, b"text/html", b"text/html; charset=utf-8", b"", b"application/pdf")),
    )


def _mislabelled(chance: Random, sent: Sent) -> Sent:
    return evolve(_typed(sent, chance.choice(MEDIA_TYPES)), labelled=False)


def _unlabelled(chance: Random, sent: Sent) -> Sent:
    return evolve(sent, headers=(), labelled=False)


def _compressed(chance: Random, sent: Sent) -> Sent:
    if chance.random() < 0.5:
        name, pack = chance.choice(((b"gzip", gzip.compress), (b"deflate", zlib.compress)))
        return _header(evolve(sent, body=pack(sent.body)), b"Content-Encoding", name)
    told = _header(
        sent,
        b"Content-Encoding",
        chance.choice((b"gzip", b"deflate", b"gzip, gzip", b"br", b"zstd", b"none", b"\xff")),
    )
    return evolve(told, intact=False, arrives=False)


def _status(chance: Random, sent: Sent) -> Sent:
    status = chance.choice(STATUSES)
    sent = evolve(sent, status=status)
    if not 300 <= status < 400:
        return sent
    return _header(evolve(sent, arrives=False), b"Location", chance.choice(LOCATIONS))


def _refused(chance: Random, sent: Sent) -> Sent:
    sent = evolve(sent, status=chance.choice((429, 429, 503, 200, 500)))
    sent = _header(sent, b"Retry-After", chance.choice(RETRY_AFTER))
    for _ in range(chance.randrange(3)):
        sent = _header(
            sent, chance.choice((b"Date", b"Date", b"Retry-After")), chance.choice(DATES)
        )
    return sent


def _noisy(chance: Random, sent: Sent) -> Sent:
    return _header(sent, *chance.choice(NOISE))


ON_BYTES: dict[str, Spoil] = {
    "cut": _cut,
    "other encoding": _encoded,
    "random bytes": _random,
    "byte flipped": _flipped,
    "followed by more": _followed,
    "blank": _blank,
    "padded": _padded,
    "a web page": _as_page,
    "wrong media type": _mislabelled,
    "no media type": _unlabelled,
    "content encoding": _compressed,
}
ON_HEADS: dict[str, Spoil] = {"status": _status, "retry-after": _refused, "header noise": _noisy}


def spoil(chance: Random, sent: Sent, among: dict[str, Spoil]) -> Sent:
    """The answer after one of these mutations."""
    kind = chance.choice(list(among))
    return among[kind](chance, sent).told_as(kind)
