"""All changes between two documents. Pure."""

from __future__ import annotations

from ..document import Node
from .api import compare_api
from .changes import Change, Level
from .components import compare_components
from .context import context
from .operations import compare_operations


def compare(old: Node, new: Node) -> tuple[Change, ...]:
    """The changes between two documents, the gravest first.

    Both should be normalised. A component is compared once, and judged by whether it is sent or
    received; the same node changed in one way is one change.

    Raises:
        UnusableSpec: a reference leads nowhere.
    """
    both = context(old, new)
    found = [*compare_api(both), *compare_operations(both), *compare_components(both)]
    order = list(Level)
    unique = dict.fromkeys((change.id, change.place, change.line) for change in found)
    firsts = {(change.id, change.place, change.line): change for change in reversed(found)}
    return tuple(
        sorted((firsts[key] for key in unique), key=lambda change: order.index(change.level))
    )
