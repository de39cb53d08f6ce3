"""Values for schemas: those of the spec where it has any, else ones that fit. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias, cast

from ..schemas import Schemas, types_of

Schema: TypeAlias = Mapping[str, Any]

MOST_DEPTH = 6
MOST_ITEMS = 20
TIME_S = 1_767_225_600
"""2026-01-01 in Unix seconds."""

FORMATS = {
    "date-time": "2026-01-01T00:00:00Z",
    "date": "2026-01-01",
    "time": "00:00:00Z",
    "duration": "PT1H",
    "uuid": "00000000-0000-4000-8000-000000000000",
    "email": "ana@ejemplo.com",
    "idn-email": "ana@ejemplo.com",
    "uri": "https://ejemplo.com/",
    "url": "https://ejemplo.com/",
    "uri-reference": "/ejemplo",
    "hostname": "ejemplo.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "byte": "c2FuZGJveA==",
    "binary": "",
    "password": "secreto",
}
NAMES = (
    (r"(^|_)e?mail$", "ana@ejemplo.com"),
    (r"(^|_)(rfc|tax_id)$", "XAXX010101000"),
    (r"(^|_)(url|link|href)$", "https://ejemplo.com/"),
    (r"(^|_)(zip|postal_code)$", "03100"),
    (r"(^|_)phone$", "+525512345678"),
    (r"(^|_)currency$", "MXN"),
    (r"(^|_)country$", "MEX"),
    (r"(^|_)(date|day)$", "2026-01-01"),
    (r"_at$", "2026-01-01T00:00:00Z"),
    (r"(^|_)uuid$", "00000000-0000-4000-8000-000000000000"),
    (r"(^|_)name$", "Ana López"),
)
"""Texts for fields whose names say what they hold."""

PATTERNS = ("0", "A", "a", "A0", "a0", "0A", "-", "_")
"""The letters of which a text for a pattern is tried to be made."""


class Values:
    """Makes values for the schemas of a spec."""

    def __init__(self, spec: Schemas) -> None:
        self._spec = spec

    def of(self, schema: Schema, name: str = "", *, whole: bool = True, depth: int = 0) -> Any:
        """A value for a schema. `whole` objects have all their fields, others the required ones."""
        schema = self._spec.resolve(schema)
        for key in ("const", "default", "example"):
            if key in schema and schema[key] is not None:
                return schema[key]
        for key in ("examples", "enum"):
            listed = schema.get(key)
            if isinstance(listed, list) and listed:
                return listed[0]  # pyright: ignore[reportUnknownVariableType] - JSON
        for word in ("oneOf", "anyOf"):
            if schema.get(word):
                return self._alternative(schema, word, name, whole=whole, depth=depth)
        if "allOf" in schema or "properties" in schema or "object" in types_of(schema):
            return self._object(schema, whole=whole, depth=depth)
        kind = next((kind for kind in types_of(schema) if kind != "null"), "")
        if kind == "array" or "items" in schema:
            return self._array(schema, name, whole=whole, depth=depth)
        if kind in ("integer", "number"):
            return _number(schema, name, kind)
        if kind == "boolean":
            return False
        return _text(schema, name) if kind == "string" else None

    def fields(self, schema: Schema) -> dict[str, Schema]:
        """The fields of an object schema by name, those of its parts too."""
        return dict(self._fields(schema, 0))

    def required(self, schema: Schema) -> set[str]:
        """The fields that an object schema requires."""
        schema = self._spec.resolve(schema)
        always = {
            name for name, field in schema.get("properties", {}).items() if field.get("x-always")
        }
        parts = [self.required(part) for part in schema.get("allOf", ())]
        return {*schema.get("required", ()), *always}.union(*parts)

    def _fields(self, schema: Schema, depth: int) -> Iterator[tuple[str, Schema]]:
        schema = self._spec.resolve(schema)
        yield from schema.get("properties", {}).items()
        for word in ("allOf", "oneOf", "anyOf") if depth < MOST_DEPTH else ():
            parts = schema.get(word, ())
            for part in parts if word == "allOf" else parts[:1]:
                yield from self._fields(part, depth + 1)

    def _alternative(self, schema: Schema, word: str, name: str, *, whole: bool, depth: int) -> Any:
        """A value for the first alternative that is not null, with its discriminator."""
        parts = [part for part in schema[word] if types_of(part) != ("null",)]
        first: Schema = parts[0] if parts else {}
        value: Any = self.of(first, name, whole=whole, depth=depth)
        discriminator = schema.get("discriminator", {})
        if isinstance(value, dict) and discriminator:
            mapping = discriminator.get("mapping", {})
            ref = str(first.get("$ref", ""))
            known = [key for key, target in mapping.items() if str(target) == ref]
            value[discriminator["propertyName"]] = known[0] if known else ref.rpartition("/")[2]
        return cast("Any", value)

    def _object(self, schema: Schema, *, whole: bool, depth: int) -> dict[str, Any]:
        required = self.required(schema)
        wanted = whole and depth < MOST_DEPTH
        if depth > 2 * MOST_DEPTH:
            return {}  # a schema that requires itself
        return {
            name: self.of(field, name, whole=whole, depth=depth + 1)
            for name, field in self.fields(schema).items()
            if (name in required or wanted) and not self._spec.resolve(field).get("writeOnly")
        }

    def _array(self, schema: Schema, name: str, *, whole: bool, depth: int) -> list[Any]:
        least = min(schema.get("minItems", 0), MOST_ITEMS)
        count = max(least, 1 if whole and depth < MOST_DEPTH else 0)
        item = self.of(schema.get("items", {}), name, whole=whole, depth=depth + 1)
        return [item for _ in range(count)]


def _number(schema: Schema, name: str, kind: str) -> int | float:
    if re.search(r"(_at|^created|^updated|timestamp|^expires)", name):
        return TIME_S * (1000 if schema.get("x-unit") == "ms" else 1)
    least = schema.get("minimum", schema.get("exclusiveMinimum"))
    step = schema.get("multipleOf", 1)
    value = 1 if least is None else least + (step if "exclusiveMinimum" in schema else 0)
    most = schema.get("maximum", value)
    value = min(value, most)
    return int(value) if kind == "integer" else value


def _text(schema: Schema, name: str) -> str:
    """A text that keeps format, pattern and length."""
    plain = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
    by_name = [text for pattern, text in NAMES if re.search(pattern, plain)]
    pattern = schema.get("pattern")
    least, most = schema.get("minLength", 0), schema.get("maxLength", 10_000)
    if "format" in schema and schema["format"] in FORMATS:
        return FORMATS[schema["format"]]
    found = [*by_name, plain or "texto"]
    if pattern is not None:
        lengths = sorted({*range(1, 40), least})
        found += [(letters * length)[:length] for length in lengths for letters in PATTERNS]
    for text in found:
        fitted = text.ljust(least, "a")[:most]
        if pattern is None or _matches(pattern, fitted):
            return fitted
    return found[0]


def _matches(pattern: str, text: str) -> bool:
    try:
        return re.search(pattern, text) is not None
    except re.error:  # a pattern of JavaScript
        return True
