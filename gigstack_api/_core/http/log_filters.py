"""Log lines of the HTTP libraries: those of our requests are dropped or cut."""

from __future__ import annotations

import logging
from collections.abc import Generator
from contextlib import contextmanager

from .messages import Progress, sending

HEADERS_CAME = "receive_response_headers."


@contextmanager
def suppress_http_logs(progress: Progress | None = None) -> Generator[None, None, None]:
    """A block in which the HTTP libraries do not log requests and answers."""
    before = sending.get()
    sending.set(progress or Progress())
    try:
        yield
    finally:
        # Not by its token: a call may be closed in another context than it was begun in.
        sending.set(before)


class _Hide(logging.Filter):
    """Drops the records of our requests.

    They show the URL (httpx), all headers (hpack) or the password of a proxy (httpcore.socks).
    """

    def filter(self, record: logging.LogRecord) -> bool:
        return sending.get() is None


class _HideHeaders(logging.Filter):
    """Cuts the headers of our answers (Location, Set-Cookie) from the records of httpcore.

    Its other records hold nothing private.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        if sending.get() and isinstance(record.msg, str) and record.msg.startswith(HEADERS_CAME):
            record.msg = f"{record.msg.partition(' ')[0]} (hidden by gigstack_api)"
        return True


for _name in ("httpx", "httpx2", "hpack.hpack", "hpack.table", "httpcore.socks", "httpcore2.socks"):
    logging.getLogger(_name).addFilter(_Hide())

for _name in ("httpcore.http11", "httpcore.http2", "httpcore2.http11", "httpcore2.http2"):
    logging.getLogger(_name).addFilter(_HideHeaders())
