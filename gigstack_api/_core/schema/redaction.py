"""What no text may show: the mark in the place of a secret, and how a value is told of without
being quoted.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Any, Final

from .types import is_list, is_object

SECRET_NAME = re.compile(
    r"pass|token|secret|credential|private|signature|signing|portal|onboarding|login|api_?key|^key$|^pdf$|^xml$"
    r"|(^|_)(urls?|links?)$|(?-i:U[Rr][Ll]$|Link$)",
    re.IGNORECASE,
)
"""How secrets are called: passwords, key files, tokens, and addresses that open something for
whoever knows them.
"""

TYPE_WORDS: dict[type[Any], str] = {str: "a string", dict: "an object", list: "an array"}

LONGEST_CODE = 40


class Hidden(Enum):
    """Type of `HIDDEN`."""

    HIDDEN = "***"

    def __repr__(self) -> str:
        return "***"

    def __str__(self) -> str:
        return "***"


HIDDEN: Final = Hidden.HIDDEN
"""Stands where a secret was."""


def is_sensitive(name: str) -> bool:
    """Whether a field that nobody documented may hold a secret, by its name."""
    return SECRET_NAME.search(name) is not None


def redact(value: Any) -> Any:
    """A JSON value without what sounds secret in it, for a text."""
    if is_object(value):
        return {
            name: HIDDEN if is_sensitive(name) and each is not None else redact(each)
            for name, each in value.items()
        }
    return [redact(each) for each in value] if is_list(value) else value


def describe(value: object, *, is_code: bool = False) -> str:
    """A value for a text: a number, true, false or null as it is, of anything else its type.

    A code (`is_code`) is quoted too where it is a plain word; what holds digits or capitals may be
    an RFC.
    """
    if value is None or isinstance(value, (bool, int, float, Hidden)):
        return repr(value)
    if (
        is_code
        and isinstance(value, str)
        and re.fullmatch(r"[a-z][a-z_.]*", value[: LONGEST_CODE + 1])
        and len(value) <= LONGEST_CODE
    ):
        return repr(value)
    return TYPE_WORDS.get(type(value), type(value).__name__)
