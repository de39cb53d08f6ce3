"""Reads openapi.yaml: its operations with what they refer to, and its schemas with their
locations.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from attrs import frozen

from gigstack_api._core.schema.types import is_list, is_object
from gigstack_api.regenerate.document import METHODS
from gigstack_api.regenerate.document import resolve as follow
from scripts import yaml_files

SPEC = Path(__file__).resolve().parents[2] / "openapi.yaml"
NOTHING: dict[str, Any] = {}
NOT_SCHEMA = frozenset({"example", "examples", "enum", "x-note", "x-values", "x-gigstack"})

Node: TypeAlias = dict[str, Any]
"""An object of the spec."""


def load(path: Path = SPEC) -> Node:
    """Parses a spec file."""
    return yaml_files.read(path)  # type: ignore[no-any-return] # JSON


@cache
def operation_count() -> int:
    """The number of operations in openapi.yaml."""
    return len(calls(load()))


def resolve(spec: Node, node: Node) -> Node:
    """Follows the `$ref` of a node; the node itself if it has none.

    Raises:
        UnusableSpec: the reference leads nowhere.
    """
    return follow(spec, node, "spec")


def components(spec: Node, kind: str = "schemas") -> dict[str, Node]:
    """The components of a kind by name."""
    return spec.get("components", {}).get(kind, {})  # type: ignore[no-any-return] # JSON


def ref_name(node: Node) -> str:
    """The name of the component that a node refers to, or an empty text."""
    return str(node.get("$ref", "")).rpartition("/")[2]


@frozen
class Call:
    """An operation of the spec."""

    spec: Node
    path: str
    method: str
    node: Node
    shared: tuple[Node, ...] = ()
    """The parameters of the whole path."""

    @property
    def id(self) -> str:
        """The operationId."""
        return str(self.node.get("operationId", ""))

    @property
    def where(self) -> str:
        """The name of the operation in findings."""
        return f"{self.method} {self.path}"

    @property
    def tag(self) -> str:
        """The first tag: the resource."""
        return str(next(iter(self.node.get("tags", [])), ""))

    @property
    def facts(self) -> Node:
        """The `x-gigstack` of the operation."""
        return self.node.get("x-gigstack", NOTHING)  # type: ignore[no-any-return]

    def parameters(self, *places: str) -> dict[str, Node]:
        """The parameters in these locations (`path`, `query`, `header`), by wire name."""
        listed = [*self.shared, *self.node.get("parameters", [])]
        found = [resolve(self.spec, node) for node in listed]
        return {node["name"]: node for node in found if node["in"] in places}

    @property
    def sent_query(self) -> dict[str, Node]:
        """The query parameters that a method takes by name, without alternative spellings and the
        metadata filter.
        """
        hidden = set(self.facts.get("alternatives", {}))
        query = self.parameters("query")
        return {
            name: parameter
            for name, parameter in query.items()
            if name not in hidden and not is_metadata_filter(self.spec, parameter)
        }

    @property
    def body(self) -> Node:
        """The schema of the body, or an empty one."""
        content = resolve(self.spec, self.node.get("requestBody", {})).get("content", {})
        return next(
            (resolve(self.spec, media.get("schema", {})) for media in content.values()), NOTHING
        )

    @property
    def is_form(self) -> bool:
        """Whether the body is a multipart form."""
        return "multipart/form-data" in self.node.get("requestBody", {}).get("content", {})

    @property
    def successes(self) -> dict[str, Node]:
        """The success answers by status."""
        return {
            status: resolve(self.spec, answer)
            for status, answer in self.node.get("responses", {}).items()
            if str(status).startswith("2")
        }

    @property
    def answer(self) -> Node:
        """The JSON schema of the first success answer, or an empty one."""
        return self.content.get("application/json", {}).get("schema", {})  # type: ignore[no-any-return]

    @property
    def content(self) -> dict[str, Node]:
        """The first success answer by media type; empty if it has no body."""
        return next(iter(self.successes.values()), NOTHING).get("content", {})  # type: ignore[no-any-return]

    def examples(self, node: Node) -> Iterator[tuple[str, Node, Any]]:
        """Name, schema and value of each JSON example of a body or answer."""
        content = resolve(self.spec, node).get("content", {}).get("application/json", {})
        for name, example in content.get("examples", {}).items():
            yield name, content["schema"], example["value"]


def calls(spec: Node) -> list[Call]:
    """All operations of a spec."""
    return [
        Call(spec, path, method.upper(), node, tuple(item.get("parameters", ())))
        for path, item in spec.get("paths", {}).items()
        for method, node in item.items()
        if method in METHODS
    ]


def is_metadata_filter(spec: Node, parameter: Node) -> bool:
    """Whether a parameter is the metadata filter."""
    return resolve(spec, parameter.get("schema", {})).get("x-role") == "metadata-filter"


def parts(schema: Node) -> Iterator[tuple[str, Node]]:
    """The schemas directly inside a schema, with their relative locations."""
    for key in ("properties", "patternProperties"):
        for name, inner in schema.get(key, {}).items():
            yield f".{name}", inner
    for key in ("anyOf", "oneOf", "allOf", "prefixItems"):
        for index, inner in enumerate(schema.get(key, [])):
            yield f".{key}[{index}]", inner
    for key in ("items", "additionalProperties", "not"):
        if isinstance(schema.get(key), dict):
            yield f".{key}", schema[key]


def nested(schema: Node, where: str) -> Iterator[tuple[str, Node]]:
    """All schemas inside a schema, with their locations."""
    for place, inner in parts(schema):
        yield where + place, inner
        yield from nested(inner, where + place)


def inline(spec: Node) -> Iterator[tuple[str, Node]]:
    """Every schema that is not a component itself, with its location."""
    for name, schema in components(spec).items():
        yield from nested(schema, name)
    for where, parameter in _parameters(spec):
        yield where, parameter["schema"]
        yield from nested(parameter["schema"], where)


def every(spec: Node) -> Iterator[tuple[str, Node]]:
    """Every schema of components and parameters, with its location."""
    yield from components(spec).items()
    yield from inline(spec)


def _parameters(spec: Node) -> Iterator[tuple[str, Node]]:
    yield from components(spec, "parameters").items()
    for call in calls(spec):
        for parameter in call.node.get("parameters", []):
            if "$ref" not in parameter:
                yield f"{call.where} {parameter['name']}", parameter


def refs(node: object) -> Iterator[str]:
    """The references inside a part of the spec, except in examples."""
    if is_object(node):
        if "$ref" in node:
            yield str(node["$ref"])
        for key, inner in node.items():
            if key == "properties":
                yield from (ref for schema in inner.values() for ref in refs(schema))
            elif key not in NOT_SCHEMA:
                yield from refs(inner)
    elif is_list(node):
        for item in node:
            yield from refs(item)


def reachable(spec: Node, *roots: object) -> set[str]:
    """The references reachable from some parts of the spec, directly or not."""
    found: set[str] = set()
    waiting = [ref for root in roots for ref in refs(root)]
    while waiting:
        ref = waiting.pop()
        if ref not in found:
            found.add(ref)
            waiting += refs(resolve(spec, {"$ref": ref}))
    return found


def is_nullable(spec: Node, schema: Node) -> bool:
    """Whether a schema allows null."""
    schema = resolve(spec, schema)
    if "anyOf" in schema:
        return any(is_nullable(spec, choice) for choice in schema["anyOf"])
    kinds = schema.get("type", "null")
    return "null" in ([kinds] if isinstance(kinds, str) else kinds)


def at_place(spec: Node, schema: Node, place: str) -> Node | None:
    """The schema at a dotted path of a value, without null; None if the path does not exist."""
    found: Node = not_null(spec, schema)
    for name in place.split("."):
        if name not in found.get("properties", {}):
            return None
        found = not_null(spec, found["properties"][name])
    return found


def not_null(spec: Node, schema: Node) -> Node:
    """The schema for values that are not null."""
    schema = resolve(spec, schema)
    choices = [choice for choice in schema.get("anyOf", []) if choice != {"type": "null"}]
    return not_null(spec, choices[0]) if choices else schema
