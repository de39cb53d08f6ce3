"""Changes of several operations that have one cause, reported as one. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import evolve

from .changes import Change, Level
from .subjects import VERBS, listed

METHOD = re.compile(r"`(gig\.\w+\.\w+)`")


def grouped(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Changes that say the same of several methods as one change of them all.

    A shared parameter or answer changes for every operation that refers to it.
    """
    groups: dict[tuple[str, ...], list[Change]] = {}
    for change in changes:
        groups.setdefault(_kind(change), []).append(change)
    return tuple(_joined(group) for group in groups.values())


def _kind(change: Change) -> tuple[str, ...]:
    if change.level == Level.TEXT:
        return (change.id, METHOD.sub("", change.line), "")
    where = change.place if not METHOD.search(change.line) else ""
    values = (
        (repr(change.was), repr(change.now)) if change.id.partition("-")[0] != "operation" else ()
    )
    if not values:  # what an operation is differs between any two
        return (change.id, change.place, change.line)
    return (change.id, METHOD.sub("", change.line), where, *values)


def _joined(group: list[Change]) -> Change:
    first = group[0]
    if len(group) == 1:
        return first
    methods = listed(found[1] for change in group if (found := METHOD.search(change.line)))
    line = METHOD.sub(lambda _: methods, first.line, count=1)
    plural = VERBS.items() if line.startswith(methods) and " and " in methods else ()
    for one, many in plural:
        line = line.replace(f"{methods} {one} ", f"{methods} {many} ")
    return evolve(
        first,
        line=line,
        place=f"{first.place} and {len(group) - 1} more",
        subjects=tuple(dict.fromkeys(name for change in group for name in change.subjects)),
        operations=tuple(dict.fromkeys(name for change in group for name in change.operations)),
    )
