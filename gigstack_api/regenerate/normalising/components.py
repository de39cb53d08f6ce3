"""Objects, enums, maps and unions of models that stand inline become components, named by place.

The field `address` of `Client` is `ClientAddress`, an item of it `ClientAddressItem`; the parameter
`status` of `list_things` is `ListThingsStatus`, its body `ListThingsBody`, its answer
`ListThingsResponse`. `x-role` says what an object without fields is: `free-form`, or `map` if its
values have a schema.
"""

from __future__ import annotations

from attrs import evolve

from ..document import Node
from .parts import ORIGIN, pointer_to
from .places import component_name
from .slots import Slot, all_slots_inside_out
from .unions import is_union_of_models
from .work import Work

AT_PLACE = ("description", "deprecated", "readOnly", "writeOnly", "x-default", "x-secret")
"""What is said of a place too, and not only of the schema that stands there."""


def name_inline_schemas(work: Work) -> None:
    """Lets every object, enum, map and union of models be a component."""
    for found in list(all_slots_inside_out(work.document)):
        schema = found.schema
        origin = schema.pop(ORIGIN, None)
        slot = evolve(found, words=tuple(origin)) if origin else found
        if schema.get("type") == "object" or "enum" in schema:
            _give_role(schema)
            if not slot.is_component:
                _move(work, slot, schema)
        elif not slot.is_component and is_union_of_models(work.schemas, slot):
            _move_union(work, slot)


def _give_role(schema: Node) -> None:
    """Says what an object without fields is."""
    if schema.get("type") != "object" or schema.get("properties") or "x-role" in schema:
        return
    schema.pop("required", None)
    schema.pop("properties", None)
    is_map = isinstance(schema.get("additionalProperties"), dict) and schema["additionalProperties"]
    schema["x-role"] = "map" if is_map else "free-form"
    if not is_map:
        schema["additionalProperties"] = True


def _move(work: Work, slot: Slot, schema: Node) -> None:
    facts = {key: schema[key] for key in AT_PLACE if key in schema}
    named = {
        key: value for key, value in schema.items() if key in ("description", *_not_facts(schema))
    }
    if _is_body(slot):
        named.setdefault("x-role", "body")
    ref = pointer_to(_name(work, slot, named))
    slot.put({"anyOf": [ref], **facts} if facts and not _is_whole(slot) else ref)


def _move_union(work: Work, slot: Slot) -> None:
    schema = slot.schema
    facts = {key: schema[key] for key in AT_PLACE if key in schema}
    choices = [choice for choice in schema["anyOf"] if choice != {"type": "null"}]
    named: Node = {key: schema[key] for key in ("description", "discriminator") if key in schema}
    ref = pointer_to(_name(work, slot, {"anyOf": choices, **named}))
    if len(choices) < len(schema["anyOf"]):
        slot.put({"anyOf": [ref, {"type": "null"}], **facts})
    else:
        slot.put({"anyOf": [ref], **facts} if facts and not _is_whole(slot) else ref)


def _is_body(slot: Slot) -> bool:
    """Whether a schema is a body that clients send. Those of webhooks and callbacks come in."""
    comes_in = slot.place.startswith("webhooks.") or "callbacks." in slot.place
    return ".requestBody.content." in slot.place and slot.key == "schema" and not comes_in


def _not_facts(schema: Node) -> list[str]:
    return [key for key in schema if key not in AT_PLACE]


def _is_whole(slot: Slot) -> bool:
    """Whether a schema is that of a body or an answer; only its component says something."""
    return ".content." in slot.place.rpartition(".schema")[0] and slot.key == "schema"


def _name(work: Work, slot: Slot, schema: Node) -> str:
    """The component for a schema: one of the same name if it says the same, else a new one."""
    wanted = component_name(slot.words, ())
    if work.schemas.get(wanted) == schema:
        return wanted
    name = component_name(slot.words, work.schemas)
    work.schemas[name] = schema
    return name
