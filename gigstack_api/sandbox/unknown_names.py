"""The names in a request that no source knows, so that none of them is dropped in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias, cast

from .operation import Operation
from .parameters import is_metadata_filter
from .schemas import Schemas

Schema: TypeAlias = Mapping[str, Any]


def unknown_parameters(operation: Operation, names: Iterable[str]) -> list[str]:
    """The query parameters of these names that nothing is known of. Every call may name a team."""
    known = {"team", *(parameter.name for parameter in operation.query)}
    return [
        name
        for name in names
        if name not in known and not (operation.takes_metadata and is_metadata_filter(name))
    ]


def unknown_fields(operation: Operation, body: object) -> list[str]:
    """The fields of a body that nothing is known of, each once; `body` if it takes none."""
    if operation.content_type:
        return list(dict.fromkeys(_find(operation.spec, operation.body_schema, body, "")))
    return list(cast("dict[str, Any]", body)) if isinstance(body, dict) else ["body"]


def _find(spec: Schemas, schema: Schema, value: object, place: str) -> Iterator[str]:
    """The unknown names in a value, each with its place: `client.adress`.

    The entries of a list count as one. An object without documented fields may hold any names.
    """
    alternatives = list(_alternatives(spec, schema))
    if isinstance(value, list):
        entries = [found["items"] for found in alternatives if "items" in found]
        for entry in cast("list[object]", value):
            yield from _find(spec, {"anyOf": entries}, entry, place)
    if not isinstance(value, dict) or any(map(_is_free, alternatives)):
        return
    for name, inner in cast("dict[str, object]", value).items():
        path = f"{place}.{name}" if place else name
        fields = [
            found["properties"][name]
            for found in alternatives
            if name in found.get("properties", {})
        ]
        if fields:
            yield from _find(spec, {"anyOf": fields}, inner, path)
        elif not any(
            name in found.get(key, {})
            for found in alternatives
            for key in ("x-alternatives", "x-refused")
        ):
            yield path


def _alternatives(spec: Schemas, schema: Schema) -> Iterator[Schema]:
    """The schemas that a value may have, without references and nested alternatives."""
    schema = spec.resolve(schema)
    inner = [part for word in ("anyOf", "oneOf", "allOf") for part in schema.get(word, ())]
    if not inner or "properties" in schema:
        yield schema
    for alternative in inner:
        yield from _alternatives(spec, alternative)


def _is_free(schema: Schema) -> bool:
    """Whether an object of this schema may have any names."""
    if schema.get("additionalProperties") and "properties" not in schema:
        return True
    kinds = schema.get("type", "object")
    return "properties" not in schema and "object" in ([kinds] if isinstance(kinds, str) else kinds)
