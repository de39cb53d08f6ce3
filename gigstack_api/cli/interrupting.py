"""Ctrl+C: once finishes what is in flight, twice stops. Both can be resumed."""

from __future__ import annotations

import asyncio
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager

from .terminal.output import Output
from .texts import text


@contextmanager
def interruptible(
    output: Output,
    *,
    finish: Callable[[], object],
    end: Callable[[], object],
    says: str | None = "stopping",
) -> Generator[Interrupted]:
    """A block in a coroutine that Ctrl+C and SIGTERM end in order.

    Args:
        output: Says what happens.
        finish: Called at the first signal.
        end: Called at each further one.
        says: Key of the text that is shown at the first signal.
    """
    line = None if says is None else text(says)
    interrupted = Interrupted(output, finish, end, line)
    loop = asyncio.get_running_loop()

    def caught(*_: object) -> None:
        loop.call_soon_threadsafe(interrupted.request)

    before = {number: signal.signal(number, caught) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield interrupted
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class Interrupted:
    """Whether a run was interrupted."""

    def __init__(
        self,
        output: Output,
        finish: Callable[[], object],
        end: Callable[[], object],
        line: str | None,
    ) -> None:
        self.times = 0
        self._output = output
        self._finish = finish
        self._end = end
        self._line = line

    def __bool__(self) -> bool:
        return self.times > 0

    def request(self) -> None:
        """Takes a signal."""
        self.times += 1
        if self.times == 1:
            if self._line is not None:
                self._output.problem(self._line)
            self._finish()
        else:
            self._end()


def resume_command(*, also: Sequence[str] = ()) -> str:
    """The command of this process, as it can be typed again.

    Args:
        also: Options that it needs besides.
    """
    arguments = ["gigstack-api", *sys.argv[1:]]
    arguments += [option for option in also if option not in arguments]
    return subprocess.list2cmdline(arguments) if sys.platform == "win32" else shlex.join(arguments)
