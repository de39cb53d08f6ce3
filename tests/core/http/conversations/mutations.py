"""Seeded mutations of conversations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import Any, TypeAlias

from attrs import fields

from .peer import Script
from .table import Conversation

Mutation: TypeAlias = Callable[[Random, bytes], bytes]

TOKENS = (
    *(b"\r\n", b"\n", b"\r", b"\r\n\r\n", b"\n\n", b"\0", b"\t", b" ", b"\x0b", b"\xa0", b"\x7f"),
    *(b":", b",", b";", b"=", b'"', b"+", b"-", b"_", b"0", b"1", b"00", b"0x", b"\xb2", b"\xff"),
    *(b"0\r\n\r\n", b"5\r\nhello\r\n", b"ffffffffffffffff", b"99999999999999999999"),
    b"HTTP/1.1 200 OK\r\n",
    b"HTTP/1.1 100 Continue\r\n\r\n",
    b"HTTP/1.0 200 OK\r\n",
    b"HTTP/1.1 204 No Content\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nEVIL",
    b"Content-Length: 2\r\n",
    b"Content-Length: 0\r\n",
    b"content-length: 1, 1\r\n",
    b"Transfer-Encoding: chunked\r\n",
    b"Transfer-Encoding: identity\r\n",
    b"Transfer-Encoding: gzip, chunked\r\n",
    b"Connection: close\r\n",
    b"Connection: keep-alive\r\n",
    b"Content-Encoding: gzip\r\n",
    b"Content-Encoding: deflate\r\n",
    b"Keep-Alive: timeout=1\r\n",
    b"X-A: a\r\n b\r\n",
)


def mutate(random: Random, sources: Sequence[Conversation]) -> Script:
    """One to four changes of one of the conversations."""
    source = random.choice(sources)
    host, early = source.host, source.early
    for _ in range(random.choice((1, 1, 1, 2, 2, 3, 4))):
        if random.random() < 0.1:
            other = random.choice(sources).host
            host = host[: _place(random, host)] + other[_place(random, other) :]
        elif early and random.random() < 0.5:
            early = random.choice(MUTATIONS)(random, early)
        else:
            host = random.choice(MUTATIONS)(random, host)
    shared: dict[str, Any] = {field.name: getattr(source, field.name) for field in fields(Script)}
    closes = source.closes if random.random() < 0.7 else random.random() < 0.5
    shared |= {"early": early, "host": host, "closes": closes}
    return Script(**shared)


def _place(random: Random, data: bytes) -> int:
    """An offset, more often in the head than in what follows."""
    stop = data.find(b"\r\n\r\n") + 4 if random.random() < 0.7 else len(data)
    return random.randint(0, min(max(stop, 1), len(data)))


def _span(random: Random, data: bytes) -> tuple[int, int]:
    start = _place(random, data)
    return start, min(len(data), start + random.choice((1, 1, 2, 3, 8, 20)))


def _change_a_byte(random: Random, data: bytes) -> bytes:
    start, stop = _span(random, data)
    return data[:start] + bytes([random.randrange(256)]) + data[min(start + 1, stop) :]


def _flip_a_bit(random: Random, data: bytes) -> bytes:
    place = _place(random, data)
    if place == len(data):
        return data
    return data[:place] + bytes([data[place] ^ 1 << random.randrange(8)]) + data[place + 1 :]


def _drop(random: Random, data: bytes) -> bytes:
    start, stop = _span(random, data)
    return data[:start] + data[stop:]


def _repeat(random: Random, data: bytes) -> bytes:
    start, stop = _span(random, data)
    return data[:stop] + data[start:]


def _move(random: Random, data: bytes) -> bytes:
    start, stop = _span(random, data)
    rest = data[:start] + data[stop:]
    place = _place(random, rest)
    return rest[:place] + data[start:stop] + rest[place:]


def _cut(random: Random, data: bytes) -> bytes:
    return data[: random.randint(0, len(data))]


def _insert(random: Random, data: bytes) -> bytes:
    place = _place(random, data)
    return data[:place] + random.choice(TOKENS) + data[place:]


def _insert_a_line(random: Random, data: bytes) -> bytes:
    lines = data.split(b"\r\n")
    lines.insert(random.randint(1, min(len(lines), 5)), random.choice(TOKENS).removesuffix(b"\r\n"))
    return b"\r\n".join(lines)


def _repeat_a_line(random: Random, data: bytes) -> bytes:
    lines = data.split(b"\r\n")
    lines.insert(random.randint(0, len(lines)), random.choice(lines))
    return b"\r\n".join(lines)


def _change_a_number(random: Random, data: bytes) -> bytes:
    places = [index for index, byte in enumerate(data) if 48 <= byte < 58]
    if not places:
        return data
    place = random.choice(places)
    return data[:place] + random.choice(b"0123456789aA+- ").to_bytes() + data[place + 1 :]


def _append(random: Random, data: bytes) -> bytes:
    return data + random.choice(TOKENS)


MUTATIONS: tuple[Mutation, ...] = (
    _change_a_byte,
    _flip_a_bit,
    _drop,
    _repeat,
    _move,
    _cut,
    _insert,
    _insert,
    _insert_a_line,
    _insert_a_line,
    _repeat_a_line,
    _change_a_number,
    _append,
)
