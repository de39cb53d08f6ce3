"""Captures everything that any logger emits, and finds what an error keeps in reach."""

from __future__ import annotations

import logging
import traceback
from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager

from ...support.tracebacks import error_chain

LIBRARIES = (
    "gigstack_api",
    "httpx",
    "httpcore",
    "httpcore.connection",
    "httpcore.http11",
    "asyncio",
    "anyio",
    "hpack",
    "trio",
)
HTTP = ("httpx", "httpcore", "h11", "anyio")


class LogCapture(logging.Handler):
    """Keeps log records as `lines`, with their arguments and tracebacks, and counts them by
    library.
    """

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []
        self.by_logger: Counter[str] = Counter()

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps a record."""
        error = record.exc_info[1] if record.exc_info else None
        formatted = "".join(traceback.format_exception(error)) if error else ""
        self.lines.append(f"{record.name}: {record.getMessage()} {record.args!r} {formatted}")
        self.by_logger[record.name.partition(".")[0]] += 1


@contextmanager
def capture_logs() -> Generator[LogCapture]:
    """Sets every logger to DEBUG for the block and captures its records."""
    handler = LogCapture()
    loggers = [logging.getLogger(), *map(logging.getLogger, LIBRARIES)]
    levels = [logger.level for logger in loggers]
    loggers[0].addHandler(handler)
    for logger in loggers:
        logger.setLevel(logging.DEBUG)
    try:
        yield handler
    finally:
        loggers[0].removeHandler(handler)
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def kept_requests(error: BaseException) -> list[str]:
    """Names of HTTP library errors that are still reachable: they hold the request, and with it
    the key.
    """
    return [
        type(linked).__name__
        for linked in error_chain(error)
        if type(linked).__module__.partition(".")[0] in HTTP
    ]
