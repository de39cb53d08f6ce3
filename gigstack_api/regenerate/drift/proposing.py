"""The actions of an overlay that one place of a drift log asks for. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from gigstack_api._core.schema.types import is_list
from gigstack_api.drift_log import Place

from ..document import Node
from .places import Keys, alternatives, jsonpath, node_at, quoted

UNKNOWN = "no such field"
TYPES: Mapping[str, Node] = {
    "string": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "array": {"type": "array", "items": {}},
    "object": {"type": "object", "additionalProperties": True},
    "secret": {"x-secret": True},
    "null": {},
}
"""The schema of a new field of which this type came."""


@frozen
class Seen:
    """How often something was seen, when, and by which operations."""

    count: int
    first: float
    last: float
    operations: tuple[str, ...]

    def __add__(self, other: Seen) -> Seen:
        operations = tuple(dict.fromkeys((*self.operations, *other.operations)))
        first, last = min(self.first, other.first), max(self.last, other.last)
        return Seen(self.count + other.count, first, last, operations)

    def __str__(self) -> str:
        days = [_day(self.first), _day(self.last)]
        when = f"on {days[0]}" if days[0] == days[1] else f"from {days[0]} to {days[1]}"
        times = "once" if self.count == 1 else f"{self.count} times"
        return f"Seen {times} {when} by {', '.join(self.operations)}"


def _day(seconds: float) -> str:
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date().isoformat()


def proposals(
    document: Node, holder: Keys, name: str, lines: Sequence[tuple[Place, Seen]]
) -> Iterator[Node]:
    """The actions for one field."""
    whole = _sum(seen for _, seen in lines)
    fields = node_at(document, holder).get("properties", {})
    if name and name not in fields:
        schema = _schema_of({place.got for place, _ in lines})
        yield _action(holder, f"{whole}: a new field.", {"properties": {name: schema}})
        return
    keys = (*holder, "properties", name) if name else holder
    values = {place.value: seen for place, seen in lines if place.value}
    if values:
        enum = next(
            (at for at in alternatives(document, keys) if "enum" in node_at(document, at)), None
        )
        if enum is not None:
            known = node_at(document, enum)["enum"]
            new = [value for value in values if value not in known]
            if new:
                reason = f"{_sum(values.values())}: new values."
                yield _action(enum, reason, {"enum": new})
    nulls = [seen for place, seen in lines if place.got == "null"]
    if nulls and name:
        yield from _optional(document, holder, name, _sum(nulls))
    others = [(place, seen) for place, seen in lines if place.got not in ("null", "secret")]
    others = [
        (place, seen)
        for place, seen in others
        if not place.value and place.expected != UNKNOWN  # the document has the field by now
    ]
    if others:
        yield from _wider(document, keys, others)


def _sum(seen: Iterable[Seen]) -> Seen:
    first, *others = seen
    for other in others:
        first += other
    return first


def _schema_of(kinds: set[str]) -> Node:
    """The schema of a new field of which these types came."""
    known = sorted(kinds - {"null"})
    schemas = [dict(TYPES.get(kind, {})) for kind in known]
    result = schemas[0] if len(schemas) == 1 else {"anyOf": schemas} if schemas else {}
    if "null" in kinds and "type" in result:
        return {**result, "type": [result["type"], "null"]}
    return {"anyOf": [*schemas, {"type": "null"}]} if "null" in kinds and schemas else result


def _optional(document: Node, holder: Keys, name: str, seen: Seen) -> Iterator[Node]:
    """Actions for a field that the spec promises, and that was null or missing."""
    node = node_at(document, holder)
    reason = f"{seen}: it was null or missing."
    if name in node.get("required", ()):
        place = f"{jsonpath(holder)}.required[?@ == {quoted(name)}]"
        yield {"target": place, "description": reason, "remove": True}
    keys = (*holder, "properties", name)
    if "x-always" in node_at(document, keys):
        yield {"target": jsonpath((*keys, "x-always")), "description": reason, "remove": True}


def _wider(document: Node, keys: Keys, lines: Sequence[tuple[Place, Seen]]) -> Iterator[Node]:
    """Actions for a field of which other types came."""
    seen = _sum(found for _, found in lines)
    came = sorted({place.got for place, _ in lines})
    expected = ", ".join(sorted({place.expected for place, _ in lines}))
    reason = f"{seen}: expected {expected}, got {', '.join(came)}."
    node = node_at(document, keys)
    types = node.get("type")
    known = [types] if isinstance(types, str) else types if is_list(types) else []
    new = [kind for kind in came if kind not in known]
    if known and not new:
        return
    if isinstance(types, str):
        yield _action(keys, reason, {"type": [types, *new]})
    elif known:
        yield _action(keys, reason, {"type": new})  # an update appends to a list
    elif is_list(node.get("anyOf")):
        yield _action(keys, reason, {"anyOf": [dict(TYPES[kind]) for kind in came]})
    elif "$ref" in node:
        both = [{"$ref": node["$ref"]}, *(dict(TYPES[kind]) for kind in came)]
        yield {"target": jsonpath((*keys, "$ref")), "description": reason, "remove": True}
        yield _action(keys, reason, {"anyOf": both})


def _action(keys: Keys, reason: str, update: Node) -> Node:
    return {"target": jsonpath(keys), "description": reason, "update": update}
