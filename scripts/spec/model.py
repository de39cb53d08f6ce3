"""Views on openapi.yaml: its operations with what they refer to, and its schemas with their places.
Pure but for `load`.
"""

from __future__ import annotations

from collections.abc import Iterator
from keyword import iskeyword
from pathlib import Path
from typing import Any, TypeAlias

import yaml
from attrs import frozen

from gigstack_api._core.shapes import is_list, is_object

SPEC = Path(__file__).resolve().parents[2] / "openapi.yaml"
NOTHING: dict[str, Any] = {}
NOT_SCHEMA = frozenset({"example", "examples", "enum", "x-values", "x-gigstack"})

Node: TypeAlias = dict[str, Any]
"""An object of the spec."""


def load(path: Path = SPEC) -> Node:
    """The spec as it stands in a file."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # type: ignore[no-any-return] # noqa: S506 - a safe loader


def resolve(spec: Node, node: Node) -> Node:
    """What a node refers to, or the node itself."""
    while "$ref" in node:
        found: Any = spec
        for name in node["$ref"].removeprefix("#/").split("/"):
            found = found[name]
        node = found
    return node


def ref_name(node: Node) -> str:
    """Name of the component a node refers to; empty if it refers to none."""
    return str(node.get("$ref", "")).rpartition("/")[2]


def python_name(wire: str) -> str:
    """The Python name of a parameter or field: `created[gte]` is `created_gte`, `from` is
    `from_`.
    """
    plain = (
        wire.replace("[", "_").replace("]", "").replace("-", "_").lower()
        if set(wire) & {"[", "-"}
        else wire
    )
    return f"{plain}_" if iskeyword(plain) else plain


@frozen
class Call:
    """An operation with the spec it stands in."""

    spec: Node
    path: str
    method: str
    node: Node

    @property
    def id(self) -> str:
        """Its operationId."""
        return str(self.node.get("operationId", ""))

    @property
    def where(self) -> str:
        """How findings name it."""
        return f"{self.method} {self.path}"

    @property
    def tag(self) -> str:
        """Its first tag: the resource."""
        return str(next(iter(self.node.get("tags", [])), ""))

    @property
    def facts(self) -> Node:
        """Its `x-gigstack`, as the first success answer has it."""
        return next(
            (answer["x-gigstack"] for answer in self.successes.values() if "x-gigstack" in answer),
            NOTHING,
        )

    def parameters(self, *places: str) -> dict[str, Node]:
        """Its parameters in these places (`path`, `query`, `header`), by wire name."""
        found = [resolve(self.spec, each) for each in self.node.get("parameters", [])]
        return {each["name"]: each for each in found if each["in"] in places}

    @property
    def sent_query(self) -> dict[str, Node]:
        """The query parameters a caller can give by name: no second spellings, no metadata
        filter.
        """
        hidden = set(self.facts.get("alternatives", {}))
        query = self.parameters("query")
        return {
            name: each
            for name, each in query.items()
            if name not in hidden and not is_metadata_filter(self.spec, each)
        }

    @property
    def body(self) -> Node:
        """The schema of its body; empty without one."""
        content = self.node.get("requestBody", {}).get("content", {})
        return next((resolve(self.spec, each["schema"]) for each in content.values()), NOTHING)

    @property
    def is_form(self) -> bool:
        """Whether its body is a multipart form."""
        return "multipart/form-data" in self.node.get("requestBody", {}).get("content", {})

    @property
    def successes(self) -> dict[str, Node]:
        """Its success answers by status."""
        return {
            status: each
            for status, each in self.node.get("responses", {}).items()
            if status.startswith("2")
        }

    @property
    def answer(self) -> Node:
        """The JSON schema of its first success answer; empty without one."""
        content = next(iter(self.successes.values()), NOTHING).get("content", {})
        return content.get("application/json", {}).get("schema", {})  # type: ignore[no-any-return]

    def examples(self, node: Node) -> Iterator[tuple[str, Node, Any]]:
        """Name, schema and value of each JSON example of a body or answer."""
        content = resolve(self.spec, node).get("content", {}).get("application/json", {})
        for name, example in content.get("examples", {}).items():
            yield name, content["schema"], example["value"]


def calls(spec: Node) -> list[Call]:
    """All operations."""
    return [
        Call(spec, path, method.upper(), node)
        for path, item in spec["paths"].items()
        for method, node in item.items()
    ]


def is_metadata_filter(spec: Node, parameter: Node) -> bool:
    """Whether a parameter is the metadata filter."""
    return resolve(spec, parameter["schema"]).get("x-role") == "metadata-filter"


def parts(schema: Node) -> Iterator[tuple[str, Node]]:
    """The schemas directly inside a schema, with their places."""
    for key in ("properties", "patternProperties"):
        for name, each in schema.get(key, {}).items():
            yield f".{name}", each
    for key in ("anyOf", "oneOf", "allOf", "prefixItems"):
        for index, each in enumerate(schema.get(key, [])):
            yield f".{key}[{index}]", each
    for key in ("items", "additionalProperties", "not"):
        if isinstance(schema.get(key), dict):
            yield f".{key}", schema[key]


def nested(schema: Node, where: str) -> Iterator[tuple[str, Node]]:
    """All schemas inside a schema, with their places."""
    for place, each in parts(schema):
        yield where + place, each
        yield from nested(each, where + place)


def inline(spec: Node) -> Iterator[tuple[str, Node]]:
    """Every schema that is not a component itself, with its place."""
    for name, schema in spec["components"]["schemas"].items():
        yield from nested(schema, name)
    for where, parameter in _parameters(spec):
        yield where, parameter["schema"]
        yield from nested(parameter["schema"], where)


def every(spec: Node) -> Iterator[tuple[str, Node]]:
    """Every schema of components and parameters, with its place."""
    yield from spec["components"]["schemas"].items()
    yield from inline(spec)


def _parameters(spec: Node) -> Iterator[tuple[str, Node]]:
    yield from spec["components"]["parameters"].items()
    for call in calls(spec):
        for each in call.node.get("parameters", []):
            if "$ref" not in each:
                yield f"{call.where} {each['name']}", each


def refs(node: object) -> Iterator[str]:
    """The references inside a part of the spec, without its examples."""
    if is_object(node):
        if "$ref" in node:
            yield str(node["$ref"])
        for key, each in node.items():
            if key == "properties":
                yield from (ref for schema in each.values() for ref in refs(schema))
            elif key not in NOT_SCHEMA:
                yield from refs(each)
    elif is_list(node):
        for each in node:
            yield from refs(each)


def reachable(spec: Node, *roots: object) -> set[str]:
    """The references that lead away from some parts of the spec, directly or not."""
    found: set[str] = set()
    waiting = [ref for root in roots for ref in refs(root)]
    while waiting:
        ref = waiting.pop()
        if ref not in found:
            found.add(ref)
            waiting += refs(resolve(spec, {"$ref": ref}))
    return found


def is_nullable(spec: Node, schema: Node) -> bool:
    """Whether null is a value of a schema."""
    schema = resolve(spec, schema)
    if "anyOf" in schema:
        return any(is_nullable(spec, each) for each in schema["anyOf"])
    kinds = schema.get("type", "null")
    return "null" in ([kinds] if isinstance(kinds, str) else kinds)


def at_place(spec: Node, schema: Node, place: str) -> Node | None:
    """The schema at a dotted place of a value, without its null; None if there is no such place."""
    found: Node = not_null(spec, schema)
    for name in place.split("."):
        if name not in found.get("properties", {}):
            return None
        found = not_null(spec, found["properties"][name])
    return found


def not_null(spec: Node, schema: Node) -> Node:
    """What a schema says of a value that is not null."""
    schema = resolve(spec, schema)
    choices = [each for each in schema.get("anyOf", []) if each != {"type": "null"}]
    return not_null(spec, choices[0]) if choices else schema
