"""Everything that any logger says while a block runs, and everything an error shows of itself."""

from __future__ import annotations

import logging
import traceback
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import contextmanager

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
CORE = "gigstack_api/_core/"
HTTP = ("httpx", "httpcore", "h11", "anyio")


class Overheard(logging.Handler):
    """Keeps what is logged: `lines` with their arguments and tracebacks, and how many came from
    which library.
    """

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []
        self.by_logger: Counter[str] = Counter()

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps a record."""
        error = record.exc_info[1] if record.exc_info else None
        told = "".join(traceback.format_exception(error)) if error else ""
        self.lines.append(f"{record.name}: {record.getMessage()} {record.args!r} {told}")
        self.by_logger[record.name.partition(".")[0]] += 1


@contextmanager
def overheard() -> Generator[Overheard]:
    """A block in which every logger tells all it has to say."""
    handler = Overheard()
    loggers = [logging.getLogger(), *map(logging.getLogger, LIBRARIES)]
    before = [each.level for each in loggers]
    loggers[0].addHandler(handler)
    for each in loggers:
        each.setLevel(logging.DEBUG)
    try:
        yield handler
    finally:
        loggers[0].removeHandler(handler)
        for each, level in zip(loggers, before, strict=True):
            each.setLevel(level)


def chain(error: BaseException) -> Iterator[BaseException]:
    """An error and all that it came from, suppressed or not."""
    waiting: list[BaseException] = [error]
    seen: set[int] = set()
    while waiting:
        each = waiting.pop()
        if id(each) not in seen:
            seen.add(id(each))
            yield each
            waiting += [other for other in (each.__cause__, each.__context__) if other is not None]


def frames(error: BaseException) -> Iterator[tuple[str, str]]:
    """Function and local variables of each frame of the core that a reporter of errors would
    show.
    """
    for each in chain(error):
        for frame, _ in traceback.walk_tb(each.__traceback__):
            if CORE in frame.f_code.co_filename.replace("\\", "/"):
                yield frame.f_code.co_name, repr(frame.f_locals)


def kept_requests(error: BaseException) -> list[str]:
    """Errors of HTTP libraries that are still in reach: they hold the request, and with it the
    key.
    """
    return [
        type(each).__name__
        for each in chain(error)
        if type(each).__module__.partition(".")[0] in HTTP
    ]
