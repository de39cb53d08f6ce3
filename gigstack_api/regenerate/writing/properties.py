"""Facts of a property of the generator, for the templates. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from keyword import iskeyword
from typing import Any, cast

from gigstack_api._core.schema.types import is_list, is_object
from gigstack_api.regenerate.document import Node
from gigstack_api.regenerate.names import attribute_name

FILTER = "metadata-filter"


def field_name(field: Any, schema: Any) -> str:
    """The attribute or argument for a field."""
    extra: Node = schema.model_extra or {}
    decided = extra.get("x-python-name")
    return attribute_name(str(decided or field.name.get_untrusted_value()))


def role_of(prop: Any) -> str:
    """The `x-role` of the schema of a property, or an empty text."""
    extra: Node = getattr(getattr(prop, "data", None), "model_extra", None) or {}
    return str(extra.get("x-role", ""))


def renamed_fields(model: Any, properties: Any) -> dict[str, str]:
    """The wire names by attribute, of the fields of a model that does more than end keywords."""
    names = {
        field_name(prop, model.data.properties[prop.name]): prop.name.get_untrusted_value()
        for prop in properties
    }
    found = {name: wire for name, wire in names.items() if name != wire}
    plain = all(iskeyword(wire) and name == f"{wire}_" for name, wire in found.items())
    return {} if plain else found


def is_model(prop: Any) -> bool:
    """Whether a property is an object that has a class."""
    if type(prop).__name__ != "ModelProperty":
        return False
    return role_of(prop) not in {"free-form", FILTER} and bool(prop.data.properties)


def is_integers(prop: Any) -> bool:
    """Whether a property is an enum of integers."""
    return type(prop).__name__ == "EnumProperty" and prop.value_type is int


def is_file(prop: Any) -> bool:
    """Whether a property is a file, or a list of files."""
    inner = prop.inner_property if type(prop).__name__ == "ListProperty" else prop
    return type(inner).__name__ == "FileProperty"


CONSTANTS: dict[type[object], tuple[str, str]] = {
    str: ("STRING", "str"),
    bool: ("BOOLEAN", "bool"),
    int: ("INTEGER", "int"),
}


def const_type(prop: Any) -> tuple[str, str]:
    """The field type and the Python type of a field that has only one value."""
    return CONSTANTS.get(type(cast(object, prop.value.raw_value)), ("ANY", "Any"))


def unwrap_of(answer: Any, facts: Node) -> str:
    """Where the value of another answer for success stands."""
    if answer.source["return_type"] == "None":
        return "empty"
    place: str = facts["unwrap"]
    data = getattr(answer.prop, "data", None)
    properties: dict[Any, Any] = getattr(data, "properties", None) or {}
    return (
        place
        if place.partition(".")[0] in {name.get_untrusted_value() for name in properties}
        else "none"
    )


def old_names(node: Any) -> list[str]:
    """The `x-renamed-from` of an operation, a parameter, a field or a schema: a name or a list."""
    known = node if is_object(node) else node.model_extra or {}
    found: Any = known.get("x-renamed-from") or []
    return [attribute_name(str(name)) for name in (found if is_list(found) else [found])]


def note_of(node: Any) -> str:
    """How the warning about a deprecated operation, parameter or field ends; else empty.

    `x-deprecated` says what to use instead, `x-sunset` from which day on it may be gone.
    """
    extra: Node = node if is_object(node) else node.model_extra or {}
    if not (extra.get("deprecated") or getattr(node, "deprecated", None)):
        return ""
    instead = str(extra.get("x-deprecated") or "").strip().rstrip(".")
    sunset = f"it goes away on {extra['x-sunset']}" if extra.get("x-sunset") else ""
    words = "; ".join(filter(None, [instead, sunset]))
    return f"; {words}." if words else "."


TYPES = frozenset({"bool", "bytes", "dict", "float", "int", "list", "str"})


def unshadowed(text: str, names: Iterable[object]) -> str:
    """Annotations of a class whose methods have these names: a type of such a name is `_list`."""
    for name in TYPES.intersection(map(str, names)):
        text = re.sub(rf"(?<=[\[ ]){name}(?=[\]\[, \n]|$)|^{name}(?=\[| \||$)", f"_{name}", text)
    return text
