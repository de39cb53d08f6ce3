"""Whether the parts of a document have the types that OpenAPI gives them.

All later steps rely on it, so that none has to ask. Keys that OpenAPI does not know pass. What is
empty (`parameters:` with nothing after it) is taken as not there.
"""

from __future__ import annotations

import re
from typing import Any

from gigstack_api._core.schema.types import is_list, is_number, is_object

from ..document import below
from .work import Work

TYPES = ("string", "number", "integer", "boolean", "array", "object", "null", "file")
BREAKS = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
"""Characters that Python takes as the end of a line."""

HIDDEN = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Control characters and those that turn the direction of text: code could look like another."""

TEXTS = {"description": "text", "summary": "text", "title": "text"}
OPERATION: dict[str, str] = {
    **TEXTS,
    "operationId": "text",
    "tags": "list of text",
    "parameters": "list of parameter",
    "requestBody": "message",
    "responses": "map of message",
    "callbacks": "map of callback",
    "deprecated": "flag",
    "security": "list of requirement",
    "servers": "list of server",
    "x-gigstack": "object",
}
SHAPES: dict[str, dict[str, str]] = {
    "document": {
        "info": "info",
        "servers": "list of server",
        "security": "list of requirement",
        "tags": "list of tag",
        "paths": "map of path",
        "webhooks": "map of path",
        "components": "components",
    },
    "info": {**TEXTS, "version": "text"},
    "server": {**TEXTS, "url": "text", "variables": "map of object"},
    "tag": {**TEXTS, "name": "text"},
    "components": {
        "schemas": "map of schema",
        "parameters": "map of parameter",
        "headers": "map of header",
        "responses": "map of message",
        "requestBodies": "map of message",
        "examples": "map of object",
        "pathItems": "map of path",
        "callbacks": "map of callback",
        "securitySchemes": "map of scheme",
        "links": "map of object",
    },
    "path": {
        **TEXTS,
        "$ref": "text",
        "parameters": "list of parameter",
        "servers": "list of server",
        **dict.fromkeys(
            ("get", "put", "post", "delete", "options", "head", "patch", "trace"), "operation"
        ),
    },
    "operation": OPERATION,
    "callback": {"*": "path", "$ref": "text"},
    "scheme": {**TEXTS, "$ref": "text", "type": "text", "name": "text", "in": "text"},
    "header": {
        **TEXTS,
        "$ref": "text",
        "required": "flag",
        "deprecated": "flag",
        "schema": "schema",
        "content": "map of media",
        "style": "text",
        "explode": "flag",
        "examples": "map of object",
    },
    "parameter": {"name": "text", "in": "text", "allowReserved": "flag"},
    "message": {
        **TEXTS,
        "$ref": "text",
        "required": "flag",
        "content": "map of media",
        "headers": "map of header",
        "links": "map of object",
    },
    "media": {"schema": "schema", "examples": "map of object", "encoding": "map of object"},
    "discriminator": {"propertyName": "text", "mapping": "map of text"},
    "schema": {
        **TEXTS,
        "$ref": "text",
        "type": "type",
        "format": "text",
        "properties": "map of schema",
        "patternProperties": "map of schema",
        "items": "schema",
        "prefixItems": "list of schema",
        "additionalProperties": "schema or flag",
        "required": "list of text",
        "enum": "list",
        "allOf": "list of schema",
        "anyOf": "list of schema",
        "oneOf": "list of schema",
        "discriminator": "discriminator",
        "nullable": "flag",
        "deprecated": "flag",
        "readOnly": "flag",
        "writeOnly": "flag",
        **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems"), "whole number"),
        "multipleOf": "number",
        "uniqueItems": "flag",
        "minimum": "number",
        "maximum": "number",
        "exclusiveMinimum": "number or flag",
        "exclusiveMaximum": "number or flag",
        "x-role": "text",
        "x-unit": "text",
        "x-secret": "flag",
        "x-enum-varnames": "list of text",
        "x-accepts": "list of text",
        "$defs": "map of schema",
    },
}
SHAPES["parameter"] = {**SHAPES["header"], **SHAPES["parameter"]}
NEEDED = {
    "parameter": ("name", "in"),
    "server": ("url",),
    "tag": ("name",),
    "discriminator": ("propertyName",),
}
OMITTABLE = {"schema": ("default", "example", "const")}
"""Keys that may hold null, which then is a value."""

EXTENSIBLE = ("paths", "webhooks", "responses")
"""Maps that may hold `x-` keys beside their entries."""

WORDS = {
    "text": "a text",
    "flag": "true or false",
    "number": "a number",
    "number or flag": "a number",
    "whole number": "a whole number",
    "object": "an object",
    "list": "a list",
    "type": "one of " + ", ".join(TYPES[:-2]) + ", or a list of these",
}
MAX_FINDINGS = 20


def check_shape(work: Work) -> None:
    """Refuses what has the wrong type, and removes what is empty."""
    Checker(work).check(work.document, "document", "")
    info: Any = work.document.get("info")
    work.document["info"] = {"title": "API", "version": "0", **(info if is_object(info) else {})}
    if not is_object(work.document.get("paths")):
        work.document["paths"] = {}


class Checker:
    """Goes through a document along the table of shapes."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def check(self, value: Any, shape: str, place: str) -> Any:
        """The value as it is to be kept; refuses one of another shape."""
        if len(self._work.refusals) >= MAX_FINDINGS:
            return value
        if shape.startswith("list of ") and is_list(value):
            inner = shape.removeprefix("list of ")
            value[:] = [item for item in value if item is not None]
            for index, item in enumerate(value):
                value[index] = self.check(item, inner, below(place, index))
            return value
        if shape.startswith("map of ") and is_object(value):
            return self._entries(value, shape.removeprefix("map of "), place)
        if shape in SHAPES and is_object(value):
            return self._object(value, shape, place)
        return self._leaf(value, shape, place)

    def _entries(self, value: Any, inner: str, place: str) -> Any:
        for key in [key for key, item in value.items() if item is None]:
            value[key] = {} if inner in ("schema", "message", "media", "object", "path") else ""
        for key in list(value):
            if key.startswith("x-") and place.rpartition(".")[2] in EXTENSIBLE:
                del value[key]
            else:
                value[key] = self.check(value[key], inner, below(place, key))
        return value

    def _object(self, value: Any, shape: str, place: str) -> Any:
        table = SHAPES[shape]
        for key in list(value):
            expected = table.get(key, "" if key.startswith("x-") else table.get("*", ""))
            if expected and value[key] is None and key not in OMITTABLE.get(shape, ()):
                del value[key]
            elif expected:
                value[key] = self.check(value[key], expected, below(place, key))
        if "$ref" not in value:
            for key in NEEDED.get(shape, ()):
                if key not in value:
                    self._work.refuse(place or "spec", f"`{key}` is missing.", "Add it.")
        return value

    def _leaf(self, value: Any, shape: str, place: str) -> Any:
        if shape.startswith("schema") and isinstance(value, bool):
            return value if shape.endswith("flag") else {}
        if shape == "schema or flag" and is_object(value):
            return self._object(value, "schema", place)
        if shape == "text" and is_number(value):
            return str(value)
        if shape == "text" and isinstance(value, str) and place.endswith(tuple(TEXTS)):
            return HIDDEN.sub("", BREAKS.sub("\n", value))
        if shape == "requirement" and is_object(value):
            return value
        if shape == "list of text" and isinstance(value, bool) and place.endswith(".required"):
            return []  # JSON Schema draft 3: `required: true` in a field
        if not _fits(value, shape):
            if shape == "text" and place.rpartition(".")[2] in TEXTS:
                self._work.note(place, "this must be a text and is left out.")
                return ""
            wanted = WORDS.get(shape) or ("a list" if shape.startswith("list") else "an object")
            self._work.refuse(place or "spec", f"this must be {wanted}.", "Correct it.")
        return value


def _fits(value: object, shape: str) -> bool:
    if shape == "type":
        kinds = value if is_list(value) else [value]
        return bool(kinds) and all(isinstance(kind, str) and kind in TYPES for kind in kinds)
    fits: dict[str, bool] = {
        "text": isinstance(value, str),
        "flag": isinstance(value, bool),
        "number": is_number(value),
        "whole number": is_number(value) and int(value) == value,
        "number or flag": isinstance(value, bool) or is_number(value),
        "object": is_object(value),
        "list": is_list(value),
    }
    return fits.get(shape, False)


STATUS = re.compile(r"[1-5](\d\d|XX)|default")
"""A key of `responses`."""
