"""A reference connection: h11, with our rules about leftovers, limits and packed bodies."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from typing import TypeAlias

import h11

from .peer import Answer, Lost, Reason

MOST_HEAD_BYTES = 64 * 1024
MOST_INTERIM = 16
_Event: TypeAlias = h11.Event | type[h11.NEED_DATA] | type[h11.PAUSED]


class H11Peer:
    """A connection over h11."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._h11 = h11.Connection(h11.CLIENT, max_incomplete_event_size=MOST_HEAD_BYTES)
        self._outcome: Answer | Lost | None = None
        self._is_open = True
        self._waiting = False
        self._is_first = True
        self._method = ""
        self._interim = self._fed = self._read = 0
        self._response: h11.Response | None = None
        self._packed = bytearray()

    def request(
        self, method: str, path: str, body: bytes | None = None, *, written: bool = True
    ) -> bytes:
        """The bytes of a request."""
        if not self._is_first:
            self._h11.start_next_cycle()
        self._is_first = False
        self._method = method
        self._outcome, self._waiting = None, True
        self._interim = self._fed = self._read = 0
        self._response = None
        self._packed = bytearray()
        headers = [("Host", "localhost")]
        if body is not None:
            headers.append(("Content-Length", str(len(body))))
        sent = self._send(h11.Request(method=method, target=path, headers=headers))
        if body is not None:
            sent += self._send(h11.Data(data=body))
        if written:
            sent += self._send(h11.EndOfMessage())
        return sent

    def _send(self, event: h11.Request | h11.Data | h11.EndOfMessage) -> bytes:
        return self._h11.send(event) or b""

    def receive(self, data: bytes) -> None:
        """Takes a segment."""
        if not self._waiting:
            self._is_open = False
            return
        self._fed += len(data)
        self._advance(data)

    def end(self) -> None:
        """The host closed."""
        self._is_open = False
        if self._waiting:
            self._advance(b"")

    @property
    def outcome(self) -> Answer | Lost | None:
        """The outcome of the last request."""
        return self._outcome

    @property
    def reusable(self) -> bool:
        """Whether a request may be sent now."""
        if not self._is_open or self._waiting:
            return False
        if self._is_first:
            return True
        done = self._h11.our_state is self._h11.their_state is h11.DONE
        return done and (self.announced_s is None or self.announced_s > 1)

    @property
    def announced_s(self) -> float | None:
        """The seconds of `Keep-Alive: timeout=` in the last answer."""
        if not isinstance(self._outcome, Answer):
            return None
        value = self._outcome.headers.get("keep-alive", "")
        found = re.findall(
            r"(?:^|,)[ \t]*timeout[ \t]*=[ \t]*(\d{1,9})[ \t]*(?=,|$)", value, re.IGNORECASE
        )
        return min(map(float, found), default=None)

    def _advance(self, data: bytes) -> None:
        try:
            self._h11.receive_data(data)
            while self._waiting:
                event = self._h11.next_event()
                if event is h11.NEED_DATA or event is h11.PAUSED:
                    return
                self._take(event)
        except h11.RemoteProtocolError as error:
            ended = not data and not self._is_open
            too_large = error.error_status_hint == 431
            self._lose("too large" if too_large else "ended early" if ended else "malformed")

    def _take(self, event: _Event) -> None:
        left = len(self._h11.trailing_data[0])
        size, self._read = self._fed - left - self._read, self._fed - left
        if isinstance(event, (h11.InformationalResponse, h11.Response)) and size > MOST_HEAD_BYTES:
            self._lose("too large")
        elif isinstance(event, h11.InformationalResponse):
            self._interim += 1
            if self._interim > MOST_INTERIM:
                self._lose("too large")
        elif isinstance(event, h11.Response):
            self._response = event
            if self._announces_too_much(event):
                self._lose("too large")
        elif isinstance(event, h11.Data):
            self._packed += event.data
            if len(self._packed) > self._limit:
                self._lose("too large")
        elif isinstance(event, h11.EndOfMessage):
            self._finish(left)

    def _announces_too_much(self, response: h11.Response) -> bool:
        headers = dict(response.headers)
        if self._method == "HEAD" or response.status_code in {204, 304}:
            return False
        return b"content-encoding" not in headers and (
            int(headers.get(b"content-length", 0)) > self._limit
        )

    def _finish(self, left: int) -> None:
        assert self._response is not None
        headers: dict[str, str] = {}
        for raw_name, raw_value in self._response.headers:
            name, value = raw_name.decode("latin-1"), raw_value.decode("latin-1")
            headers[name] = f"{headers[name]}, {value}" if name in headers else value
        body = unpack(headers.get("content-encoding", ""), bytes(self._packed), self._limit)
        self._waiting = False
        if left:
            self._is_open = False
        if isinstance(body, Lost):
            self._lose(body.reason)
        else:
            self._outcome = Answer(self._response.status_code, headers, body)

    def _lose(self, reason: Reason) -> None:
        self._outcome = Lost(reason)
        self._waiting = self._is_open = False


