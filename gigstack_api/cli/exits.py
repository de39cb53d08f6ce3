"""How the command ends: exit codes, and the errors that lead to them."""

from __future__ import annotations

from enum import IntEnum

from ..errors import (
    AuthenticationError,
    ConfigurationError,
    DeliveryError,
    FileNotSavedError,
    GigstackError,
    InvalidArgumentError,
    OutcomeUnknownError,
    PermissionDeniedError,
)


class Exit(IntEnum):
    """The exit codes."""

    DONE = 0
    SOME_FAILED = 1
    WRONG_USE = 2
    CANNOT_START = 3
    INTERRUPTED = 130


class Refused(Exception):
    """The command ends with a message and an exit code."""

    def __init__(self, message: str, code: Exit) -> None:
        self.message = message
        self.code = code
        super().__init__(message)


EXITS: tuple[tuple[type[Exception], Exit], ...] = (
    (FileNotSavedError, Exit.SOME_FAILED),
    (InvalidArgumentError, Exit.WRONG_USE),
    (ConfigurationError, Exit.CANNOT_START),
    (AuthenticationError, Exit.CANNOT_START),
    (PermissionDeniedError, Exit.CANNOT_START),
    (OutcomeUnknownError, Exit.SOME_FAILED),
    (DeliveryError, Exit.CANNOT_START),
    (GigstackError, Exit.SOME_FAILED),
    (OSError, Exit.WRONG_USE),
)
"""The first class that fits says the exit code."""


def exit_of(error: Exception) -> Exit | None:
    """The exit code of an error; None if it is a fault of the program."""
    return next((code for kind, code in EXITS if isinstance(error, kind)), None)
