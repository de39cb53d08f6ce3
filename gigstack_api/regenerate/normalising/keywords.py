"""Keywords of JSON Schema that models do not have: removed, or kept as text and `x-` facts."""

from __future__ import annotations

import json
import re
from typing import Any

from ..document import Node
from .parts import is_annotation
from .slots import Slot, all_slots
from .work import Work

RULES = frozenset({
    *("not", "if", "then", "else", "contains", "minContains", "maxContains", "propertyNames"),
    *("dependentSchemas", "dependentRequired", "dependencies", "unevaluatedProperties"),
    *("unevaluatedItems", "additionalItems"),
})  # fmt: skip
"""Keywords that only narrow the values. Servers check them; `x-rules` keeps them as a text, so that
a comparison of two documents sees that they changed."""

DROPPED = frozenset({
    *("$defs", "definitions", "$schema", "$comment", "xml", "externalDocs", "$id", "$anchor"),
    *("contentSchema", "$vocabulary", "id", "$dynamicAnchor", "$recursiveAnchor"),
})  # fmt: skip
"""Keywords that say nothing about the values."""


UNREADABLE = re.compile(r'[\\"\x00-\x1f]')
"""Characters that no name of a field of a struct may have."""


def keep_known_keywords(work: Work) -> None:
    """Leaves the keywords that models have. A default and a title become facts."""
    for slot in all_slots(work.document):
        schema = slot.schema
        if "$dynamicRef" in schema or "$recursiveRef" in schema:
            work.note(slot.place, "dynamic references are not followed; it is read as any value.")
            for key in [*schema]:
                if not is_annotation(key):
                    del schema[key]
        for key in DROPPED & schema.keys():
            del schema[key]
        if rules := {key: schema.pop(key) for key in sorted(RULES & schema.keys())}:
            schema["x-rules"] = json.dumps(rules, sort_keys=True)
        _leave_out_fields(work, slot)
        _settle_tuple(schema)
        _settle_patterns(schema)
        if "title" in schema:
            schema["x-title"] = schema.pop("title")
        if "default" in schema:
            _tell_default(slot, schema.pop("default"))


def _leave_out_fields(work: Work, slot: Slot) -> None:
    """Fields whose names msgspec cannot read stay unknown to models, and are kept with the rest."""
    properties: Node = slot.schema.get("properties", {})
    for name in [name for name in properties if UNREADABLE.search(name)]:
        del properties[name]
        if name in slot.schema.get("required", ()):
            slot.schema["required"].remove(name)
        work.note(
            slot.place, f"no model can have a field {name!r}; it is read to additional_properties."
        )


def _tell_default(slot: Slot, value: Any) -> None:
    """Writes a default into the description. It is the API's own and is never sent."""
    schema = slot.schema
    if value is None:
        return
    schema["x-default"] = value
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    told: str = schema.get("description", "").rstrip()
    if text and len(text) <= 60 and "default" not in told.lower():
        if told and told[-1] not in ".!?:`":
            told += "."
        schema["description"] = f"{told} Default: `{text}`.".lstrip()


def _settle_tuple(schema: Node) -> None:
    """An array with a schema for each position holds any of them."""
    if first := schema.pop("prefixItems", None):
        rest = schema.get("items")
        schema["items"] = {"anyOf": [*first, *([rest] if isinstance(rest, dict) and rest else [])]}
    if isinstance(schema.get("items"), bool):
        schema["items"] = {}


def _settle_patterns(schema: Node) -> None:
    """Keys that match a pattern are free keys."""
    if "x-role" in schema:
        return
    patterns = schema.pop("patternProperties", None)
    if patterns and not isinstance(schema.get("additionalProperties"), dict):
        kinds = list(patterns.values())
        schema["additionalProperties"] = kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
