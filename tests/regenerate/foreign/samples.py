"""Values that fit the schemas of a spec as it was written.

It knows nothing of the code under test: references, `allOf` and the rest are resolved here again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias
from urllib.parse import unquote

from gigstack_api._core.schema.types import is_object

Node: TypeAlias = dict[str, Any]

DEEPEST = 4
TEXTS = {"date": "2026-05-04", "date-time": "2026-05-04T10:30:00Z"}


class Samples:
    """Values for one spec."""

    def __init__(self, document: Node) -> None:
        self._document = document

    def resolve(self, node: Node) -> Node:
        """The object that a node refers to."""
        while "$ref" in node:
            found: Any = self._document
            for key in node["$ref"].removeprefix("#/").split("/"):
                found = found[unquote(key).replace("~1", "/").replace("~0", "~")]
            node = found
        return node

    def schema(self, node: Node) -> Node:
        """A schema with the parts of its `allOf` in it."""
        node = self.resolve(node)
        merged: Node = {key: value for key, value in node.items() if key != "allOf"}
        for part in node.get("allOf", ()):
            for key, value in self.schema(part).items():
                if key == "properties":
                    merged[key] = {**value, **merged.get(key, {})}
                elif key == "required":
                    merged[key] = [*merged.get(key, ()), *value]
                else:
                    merged.setdefault(key, value)
        return merged

    def value(self, node: Node, depth: int = 0) -> Any:
        """A value that fits a schema; with all its fields unless it is deep inside another."""
        schema = self.schema(node)
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return next(value for value in schema["enum"] if value is not None)
        for choices in ("oneOf", "anyOf"):
            if choices in schema:
                return self._chosen(schema, schema[choices], depth)
        kinds = schema.get("type", "object" if "properties" in schema else "string")
        kind = next(
            item for item in ([kinds] if isinstance(kinds, str) else kinds) if item != "null"
        )
        if kind == "object":
            return dict(self._fields(schema, depth))
        if kind == "array":
            return [self.value(schema["items"], depth + 1)] if depth < DEEPEST else []
        if kind == "string":
            return TEXTS.get(schema.get("format", ""), "some text")
        return {"integer": max(7, schema.get("minimum", 0)), "number": 1.5, "boolean": True}[kind]

    def _chosen(self, schema: Node, choices: list[Node], depth: int) -> Any:
        """A value of the first choice, with the name that tells it from the others."""
        chosen = next(item for item in choices if self.schema(item).get("type") != "null")
        found = self.value(chosen, depth)
        if discriminator := schema.get("discriminator"):
            names = {ref: name for name, ref in discriminator.get("mapping", {}).items()}
            found[discriminator["propertyName"]] = names[chosen["$ref"]]
        return found

    def _fields(self, schema: Node, depth: int) -> Iterator[tuple[str, Any]]:
        required = schema.get("required", ())
        for name, field in schema.get("properties", {}).items():
            if name in required or depth < DEEPEST:
                yield name, self.value(field, depth + 1)
        rest = schema.get("additionalProperties")
        if is_object(rest) and depth < DEEPEST:
            yield "other", self.value(rest, depth + 1)
