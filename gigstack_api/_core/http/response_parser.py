"""The answer to one HTTP/1.1 request, read strictly from the bytes of a connection.

Unlike llhttp it refuses folded headers, repeated lengths and line breaks before an answer; it takes
a microsecond more.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import TypeAlias

from .header_fields import (
    FRAMING,
    Malformed,
    announced_keep_s,
    announces_close,
    check_framing,
    read_fields,
)

HEAD_BYTES = 64 * 1024  # of an answer with its interim answers and trailers
MOST_INTERIM = 16  # 1xx answers
CHUNK_LINE_BYTES = 4_096
SLICE_BYTES = 16 * 1024
MOST_SMALL_CHUNKS = 100_000  # of fewer than 16 bytes: more would hold up the event loop

STATUS_LINE = re.compile(
    r"HTTP/1\.(?P<minor>[01]) (?P<status>[1-9]\d\d)(?: [\t\x20-\x7e\x80-\xff]*)?"
)
CHUNK_LINE = re.compile(rb"([0-9A-Fa-f]{1,15})[ \t]*(?:;[\t\x20-\x7e\x80-\xff]*)?")
BARE_LINE_FEED = re.compile(rb"(?<!\r)\n")

Bytes: TypeAlias = bytes | bytearray


class ResponseParser:
    """Reads one answer.

    `is_head` says that the request was a HEAD; `most` is the most bytes of its body (as they
    were sent). Past them it ends there, and `is_too_large`. `is_kept` says whether the
    connection may be used again, `keep_s` for how many seconds the host keeps it, if it says so.
    """

    def __init__(self, *, is_head: bool, most: int) -> None:
        self.status = 0
        self.headers: dict[str, str] = {}
        self.body = BytesIO()  # gives its bytes without a copy
        self.is_complete = False
        self.is_too_large = False
        self.is_kept = False
        self.keep_s: float | None = None
        self._is_head = is_head
        self._most = most
        self._size = 0
        self._rest: Bytes = b""
        self._scanned = 0
        self._read: Callable[[Bytes], Bytes | None] = self._read_head
        self._head_bytes = 0
        self._interim = self._small_chunks = 0
        self._left = 0

    def feed(self, data: bytes) -> None:
        """Reads more bytes. Bytes behind the answer end the use of the connection.

        Raises:
            Malformed: they are not an answer.
        """
        # In slices, since each step copies what it leaves to the next.
        for at in range(0, len(data), SLICE_BYTES):
            self._feed(data[at : at + SLICE_BYTES])

    def _feed(self, data: Bytes) -> None:
        if self._rest:
            # Grown in place and scanned once: a host may send its head byte by byte.
            rest = self._rest if isinstance(self._rest, bytearray) else bytearray(self._rest)
            rest += data
            data, self._rest = rest, b""
        while data and not self.is_complete:
            left = self._read(data)
            if left is None:
                self._rest, self._scanned = data, len(data)
                return
            data, self._scanned = left, 0
        if data:
            self.is_kept = False

    def feed_eof(self, *, is_clean: bool) -> None:
        """Takes the end of the connection. A clean one completes a body without a length."""
        self.is_kept = False
        if self._read == self._read_to_end and is_clean:
            self.is_complete = True

    def _read_head(self, data: Bytes) -> Bytes | None:
        end = self._find(data, b"\r\n\r\n", HEAD_BYTES - self._head_bytes)
        if end < 0:
            self._check_beginning(data)
            return None
        self._head_bytes += end + 4
        line, _, block = data[: end + 2].decode("latin-1").partition("\r\n")
        found = STATUS_LINE.fullmatch(line)
        if found is None:
            raise Malformed("the status line is malformed")
        status = int(found["status"])
        headers, is_http_11 = read_fields(block), found["minor"] == "1"
        check_framing(headers, is_http_11=is_http_11)
        if status >= 200:
            self.status, self.headers = status, headers
            self._choose_body(is_http_11)
        else:
            self._interim += 1
            if status == 101:
                raise Malformed("it changes the protocol unasked")
            if self._interim > MOST_INTERIM:
                raise Malformed(f"it has more than {MOST_INTERIM} interim responses")
        return data[end + 4 :]

    def _find(self, data: Bytes, end: bytes, most: int) -> int:
        return data.find(end, max(0, self._scanned - len(end)), most)

    def _has_bare_line_feed(self, data: Bytes) -> bool:
        return BARE_LINE_FEED.search(data, max(0, self._scanned - 1)) is not None

    def _check_beginning(self, data: Bytes) -> None:
        """Refuses what cannot become a head, instead of waiting for its end."""
        if len(data) + self._head_bytes >= HEAD_BYTES:
            raise Malformed(f"the head has more than {HEAD_BYTES} bytes")
        start = data[:7]
        has_nul = data.find(b"\0", self._scanned) >= 0
        if start != b"HTTP/1."[: len(start)] or self._has_bare_line_feed(data) or has_nul:
            raise Malformed("the head is malformed")

    def _choose_body(self, is_http_11: bool) -> None:
        """Chooses how the body is read (RFC 9112, 6.3), and whether the connection is kept."""
        headers = self.headers
        coding, length = headers.get("transfer-encoding"), headers.get("content-length")
        self._left = int(length or 0)
        self.is_kept = is_http_11 and not announces_close(headers)
        self.keep_s = announced_keep_s(headers)
        if self._is_head or self.status in {204, 304}:
            # A host that announces a body for a 204 may send it.
            if self.status == 204 and (self._left or coding):
                self.is_kept = False
            self.is_complete = True
        elif coding is not None:
            self._read = self._read_chunk_line
        elif length is None:
            self.is_kept = False
            self._read = self._read_to_end
        elif self._left > self._most:
            self.is_complete = self.is_too_large = True
            self.is_kept = False
        else:
            self._read = self._read_sized
            self.is_complete = not self._left

    def _take(self, data: Bytes) -> Bytes:
        """Takes what is left of the body, or of a chunk. Returns what is behind it."""
        piece = data[: self._left]
        self._left -= len(piece)
        self._size += len(piece)
        if self._size > self._most:
            self.is_complete = self.is_too_large = True
            self.is_kept = False
        else:
            self.body.write(piece)
        return data[len(piece) :]

    def _read_sized(self, data: Bytes) -> Bytes:
        rest = self._take(data)
        self.is_complete = self.is_complete or not self._left
        return rest

    def _read_to_end(self, data: Bytes) -> Bytes:
        self._left = len(data)
        return self._take(data)

    def _read_chunk_line(self, data: Bytes) -> Bytes | None:
        end = self._find(data, b"\r\n", CHUNK_LINE_BYTES)
        if end < 0:
            if len(data) >= CHUNK_LINE_BYTES:
                raise Malformed(f"the line of a chunk has more than {CHUNK_LINE_BYTES} bytes")
            if self._has_bare_line_feed(data):
                raise Malformed("the size of a chunk is malformed")
            return None
        found = CHUNK_LINE.fullmatch(data, 0, end)
        if found is None:
            raise Malformed("the size of a chunk is malformed")
        self._left = int(found[1], 16)
        self._small_chunks += self._left < 16
        if self._small_chunks > MOST_SMALL_CHUNKS:
            raise Malformed(f"it has more than {MOST_SMALL_CHUNKS} chunks of a few bytes")
        self._read = self._read_chunk if self._left else self._read_trailers
        return data[end + 2 :]

    def _read_chunk(self, data: Bytes) -> Bytes | None:
        if self._left:
            return self._take(data)
        if data == b"\r":
            return None
        if not data.startswith(b"\r\n"):
            raise Malformed("a chunk is longer than it says")
        self._read = self._read_chunk_line
        return data[2:]

    def _read_trailers(self, data: Bytes) -> Bytes | None:
        """Checks the trailers, and drops them."""
        if data.startswith(b"\r\n"):
            self.is_complete = True
            return data[2:]
        end = self._find(data, b"\r\n\r\n", HEAD_BYTES - self._head_bytes)
        if end < 0:
            if len(data) + self._head_bytes >= HEAD_BYTES:
                raise Malformed(f"head and trailers have more than {HEAD_BYTES} bytes")
            if self._has_bare_line_feed(data):
                raise Malformed("the trailers are malformed")
            return None
        fields = read_fields(data[: end + 2].decode("latin-1"))
        if not FRAMING.isdisjoint(fields):
            raise Malformed("the trailers say where the body ends")
        self.is_complete = True
        return data[end + 4 :]
