"""A host on this machine that echoes the marker and team of each request, and disturbs answers.

It runs on the event loop of the calls: between a look at a connection and what it sends there, no
call can send a request. So what it sends to an idle connection arrives before the next request.
"""

from __future__ import annotations

import re
import socket
from collections import Counter, deque
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from random import Random

import anyio
import anyio.abc
from attrs import define, field

from .disturbances import GREETED, GREETING, Exchange, is_idle
from .kinds import answer_body, refusal_body
from .plan import draw_disturbance

MOST_REMEMBERED = 30


@define
class Host:
    """Counts what it received and how it answered. `seed` decides how each request is answered,
    never in one of the ways that are left out.
    """

    seed: int
    left_out: frozenset[str] = frozenset()
    received: Counter[str] = field(factory=Counter[str])
    """How often the whole request with a marker arrived."""

    disturbances: Counter[str] = field(factory=Counter[str])
    connections: int = 0
    _others: deque[tuple[str, bytes]] = field(
        factory=lambda: deque[tuple[str, bytes]](maxlen=MOST_REMEMBERED)
    )

    @asynccontextmanager
    async def serving(self) -> AsyncGenerator[str, None]:
        """The origin of the host."""
        with socket.create_server(("127.0.0.1", 0), backlog=1024) as listener:
            listener.setblocking(False)
            async with anyio.create_task_group() as group:
                group.start_soon(self._accept, listener, group)
                yield f"http://127.0.0.1:{listener.getsockname()[1]}"
                group.cancel_scope.cancel()

    async def _accept(self, listener: socket.socket, group: anyio.abc.TaskGroup) -> None:
        while True:
            await anyio.wait_readable(listener)
            connection, _ = listener.accept()
            connection.setblocking(False)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.connections += 1
            group.start_soon(self._converse, connection)

    async def _converse(self, connection: socket.socket) -> None:
        """Answers the requests of a connection until one of the two closes it."""
        with connection:
            try:
                self._greet(connection)
                while (request := await _read_request(connection)) is not None:
                    if not await self._answer(connection, request):
                        return
            except OSError:
                return

    def _greet(self, connection: socket.socket) -> None:
        """Sends the answer to another call on some connections, unless a request is there."""
        random = Random(f"{self.seed} connection {self.connections}")
        if GREETING in self.left_out or random.random() >= GREETED or not is_idle(connection):
            return
        connection.send(self._other_than("", random))
        self.disturbances[GREETING] += 1

    async def _answer(self, connection: socket.socket, request: bytes) -> bool:
        method, path, _ = request.split(b"\r\n", 1)[0].decode().split(" ")
        marker, team = _find(r"m\d{7}", request), _find(r"(?<=team=)team_\d\d", request)
        self.received[marker] += 1
        random = Random(f"{self.seed} {marker} {self.received[marker]}")
        media_type, body = answer_body(method, path, marker, team)
        exchange = Exchange(
            connection,
            random,
            media_type,
            body,
            refusal_body(marker, team),
            self._other_than(team, random),
        )
        self._others.append((team, exchange.answer()))
        disturbance = draw_disturbance(random, left_out=self.left_out)
        self.disturbances[disturbance.name] += 1
        return await disturbance.answer(exchange)

    def _other_than(self, team: str, random: Random) -> bytes:
        """The answer that a call of another team got."""
        found = [answer for of, answer in self._others if of != team]
        if found:
            return random.choice(found)
        body = b'{"success": true, "data": {"id": "m9999999", "team": "team_99"}}'
        return b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)


async def _read_request(connection: socket.socket) -> bytes | None:
    """A whole request; None if the caller closed the connection."""
    received = b""
    while True:
        await anyio.wait_readable(connection)
        try:
            part = connection.recv(65_536)
        except BlockingIOError:
            continue
        if not part:
            return None
        received += part
        head, end, body = received.partition(b"\r\n\r\n")
        if end:
            length = re.search(rb"(?i)\r\ncontent-length: *(\d+)", head)
            if len(body) >= (int(length[1]) if length else 0):
                return received


def _find(pattern: str, request: bytes) -> str:
    found = re.search(pattern, request.decode())
    assert found, request
    return found[0]
