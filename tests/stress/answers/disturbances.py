"""The ways in which the host answers: it adds, repeats, delays, truncates and duplicates answers,
and closes.
"""

from __future__ import annotations

import gzip
import socket
import struct
from collections.abc import Awaitable, Callable
from random import Random
from typing import TypeAlias

import anyio
from attrs import frozen

TIMEOUT_S = 1.0
"""The time limit of a call; a late answer comes after it."""

READ_BYTES = 65_536
"""How much the client libraries read at once."""


@frozen
class Exchange:
    """A request that the host has received, and what it may answer.

    Args:
        other: The whole answer to another call, of another team.
        refusal: The body of an error that names the call.
    """

    socket: socket.socket
    random: Random
    media_type: bytes
    body: bytes
    refusal: bytes
    other: bytes

    def answer(
        self, *headers: bytes, status: bytes = b"200 OK", body: bytes | None = None
    ) -> bytes:
        """The right answer, with a length unless the headers frame it."""
        body = self.body if body is None else body
        framed = any(header.startswith((b"Content-Len", b"Transfer")) for header in headers)
        lines = (
            b"HTTP/1.1 " + status,
            b"Content-Type: " + self.media_type,
            *headers,
            *(() if framed else (b"Content-Length: %d" % len(body),)),
        )
        return b"\r\n".join(lines) + b"\r\n\r\n" + body

    def chunked(self) -> bytes:
        """The right answer in two chunks."""
        half = len(self.body) // 2
        chunks = b"".join(
            b"%x\r\n%s\r\n" % (len(part), part) for part in (self.body[:half], self.body[half:])
        )
        return self.answer(b"Transfer-Encoding: chunked", body=chunks + b"0\r\n\r\n")

    async def send(self, data: bytes) -> None:
        """Sends bytes, as one segment if they are few."""
        while data:
            try:
                data = data[self.socket.send(data) :]
            except BlockingIOError:
                await anyio.wait_writable(self.socket)

    async def send_slowly(self, data: bytes) -> None:
        """Sends bytes in pieces, with pauses between them."""
        places = sorted(self.random.randrange(1, len(data)) for _ in range(3))
        for start, stop in zip((0, *places), (*places, len(data)), strict=True):
            await self.send(data[start:stop])
            await anyio.sleep(self.random.random() * 0.004)

    async def send_while_idle(self, data: bytes) -> None:
        """Sends bytes after a pause, if no request has arrived in it."""
        await anyio.sleep(self.random.choice((0, 0, 0.001, 0.005)))
        if is_idle(self.socket):
            await self.send(data)


def is_idle(connection: socket.socket) -> bool:
    """Whether no request has arrived. Nothing else runs between this look and what is sent right
    after it, so that is there before any later request.
    """
    try:
        connection.recv(1, socket.MSG_PEEK)
    except BlockingIOError:
        return True
    return False


Answer: TypeAlias = Callable[[Exchange], Awaitable[bool]]
"""Answers a request. False if the host closes the connection then."""


@frozen
class Disturbance:
    """A way to answer. `share` is its weight among all ways but the right one."""

    name: str
    share: float
    answer: Answer


def _sending(make: Callable[[Exchange], bytes], *, keep: bool = True) -> Answer:
    async def answer(exchange: Exchange) -> bool:
        await exchange.send(make(exchange))
        return keep

    return answer


def _behind(make: Callable[[Exchange], bytes]) -> Answer:
    """The right answer and, in the same segment, more bytes."""
    return _sending(lambda exchange: exchange.answer() + make(exchange))


TIMED_OUT = b"HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"


def _too_short_a_length(exchange: Exchange) -> bytes:
    """The length counts characters."""
    return exchange.answer(b"Content-Length: %d" % len(exchange.body.decode()))


def _as_long_as_a_read(exchange: Exchange) -> bytes:
    """The answer fills what is read at once, and the next read begins with another's answer."""
    own = exchange.answer()
    filled = READ_BYTES - len(own) - len(b"X-Fill: \r\n")
    return exchange.answer(b"X-Fill: " + b"a" * filled) + exchange.other


def _smuggled(exchange: Exchange) -> bytes:
    """Chunks that end before the length says, with another's answer in the rest."""
    chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(exchange.body), exchange.body)
    length = b"Content-Length: %d" % (len(chunks) + len(exchange.other))
    return exchange.answer(length, b"Transfer-Encoding: chunked", body=chunks) + exchange.other


def _cut(exchange: Exchange) -> bytes:
    whole = exchange.random.choice((exchange.answer(), exchange.chunked()))
    return whole[: exchange.random.randrange(1, len(whole))]


def _packed(exchange: Exchange) -> bytes:
    return exchange.answer(b"Content-Encoding: gzip", body=gzip.compress(exchange.body, 1))


