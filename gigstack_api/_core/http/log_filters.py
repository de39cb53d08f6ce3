"""Log filters for the HTTP libraries, and failures described without private data."""

from __future__ import annotations

import logging
import os
import re
import ssl
from collections.abc import Generator
from contextlib import contextmanager

import httpx

from .messages import Progress, sending

WORDS: dict[type[httpx.HTTPError | httpx.InvalidURL], str] = {
    httpx.ConnectTimeout: "connecting took too long",
    httpx.PoolTimeout: "no connection became free",
    httpx.ConnectError: "cannot connect",
    httpx.ReadTimeout: "no answer came in time",
    httpx.WriteTimeout: "sending took too long",
    httpx.ReadError: "the connection broke while waiting for the answer",
    httpx.WriteError: "the connection broke while sending",
    httpx.RemoteProtocolError: "the connection ended before the answer was complete",
    httpx.DecodingError: "the answer could not be decompressed",
    httpx.InvalidURL: "invalid redirect URL",
}

HEADERS_CAME = "receive_response_headers."


@contextmanager
def suppress_http_logs(progress: Progress | None = None) -> Generator[None, None, None]:
    """A block in which the HTTP libraries do not log requests and answers."""
    token = sending.set(progress or Progress())
    try:
        yield
    finally:
        sending.reset(token)


def describe_failure(error: httpx.HTTPError | httpx.InvalidURL) -> str:
    """Why no reply came, without a URL or header; only the words of the system are quoted."""
    words = WORDS.get(type(error), f"the request failed ({type(error).__name__})")
    told = os_error_text(error) if isinstance(error, httpx.ConnectError) else None
    return f"{words}: {told}" if told else words


def os_error_text(error: BaseException) -> str | None:
    """The message of the operating system or TLS, from the innermost cause that has one."""
    said: str | None = None
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            said = getattr(cause, "verify_message", None) or getattr(cause, "reason", None) or said
        elif isinstance(cause, OSError):
            # The text of asyncio contains the address, that of the error number does not.
            number = cause.errno or _number_in(cause)
            said = os.strerror(number) if number and number > 0 else cause.strerror or said
        # trio raises a group, with an error per address that it tried.
        several: tuple[BaseException, ...] = getattr(cause, "exceptions", ())
        cause = several[0] if several else cause.__cause__ or cause.__context__
    return said


def _number_in(error: OSError) -> int | None:
    """The first error number in a text; asyncio joins those of all addresses that it tried."""
    found = re.search(r"\[Errno (\d+)\]", str(error))
    return int(found[1]) if found else None


class _Hide(logging.Filter):
    """Drops the records of our requests, which show the URL (httpx) or all headers (hpack)."""

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


for _name in ("httpx", "httpx2", "hpack.hpack", "hpack.table"):
    logging.getLogger(_name).addFilter(_Hide())

for _name in ("httpcore.http11", "httpcore.http2", "httpcore2.http11", "httpcore2.http2"):
    logging.getLogger(_name).addFilter(_HideHeaders())
