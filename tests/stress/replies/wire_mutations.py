"""Seeded mutations of a reply on the wire: bytes, encodings, media types, status, headers."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from functools import partial
from random import Random
from typing import TypeAlias

from attrs import evolve, frozen

Header: TypeAlias = tuple[bytes, bytes]

JSON = b"application/json"
HTML = (
    b"<!DOCTYPE html>\n<html><head><title>Maintenance</title></head>"
    b"<body>Please come back later \xe2\x80\xa6</body></html>"
)
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
class WireReply:
    """A reply on the wire.

    Attributes:
        intact: The body still has its original content, in whatever encoding.
        labelled: The media type is JSON.
        arrives: The content encoding can be decoded, and httpx can parse the redirect.
    """

    kinds: tuple[str, ...] = ()
    status: int
    headers: tuple[Header, ...] = ((b"Content-Type", JSON),)
    body: bytes
    intact: bool = True
    labelled: bool = True
    arrives: bool = True

    @property
    def is_recognizable(self) -> bool:
        """Whether the reply is recognizably JSON, by its media type or its first byte."""
        return self.labelled or "other encoding" not in self.kinds

    def with_kind(self, kind: str) -> WireReply:
        """The reply with the name of one more mutation."""
        return evolve(self, kinds=(*self.kinds, kind))


WireMutation: TypeAlias = Callable[[Random, WireReply], WireReply]


def _add_header(reply: WireReply, name: bytes, value: bytes) -> WireReply:
    return evolve(reply, headers=(*reply.headers, (name, value)))


def _set_media_type(reply: WireReply, value: bytes) -> WireReply:
    return evolve(reply, headers=((b"Content-Type", value),))


def _ruin(reply: WireReply, body: bytes) -> WireReply:
    return evolve(reply, body=body, intact=False)


def _cut(random: Random, reply: WireReply) -> WireReply:
    return _ruin(reply, reply.body[: random.randrange(max(len(reply.body), 1))])


def _reencode(random: Random, reply: WireReply) -> WireReply:
    """Encodes the text differently. Only the Unicode encodings are JSON."""
    name = random.choice(
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
    body = reply.body.decode("utf-8", "replace").encode(name, "replace")
    reply = (
        _set_media_type(reply, b"application/json; charset=" + name.encode())
        if random.random() < 0.5
        else reply
    )
    intact = name.startswith("utf") and len(reply.body) > 3
    return evolve(reply, body=body, intact=intact)


def _randomize(random: Random, reply: WireReply) -> WireReply:
    return _ruin(reply, random.randbytes(random.choice((1, 2, 3, 4, 7, 64, 1000))))


def _flip_byte(random: Random, reply: WireReply) -> WireReply:
    if not reply.body:
        return reply
    index = random.randrange(len(reply.body))
    return _ruin(
        reply, reply.body[:index] + bytes((random.randrange(256),)) + reply.body[index + 1 :]
    )


def _append_bytes(random: Random, reply: WireReply) -> WireReply:
    return _ruin(
        reply,
        reply.body + random.choice((b"x", b"\x00", reply.body, b"\n{}", b"<!-- served -->", b",")),
    )


def _blank_out(random: Random, reply: WireReply) -> WireReply:
    return _ruin(
        reply, random.choice((b"", b" ", b"\r\n\t ", b"\xef\xbb\xbf", b"\x00", b"\xff\xfe"))
    )


def _pad(random: Random, reply: WireReply) -> WireReply:
    return evolve(reply, body=b" \r\n\t" * random.randrange(1, 100) + reply.body + b"\n")


def _replace_by_web_page(random: Random, reply: WireReply) -> WireReply:
    reply = _ruin(reply, random.choice((HTML, HTML.upper(), b"\n " + HTML, b"<html>")))
    return _set_media_type(
        reply,
        random.choice((JSON, b"text/html", b"text/html; charset=utf-8", b"", b"application/pdf")),
    )


def _mislabel(random: Random, reply: WireReply) -> WireReply:
    return evolve(_set_media_type(reply, random.choice(MEDIA_TYPES)), labelled=False)


def _remove_media_type(random: Random, reply: WireReply) -> WireReply:
    return evolve(reply, headers=(), labelled=False)


def _set_content_encoding(random: Random, reply: WireReply) -> WireReply:
    if random.random() < 0.5:
        name, pack = random.choice(
            ((b"gzip", partial(gzip.compress, mtime=0)), (b"deflate", zlib.compress))
        )
        return _add_header(evolve(reply, body=pack(reply.body)), b"Content-Encoding", name)
    reply = _add_header(
        reply,
        b"Content-Encoding",
        random.choice((b"gzip", b"deflate", b"gzip, gzip", b"br", b"zstd", b"none", b"\xff")),
    )
    return evolve(reply, intact=False, arrives=False)


def _change_status(random: Random, reply: WireReply) -> WireReply:
    status = random.choice(STATUSES)
    reply = evolve(reply, status=status)
    if not 300 <= status < 400:
        return reply
    return _add_header(evolve(reply, arrives=False), b"Location", random.choice(LOCATIONS))


def _set_retry_after(random: Random, reply: WireReply) -> WireReply:
    reply = evolve(reply, status=random.choice((429, 429, 503, 200, 500)))
    reply = _add_header(reply, b"Retry-After", random.choice(RETRY_AFTER))
    for _ in range(random.randrange(3)):
        reply = _add_header(
            reply, random.choice((b"Date", b"Date", b"Retry-After")), random.choice(DATES)
        )
    return reply


def _add_header_noise(random: Random, reply: WireReply) -> WireReply:
    return _add_header(reply, *random.choice(NOISE))


BODY_MUTATIONS: dict[str, WireMutation] = {
    "cut": _cut,
    "other encoding": _reencode,
    "random bytes": _randomize,
    "byte flipped": _flip_byte,
    "followed by more": _append_bytes,
    "blank": _blank_out,
    "padded": _pad,
    "a web page": _replace_by_web_page,
    "wrong media type": _mislabel,
    "no media type": _remove_media_type,
    "content encoding": _set_content_encoding,
}
HEAD_MUTATIONS: dict[str, WireMutation] = {
    "status": _change_status,
    "retry-after": _set_retry_after,
    "header noise": _add_header_noise,
}


def mutate_wire(random: Random, reply: WireReply, among: dict[str, WireMutation]) -> WireReply:
    """Applies one of these mutations."""
    kind = random.choice(list(among))
    return among[kind](random, reply).with_kind(kind)
