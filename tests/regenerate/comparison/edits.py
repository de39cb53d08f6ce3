"""Changes of the base spec, compared."""

from __future__ import annotations

from typing import Any

from gigstack_api.regenerate.comparison import Change, compare
from gigstack_api.regenerate.document import Node
from tests.regenerate.changes.editing import edited
from tests.regenerate.changes.trying import load

BASE: Node = load("base.yaml")
CLIENT = "components schemas Client properties"
INPUT = "components schemas ClientInput properties"


def changes(*edits: list[Any], before: list[list[Any]] | None = None) -> list[Change]:
    """The changes by some edits of the base spec; `before` is done on both sides."""
    old = edited(BASE, before or [])
    return list(compare(old, edited(old, list(edits))))


def lines(*edits: list[Any], before: list[list[Any]] | None = None) -> list[str]:
    """The same as lines."""
    return [str(change) for change in changes(*edits, before=before)]
