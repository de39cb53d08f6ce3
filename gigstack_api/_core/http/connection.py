"""One HTTP/1.1 connection without its network: bytes to send, bytes received, and how it ended."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from math import inf
from time import monotonic

from ...errors import InvalidArgumentError
from .decoding import CUT, cut_reply
from .header_fields import Malformed
from .messages import LATE, Lost, Reply, Request
from .response_parser import SLICE_BYTES, ResponseParser

CONNECT_S = 10.0
"""How long connecting may take (seconds)."""

KEPT_S = 4.0
"""How long an idle connection is kept, in seconds. Common servers close theirs after 5."""

MARGIN_S = 1.0
"""How much earlier than its host a connection is given up: a request needs time to arrive."""

OURS = {"Accept-Encoding": "gzip, deflate", "Connection": "keep-alive"}
HEADER_LINES = re.compile(
    r"(?:[!#$%&'*+.^_`|~0-9A-Za-z-]+: "
    r"(?:[\x21-\x7e\x80-\xff](?:[\t\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?)?\r\n)*"
)
TARGET = re.compile(r"/[\x21-\x7e]*")


class HttpConnection:
    """One connection, used by one exchange after the other.

    `start` gives the bytes of a request; `receive` and `receive_eof` take what arrives. Once
    `is_done`, `result` is the reply or how it was lost. Nothing that arrives before a request was
    started is read as its answer: it ends the connection, as does anything behind an answer.
    `keep_s` is how long the host keeps it, if the last answer said so (seconds); `ends_at` is when
    the exchange must have ended (monotonic time).

    Args:
        most: The most bytes of a body, as they are sent.
    """

    def __init__(self, most: int) -> None:
        self.is_open = True
        self.keep_s: float | None = None
        self.ends_at = inf
        self._most = most
        self._parser: ResponseParser | None = None
        self._lost: str | None = None
        self._kept_until = 0.0

    def start(self, request: Request, host: str, target: str) -> bytes | Lost:
        """The bytes of a request to a target on a host.

        It is lost if the connection cannot be used any more.

        Raises:
            InvalidArgumentError: it cannot be written.
        """
        if not self.is_open or not self.is_done:
            return Lost("the connection cannot be used", sent=False)
        data = encode_request(request, host, target)
        if data is None:  # raised here, where no frame holds the key
            raise InvalidArgumentError("a header or the address holds letters that cannot be sent")
        self._lost = None
        self._parser = ResponseParser(is_head=request.method == "HEAD", most=self._most)
        return data

    def receive(self, data: bytes) -> None:
        """Takes bytes that arrived."""
        if self._parser is None or self.is_done:
            self.is_open = False
            return
        try:
            for at in range(0, len(data), SLICE_BYTES):
                self._parser.feed(data[at : at + SLICE_BYTES])
                # An event loop may read for long before it looks at its timers.
                if not self._parser.is_complete and monotonic() > self.ends_at:
                    self.lose(LATE)
                    break
        except Malformed as error:
            self.lose(f"the response is not valid HTTP: {error}")
        if self._parser.is_complete:
            self._finish(self._parser)

    def receive_eof(self, *, is_clean: bool = True) -> None:
        """Takes the end of the connection; over TLS it is clean if the host announced it."""
        if self._parser is not None and not self.is_done:
            self._parser.feed_eof(is_clean=is_clean)
            if not self._parser.is_complete:
                self.lose(CUT)
        self.is_open = False

    def lose(self, reason: str) -> None:
        """Ends the connection, and the exchange that is under way."""
        if not self.is_done:
            self._lost = reason
        self.is_open = False

    def _finish(self, parser: ResponseParser) -> None:
        self.is_open = parser.is_kept
        self.keep_s = parser.keep_s
        kept_s = KEPT_S if self.keep_s is None else min(KEPT_S, self.keep_s - MARGIN_S)
        self._kept_until = monotonic() + kept_s

    @property
    def is_done(self) -> bool:
        """Whether the exchange has ended, or none was started."""
        return self._parser is None or self._lost is not None or self._parser.is_complete

    @property
    def is_reusable(self) -> bool:
        """Whether another request may be started now."""
        return self.is_open and self.is_done and monotonic() < self._kept_until

    @property
    def head(self) -> Reply | None:
        """Status and headers of the reply, once they are here."""
        if self._parser is None or not self._parser.status:
            return None
        return Reply(self._parser.status, self._parser.headers, b"")

    @property
    def untaken_bytes(self) -> int:
        """How much of the body `take` would give."""
        return 0 if self._parser is None else self._parser.body.tell()

    def take(self) -> bytes:
        """The bytes of the body that have arrived and were not taken yet."""
        if self._parser is None:
            return b""
        taken, self._parser.body = self._parser.body, BytesIO()
        return taken.getvalue()

    def result(self) -> Reply | Lost:
        """The reply, its body still encoded, or how it was lost, by an exchange that is done."""
        parser, self._parser = self._parser, None
        if parser is None or self._lost is not None:
            return Lost(self._lost or CUT, sent=True, timed_out=self._lost == LATE)
        if parser.is_too_large:
            return cut_reply(parser.status, parser.headers, parser.body)
        body = parser.body.getvalue()
        is_encoded = "content-encoding" in parser.headers
        return Reply(parser.status, parser.headers, body, is_encoded=is_encoded)


def encode_request(request: Request, host: str, target: str) -> bytes | None:
    """The bytes of a request; None if a header or the target cannot be written."""
    headers: Mapping[str, str] = {"Host": host, **OURS, **request.headers}
    content = request.content or b""
    lines = "".join([f"{name}: {value}\r\n" for name, value in headers.items()])
    # One line a header: a line break in a value would make two.
    is_valid = HEADER_LINES.fullmatch(lines) and lines.count("\n") == len(headers)
    if not is_valid or TARGET.fullmatch(target) is None:
        return None
    if content or request.method != "GET":
        lines += f"Content-Length: {len(content)}\r\n"
    return f"{request.method} {target} HTTP/1.1\r\n{lines}\r\n".encode("latin-1") + content
