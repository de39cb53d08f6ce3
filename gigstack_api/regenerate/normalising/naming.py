"""Python names in a document: classes as keys of components, `x-python-name` on what differs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.types import is_object

from ..document import Call, Node, calls, component_of
from ..names import (
    NameClash,
    argument_name,
    class_name,
    fields,
    is_usable,
    module_name,
    path_argument_name,
)
from .parts import pointer_to
from .slots import references_in
from .work import Work

KEY = "x-python-name"


def name_classes(work: Work) -> None:
    """Lets each component schema be called like its class.

    A name that is a class name already is kept; of others that would be the same, the later ones in
    the spec get a number. `x-spec-name` keeps what the spec calls it.
    """
    names: dict[str, str] = {}
    modules: set[str] = set()
    exact = [name for name in work.schemas if class_name(name) == name]
    for name in [*exact, *(name for name in work.schemas if name not in set(exact))]:
        wanted = class_name(name)
        found, number = wanted, 2
        while module_name(found) in modules or _is_typed_dict(found, work.schemas):
            found, number = class_name(f"{wanted}{number}"), number + 1
        names[name] = found
        modules.add(module_name(found))
        if found != name:
            work.note(f"components.schemas.{name}", f"its class is called {found}.")
    _rename(work, names)


def _is_typed_dict(name: str, schemas: Node) -> bool:
    """Whether a name is that of the mapping that is typed like another class."""
    return name.endswith("Dict") and name.removesuffix("Dict") in schemas


def _rename(work: Work, names: Mapping[str, str]) -> None:
    changed = {old: new for old, new in names.items() if old != new}
    for _, node, ref in references_in(work.document):
        if (name := component_of(ref)) in changed:
            node["$ref"] = pointer_to(changed[name])["$ref"]
    schemas = work.schemas
    for schema in schemas.values():
        _rename_mapping(schema.get("discriminator"), names)
        if "x-accepts" in schema:
            schema["x-accepts"] = [names.get(name, name) for name in schema["x-accepts"]]
    for old in changed:
        schemas[old].setdefault("x-spec-name", old)
    work.document["components"]["schemas"] = {names[old]: item for old, item in schemas.items()}


def _rename_mapping(discriminator: Any, names: Mapping[str, str]) -> None:
    """The schemas that a discriminator names, by reference or by name alone."""
    mapping: Any = discriminator.get("mapping") if is_object(discriminator) else None
    for value, ref in (mapping if is_object(mapping) else {}).items():
        name = component_of(ref) or ref
        if name in names:
            mapping[value] = pointer_to(names[name])["$ref"]


def name_arguments(work: Work) -> None:
    """Writes `x-python-name` on fields and parameters whose Python name is not their own."""
    bodies = {name for call in calls(work.document) if (name := _body_of(work, call))}
    for name, schema in work.schemas.items():
        if schema.get("properties"):
            _name_fields(work, name, schema, of_body=name in bodies)
    for call in calls(work.document):
        _name_parameters(work, call)


def _body_of(work: Work, call: Call) -> str | None:
    """The component whose fields are arguments of an operation."""
    content = call.operation.get("requestBody", {}).get("content", {})
    for media in content.values():
        schema = media.get("schema", {})
        choices = schema.get("anyOf", [schema])
        name = component_of(choices[0].get("$ref")) if len(choices) == 1 else None
        if name and work.schemas[name].get("properties"):
            return name
    return None


def _name_fields(work: Work, name: str, schema: Node, *, of_body: bool) -> None:
    place = f"components.schemas.{name}.properties"
    properties: Node = schema["properties"]
    given = _given(work, properties, place)
    kinds = {kind for field in properties.values() for kind in _types(work, field)}
    try:
        found = fields(properties, given, types=kinds, of_body=of_body)
    except NameClash as clash:
        work.refuse(
            place,
            f"the fields {clash.first!r} and {clash.second!r} would both be called {clash.name}.",
            f"Choose another name for one of them with {KEY} in an overlay.",
        )
        return
    for wire, chosen in found.items():
        if chosen != wire:
            properties[wire] = with_fact(properties[wire], KEY, chosen)
            if wire not in given and chosen != f"{wire}_":
                work.note(f"{place}.{wire}", f"it is called {chosen} in Python.")


def _types(work: Work, schema: Node) -> list[str]:
    """The JSON types of a field."""
    found: list[str] = []
    for choice in [schema, *schema.get("anyOf", ())]:
        name = component_of(choice.get("$ref"))
        kinds = (work.schemas[name] if name else choice).get("type", [])
        found += [kinds] if isinstance(kinds, str) else kinds
    return found


def _given(work: Work, nodes: Node, place: str) -> dict[str, str]:
    given: dict[str, str] = {}
    for wire, node in nodes.items():
        name = node.get(KEY)
        if isinstance(name, str) and is_usable(name):
            given[wire] = name
        elif name is not None:
            work.refuse(f"{place}.{wire}.{KEY}", f"{name!r} is not a Python name.", "Correct it.")
    return given


def _name_parameters(work: Work, call: Call) -> None:
    """Names the parameters of an operation apart from the fields of its body and each other."""
    parameters: list[Node] = call.operation.get("parameters", [])
    body = _body_of(work, call)
    properties: Node = work.schemas[body]["properties"] if body else {}
    taken = {schema.get(KEY, wire): f"the field {wire!r}" for wire, schema in properties.items()}
    unsent: Any = call.operation.get("x-gigstack", {}).get("alternatives")
    unsent = unsent if is_object(unsent) else {}
    if any(_is_filter(work, parameter) for parameter in parameters):
        taken["metadata"] = "the filter by metadata"
    order = {"query": 0, "header": 1, "cookie": 2, "path": 3}
    for parameter in sorted(parameters, key=lambda parameter: order[parameter["in"]]):
        wire, kind = parameter["name"], parameter["in"]
        if _is_filter(work, parameter) or wire in unsent:
            continue
        choose = path_argument_name if kind == "path" else argument_name
        given = _given(work, {wire: parameter}, call.place)
        plain = given.get(wire) or choose(wire)
        name = plain
        if name in taken and kind == "path":
            name = f"{call.operation['tags'][0][:-1]}_{plain}"
        if name in taken:
            name = f"{plain}_{kind}"
        if name in taken:
            work.refuse(
                call.place,
                f"the {kind} parameter {wire!r} and {taken[name]} would both be called {name}.",
                f"Choose another name for one of them with {KEY} in an overlay.",
            )
        taken[name] = f"the {kind} parameter {wire!r}"
        if name != wire:
            parameter[KEY] = name
            if wire not in given and not _is_spelling(wire, name):
                work.note(f"{call.place}, {wire}", f"it is called {name} in Python.")


def _is_spelling(wire: str, name: str) -> bool:
    """Whether a name differs from that of the API in the usual way only: `Idempotency-Key`."""
    return name in (path_argument_name(wire), wire.replace("-", "_").lower())


def _is_filter(work: Work, parameter: Node) -> bool:
    schema = parameter.get("schema", {})
    choices = schema.get("anyOf", [schema])
    name = component_of(choices[0].get("$ref"))
    return bool((work.schemas[name] if name else schema).get("x-role") == "metadata-filter")


def with_fact(schema: Node, key: str, value: str) -> Node:
    """A schema with a fact; a reference gets it beside it."""
    return {"anyOf": [schema], key: value} if "$ref" in schema else {**schema, key: value}
