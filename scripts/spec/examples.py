"""Makes plausible values, arguments and answers from the spec. They are always the same, and each
text names its field, so that swapped fields are noticed.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from typing import Any

from attrs import frozen

from gigstack_api.regenerate.names import argument_name

from .model import Call, Node, resolve

TIMES = {"s": 1_700_000_000, "ms": 1_700_000_000_000}
FILES = {
    "application/pdf": b"%PDF-1.7 a file, whose bytes are \xff no text",
    "application/zip": b"PK\x03\x04 a file, whose bytes are \xff no text",
    "application/xml": b"<a>\xff</a>",
    "application/pkix-cert": b"\x30\x82\x01\x00\x30\x81\xf0\xa0\x03\x02\x01\x02",
    "application/pkcs8": b"\x30\x82\x01\x00\x30\x40\x06\x09",
}
"""A small file of each media type."""
FREE = {"key": "value", "nested": {"codes": ["01", 2, True]}}


def made(spec: Node, schema: Node, place: str = "value", inside: tuple[str, ...] = ()) -> Any:
    """A value of a schema with every property. `inside` are the components around it, which are not
    entered again.
    """
    name = schema.get("$ref", "")
    schema = resolve(spec, schema)
    if "anyOf" in schema:
        return made(spec, _choice(schema), place, inside)
    if "enum" in schema:
        return schema["enum"][-1]
    kinds = schema.get("type", "string")
    kind = kinds if isinstance(kinds, str) else kinds[0]
    if kind == "object":
        return _object(spec, schema, place, (*inside, name))
    if kind == "array":
        return [
            made(spec, schema["items"], f"{place} 1", inside),
            made(spec, schema["items"], f"{place} 2", inside),
        ]
    if kind in ("integer", "number"):
        return _number(schema, kind)
    return _text(schema, place) if kind == "string" else True


def _choice(schema: Node) -> Node:
    choices: list[Node] = schema["anyOf"]
    return next((choice for choice in choices if choice != {"type": "null"}), choices[0])


def _object(spec: Node, schema: Node, place: str, inside: tuple[str, ...]) -> dict[str, Any]:
    if schema.get("x-role") == "free-form":
        return {**FREE, "place": place}
    fields: dict[str, Node] = schema.get("properties", {})
    return {
        name: made(spec, field, f"{place}.{name}", inside)
        for name, field in fields.items()
        if not _is_recursive(field, inside)
    }


def _is_recursive(schema: Node, inside: tuple[str, ...]) -> bool:
    choices: list[Node] = [schema, schema.get("items", {}), *schema.get("anyOf", [])]
    return any(choice.get("$ref") in inside for choice in choices)


def _number(schema: Node, kind: str) -> float:
    if "x-unit" in schema:
        return TIMES[schema["x-unit"]]
    low: float = schema.get("minimum", 0)
    high: float = schema.get("maximum", 1_000_000)
    return min(max(7 if kind == "integer" else 7.25, low), high)


def _text(schema: Node, place: str) -> str | bytes:
    if schema.get("format") == "binary":
        return FILES[schema["x-media-types"][0]] + place.encode()
    if schema.get("format") == "byte":
        return b64encode(FILES["application/pdf"]).decode()
    if schema.get("format") == "email":
        return "juan.perez@ejemplo.com"
    return next(iter(schema.get("x-values", ())), f"{place} ñ &=/?%2F {place}")


METADATA = {"external_id": "EXT-1", "nested": {"key": 7}}
METADATA_QUERY = [("metadata.external_id", "EXT-1"), ("metadata.nested.key", "7")]


@frozen
class Arguments:
    """Plausible arguments of a call, by wire name."""

    path: dict[str, str]
    query: dict[str, Any]
    headers: dict[str, str]
    body: dict[str, Any]
    metadata: Mapping[str, Any] | None

    @classmethod
    def of(cls, call: Call) -> Arguments:
        """All arguments in the spec, each with a different value."""
        return cls(
            path={name: f"{name}_1" for name in call.parameters("path")},
            query={
                name: made(call.spec, parameter["schema"], name)
                for name, parameter in call.sent_query.items()
            },
            headers={name: f"{name} value" for name in call.parameters("header")},
            body=made(call.spec, call.body, "body") if call.body else {},
            metadata=METADATA if call.facts.get("metadata_filter") else None,
        )

    @classmethod
    def least(cls, call: Call) -> Arguments:
        """Only the required arguments."""
        full = cls.of(call)
        query = {
            name: full.query[name]
            for name, parameter in call.sent_query.items()
            if parameter.get("required")
        }
        body = {name: full.body[name] for name in call.body.get("required", [])}
        return cls(path=full.path, query=query, headers={}, body=body, metadata=None)

    @property
    def keywords(self) -> dict[str, Any]:
        """The keyword arguments of the method."""
        named = self.query | self.headers | self.body
        found = {argument_name(name): value for name, value in named.items()}
        return found if self.metadata is None else {**found, "metadata": self.metadata}

    def json(self, call: Call) -> dict[str, Any] | None:
        """The expected JSON body; None if there are no fields and the spec requires no body."""
        return self.body if self.body or call.node.get("requestBody", {}).get("required") else None

    @property
    def form(self) -> dict[str, bytes]:
        """The expected parts of the form."""
        texts = {
            name: value if isinstance(value, (str, bytes)) else json.dumps(value)
            for name, value in self.body.items()
        }
        return {
            name: text.encode() if isinstance(text, str) else text for name, text in texts.items()
        }

    @property
    def spelled_query(self) -> list[tuple[str, str]]:
        """The expected query, sorted."""
        pairs = [
            (name, value if isinstance(value, str) else json.dumps(value))
            for name, value in self.query.items()
        ]
        return sorted(pairs + (METADATA_QUERY if self.metadata else []))


def put(document: dict[str, Any], place: str, value: object) -> None:
    """Sets the value at a dotted path, creating objects on the way."""
    *holders, last = place.split(".")
    for name in holders:
        document = document.setdefault(name, {})
    document[last] = value


def plausible_document(call: Call) -> Any:
    """A success answer made from the schema. A file is in the first field that can hold it."""
    document = made(call.spec, call.answer, "answer")
    if download := call.facts.get("download"):
        put(document, download["fields"][0], b64encode(FILES[download["media_type"]]).decode())
    return document
