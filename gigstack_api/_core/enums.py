"""Base of the generated enums: open string enums, equal to their API values. Pure."""

from __future__ import annotations

from enum import StrEnum


class OpenEnum(StrEnum):
    """Values the docs name. The API may send others: those stay plain strings."""
