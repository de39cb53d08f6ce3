"""Schemas of OpenAPI 3.0 in the words of 3.1. Those of 3.1 that use old words are changed too."""

from __future__ import annotations

from typing import Any

from gigstack_api._core.schema.types import is_list, is_object

from ..document import NAMED, Node
from .slots import all_slots
from .work import Work


def upgrade_schemas(work: Work) -> None:
    """Lets the document be OpenAPI 3.1. `nullable` stays until schemas have been merged."""
    work.document["openapi"] = "3.1.0"
    for slot in all_slots(work.document):
        schema = slot.schema
        for limit, exclusive in (
            ("minimum", "exclusiveMinimum"),
            ("maximum", "exclusiveMaximum"),
        ):
            if isinstance(flag := schema.get(exclusive), bool):
                del schema[exclusive]
                if flag and limit in schema:
                    schema[exclusive] = schema.pop(limit)
        if schema.get("type") == "file":
            schema.update(type="string", format="binary")
        if "example" in schema:
            schema.setdefault("examples", [schema.pop("example")])
            schema.pop("example", None)
        _upgrade_file(schema)
    _upgrade_examples(work.document)


def _upgrade_file(schema: Node) -> None:
    """Files have a `contentMediaType` in 3.1; the generator knows `format: binary`."""
    encoding = schema.pop("contentEncoding", None)
    media_type = schema.pop("contentMediaType", None)
    if encoding in ("base64", "base64url"):
        schema.setdefault("format", "byte")
    elif media_type == "application/octet-stream" and schema.get("type", "string") == "string":
        schema.update(type="string", format="binary")


def _upgrade_examples(node: Any) -> None:
    """The one `example` of a parameter or media type becomes one of its `examples`."""
    waiting = [(node, False)]
    while waiting:
        item, has_names = waiting.pop()
        if is_list(item):
            waiting += [(child, False) for child in item]
        elif is_object(item):
            if "schema" in item and "example" in item and not has_names:  # both can be fields
                example = {"value": item.pop("example")}
                if not is_object(item.get("examples")):
                    item["examples"] = {"example": example}
            waiting += [
                (child, key in NAMED and not has_names)
                for key, child in item.items()
                if has_names or key not in ("examples", "example")
            ]
