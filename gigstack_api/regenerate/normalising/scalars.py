"""Types and enums of schemas in one form.

An enum holds texts or whole numbers; `x-enum-type` says `integer` for the latter. Null stands
beside it. `const` is an enum of one value. Enums of other values become their type.
"""

from __future__ import annotations

from typing import Any

from gigstack_api._core.schema.types import is_list, is_object

from ..document import Node, component_of
from ..member_names import member_names, plain_member_name
from ..names import NameClash
from .slots import Slot, all_slots
from .work import Work

OF_KIND: dict[str, frozenset[str]] = {
    "object": frozenset({"properties", "required", "additionalProperties", "maxProperties"}),
    "array": frozenset({"items", "minItems", "maxItems", "uniqueItems"}),
    "string": frozenset({"format", "pattern", "minLength", "maxLength", "enum"}),
    "number": frozenset({"format", "multipleOf", "enum"}),
    "integer": frozenset({"format", "multipleOf", "enum"}),
}
"""Keys that belong to one type."""

NULL: Node = {"type": "null"}


def settle_enums(work: Work) -> None:
    """Leaves enums of texts and of whole numbers; null stands beside them."""
    for slot in all_slots(work.document):
        schema = slot.schema
        if "const" in schema:
            schema.setdefault("enum", [schema["const"]])
            del schema["const"]
        if "enum" in schema:
            _settle_enum(work, slot)


def _settle_enum(work: Work, slot: Slot) -> None:
    schema = slot.schema
    values: list[Any] = schema.pop("enum")
    nullable = None in values or "null" in kinds_of(schema)
    kept = [value for value in values if value is not None]
    kinds: set[type] = {type(value) for value in kept}
    kind = schema.get("type")
    if kinds == {int} and kind in ("string", ["string"], ["string", "null"]):
        kept, kinds = [str(value) for value in kept], {str}  # `enum: [1, 2]` without quotes
    for twin in {repr(value) for value in kept if kept.count(value) > 1} if kinds else ():
        work.note(slot.place, f"the value {twin} stands twice.")
    kept = [value for index, value in enumerate(kept) if value not in kept[:index]]
    if kinds == {str} or kinds == {int}:
        schema["type"] = "string" if kinds == {str} else "integer"
        schema["enum"] = kept
        _name_members(work, schema, slot.place)
    elif kinds <= {bool}:
        schema["type"] = "boolean" if kinds else "null"
    else:
        names = {bool: "boolean", int: "integer", float: "number", str: "string"}
        found = sorted({names.get(found, "") for found in kinds})
        if "" in found:
            schema.pop("type", None)
        else:
            schema["type"] = found[0] if len(found) == 1 else found
        work.note(slot.place, "an enum of such values is read as any value of their types.")
    if nullable and schema["type"] != "null" if "type" in schema else False:
        schema["nullable"] = True


def _name_members(work: Work, schema: Node, place: str) -> None:
    values, given = schema["enum"], schema.get("x-enum-varnames", [])
    if schema["type"] == "integer":
        schema["x-enum-type"] = "integer"
    if given and len(given) != len(values):
        work.refuse(
            place,
            f"x-enum-varnames has {len(given)} names for {len(values)} values.",
            "Give each value one.",
        )
        return
    try:
        names = member_names(values, given)
    except NameClash as clash:
        work.refuse(
            place,
            f"the values {clash.first!r} and {clash.second!r} would both be called {clash.name}.",
            "Give all values different names with x-enum-varnames.",
        )
        return
    if names is None:
        return
    schema["x-enum-varnames"] = names
    for value, name in zip(values, names, strict=True):
        if not given and name != plain_member_name(value):
            problem = f"another value has the name of {value!r} too, which is called {name}."
            work.note(place, problem, "x-enum-varnames can name all values.")


def settle_types(work: Work) -> None:
    """Gives each schema the types that it has, null among them, and parts objects from others."""
    nullable_components: set[str] = set()
    for slot in all_slots(work.document):
        schema = slot.schema
        nullable = schema.pop("nullable", False)
        if "$ref" in schema:
            continue
        kinds = kinds_of(schema) or _implied(schema)
        if nullable and kinds and "null" not in kinds:
            kinds.append("null")
        if "anyOf" in schema:
            schema.pop("type", None)
            if nullable and NULL not in schema["anyOf"]:
                schema["anyOf"].append(dict(NULL))
            continue
        if "array" in kinds:
            schema.setdefault("items", {})
        if slot.is_component and "null" in kinds and ("object" in kinds or "enum" in schema):
            nullable_components.add(str(slot.key))
            kinds.remove("null")
        _write_types(slot, kinds)
    _put_null_at_references(work, nullable_components)


def _put_null_at_references(work: Work, names: set[str]) -> None:
    """A component that can be null is a class like others; null stands where it is referred to."""
    for slot in list(all_slots(work.document)):
        if component_of(slot.schema.get("$ref")) in names:
            if not is_list(slot.holder):
                slot.put({"anyOf": [slot.schema, dict(NULL)]})
            elif NULL not in slot.holder:
                slot.holder.append(dict(NULL))


def _write_types(slot: Slot, kinds: list[str]) -> None:
    """The types of a schema; those that are components later, null aside, as variants."""
    schema = slot.schema
    if not kinds:
        schema.pop("type", None)
    elif len(kinds) == 1:
        schema["type"] = kinds[0]
    elif "object" in kinds or "enum" in schema:
        facts = {key: schema[key] for key in ("description", *FACTS) if key in schema}
        choices = [_of_kind(schema, kind) for kind in kinds]
        for choice in choices:
            for key in facts:
                choice.pop(key, None)
        slot.put({"anyOf": choices, **facts})
    elif schema.get("type") != kinds:
        schema["type"] = kinds


FACTS = ("deprecated", "readOnly", "writeOnly", "examples", "x-default", "x-title", "x-secret")
"""What is said of a place and not of one of its variants."""


def _of_kind(schema: Node, kind: str) -> Node:
    """The part of a schema that is about values of one type."""
    if kind == "null":
        return dict(NULL)
    others = {key for keys in OF_KIND.values() for key in keys} - OF_KIND.get(kind, frozenset())
    found = {key: value for key, value in schema.items() if key not in others}
    return {**found, "type": kind}


def kinds_of(schema: Node) -> list[str]:
    """The types that a schema names."""
    kinds = schema.get("type", [])
    return list(dict.fromkeys(kinds)) if is_list(kinds) else [kinds]


def _implied(schema: Node) -> list[str]:
    """The type of a schema that names none, by the keys that only one type has."""
    if "anyOf" in schema:
        return []
    if "properties" in schema or is_object(schema.get("additionalProperties")):
        return ["object"]
    if "items" in schema:
        return ["array"]
    if schema.get("format") in ("binary", "byte", "date", "date-time", "uuid", "email", "uri"):
        return ["string"]
    return []
