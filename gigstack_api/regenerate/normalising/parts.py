"""Schemas taken apart and put together, one level at a time. Pure."""

from __future__ import annotations

import copy
import json
from collections.abc import Sequence
from typing import Any

from gigstack_api._core.schema.types import is_list, is_object

from ..document import Node, component_of, pointer

ANNOTATIONS = frozenset({
    *("description", "deprecated", "readOnly", "writeOnly", "examples", "nullable"),
    "discriminator",
})  # fmt: skip
ORIGIN = "x-origin"
"""Words of the place that a schema was merged from, until it is named."""


def is_annotation(key: str) -> bool:
    """Whether a key says something about a schema without changing which values it takes."""
    return key in ANNOTATIONS or key.startswith("x-")


def joined_pair(one: Node, other: Node) -> Node:
    """The schema of the values that fit two variants, still to be merged."""
    if one == {"type": "null"} or other == {"type": "null"}:
        return {"type": "null"}
    named = {key: value for key, value in one.items() if key == "x-title"}
    parts = [part for part in (one, other) if set(part) - {"description", "x-title"}]
    title = {key: value for key, value in other.items() if key == "x-title"}
    if len(parts) == 1:
        return copy.deepcopy(parts[0])
    return {**named, **title, "allOf": copy.deepcopy(parts)}


def joined(choice: Node, plain: Node) -> Node:
    """A variant with what stands beside the union, but for null and a type that it says itself."""
    if choice == {"type": "null"} or not plain:
        return choice
    if set(plain) == {"type"} and ("$ref" in choice or "type" in choice or "allOf" in choice):
        return choice
    return joined_pair(choice, plain)


def own_keys(schema: Node) -> Node:
    """The keys that stand beside `allOf` and `$ref`."""
    return {key: value for key, value in schema.items() if key not in ("allOf", "$ref")}


def wrapped(ref: Node, facts: Node) -> Node:
    """A reference with facts beside it."""
    return {"anyOf": [ref], **facts} if facts else ref


def pointer_to(name: str) -> Node:
    """A reference to a component schema."""
    return {"$ref": pointer("components", "schemas", name)}


def bases_of(schema: Node) -> set[str]:
    """The components that a schema names in `allOf`, or beside which it says something."""
    parts = [schema, *schema.get("allOf", ())]
    return {name for part in parts if (name := component_of(part.get("$ref")))}


def has_more_than_facts(own: Node) -> bool:
    """Whether something other than facts stands beside a union."""
    return any(not is_annotation(key) for key in own if key != "anyOf")


def in_one_form(schema: Node) -> Node:
    """A schema with its `oneOf` as `anyOf`, and without combinations that say nothing."""
    found = dict(schema)
    if choices := found.pop("oneOf", None):
        if found.get("anyOf"):
            found["allOf"] = [*found.get("allOf", ()), {"anyOf": choices}]
        else:
            found["anyOf"] = choices
    parts = found.get("allOf", ())
    if any(says_nothing_new(part) for part in parts):
        facts = [part for part in parts if says_nothing_new(part)]
        found["allOf"] = [part for part in parts if not says_nothing_new(part)]
        found = {**{key: part[key] for part in facts for key in part}, **found}
    for key in ("allOf", "anyOf"):
        if key in found and (not found[key] or (key == "anyOf" and only_narrows(found[key]))):
            del found[key]
    return found


def says_nothing_new(part: Node) -> bool:
    """Whether a part of `allOf` holds facts alone."""
    return all(is_annotation(key) for key in part)


def identity_of(schema: Node) -> str:
    """A text that schemas have in common if they say the same, wherever they were merged from."""

    def plain(node: Any) -> Any:
        if is_list(node):
            return [plain(item) for item in node]
        if is_object(node):
            return {key: plain(item) for key, item in node.items() if key != ORIGIN}
        return node

    return json.dumps(plain(schema), sort_keys=True)


def as_part(schema: Node) -> Node:
    """The keys that a schema gives to one that it is merged into: all but those about itself."""
    own = ("discriminator", "nullable", "x-title", "deprecated")
    found = {key: value for key, value in schema.items() if key not in own}
    if found.get("additionalProperties") is False:
        del found["additionalProperties"]
    return found


def only_narrows(choices: Sequence[Node]) -> bool:
    """Whether variants only say which fields must be there together."""
    return bool(choices) and all(
        set(choice) <= {"required", "description", "x-title"} and choice for choice in choices
    )


def types_of(schema: Node) -> list[Any]:
    """The types that a schema names."""
    kinds = schema.get("type", [])
    return kinds if is_list(kinds) else [kinds]