def _interim(exchange: Exchange) -> bytes:
    return b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 3 + exchange.answer()


def _refusal(exchange: Exchange) -> bytes:
    return exchange.answer(status=b"422 No", body=exchange.refusal)


async def _slow(exchange: Exchange) -> bool:
    await exchange.send_slowly(exchange.random.choice((exchange.answer(), exchange.chunked())))
    return True


async def _slow_with_another_behind(exchange: Exchange) -> bool:
    await exchange.send_slowly(exchange.answer())
    await exchange.send_while_idle(exchange.other)
    return True


async def _another_while_idle(exchange: Exchange) -> bool:
    await exchange.send(exchange.answer())
    await exchange.send_while_idle(exchange.other)
    return True


async def _again_while_idle(exchange: Exchange) -> bool:
    await exchange.send(exchange.answer())
    await exchange.send_while_idle(exchange.answer())
    return True


async def _timed_out_while_idle(exchange: Exchange) -> bool:
    await exchange.send(exchange.answer())
    await exchange.send_while_idle(TIMED_OUT)
    return False


async def _half_while_idle(exchange: Exchange) -> bool:
    await exchange.send(exchange.answer())
    await exchange.send_while_idle(exchange.other[: len(exchange.other) // 2])
    return True


async def _closed(exchange: Exchange) -> bool:
    return False


async def _reset(exchange: Exchange) -> bool:
    exchange.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    return False


async def _late(exchange: Exchange) -> bool:
    await anyio.sleep(TIMEOUT_S + 0.1)
    await exchange.send(exchange.answer())
    return True


async def _delayed(exchange: Exchange) -> bool:
    await anyio.sleep(exchange.random.random() * 0.01)
    await exchange.send(exchange.answer())
    return True


IN_THE_NEXT_READ = "another's in the next read"
GREETING = "another's before the first request"
GREETED = 0.05
"""Share of the connections that begin with the answer to another call."""

RIGHT = Disturbance("answered", 0, _sending(lambda exchange: exchange.answer()))

DISTURBANCES = (
    Disturbance("in chunks", 8, _sending(Exchange.chunked)),
    Disturbance("packed", 4, _sending(_packed)),
    Disturbance("1xx before it", 4, _sending(_interim)),
    Disturbance("in pieces", 6, _slow),
    Disturbance("delayed", 6, _delayed),
    Disturbance("late", 1, _late),
    Disturbance("refused", 6, _sending(_refusal)),
    Disturbance("closed after it", 6, _sending(lambda exchange: exchange.answer(), keep=False)),
    Disturbance("closed without it", 3, _closed),
    Disturbance("reset", 2, _reset),
    Disturbance("truncated", 5, _sending(_cut, keep=False)),
    Disturbance("twice", 5, _behind(lambda exchange: exchange.answer())),
    Disturbance("another's behind it", 6, _behind(lambda exchange: exchange.other)),
    Disturbance("half of another's behind it", 3, _behind(lambda exchange: exchange.other[:40])),
    Disturbance("a 408 behind it", 3, _behind(lambda exchange: TIMED_OUT)),
    Disturbance("a line end behind it", 3, _behind(lambda exchange: b"\r\n")),
    Disturbance("a 1xx behind it", 2, _behind(lambda exchange: b"HTTP/1.1 100 Continue\r\n\r\n")),
    Disturbance("garbage behind it", 2, _behind(lambda exchange: b"\0\xff\x15garbage")),
    Disturbance(
        "another's behind its chunks",
        4,
        _sending(lambda exchange: exchange.chunked() + exchange.other),
    ),
    Disturbance(
        "another's behind a refusal",
        3,
        _sending(lambda exchange: _refusal(exchange) + exchange.other),
    ),
    Disturbance(
        "another's behind a 204",
        2,
        _sending(lambda exchange: b"HTTP/1.1 204 No Content\r\n\r\n" + exchange.other),
    ),
    Disturbance(IN_THE_NEXT_READ, 1, _sending(_as_long_as_a_read)),
    Disturbance("a length that counts characters", 4, _sending(_too_short_a_length)),
    Disturbance("a length beside chunks", 3, _sending(_smuggled)),
    Disturbance("another's while idle", 4, _another_while_idle),
    Disturbance("in pieces, another's while idle", 2, _slow_with_another_behind),
    Disturbance("repeated while idle", 3, _again_while_idle),
    Disturbance("half of another's while idle", 2, _half_while_idle),
    Disturbance("a 408 while idle", 2, _timed_out_while_idle),
)

WHILE_IDLE = frozenset(found.name for found in DISTURBANCES if "while idle" in found.name)
"""Ways that send bytes to an idle connection. They arrive before the next request is sent, so a
client must look at its socket in the step that sends, without a turn of the event loop between.
"""
