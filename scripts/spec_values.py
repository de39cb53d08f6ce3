"""Plausible values of a JSON schema: always the same, each text naming its place, so that mixed-up
fields are seen. Pure.
"""

from __future__ import annotations

from base64 import b64encode
from typing import Any

from .spec_reading import Node, resolve

TIMES = {"s": 1_700_000_000, "ms": 1_700_000_000_000}
FILES = {
    "application/pdf": b"%PDF-1.7 a file, whose bytes are \xff no text",
    "application/zip": b"PK\x03\x04 a file, whose bytes are \xff no text",
    "application/xml": b"<a>\xff</a>",
    "application/pkix-cert": b"\x30\x82\x01\x00\x30\x81\xf0\xa0\x03\x02\x01\x02",
    "application/pkcs8": b"\x30\x82\x01\x00\x30\x40\x06\x09",
}
"""How a file of each media type may look."""
FREE = {"key": "value", "nested": {"codes": ["01", 2, True]}}


def made(spec: Node, schema: Node, place: str = "value", inside: tuple[str, ...] = ()) -> Any:
    """A value of a schema with every property; `inside` are the components around it, which are not
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
    return next((each for each in choices if each != {"type": "null"}), choices[0])


def _object(spec: Node, schema: Node, place: str, inside: tuple[str, ...]) -> dict[str, Any]:
    if schema.get("x-role") == "free-form":
        return {**FREE, "place": place}
    fields: dict[str, Node] = schema.get("properties", {})
    return {
        name: made(spec, each, f"{place}.{name}", inside)
        for name, each in fields.items()
        if not _leads_back(each, inside)
    }


def _leads_back(schema: Node, inside: tuple[str, ...]) -> bool:
    choices: list[Node] = [schema, schema.get("items", {}), *schema.get("anyOf", [])]
    return any(each.get("$ref") in inside for each in choices)


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
    return next(iter(schema.get("x-values", ())), f"{place} ñ &=/?%2F")
