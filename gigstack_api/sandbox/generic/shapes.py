"""Shapes of operations: what each does, by its method, path, answer and facts. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from attrs import frozen

from ..operation import Operation
from ..schemas import Schemas, types_of
from .values import Schema, Values

WRAPPERS = ("data", "result", "results", "items")
"""Fields that hold the value of an answer, whatever the resource is called."""


class Kind(StrEnum):
    """The ways to treat a resource."""

    CREATE = "create"
    GET = "get"
    LIST = "list"
    UPDATE = "update"
    DELETE = "delete"
    OTHER = "other"


@frozen
class Shape:
    """An operation: its kind, and where its answer holds the value.

    `collection` is the path of the resource without the id, `id_name` the parameter with the id.
    `place` are the fields that lead to the value in the answer. `schema` is that of the answer, or
    None if it has no JSON.
    """

    kind: Kind
    collection: str
    id_name: str
    status: int
    media_type: str
    schema: Schema | None
    place: tuple[str, ...]
    media: Mapping[str, Any]


def collections_of(operations: Sequence[Operation]) -> set[str]:
    """The paths of the resources that can be created, and listed, read, changed or deleted."""
    paths = {(operation.method, operation.path) for operation in operations}
    created = {path for method, path in paths if method == "POST" and not path.endswith("}")}
    used = {_split(path)[0] for _, path in paths if path.endswith("}")}
    listed = {path for method, path in paths if method == "GET"}
    return created & (used | listed)


def shape_of(operation: Operation, spec: Schemas, collections: set[str]) -> Shape:
    """The shape of an operation of a spec."""
    status, media_type, media = _success(operation, spec)
    schema: Schema | None = media.get("schema", {}) if "json" in media_type else None
    path, id_name = _split(operation.path)
    kind = _kind(operation, spec, schema, path if id_name else operation.path, collections)
    return Shape(
        kind=kind,
        collection=path,
        id_name=id_name,
        status=status,
        media_type=media_type,
        schema=schema,
        place=_place(operation, spec, schema, kind),
        media=media,
    )


def _split(path: str) -> tuple[str, str]:
    """The collection of a path, and the parameter of its last segment."""
    head, _, last = path.rstrip("/").rpartition("/")
    found = re.fullmatch(r"\{([^{}]+)\}", last)
    return (head, found[1]) if found else (path, "")


def _success(operation: Operation, spec: Schemas) -> tuple[int, str, Mapping[str, Any]]:
    """Status, media type and content of the first success answer."""
    for status, answer in operation.responses.items():
        if status.startswith("2") or status == "default":
            number = int(status) if status.isdecimal() else 200
            content = spec.resolve(answer).get("content", {})
            chosen = next((key for key in content if "json" in key), next(iter(content), ""))
            return number, chosen, content.get(chosen, {})
    return 200, "", {}


def _kind(
    operation: Operation, spec: Schemas, schema: Schema | None, path: str, collections: set[str]
) -> Kind:
    if path not in collections:
        return Kind.OTHER
    is_item = path != operation.path
    if is_item:
        found = {
            "GET": Kind.GET,
            "PUT": Kind.UPDATE,
            "PATCH": Kind.UPDATE,
            "DELETE": Kind.DELETE,
        }
        return found.get(operation.method, Kind.OTHER)
    if operation.method == "POST":
        return Kind.CREATE
    if operation.method == "GET" and schema is not None and _lists(schema, spec):
        return Kind.LIST
    return Kind.OTHER


def _lists(schema: Schema, spec: Schemas) -> list[tuple[str, ...]]:
    """The places of arrays in an answer: itself, or its fields."""
    schema = spec.resolve(schema)
    if "array" in types_of(schema):
        return [()]
    fields = Values(spec).fields(schema)
    arrays = [name for name, field in fields.items() if "array" in types_of(spec.resolve(field))]
    return [(name,) for name in sorted(arrays, key=lambda name: name not in WRAPPERS)]


def _place(
    operation: Operation, spec: Schemas, schema: Schema | None, kind: Kind
) -> tuple[str, ...]:
    """Where the value is: where the facts say, else where answers usually have it."""
    unwrap = str(operation.facts.get("unwrap", ""))
    if schema is None:
        return ()
    if unwrap and unwrap not in ("none", "empty"):
        return tuple(unwrap.split("."))
    if kind is Kind.LIST:
        return next(iter(_lists(schema, spec)), ())
    if unwrap == "none":
        return ()
    fields = Values(spec).fields(schema)
    for name in WRAPPERS:
        if name in fields:
            return (name,)
    objects = [
        name
        for name, field in fields.items()
        if "object" in types_of(found := spec.resolve(field)) or "properties" in found
    ]
    return (objects[0],) if len(objects) == 1 and "id" not in fields else ()
