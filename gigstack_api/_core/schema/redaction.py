"""Redaction: how texts leave secrets out, and describe values without quoting them."""

from __future__ import annotations

import re
from enum import Enum
from typing import Any, Final

from .types import is_list, is_object

SECRET_NAME = re.compile(
    r"pass|token|secret|credential|private|signature|signing|portal|onboarding|login|api_?key"
    r"|^key$|^pdf$|^xml$|(^|_)(urls?|links?)$|(?-i:U[Rr][Ll]$|Link$)",
    re.IGNORECASE,
)
"""Names of secret fields: passwords, key files, tokens, URLs that work for anyone who has them."""

TYPE_WORDS: dict[type[Any], str] = {str: "a string", dict: "an object", list: "an array"}

LONGEST_CODE = 40
"""In characters."""

MOST_BITS = 128
"""Of a number that a text shows."""


class Hidden(Enum):
    """Type of `HIDDEN`."""

    HIDDEN = "***"

    def __repr__(self) -> str:
        return "***"

    def __str__(self) -> str:
        return "***"


HIDDEN: Final = Hidden.HIDDEN
"""Shown in place of a secret."""


def is_sensitive(name: str) -> bool:
    """Whether an undocumented field may hold a secret, judged by its name."""
    return SECRET_NAME.search(name) is not None


def redact(value: Any) -> Any:
    """A JSON value for use in a text: what may be secret in it is hidden."""
    if is_object(value):
        return {
            name: HIDDEN if is_sensitive(name) and item is not None else redact(item)
            for name, item in value.items()
        }
    return [redact(item) for item in value] if is_list(value) else value


def describe(value: object, *, is_code: bool = False) -> str:
    """A value for use in a text: a number, boolean or None itself, the type of any other value.

    A code (`is_code`) is quoted too if it is a plain word; one with digits or capitals may be an
    RFC.
    """
    if isinstance(value, int) and value.bit_length() > MOST_BITS:
        return "a long number"  # Python refuses to write very long ones
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


def describe_error(error: Exception) -> dict[str, str]:
    """The name and the text of an error; its attributes may hold a whole answer of the API."""
    return {"type": type(error).__name__, "message": str(error)}
