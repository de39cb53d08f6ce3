"""Derives from the spec which drift must be reported, and which data a value must contain."""

from __future__ import annotations

import json
from math import isfinite
from typing import Any, cast

from gigstack_api._core.schema.types import is_list, is_object
from scripts.spec.model import Node, resolve

from .json_mutations import JsonPath, MutatedJson, get_path
from .kinds import ReplyExample

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


def format_path(path: JsonPath) -> str:
    """A path in the notation of drift reports."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")


def schemas_at(spec: Node, schema: Node, path: JsonPath) -> list[Node]:
    """The documented schemas at a path, without null; empty if nothing is documented there."""
    found = _choices(spec, schema)
    for step in path:
        inner: list[Node] = []
        for outer in found:
            properties: Node = {} if _is_free_form(outer) else outer.get("properties", {})
            node: Node | None = (
                outer.get("items") if isinstance(step, int) else properties.get(step)
            )
            inner += [] if node is None else _choices(spec, node)
        found = inner
    return found


def _choices(spec: Node, schema: Node) -> list[Node]:
    schema = resolve(spec, schema)
    if "anyOf" in schema:
        return [
            choice
            for option in schema["anyOf"]
            if option != {"type": "null"}
            for choice in _choices(spec, option)
        ]
    return [schema]


def _is_free_form(schema: Node) -> bool:
    return schema.get("x-role") == "free-form" or "properties" not in schema


def is_allowed(schemas: list[Node], value: Any) -> bool:
    """Whether a value has a documented type and, for an enum, is a documented value."""
    codes = [code for schema in schemas for code in schema.get("enum", ())]
    if codes and isinstance(value, str):
        return value in codes
    return value is None or any(
        _has_type(name, value) for schema in schemas for name in _types(schema)
    )


def _types(schema: Node) -> list[str]:
    names = schema.get("type", "anything")
    return [names] if isinstance(names, str) else cast("list[str]", names)


def _has_type(name: str, value: Any) -> bool:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return {
        "anything": True,
        "string": isinstance(value, str),
        "integer": number and (isinstance(value, int) or value.is_integer()),
        "number": number and (isinstance(value, int) or isfinite(value)),
        "boolean": isinstance(value, bool),
        "object": isinstance(value, dict),
        "array": isinstance(value, list),
    }.get(name, False)


def expected_drift(example: ReplyExample, mutated: MutatedJson) -> str | None:
    """The path that a drift report must name; None if the mutation causes no drift."""
    path = mutated.path
    if path is None or mutated.kind == "dropped" or not _is_read(example, mutated):
        return None
    if mutated.kind == "doubled field":
        return format_path(path)
    if mutated.added and _is_undocumented(example, mutated, path):
        return format_path(path)
    if path == ("timestamp",) and isinstance(mutated.document["timestamp"], float):
        return None  # the envelopes of the spec do not agree on whole numbers there
    schemas = schemas_at(example.call.spec, example.schema, path)
    if schemas and not is_allowed(schemas, get_path(mutated.document, path)):
        return format_path(path)
    return None


def _is_undocumented(example: ReplyExample, mutated: MutatedJson, path: JsonPath) -> bool:
    """Whether an added field is unknown to the object it was added to."""
    holders = schemas_at(example.call.spec, example.schema, path[:-1])
    closed = bool(holders) and not any(_is_free_form(holder) for holder in holders)
    known = any(path[-1] in holder.get("properties", {}) for holder in holders)
    value = get_path(mutated.document, path)
    return closed and not known and value is not None and len(path) > len(example.unwrap)


def _is_read(example: ReplyExample, mutated: MutatedJson) -> bool:
    """Whether the client reads the path: of files and empty replies it reads the envelope only."""
    path = cast(JsonPath, mutated.path)
    if not path:
        return False
    if path[0] in ENVELOPE and len(path) == 1:
        return True
    if example.is_empty or example.is_file:
        return mutated.kind == "doubled field"
    if example.is_page and path[0] in PAGING:
        return len(path) == 1
    return path[: len(example.unwrap)] == example.unwrap or mutated.kind == "doubled field"


def is_value_required(example: ReplyExample, mutated: MutatedJson) -> bool:
    """Whether the client must still return a value: the mutation is inside of it or beside it."""
    if not 200 <= example.status < 300:
        return False
    path, unwrap = mutated.path, example.unwrap
    if path is None:
        return mutated.readable
    if not mutated.readable or example.is_file:
        return False
    inside = path[: len(unwrap)] == unwrap and len(path) > len(unwrap)
    beside = path[:1] not in {unwrap[:1], ("success",), ()} and not example.is_page
    return inside or beside


def is_data_lost(example: ReplyExample, document: Any, value: Any) -> bool:
    """Whether a non-null field of the reply is missing in the JSON of the value."""
    if example.is_empty or example.is_file:
        return False
    received = document
    for step in example.unwrap:
        received = received.get(str(step)) if is_object(received) else None
    if received is None and is_object(document):
        received = document
    if example.is_page:
        received = [item for item in received or () if item is not None]
    return not _is_same(without_nulls(value), without_nulls(received))


def _is_same(one: Any, other: Any) -> bool:
    if one == other:
        return True
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def without_nulls(value: Any) -> Any:
    """JSON without its null fields."""
    if is_object(value):
        return {name: without_nulls(inner) for name, inner in value.items() if inner is not None}
    return [without_nulls(item) for item in value] if is_list(value) else value
