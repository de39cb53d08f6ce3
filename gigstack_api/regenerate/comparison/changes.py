"""A change between two documents, and the levels it may have. Pure."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from attrs import frozen


class Level(StrEnum):
    """How much a change concerns those who call the API; the first is the gravest."""

    BREAKING = "breaking"
    """A call that worked, or code that read an answer, may fail."""
    DEPRECATED = "deprecated"
    """It still works, and is going to go away."""
    ADDED = "added"
    """Something new; whatever worked goes on working."""
    CHANGED = "changed"
    """Something else is meant or allowed; whatever worked goes on working."""
    TEXT = "text"
    """Only descriptions and examples."""


class Side(StrEnum):
    """Who writes the part that changed."""

    REQUEST = "request"
    ANSWER = "answer"
    BOTH = "both"


@frozen(kw_only=True)
class Change:
    """A difference between two documents.

    `id` is a key of the table of rules. `place` is the path to the node in the new document, or in
    the old one if it was removed. `line` is a sentence for users of the generated package,
    `subjects` the names in that package: `gig.clients.list(q)`, `Client.phone`. `operations` are
    the operationIds that the change can be seen in. `confidence` is below 1 where two nodes are
    taken for one that was renamed.
    """

    id: str
    level: Level
    place: str
    was: Any = None
    now: Any = None
    side: Side
    line: str
    subjects: tuple[str, ...] = ()
    operations: tuple[str, ...] = ()
    confidence: float = 1.0

    def __str__(self) -> str:
        return f"{self.level}: {self.line} [{self.id}]"


def gravest(levels: tuple[Level, ...]) -> Level:
    """The gravest of some levels."""
    order = list(Level)
    return min(levels, key=order.index)
