"""Texts inside resources: found by dotted path, compared without accents."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, cast
from unicodedata import combining, normalize


def get_text(value: object, dotted: str) -> str | None:
    """The text at a dotted path, as a query would spell it. A key may contain dots itself."""
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
    """A text in lower case without accents."""
    if text.isascii():
        return text.casefold()
    return "".join(letter for letter in normalize("NFD", text.casefold()) if not combining(letter))
