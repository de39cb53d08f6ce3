"""Limits of the machine that a request runs into: its memory, its open files."""

from __future__ import annotations

import errno
from types import TracebackType

from ..errors import ConfigurationError

NO_MEMORY = "there is not enough memory: ask for less at once, or lower max_answer_bytes"

NO_DESCRIPTOR = "too many files are open: close some, or raise the limit of the process"

BY_NUMBER = {
    errno.EMFILE: NO_DESCRIPTOR,
    errno.ENFILE: "too many files are open on this machine",
    errno.ENOMEM: NO_MEMORY,
    errno.ENOBUFS: NO_MEMORY,
}


def explain_limit(error: BaseException) -> str | None:
    """The limit of the machine that caused an error, and the remedy; None if none did."""
    if isinstance(error, MemoryError):
        return NO_MEMORY
    return BY_NUMBER.get(error.errno or 0) if isinstance(error, OSError) else None


class Loading:
    """A block that imports what a call needs, before anything is sent.

    Many modules are imported by the first call of a kind. An import opens files, so it may fail at
    a limit of the machine. It is tried again by the next call.
    """

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
            ConfigurationError: the machine is at a limit.
        """
        if error is not None and (limit := explain_limit(error)):
            raise ConfigurationError(
                f"a module could not be loaded; nothing was sent: {limit}"
            ) from error


LOADING = Loading()
