"""Log filters for the HTTP libraries, and failures described without private data."""

from __future__ import annotations

import logging
import os
import re
import ssl
from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager
from pathlib import PurePath
from typing import TypeVar

import httpx

from ...errors import GigstackError
from .messages import Lost, Progress, sending

WORDS: dict[type[Exception], str] = {
    httpx.ConnectTimeout: "timed out connecting",
    httpx.PoolTimeout: "timed out waiting for a connection",
    httpx.ConnectError: "cannot connect",
    httpx.ReadTimeout: "timed out waiting for a response",
    httpx.WriteTimeout: "timed out sending the request",
    httpx.ReadError: "the connection broke while waiting for a response",
    httpx.WriteError: "the connection broke while sending the request",
    httpx.RemoteProtocolError: "the connection ended before the response was complete",
    httpx.DecodingError: "the response could not be decompressed",
    httpx.InvalidURL: "invalid redirect URL",
}

T = TypeVar("T")

LIBRARIES = frozenset({"aiohttp", "anyio", "httpcore", "httpcore2", "httpx", "httpx2", "trio"})

HEADERS_CAME = "receive_response_headers."


@contextmanager
def suppress_http_logs(progress: Progress | None = None) -> Generator[None, None, None]:
    """A block in which the HTTP libraries do not log requests and answers."""
    token = sending.set(progress or Progress())
    try:
        yield
    finally:
        sending.reset(token)


def describe_failure(error: Exception) -> str:
    """Why no reply came, without URL and headers.

    Only the operating system's message about a connection is quoted. An unknown error is described
    by its type and the place where it was raised.
    """
    words = WORDS.get(type(error)) or _type_and_place(error)
    message = os_error_text(error) if isinstance(error, httpx.ConnectError) else None
    return f"{words}: {message}" if message else words


async def or_lost(
    call: Callable[[], Awaitable[T]],
    *,
    sent: Callable[[Exception], bool],
    reason: Callable[[Exception], str] = describe_failure,
) -> T | Lost:
    """The result of a call, or how it was lost, whatever a transport, loop or library raises.

    Our own errors and cancellation pass. `Lost` is returned instead of raised: with its cause it
    would keep the request and the key alive.

    Args:
        call: Sends a request.
        sent: Whether a byte of the request may have been read, judged by the error.
        reason: Why no reply came, in words that hold nothing private.
    """
    try:
        return await call()
    except (GigstackError, Lost):
        raise
    except Exception as error:  # noqa: BLE001 - transports, loops and libraries raise anything
        return Lost(
            reason(error),
            sent=sent(error),
            timed_out=isinstance(error, (httpx.TimeoutException, TimeoutError)),
            is_final=_is_program_error(error),
        )


def _is_program_error(error: Exception) -> bool:
    """Whether an error is neither of the network nor of a library that speaks to it."""
    library = type(error).__module__.partition(".")[0]
    return not isinstance(error, OSError) and library not in LIBRARIES


def _type_and_place(error: Exception) -> str:
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    if isinstance(error, httpx.HTTPError) or place is None:
        return f"the request failed ({type(error).__name__})"
    file = PurePath(place.tb_frame.f_code.co_filename).name
    return f"the request failed ({type(error).__name__} in {file}, line {place.tb_lineno})"


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
