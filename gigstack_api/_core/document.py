"""The JSON document of a body, bounded in depth so that nothing done with it can exhaust the stack. Pure."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from .kinds import Finding
from .shapes import is_list, is_object

MOST_LEVELS = 100
"""Objects and lists inside each other. The documented answers have 8; copying one level of a value takes up to 5 frames."""

TOO_DEEP = f"the answer is nested deeper than {MOST_LEVELS} levels"


class TooDeep(ValueError):
    """A document is nested deeper than it is of any use."""

    def __init__(self) -> None:
        super().__init__(TOO_DEEP)


def read_document(body: bytes) -> Any:
    """The document of a JSON text in UTF-8, UTF-16 or UTF-32, with or without a byte order mark.

    Raises:
        TooDeep: it is nested deeper than `MOST_LEVELS`.
        ValueError: it is none.
    """
    try:
        document = json.loads(body)
    except RecursionError:
        raise TooDeep from None
    if body.count(b"[") + body.count(b"{") > MOST_LEVELS and _is_deep(document):
        raise TooDeep
    return document


def _is_deep(document: Any) -> bool:
    """Whether a document is deeper than `MOST_LEVELS`, found level by level: a walk into it would need the stack it protects."""
    level = [document]
    for _ in range(MOST_LEVELS):
        level = [
            each
            for holder in level
            for each in (holder.values() if type(holder) is dict else holder)
            if type(each) is dict or type(each) is list
        ]
        if not level:
            return False
    return True


def repeated_fields(body: bytes) -> Iterator[Finding]:
    """Each field that came more than once in its object, with how often; the last one counts."""
    repeated: dict[int, tuple[dict[str, Any], list[tuple[str, int]]]] = {}

    def keep(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) < len(pairs):
            counts = Counter(name for name, _ in pairs)
            repeated[id(made)] = made, [(name, count) for name, count in counts.items() if count > 1]
        return made

    document = json.loads(body, object_pairs_hook=keep)
    if repeated:
        for path, holder in _objects(document, ""):
            for name, count in repeated.get(id(holder), (holder, ()))[1]:
                yield f"{path}.{name}".removeprefix("."), "one such field", count


def _objects(value: Any, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each object of a document, with its place: a dot before each name."""
    if is_object(value):
        yield path, value
        for name, each in value.items():
            yield from _objects(each, f"{path}.{name}")
    elif is_list(value):
        for index, each in enumerate(value):
            yield from _objects(each, f"{path}[{index}]")
