"""Texts inside resources: found at dotted places, and compared without accents. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, cast
from unicodedata import combining, normalize


def get_text(value: object, dotted: str) -> str | None:
    """The text of what stands at a dotted place, as a query would spell it; a key may hold dots
    itself.
    """
    if not isinstance(value, dict):
        return None
    fields = cast("Mapping[str, Any]", value)
    if dotted in fields:
        return _as_text(fields[dotted])
    head, _, rest = dotted.partition(".")
    return get_text(fields.get(head), rest) if rest else None


def _as_text(value: object) -> str | None:
    if value is None or isinstance(value, (dict, list)):
        return None
    return value if isinstance(value, str) else json.dumps(value)


def fold(text: str) -> str:
    """A text without accents and case."""
    if text.isascii():
        return text.casefold()
    return "".join(letter for letter in normalize("NFD", text.casefold()) if not combining(letter))
