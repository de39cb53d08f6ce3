"""Limits of the machine that a request runs into: its memory, its open files. Pure."""

from __future__ import annotations

import errno

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
