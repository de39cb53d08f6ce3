"""The connection of the package as a `Peer`."""

from __future__ import annotations

from msgspec.structs import replace

from gigstack_api._core.http import messages
from gigstack_api._core.http.connection import HttpConnection
from gigstack_api._core.http.decoding import decode
from gigstack_api._core.http.messages import Reply, Request

from .peer import Answer, Lost, Reason

HOST = "api.test"

REASONS: tuple[tuple[str, Reason], ...] = (
    ("more than", "too large"),
    ("the connection ended before", "ended early"),
    ("is not valid HTTP", "malformed"),
    ("could not be decompressed", "malformed"),
)

STRICTER = {
    "204 with a length": "the host may send that body after all",
    "204 with a coding": "the host may send that body after all",
    "HTTP 1.0 with chunks": "RFC 9112, 6.1: its framing is faulty",
}
"""Conversations that our connection ends in another way, and why."""


class OwnPeer:
    """`HttpConnection`, driven as the connections of asyncio and trio drive it."""

    def __init__(self, most: int) -> None:
        self._connection = HttpConnection(most)
        self._most = most
        self._outcome: Answer | Lost | None = None
        self._is_waiting = False
        self._is_written = True
        self._announced_s: float | None = None

    def request(
        self, method: str, path: str, body: bytes | None = None, *, written: bool = True
    ) -> bytes:
        """The bytes to send."""
        self._outcome = None
        self._announced_s = None
        self._is_written = written
        data = self._connection.start(Request(method, "", {}, body), HOST, path)
        assert isinstance(data, bytes)
        self._is_waiting = True
        return data

    def receive(self, data: bytes) -> None:
        """Takes a segment."""
        self._connection.receive(data)
        self._settle()

    def end(self) -> None:
        """The host closed."""
        self._connection.receive_eof()
        self._settle()

    def _settle(self) -> None:
        if not self._is_waiting or not self._connection.is_done:
            return
        self._is_waiting = False
        self._announced_s = self._connection.keep_s
        if not self._is_written:
            self._connection.lose("the host answered early")
        self._outcome = self._read(self._connection.result())

    def _read(self, result: Reply | messages.Lost) -> Answer | Lost:
        if isinstance(result, Reply) and result.is_encoded:
            steps = decode(result, self._most)
            try:
                while True:
                    next(steps)
            except StopIteration as done:
                result = done.value
        if isinstance(result, messages.Lost):
            return Lost(next(kind for text, kind in REASONS if text in result.reason))
        if result.is_cut:
            return Lost("too large")
        return Answer(result.status, result.headers, result.body)

    @property
    def outcome(self) -> Answer | Lost | None:
        """The outcome of the last request; None as long as more must arrive."""
        return self._outcome

    @property
    def reusable(self) -> bool:
        """Whether a request may be sent now."""
        return self._connection.is_reusable or self._is_fresh

    @property
    def _is_fresh(self) -> bool:
        return self._outcome is None and self._connection.is_open and self._connection.is_done

    @property
    def announced_s(self) -> float | None:
        """The seconds of `Keep-Alive: timeout=` in the last answer."""
        return self._announced_s


class PiecewisePeer(OwnPeer):
    """The same, with each body taken while it arrives, as files are."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self._taken = b""

    def request(
        self, method: str, path: str, body: bytes | None = None, *, written: bool = True
    ) -> bytes:
        """The bytes to send."""
        self._taken = b""
        return super().request(method, path, body, written=written)

    def receive(self, data: bytes) -> None:
        """Takes a segment."""
        self._connection.receive(data)
        self._taken += self._connection.take()
        self._settle()

    def _read(self, result: Reply | messages.Lost) -> Answer | Lost:
        if isinstance(result, Reply):
            result = replace(result, body=self._taken + result.body)
        return super()._read(result)
