"""Unions: one of several schemas.

After `normalise`, a union stands as `anyOf` and nothing but facts beside it. Null and scalars may
be among the variants. A union of two models or more is a component of its own. It has a
`discriminator` if one field tells the models apart; its `mapping` then names each of them:

    discriminator:
      propertyName: petType
      mapping: {cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog"}

The mapping holds what the spec maps. A model that the spec does not map gets the only value that
the field has in it, else the name that the spec gives the component. A discriminator that the spec
does not declare is found if every model requires one field that is an enum of one value, another in
each. Without one, models are told apart by the fields that they require.
"""

from __future__ import annotations

import json
from typing import Any

from ..document import Node, component_of
from .parts import is_annotation, pointer_to
from .slots import Slot, all_slots_inside_out
from .work import Work

NULL: Node = {"type": "null"}


def settle_unions(work: Work) -> None:
    """Leaves unions of at least two variants, none of which is a union or takes anything."""
    for slot in all_slots_inside_out(work.document):
        schema = slot.schema
        if "anyOf" in schema:
            slot.put(_settled(schema))
        elif "discriminator" in schema:
            del schema["discriminator"]
            work.note(
                slot.place,
                "a discriminator without oneOf is left out; values are read as this schema.",
            )


def _settled(schema: Node) -> Node:
    facts = {key: value for key, value in schema.items() if key != "anyOf"}
    choices: list[Node] = []
    seen: set[str] = set()
    for choice in schema["anyOf"]:
        for inner in choice["anyOf"] if _is_plain_union(choice) else [choice]:
            identity = json.dumps(inner, sort_keys=True)
            if identity not in seen:
                choices.append(inner)
            seen.add(identity)
    if any(all(is_annotation(key) for key in choice) for choice in choices):
        facts.pop("discriminator", None)
        return facts
    kept = [choice for choice in choices if choice != NULL]
    if not kept:
        return {**facts, **NULL}
    if len(kept) == 1 and not {"$ref", "anyOf", "enum"} & kept[0].keys():
        return _alone(kept[0], facts, nullable=len(choices) > 1)
    if len(choices) == 1 and set(kept[0]) == {"$ref"} and not facts:
        return kept[0]
    if len(kept) < 2:
        facts.pop("discriminator", None)
        if len(choices) == 1 and "$ref" not in kept[0]:
            return {**kept[0], **facts}
    return {"anyOf": choices, **facts}


def _is_plain_union(choice: Node) -> bool:
    return "anyOf" in choice and set(choice) <= {"anyOf", "description", "x-title"}


def _alone(choice: Node, facts: Node, *, nullable: bool) -> Node:
    """The only variant besides null."""
    kinds = choice.get("type", [])
    found = {**choice, **facts}
    found.pop("discriminator", None)
    if not nullable:
        return found
    if "object" in kinds:
        facts.pop("discriminator", None)
        return {"anyOf": [choice, dict(NULL)], **facts}
    listed = [kinds] if isinstance(kinds, str) else list(kinds)
    if listed and "null" not in listed:
        found["type"] = [*listed, "null"]
    return found


def models_of(schemas: Node, schema: Node) -> list[str]:
    """The objects among the variants of a union, also those of unions within it."""
    found: list[str] = []
    seen: set[str] = set()
    waiting = [schema]
    while waiting:
        item = waiting.pop(0)
        for choice in item.get("anyOf", ()):
            name = component_of(choice.get("$ref"))
            if name is None or name in seen:
                continue
            seen.add(name)
            target = schemas.get(name, {})
            if "anyOf" in target:
                waiting.append(target)
            elif target.get("type") == "object" and "properties" in target:
                found.append(name)
    return found


def complete_discriminators(work: Work) -> None:
    """Leaves discriminators on unions of models only, and lets each name all models."""
    for name, schema in work.schemas.items():
        given: Node = schema.pop("discriminator", None) or {}
        variants = models_of(work.schemas, schema)
        if len(variants) < 2:
            continue
        field: str | None = given.get("propertyName") or _telling_field(work, variants)
        if field:
            mapping = _mapping(work, name, field, variants, given.get("mapping", {}))
            schema["discriminator"] = {"propertyName": field, "mapping": mapping}


def _mapping(work: Work, name: str, field: str, variants: list[str], given: Node) -> Node:
    mapping: Node = {}
    for value, ref in given.items():
        if component_of(ref) in variants:
            mapping[value] = ref
        else:
            work.note(
                f"components.schemas.{name}.discriminator.mapping.{value}",
                "this value leads to no variant of the union and is left out.",
            )
    mapped = {component_of(ref) for ref in mapping.values()}
    for variant in variants:
        if variant not in mapped:
            own = work.schemas[variant].get("x-spec-name", variant)
            value = _only_value(work, variant, field) or own
            mapping.setdefault(value, pointer_to(variant)["$ref"])
    return mapping


def _telling_field(work: Work, variants: list[str]) -> str | None:
    """The field that every variant requires and that has another only value in each."""
    required = [set(work.schemas[variant].get("required", ())) for variant in variants]
    for field in work.schemas[variants[0]]["properties"]:
        values = [_only_value(work, variant, field) for variant in variants]
        differ = None not in values and len(set(values)) == len(values)
        if differ and all(field in names for names in required):
            return str(field)
    return None


def _only_value(work: Work, variant: str, field: str) -> str | None:
    """The only value of a field, if it is a text."""
    schema: Any = work.schemas[variant]["properties"].get(field, {})
    choices = schema.get("anyOf", [schema])
    name = component_of(choices[0].get("$ref")) if len(choices) == 1 else None
    values = (work.schemas[name] if name else schema).get("enum", [])
    return values[0] if len(values) == 1 and isinstance(values[0], str) else None


def is_union_of_models(schemas: Node, slot: Slot) -> bool:
    """Whether a schema is a union of two models or more."""
    return len(models_of(schemas, slot.schema)) > 1
