"""Warnings about what is deprecated, at the line of the caller."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from inspect import currentframe
from types import FrameType
from typing import Any, TypeVar

from ..limits import LOADING
from .types import OMIT

C = TypeVar("C", bound=Callable[..., Any])

OWN = __name__.partition(".")[0] + "."


def warn_deprecated(text: str) -> None:
    """Warns about a deprecated operation, argument or field.

    The warning names the line outside of the package that made the call. Python shows it once for
    each such line.
    """
    with LOADING:
        import warnings

    frame: FrameType | None = currentframe()
    frame = frame and frame.f_back
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


def renamed(
    call: str, name: str, value: Any, old: Mapping[str, Any], *, required: bool = False
) -> Any:
    """The value of an argument that had other names, from whichever was passed.

    Args:
        call: The name of the call, for texts.
        name: The name of the argument.
        value: What was passed under that name; `OMIT` or None if nothing was.
        old: What was passed under the other names.
        required: Whether the argument has to be passed.

    Raises:
        TypeError: it has to be passed, and was not.
    """
    for other, given in old.items():
        if given is not OMIT and given is not None:
            warn_deprecated(f"{call}: {other} is deprecated; it is called {name} now.")
            return given
    if required and value is OMIT:
        raise TypeError(f"{call}() needs the argument {name!r}")
    return value


def rename_exports(package: str, names: Mapping[str, str]) -> None:
    """Lets a package whose exports are loaded lazily export them under their old names too.

    Args:
        package: The name of the package.
        names: The new names by the old ones.
    """
    module = sys.modules[package]
    load: Callable[[str], object] = vars(module)["__getattr__"]

    def load_renamed(name: str) -> object:
        if name not in names:
            return load(name)
        warn_deprecated(f"{name} is deprecated; it is called {names[name]} now.")
        return load(names[name])

    vars(module)["__getattr__"] = load_renamed
