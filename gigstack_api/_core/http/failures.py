"""How a request failed, in words without its URL and headers."""

from __future__ import annotations

import os
import re
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import TypeVar

from ...errors import GigstackError
from ..limits import explain_limit
from .messages import Lost

WORDS = {
    "ConnectTimeout": "timed out connecting",
    "PoolTimeout": "timed out waiting for a connection",
    "ConnectError": "cannot connect",
    "ReadTimeout": "timed out waiting for a response",
    "WriteTimeout": "timed out sending the request",
    "ReadError": "the connection broke while waiting for a response",
    "WriteError": "the connection broke while sending the request",
    "RemoteProtocolError": "the connection ended before the response was complete",
    "DecodingError": "the response could not be decompressed",
    "InvalidURL": "invalid redirect URL",
}
"""The errors of httpx, by name, since it may not be loaded."""

T = TypeVar("T")

LIBRARIES = frozenset(
    {"anyio", "asyncio", "h11", "httpcore", "httpcore2", "httpx", "httpx2", "ssl", "trio"}
)

MOCKS = frozenset({"pytest_httpx", "respx", "vcr"})
"""What their own errors say is for the tester."""


def describe_failure(error: Exception) -> str:
    """Why no reply came, without URL and headers.

    Only the operating system's message about a connection is quoted. An unknown error is described
    by its type and the place where it was raised.
    """
    if limit := explain_limit(error):
        return limit
    kind = type(error).__name__ if _is_of_httpx(error) else ""
    words = WORDS.get(kind) or _type_and_place(error)
    message = os_error_text(error) if kind == "ConnectError" else None
    return f"{words}: {message}" if message else words


async def or_lost(
    call: Callable[[], Awaitable[T]],
    *,
    sent: Callable[[Exception], bool],
) -> T | Lost:
    """The result of a call, or how it was lost, whatever a transport, loop or library raises.

    Our own errors, what a mock says to the tester, and cancellation pass. `Lost` is returned
    instead of raised: with its cause it would keep the request and the key alive.

    Args:
        call: Sends a request.
        sent: Whether a byte of the request may have been read, judged by the error.
    """
    try:
        return await call()
    except Exception as error:  # noqa: BLE001 - transports, loops and libraries raise anything
        return as_lost(error, sent=sent(error))


def as_lost(error: Exception, *, sent: bool) -> Lost:
    """How a request was lost that failed with this error.

    Raises:
        GigstackError: it is our own.
        Lost: it says so itself.
        Exception: a mock says what is wrong with a request.
    """
    if isinstance(error, (GigstackError, Lost)) or _is_for_tester(error):
        raise error
    is_late = isinstance(error, TimeoutError) or (
        _is_of_httpx(error) and type(error).__name__.endswith("Timeout")
    )
    is_final = _is_program_error(error)
    return Lost(describe_failure(error), sent=sent, timed_out=is_late, is_final=is_final)


def _is_for_tester(error: Exception) -> bool:
    """Whether a mock, or the test that uses it, says what is wrong with a request."""
    if not isinstance(error, AssertionError):
        # pytest_httpx says it with an error of httpx.
        is_unexpected = str(error).startswith("No response can be found for ")
        return _library_of(error) in MOCKS or (is_unexpected and _raised_by(error) in MOCKS)
    # The libraries assert things, too, which say nothing about the request.
    return _raised_by(error) not in {*LIBRARIES, "gigstack_api"}


def _raised_by(error: Exception) -> str:
    """The library that raised an error, or the first part of another module."""
    place = _innermost(error)
    module = None if place is None else place.tb_frame.f_globals.get("__name__")
    return str(module).partition(".")[0]


def _is_program_error(error: Exception) -> bool:
    """Whether an error is neither of the network nor of a library that speaks to it."""
    return not isinstance(error, OSError) and _library_of(error) not in LIBRARIES


def _is_of_httpx(error: Exception) -> bool:
    return _library_of(error) in {"httpx", "httpx2"}


def _library_of(error: Exception) -> str:
    return type(error).__module__.partition(".")[0]


def _innermost(error: Exception) -> TracebackType | None:
    """Where an error was raised."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    return place


def _type_and_place(error: Exception) -> str:
    place = _innermost(error)
    if _is_of_httpx(error) or place is None:
        return f"the request failed ({type(error).__name__})"
    file = re.split(r"[/\\]", place.tb_frame.f_code.co_filename)[-1]
    return f"the request failed ({type(error).__name__} in {file}, line {place.tb_lineno})"


def os_error_text(error: BaseException) -> str | None:
    """The message of the operating system or TLS, from the innermost cause that has one."""
    from ssl import SSLError  # what fails there has loaded it, unlike the import of the client

    said: str | None = None
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, SSLError):
            said = getattr(cause, "verify_message", None) or getattr(cause, "reason", None) or said
        elif isinstance(cause, OSError):
            # The text of asyncio contains the address, that of the error number does not.
            number = cause.errno or _number_in(cause)
            said = os.strerror(number) if number and number > 0 else cause.strerror or said
            said = explain_limit(cause) or said
        # trio raises a group, with an error per address that it tried.
        several: tuple[BaseException, ...] = getattr(cause, "exceptions", ())
        cause = several[0] if several else cause.__cause__ or cause.__context__
    return said


def _number_in(error: OSError) -> int | None:
    """The first error number in a text; asyncio joins those of all addresses that it tried."""
    found = re.search(r"\[Errno (\d+)\]", str(error))
    return int(found[1]) if found else None
