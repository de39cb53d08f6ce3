"""Warnings about what is deprecated, at the line of the caller."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any, TypeVar

C = TypeVar("C", bound=Callable[..., Any])

OWN = __name__.partition(".")[0] + "."


def warn_deprecated(text: str) -> None:
    """Warns about a deprecated operation, argument or field.

    The warning names the line outside of the package that made the call. Python shows it once for
    each such line.
    """
    import warnings

    frame: FrameType | None = sys._getframe(1)
    level = 2
    while frame is not None and _is_inner(frame):
        frame, level = frame.f_back, level + 1
    warnings.warn(text, DeprecationWarning, stacklevel=level)


def _is_inner(frame: FrameType) -> bool:
    """Whether a frame is of the core or of generated code, in whichever package."""
    variables = frame.f_globals
    name: str = variables.get("__name__", "")
    return name.startswith(OWN) or "._generated." in name or "ROUTE" in variables


def deprecated(text: str) -> Callable[[C], C]:
    """A decorator that marks a method as `warnings.deprecated` does, without a warning of its own.

    Generated code imports it at run time, and `typing_extensions.deprecated` for type checkers.
    """

    def mark(function: C) -> C:
        vars(function)["__deprecated__"] = text
        return function

    return mark
