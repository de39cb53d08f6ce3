"""Base of the generated enums: open string enums whose members equal their API values."""

from __future__ import annotations

from enum import StrEnum
from typing import Any


class OpenEnum(StrEnum):
    """The documented values. The API may send others, which stay plain strings."""

    @classmethod
    def of(cls, value: Any) -> Any:
        """The member of a JSON value; any other value unchanged."""
        return cls._value2member_map_.get(value, value) if isinstance(value, str) else value
