"""The `OMIT` marker for arguments that were not passed, and type guards for JSON values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any, Final, TypeGuard


class Omit(Enum):
    """Type of `OMIT`: not passed, not sent. `None` differs: it is sent as JSON null."""

    OMIT = "OMIT"

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "OMIT"


OMIT: Final = Omit.OMIT
"""Default of optional arguments."""

ABSENT: Any = None
"""Value of a field that every documented answer holds, where an answer lacks it all the same."""


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether a value is a JSON object."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Whether a value is a JSON array."""
    return isinstance(value, list)


def is_mapping(value: object) -> TypeGuard[Mapping[Any, Any]]:
    """Whether an argument is a mapping."""
    return isinstance(value, (dict, Mapping))  # dict first: it is found faster


def is_number(value: object) -> TypeGuard[int | float]:
    """Whether an argument is a number; True and False are not."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_sequence(value: object) -> TypeGuard[Sequence[Any]]:
    """Whether an argument is a list or similar; strings and bytes are not."""
    return isinstance(value, list) or (
        isinstance(value, Sequence) and not isinstance(value, (str, bytes, bytearray, memoryview))
    )
