"""Schemas as Apidog writes them, in the form of OpenAPI 3.1. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from gigstack_api._core.schema.types import is_list, is_object

from ..document import Node
from .examples import without_placeholder
from .extensions import extension, without_extensions
from .notes import Notes

MAPS = ("properties", "patternProperties", "$defs")
LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
ONES = ("items", "additionalProperties", "not", "contains", "propertyNames")

BESIDE_REF = frozenset(
    {
        *("default", "deprecated", "description", "example", "examples", "readOnly"),
        *("summary", "title", "writeOnly", "nullable"),
    }
)
"""What may stand beside a reference. OpenAPI 3.0, which the pages claim to be, ignores the rest."""

BOUNDS = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}


def repair_schema(schema: object, place: str, notes: Notes) -> object:
    """A schema without what is particular to Apidog and to OpenAPI 3.0."""
    if not is_object(schema):
        return schema
    _check_merged_fields(schema, place, notes)
    enum = extension(schema, "enum")
    node = without_extensions(schema)
    if "$ref" in node:
        return _reference(node, place, notes)
    if is_list(enum):
        _explain_values(node, enum)
    if node.get("properties") == {} and node.get("additionalProperties") is not False:
        del node["properties"]  # an object of which nothing is known, not an empty one
    for key in list(node):
        node[key] = _inner(key, node[key], f"{place}.{key}", notes)
    _drop_what_says_nothing(node)
    _rename_types(node)
    for key, bound in BOUNDS.items():
        _move_bound(node, key, bound)
    _move_examples(node)
    return _with_null(node) if node.pop("nullable", False) is True else node


def _inner(key: str, value: object, place: str, notes: Notes) -> object:
    if key in MAPS and is_object(value):
        return {name: repair_schema(item, f"{place}.{name}", notes) for name, item in value.items()}
    if key in LISTS and is_list(value):
        return [repair_schema(item, f"{place}[{index}]", notes) for index, item in enumerate(value)]
    return repair_schema(value, place, notes) if key in ONES else value


def _reference(node: Node, place: str, notes: Notes) -> Node:
    """A reference with what may stand beside it."""
    beside = {key for key in node if key != "$ref"}
    lost = {key for key in beside - BESIDE_REF if not key.startswith("x-")}
    if lost:
        problem = f"{', '.join(sorted(lost))} beside $ref is ignored in OpenAPI 3.0."
        notes.add(place, problem, "It is left out; add it in the overlay if the API means it.")
    kept = {key: value for key, value in node.items() if key not in lost}
    _drop_what_says_nothing(kept)
    _move_examples(kept)
    return _with_null(kept) if kept.pop("nullable", False) is True else kept


def _check_merged_fields(schema: Node, place: str, notes: Notes) -> None:
    """Notes fields of a merged-in schema that are not written out."""
    if extension(schema, "refs") is None:
        return
    ignored = extension(schema, "ignore-properties")
    written = schema.get("properties", {})
    missing = [name for name in ignored if name not in written] if is_list(ignored) else []
    if missing:
        problem = (
            f"The fields {', '.join(map(str, missing))} of a merged schema are not written out."
        )
        notes.add(place, problem, "Add them in the overlay.")


def _explain_values(node: Node, enum: list[object]) -> None:
    """Adds the values of an enum and their explanations, which only Apidog's extension has."""
    entries = [entry for entry in enum if is_object(entry) and "value" in entry]
    if "enum" not in node and entries:
        node["enum"] = [entry["value"] for entry in entries]
    texts = dict(_explanations(entries))
    if texts:
        node["x-values"] = texts


def _explanations(entries: list[Node]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        value, name = str(entry["value"]), str(entry.get("name") or "")
        text = str(entry.get("description") or "").strip() or ("" if name == value else name)
        if text:
            yield value, text


def _drop_what_says_nothing(node: Node) -> None:
    for key in ("title", "description"):
        if node.get(key) == "":
            del node[key]
    required = node.get("required")
    if "required" in node and (not is_list(required) or not required):
        del node["required"]
    if node.get("examples") in ({}, []):
        del node["examples"]


def _rename_types(node: Node) -> None:
    """Rewrites types that exist in Apidog only."""
    if node.get("type") == "file":
        node.update(type="string", format="binary")
    elif node.get("type") == "any":
        del node["type"]


def _move_bound(node: Node, key: str, bound: str) -> None:
    """`exclusiveMinimum: true` beside `minimum: 0` becomes `exclusiveMinimum: 0`."""
    if isinstance(node.get(key), bool) and node.pop(key) and bound in node:
        node[key] = node.pop(bound)


def _move_examples(node: Node) -> None:
    """All examples as one list, without placeholders of files."""
    found: list[object] = []
    if "example" in node:
        found.append(node.pop("example"))
    listed = node.pop("examples", [])
    if is_object(listed):
        listed = [
            item["value"] if is_object(item) and "value" in item else item
            for item in listed.values()
        ]
    found += listed if is_list(listed) else [listed]
    is_file = node.get("format") == "binary"
    kept = [
        real for value in found if (real := without_placeholder(value)) is not None or value is None
    ]
    if kept and not is_file:
        node["examples"] = [value for at, value in enumerate(kept) if value not in kept[:at]]


def _with_null(node: Node) -> Node:
    """A schema that also takes null, as OpenAPI 3.1 says it."""
    if "$ref" in node:
        beside = {key: value for key, value in node.items() if key != "$ref"}
        return {"anyOf": [{"$ref": node["$ref"]}, {"type": "null"}], **beside}
    kinds = node.get("type")
    if isinstance(kinds, str):
        node["type"] = [kinds] if kinds == "null" else [kinds, "null"]
    elif is_list(kinds) and "null" not in kinds:
        node["type"] = [*kinds, "null"]
    for key in ("anyOf", "oneOf"):
        if is_list(node.get(key)) and {"type": "null"} not in node[key]:
            node[key] = [*node[key], {"type": "null"}]
    if is_list(node.get("enum")) and None not in node["enum"]:
        node["enum"] = [*node["enum"], None]
    return node
