"""The schemas of a spec, and what they refer to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from jsonschema import Draft202012Validator


class Schemas:
    """The schemas of a document."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = document

    def resolve(self, node: Mapping[str, Any]) -> Mapping[str, Any]:
        """The target of a reference; other nodes unchanged."""
        while "$ref" in node:
            target: Any = self.document
            for part in node["$ref"].removeprefix("#/").split("/"):
                target = target[unquote(part).replace("~1", "/").replace("~0", "~")]
            node = target
        return node

    def validator(self, schema: Mapping[str, Any]) -> Draft202012Validator:
        """A validator of a schema, which may refer to the components of the spec."""
        components = self.document.get("components", {})
        return Draft202012Validator({**schema, "components": components})


def types_of(schema: Mapping[str, Any]) -> tuple[str, ...]:
    """The JSON types that a schema names, those of its alternatives too."""
    kinds = schema.get("type", ())
    inner = (*schema.get("anyOf", ()), *schema.get("oneOf", ()))
    return (
        *((kinds,) if isinstance(kinds, str) else kinds),
        *(kind for part in inner for kind in types_of(part)),
    )
