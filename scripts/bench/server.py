"""A server that sends canned replies after a given time. It is faster than every client that it
measures.

`/20/100/v2/clients` replies after 20 ms, and its lists have 100 pages. Started as a process, it
prints its port and ends with standard input.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import sys
from collections.abc import Callable, Coroutine
from functools import lru_cache, partial
from pathlib import Path
from typing import cast
from urllib.parse import parse_qs, urlsplit

HEAD_END = b"\r\n\r\n"
HEADERS = (
    b"Date: Sat, 21 Nov 2026 12:00:00 GMT\r\nServer: bench\r\n"
    b"Content-Type: application/json; charset=utf-8\r\n"
)
NOT_FOUND = (
    0.0,
    b"HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\nContent-Length: 27\r\n\r\n"
    b'{"message":"nothing there"}',
)


class CannedAnswers:
    """The replies, ready as bytes."""

    def __init__(self, folder: Path) -> None:
        client = (folder / "client.json").read_bytes()
        self._client = _answer(b'{"message":"Client retrieved successfully","data":%b}' % client)
        self._invoices = _answer((folder / "invoices_100.json").read_bytes())
        numbered = {**json.loads(client), "id": "ID"}
        self._row = (
            json.dumps(numbered, ensure_ascii=False, separators=(",", ":"))
            .replace("%", "%%")
            .replace('"ID"', '"client_%d"')
        )
        self._rows: dict[int, bytes] = {}
        self.get = lru_cache(maxsize=64)(self._get)

    def post(self, target: bytes, body: bytes) -> tuple[float, bytes]:
        """Seconds to wait, and a reply with the sent object and an id."""
        latency_s = int(target.split(b"/", 2)[1]) / 1000
        return latency_s, _answer(
            b'{"message":"Client created successfully","data":{"id":"client_1",%b}'
            % body.lstrip()[1:],
            b"201 Created",
        )

    def _get(self, target: bytes) -> tuple[float, bytes]:
        """Seconds to wait, and the reply."""
        parts = urlsplit(target.decode())
        _, latency_ms, pages, _, *place = parts.path.split("/")
        latency_s = int(latency_ms) / 1000
        if place == ["clients"]:
            return latency_s, self._page(
                int(pages), {name: values[0] for name, values in parse_qs(parts.query).items()}
            )
        if place == ["invoices", "income"]:
            return latency_s, self._invoices
        return (latency_s, self._client) if place[:1] == ["clients"] else NOT_FOUND

    def _page(self, pages: int, query: dict[str, str]) -> bytes:
        """One page of a list of clients: by cursor, or by number with a metadata filter."""
        size = int(query.get("limit", "10"))
        by_number = any(name.startswith("metadata") for name in query)
        index = (
            int(query.get("page", "1")) - 1
            if by_number
            else int(query.get("next", "cursor_0").partition("_")[2])
        )
        if size not in self._rows:
            self._rows[size] = ",".join([self._row] * size).encode()
        rows = self._rows[size] % tuple(range(index * size, (index + 1) * size))
        more = index + 1 < pages
        cursor = b'"next":"cursor_%d",' % (index + 1) if more and not by_number else b""
        end = b'"has_more":%b,"total_results":%d}' % (b"true" if more else b"false", pages * size)
        return _answer(
            b'{"message":"Items retrieved successfully","data":[%b],%b%b' % (rows, cursor, end)
        )


class Connection(asyncio.Protocol):
    """One connection: reads whole requests, sends each reply when it is due."""

    def __init__(self, answers: CannedAnswers, loop: asyncio.AbstractEventLoop) -> None:
        self._answers = answers
        self._loop = loop
        self._held = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keeps the transport."""
        self._transport = cast(asyncio.Transport, transport)  # uvloop's is not a subclass

    def data_received(self, data: bytes) -> None:
        """Answers each complete request."""
        self._held += data
        while (end := self._held.find(HEAD_END)) >= 0:
            head = self._held[:end]
            stop = end + len(HEAD_END) + _length(head)
            if len(self._held) < stop:
                return
            body, self._held = self._held[end + len(HEAD_END) : stop], self._held[stop:]
            method, target, _ = head.split(b" ", 2)
            latency_s, answer = (
                self._answers.get(target) if method == b"GET" else self._answers.post(target, body)
            )
            if latency_s:
                self._loop.call_later(latency_s, self._send, answer)
            else:
                self._send(answer)

    def _send(self, answer: bytes) -> None:
        if not self._transport.is_closing():
            self._transport.write(answer)


def _length(head: bytes) -> int:
    _, found, rest = head.lower().partition(b"\r\ncontent-length:")
    return int(rest.partition(b"\r\n")[0]) if found else 0


def _answer(body: bytes, status: bytes = b"200 OK") -> bytes:
    return b"HTTP/1.1 %b\r\n%bContent-Length: %d\r\n\r\n%b" % (status, HEADERS, len(body), body)


async def serve(folder: Path) -> None:
    """Serves until standard input ends."""
    loop, answers = asyncio.get_running_loop(), CannedAnswers(folder)
    server = await loop.create_server(
        partial(Connection, answers, loop), "127.0.0.1", 0, backlog=1024
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


def runner() -> Callable[[Coroutine[None, None, None]], None]:
    """The function that runs a coroutine, from uvloop if it is installed."""
    try:
        fast: Callable[[Coroutine[None, None, None]], None] = importlib.import_module("uvloop").run
    except ImportError:
        return asyncio.run
    return fast


if __name__ == "__main__":
    runner()(serve(Path(sys.argv[1])))
