"""A drift log as proposed actions of an overlay. Pure, but for reading the log.

Each line of the log names an operation and a path in its answer. The path is followed through the
schemas of the document to the place that declares the field (`places.py`). Lines of the same place,
seen by several operations, become one action (`proposing.py`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from gigstack_api.drift_log import Counts, Place, read_lines

from ..document import Call, Node
from ..findings import refuse
from .places import Keys, answer_of, by_name, follow, with_fields
from .proposing import Seen, proposals

VERSION = "1.1.0"


def read_log(path: Path) -> Counts:
    """The counts of a drift log.

    Raises:
        UnusableSpec: it cannot be read, or holds no line of a drift log.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise refuse(
            str(path), f"It cannot be read: {error.strerror}.", "Check its name."
        ) from None
    found = read_lines(content.splitlines())
    if not found:
        problem = "It holds no line of a drift log."
        raise refuse(str(path), problem, 'Write it with on_drift=DriftLog("drift.jsonl").')
    return found


def actions(log: Counts | Path, document: Node, named: Node | None = None) -> Node:
    """An overlay with a proposal for each place that the log names, most frequent first.

    `x-not-proposed` lists, as texts, lines of which no action follows. If it is the only content,
    `actions` is empty, and the document is not an overlay yet.

    Args:
        log: The counts, or the file with them.
        document: The document that the overlay is for.
        named: The same document with `x-gigstack` facts, if the document has none itself.

    Raises:
        UnusableSpec: the file cannot be read.
    """
    counts = read_log(log) if isinstance(log, Path) else log
    operations = by_name(named or document)
    gathered: dict[tuple[Keys, str], list[tuple[Place, Seen]]] = {}
    left_out: dict[str, Seen] = {}
    for place, (count, first, last) in counts.items():
        seen = Seen(count, first, last, (place.operation,))
        found = _found(place, operations, document)
        if isinstance(found, str):
            left_out[found] = left_out[found] + seen if found in left_out else seen
        else:
            gathered.setdefault(found, []).append((place, seen))
    proposed = [
        (sum(seen.count for _, seen in lines), action)
        for (keys, name), lines in gathered.items()
        for action in proposals(document, keys, name, lines)
    ]
    result: Node = {
        "overlay": VERSION,
        "info": {"title": "Proposals from drift", "version": "1.0.0"},
        "actions": [action for _, action in sorted(proposed, key=lambda pair: -pair[0])],
    }
    if left_out:
        listed = sorted(left_out.items(), key=lambda pair: -pair[1].count)
        result["x-not-proposed"] = [f"{text} {seen}." for text, seen in listed]
    return result


def _found(place: Place, operations: Mapping[str, Call], document: Node) -> tuple[Keys, str] | str:
    """The object schema and the field that a line is about, or why there is no proposal.

    The name is empty where the schema itself is meant, such as that of the items of a list.
    """
    call = operations.get(place.operation)
    where = (
        f"{place.operation} {place.path or 'answer'}: expected {place.expected}, got {place.got}."
    )
    if call is None:
        return f"{where} The document has no such operation."
    if "*" in place.path or place.expected == "application/json":
        return f"{where} Look at the answer."
    start = answer_of(call, document)
    steps = re.findall(r"\[\]|[^.\[\]]+", place.path)
    if start is None or not steps:
        return f"{where} Look at the answer."
    holder = follow(document, start, steps[:-1])
    if steps[-1] == "[]":
        holder = follow(document, start, steps)
        found = None if holder is None else (holder, "")
    else:
        holder = None if holder is None else with_fields(document, holder, steps[-1])
        found = None if holder is None else (holder, steps[-1])
    if found is None:
        return f"{where} The document has no such place."
    return found