def unpack(codings: str, packed: bytes, limit: int) -> bytes | Lost:
    """The body, or why it cannot be unpacked. With a coding that was not asked for it is left."""
    names = [name for coding in codings.lower().split(",") if (name := coding.strip())]
    if not packed or not {*names} <= {"identity", "gzip", "x-gzip", "deflate"}:
        return packed
    body = packed
    for name in reversed(names):
        if name == "identity":
            continue
        unpacked = _inflate(body, is_gzip=name != "deflate", limit=limit)
        if isinstance(unpacked, Lost):
            return unpacked
        body = unpacked
    return body


def _inflate(packed: bytes, *, is_gzip: bool, limit: int) -> bytes | Lost:
    """All members of gzip, or the one stream of deflate, each to its end."""
    if not packed:
        return Lost("ended early")
    has_zlib_frame = packed[0] & 0x0F == 8 and int.from_bytes(packed[:2]) % 31 == 0
    bits = 16 + zlib.MAX_WBITS if is_gzip else zlib.MAX_WBITS * (1 if has_zlib_frame else -1)
    unpacked, rest = bytearray(), packed
    while rest:
        member = zlib.decompressobj(bits)
        try:
            unpacked += member.decompress(rest, limit - len(unpacked) + 1)
        except zlib.error:
            return Lost("malformed")
        if len(unpacked) > limit:
            return Lost("too large")
        if not member.eof:
            return Lost("ended early")
        rest = member.unused_data
        if rest and not is_gzip:
            return Lost("malformed")
        if not rest.strip(b"\0"):  # zeros may fill up what the last member leaves
            break
    return bytes(unpacked)


_LINE_FEED = "h11 takes a line feed for a line end, as RFC 9112 section 2.2 allows"
_FOLD = "h11 unfolds values, as RFC 9112 section 5.2 allows"
_CONTROL = "h11 keeps control characters but NUL, as RFC 9110 section 5.5 allows"
_BOTH = "h11 lets chunks override a length, as RFC 9112 section 6.3 allows"
_TRAILERS = "h11 reads trailers like other headers; RFC 9110 section 6.5.1 forbids these"
_TWICE = "h11 takes a repeated length once, as RFC 9110 section 8.6 allows"
_VERSION = "h11 takes every version of one digit, a dot and a digit"

EXCEPTIONS: Mapping[str, str] = {
    "a status line that ends in a line feed only": _LINE_FEED,
    "a header that ends in a line feed only": _LINE_FEED,
    "a length that ends in a line feed only": _LINE_FEED,
    "a head that ends in a line feed only": _LINE_FEED,
    "line feeds only": _LINE_FEED,
    "a trailer that ends in a line feed only": _LINE_FEED,
    "an end of the chunks in a line feed only": _LINE_FEED,
    "a folded value": _FOLD,
    "a value folded by a tab": _FOLD,
    "a folded length": _FOLD,
    "a length hidden in a fold": _FOLD,
    "a fold of nothing at the end of the head": _FOLD,
    "a folded trailer": _FOLD,
    "a control character in a value": _CONTROL,
    "a DEL in a value": _CONTROL,
    "a length beside chunks": _BOTH,
    "a length beside chunks in a 1xx": _BOTH,
    "a length in the trailers": _TRAILERS,
    "chunks in the trailers": _TRAILERS,
    "chunks beside a length": _BOTH,
    "the same length twice": _TWICE,
    "the same length twice, in one line": _TWICE,
    "HTTP 2 in the form of HTTP 1": _VERSION,
    "HTTP 0.9 in the form of HTTP 1": _VERSION,
    "a chunk size that wraps around at 64 bits": (
        "h11 takes up to 20 digits, and waits for as many bytes"
    ),
}
"""Conversations where h11 is more lenient than the table, with the reason."""
