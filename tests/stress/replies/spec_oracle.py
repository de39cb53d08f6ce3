"""What the spec says of a place in an answer, and what of an answer must be in its value. Pure."""

from __future__ import annotations

import json
from math import isfinite
from typing import Any, cast

from gigstack_api._core.shapes import is_list, is_object
from scripts.spec.model import Node, resolve

from .json_mutations import Path, Written, at
from .kinds import Example

ENVELOPE = frozenset({"success", "message", "timestamp"})
PAGING = frozenset(
    {
        "has_more",
        "next",
        "next_cursor",
        "total_results",
        "total_count",
        "found",
        "total",
        "page",
        "per_page",
        "limit",
    }
)


def shown(place: Path) -> str:
    """A place as drift reports spell it."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in place)
    return text.removeprefix(".")


def schemas_at(spec: Node, schema: Node, place: Path) -> list[Node]:
    """What may stand at a place, without null; nothing where nothing is documented."""
    found = _choices(spec, schema)
    for step in place:
        below: list[Node] = []
        for each in found:
            properties: Node = {} if _is_free(each) else each.get("properties", {})
            inner: Node | None = (
                each.get("items") if isinstance(step, int) else properties.get(step)
            )
            below += [] if inner is None else _choices(spec, inner)
        found = below
    return found


def _choices(spec: Node, schema: Node) -> list[Node]:
    schema = resolve(spec, schema)
    if "anyOf" in schema:
        return [
            choice
            for each in schema["anyOf"]
            if each != {"type": "null"}
            for choice in _choices(spec, each)
        ]
    return [schema]


def _is_free(schema: Node) -> bool:
    return schema.get("x-role") == "free-form" or "properties" not in schema


def is_allowed(schemas: list[Node], value: Any) -> bool:
    """Whether a value has a documented type; of an enum, whether it is a documented value."""
    codes = [code for each in schemas for code in each.get("enum", ())]
    if codes and isinstance(value, str):
        return value in codes
    return value is None or any(_fits(kind, value) for each in schemas for kind in _types(each))


def _types(schema: Node) -> list[str]:
    kinds = schema.get("type", "anything")
    return [kinds] if isinstance(kinds, str) else cast("list[str]", kinds)


def _fits(kind: str, value: Any) -> bool:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return {
        "anything": True,
        "string": isinstance(value, str),
        "integer": number and (isinstance(value, int) or value.is_integer()),
        "number": number and (isinstance(value, int) or isfinite(value)),
        "boolean": isinstance(value, bool),
        "object": isinstance(value, dict),
        "array": isinstance(value, list),
    }.get(kind, False)


def must_be_told(example: Example, made: Written) -> str | None:
    """The place that a drift report has to name, if the mutation made one."""
    if made.place is None or made.kind == "dropped" or not _is_read(example, made):
        return None
    if made.kind == "doubled field":
        return shown(made.place)
    spec, schema = example.call.spec, example.schema
    if made.added:
        holders = schemas_at(spec, schema, made.place[:-1])
        closed = holders and not any(_is_free(each) for each in holders)
        known = any(made.place[-1] in each.get("properties", {}) for each in holders)
        value = at(made.document, made.place)
        if closed and not known and value is not None and len(made.place) > len(example.unwrap):
            return shown(made.place)
    if made.place == ("timestamp",) and isinstance(made.document["timestamp"], float):
        return None  # the envelopes do not agree on whole numbers there
    found = schemas_at(spec, schema, made.place)
    return (
        shown(made.place)
        if found and not is_allowed(found, at(made.document, made.place))
        else None
    )


def _is_read(example: Example, made: Written) -> bool:
    """Whether anybody looks at the place: a file and an empty answer have an envelope only."""
    place = cast(Path, made.place)
    if not place:
        return False
    if place[0] in ENVELOPE and len(place) == 1:
        return True
    if example.is_empty or example.is_file:
        return made.kind == "doubled field"
    if example.is_page and place[0] in PAGING:
        return len(place) == 1
    return place[: len(example.unwrap)] == example.unwrap or made.kind == "doubled field"


def value_must_come(example: Example, made: Written) -> bool:
    """Whether a mutation leaves a value to be read: it changed something inside of it only, or
    beside it.
    """
    if not 200 <= example.status < 300:
        return False
    if made.place is None:
        return made.readable
    if not made.readable or example.is_file:
        return False
    inside = made.place[: len(example.unwrap)] == example.unwrap and len(made.place) > len(
        example.unwrap
    )
    beside = made.place[:1] not in {example.unwrap[:1], ("success",), ()} and not example.is_page
    return inside or beside


def is_lost(example: Example, document: Any, given: Any) -> bool:
    """Whether a field that came, and is not null, is missing in the JSON of the value."""
    if example.is_empty or example.is_file:
        return False
    came = document
    for step in example.unwrap:
        came = came.get(str(step)) if is_object(came) else None
    if came is None and is_object(document):
        came = document
    if example.is_page:
        came = [each for each in came or () if each is not None]
    return not _same(without_nulls(given), without_nulls(came))


def _same(one: Any, other: Any) -> bool:
    return bool(one == other) or json.dumps(one, sort_keys=True) == json.dumps(
        other, sort_keys=True
    )


def without_nulls(value: Any) -> Any:
    """JSON without its null fields."""
    if is_object(value):
        return {name: without_nulls(each) for name, each in value.items() if each is not None}
    return [without_nulls(each) for each in value] if is_list(value) else value
