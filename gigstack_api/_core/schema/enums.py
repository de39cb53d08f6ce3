"""Base of the generated enums: open string enums, equal to their API values."""

from __future__ import annotations

from enum import StrEnum
from typing import Any


class OpenEnum(StrEnum):
    """Values the docs name. The API may send others: those stay plain strings."""

    @classmethod
    def of(cls, value: Any) -> Any:
        """The member of a JSON value; any other value as it came."""
        return cls._value2member_map_.get(value, value) if isinstance(value, str) else value
