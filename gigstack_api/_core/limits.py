"""Limits of the machine that a request runs into: its memory, its open files."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from functools import partial
from types import TracebackType

from ..errors import ConfigurationError, FileNotSavedError, GigstackError

NO_MEMORY = "there is not enough memory: ask for less at once, or lower max_answer_bytes"

BY_NUMBER = {
    errno.EMFILE: "too many files are open: close some, or raise the limit of the process",
    errno.ENFILE: "too many files are open on this machine",
    errno.ENOMEM: NO_MEMORY,
    errno.ENOBUFS: NO_MEMORY,
}
"""What an error about a limit means and what to do, by its number."""


def explain_limit(error: BaseException) -> str | None:
    """The limit of the machine that caused an error, and the remedy; None if none did."""
    if isinstance(error, MemoryError):
        return NO_MEMORY
    if isinstance(error, ImportError):  # of a library, which the loader of the system opens
        said = str(error)
        return next(
            (text for number, text in BY_NUMBER.items() if os.strerror(number) in said), None
        )
    return BY_NUMBER.get(error.errno or 0) if isinstance(error, OSError) else None


class Loading:
    """A block that imports what a call needs.

    Many modules are imported by the first call of a kind. An import opens files, so it may fail at
    a limit of the machine. It is tried again by the next call. `effect` says what did not happen.
    """

    def __init__(
        self, effect: str, error: Callable[[str], GigstackError] = ConfigurationError
    ) -> None:
        self._effect = effect
        self._error = error

    def __enter__(self) -> None:
        pass

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Explains a limit.

        Raises:
            GigstackError: the machine is at a limit.
        """
        if error is None or isinstance(error, GigstackError):
            return
        if limit := explain_limit(error):
            raise self._error(f"a module could not be loaded; {self._effect}: {limit}") from error


LOADING = Loading("nothing was sent")
"""Before anything is sent."""

LOADING_TO_CHECK = Loading("the file was not checked")
LOADING_TO_SAVE = Loading("the file was not saved", partial(FileNotSavedError, errno.EMFILE))
LOADING_CHECKPOINT = Loading("there is no checkpoint")
