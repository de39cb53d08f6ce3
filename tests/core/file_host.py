"""A host of one file that cuts its connections where a test tells, over TCP or as scripted
answers.
"""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, Callable, Iterable, Mapping
from random import Random

import anyio
import anyio.abc
import httpx

from .loopback import read_request

RANGE = re.compile(rb"range: bytes=(\d+)-\r", re.IGNORECASE)
FILE = b"PK\x03\x04" + Random(7).randbytes(600_000)


class Host:
    """Serves a file over TCP. `cuts` says after how many bytes each connection ends; then it is
    served whole.
    """

    def __init__(
        self, content: bytes = FILE, *, cuts: Iterable[int] = (), ranges: bool = True
    ) -> None:
        self.content = content
        self.requests: list[bytes] = []
        self._cuts = iter(cuts)
        self._ranges = ranges

    async def __call__(self, stream: anyio.abc.SocketStream) -> None:
        request = await read_request(stream)
        self.requests.append(request)
        found = RANGE.search(request) if self._ranges else None
        start, total = int(found[1]) if found else 0, len(self.content)
        head = f'HTTP/1.1 {"206 Partial Content" if found else "200 OK"}\r\nETag: "v1"\r\nContent-Length: {total - start}\r\n'
        if found:
            head += f"Content-Range: bytes {start}-{total - 1}/{total}\r\n"
        answer = memoryview(head.encode() + b"\r\n" + self.content[start:])[
            : next(self._cuts, None)
        ]
        for at in range(0, len(answer), 65_536):
            await stream.send(bytes(answer[at : at + 65_536]))


class Pieces(httpx.AsyncByteStream):
    """The body of a scripted answer, in pieces; an error among them is raised."""

    def __init__(self, *pieces: bytes | Exception) -> None:
        self._pieces = pieces

    async def __aiter__(self) -> AsyncGenerator[bytes, None]:
        for piece in self._pieces:
            await anyio.lowlevel.checkpoint()
            if isinstance(piece, Exception):
                raise piece
            yield piece


Scripted = Callable[[httpx.Request], httpx.Response]


def sent(
    *pieces: bytes | Exception, status: int = 200, headers: Mapping[str, str] | None = None
) -> Scripted:
    """A scripted answer whose body comes in pieces."""
    return lambda _: httpx.Response(status, headers=headers, stream=Pieces(*pieces))


def rest(*pieces: bytes | Exception, place: str, **headers: str) -> Scripted:
    """A scripted answer that says it is the rest of a file."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return sent(*pieces, status=206, headers={"Content-Range": f"bytes {place}", **named})
