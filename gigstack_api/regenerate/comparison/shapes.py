"""A schema taken apart: the types it may have, and all else that it says. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from attrs import frozen

from gigstack_api._core.schema.types import is_list, is_object

from ..document import Node, component_of

Labels: TypeAlias = Mapping[str, str]
"""The class of each component by its name."""

ALTERNATIVES = ("anyOf", "oneOf")
PYTHON_TYPES: dict[type, str] = {
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    list: "array",
    dict: "object",
}
ANYTHING = "anything"


@frozen
class Labelling:
    """The classes of the components of both documents; a renamed one has its new name in both."""

    old: Labels
    new: Labels


@frozen
class Shape:
    """A schema by its types.

    `types` are the types but null: names of JSON types, `Client` for a component. `rest` is what
    the schema says beside its types, `parts` what its alternatives say each by its type.
    """

    types: frozenset[str]
    nullable: bool
    rest: Node
    parts: dict[str, Node]

    def covers(self, other: Shape) -> bool:
        """Whether it allows every type that the other allows."""
        known = {*self.types, *(["integer"] if "number" in self.types else [])}
        return ANYTHING in known or other.types <= known


def shape(schema: object, labels: Labels) -> Shape:
    """The shape of a schema."""
    if not is_object(schema):  # true, or nothing at all
        return Shape(frozenset([ANYTHING]), True, {}, {})
    found: dict[str, Node] = {}
    for part in _alternatives(schema):
        name = _name(part, labels)
        unique = name
        number = 1
        while unique in found and name != "null":
            number += 1
            unique = f"{name} {number}"
        found[unique] = {key: value for key, value in part.items() if key not in ("type", "$ref")}
    nullable = found.pop("null", None) is not None
    rest = {key: value for key, value in schema.items() if key not in ("type", "$ref")}
    if len(alternatives := _listed_alternatives(schema)) > 0:
        rest = {key: value for key, value in rest.items() if value is not alternatives}
        if len(found) == 1:
            rest = {**next(iter(found.values())), **rest}
            found = {name: {} for name in found}
    else:
        found = {name: {} for name in found}
    return Shape(frozenset(found), nullable or ANYTHING in found, rest, found)


def _listed_alternatives(schema: Node) -> list[Any]:
    for key in (*ALTERNATIVES, "allOf"):
        found = schema.get(key)
        if is_list(found) and found and (key != "allOf" or len(found) == 1):
            return found
    return []


def _alternatives(schema: Node) -> Iterable[Node]:
    """The schemas of one type each, references not followed."""
    if found := _listed_alternatives(schema):
        for item in found:
            yield from _alternatives(item) if is_object(item) else [{}]
    elif is_list(schema.get("type")):
        yield from ({**schema, "type": name} for name in schema["type"])
    else:
        yield schema


def _name(schema: Node, labels: Labels) -> str:
    if "$ref" in schema:
        name = component_of(schema["$ref"]) or str(schema["$ref"])
        return labels.get(name, name)
    if isinstance(schema.get("type"), str):
        return str(schema["type"])
    if "properties" in schema or "additionalProperties" in schema:
        return "object"
    if "items" in schema:
        return "array"
    values = schema.get("enum") or ([schema["const"]] if "const" in schema else [])
    names = {_type_of(value) for value in values}
    return names.pop() if len(names) == 1 else ANYTHING


def _type_of(value: object) -> str:
    for known, name in PYTHON_TYPES.items():
        if isinstance(value, known):
            return name
    return "null"


def described(schema: object, labels: Labels) -> str:
    """The types of a schema in words: "an array of `Client`", "a string or an integer"."""
    found = shape(schema, labels)
    words: list[str] = []
    for name in sorted(found.types):
        inner = {**found.rest, **found.parts.get(name, {})}
        if name == "array" and "items" in inner:
            words.append(f"an array of {_plain(described(inner['items'], labels))}")
        elif name == "object" and is_object(inner.get("additionalProperties")):
            values = described(inner["additionalProperties"], labels)
            words.append(f"a map of {_plain(values)}")
        else:
            words.append(_with_article(name, labels))
    return " or ".join(words) or "null"


def _with_article(name: str, labels: Labels) -> str:
    if name == ANYTHING:
        return name
    plain = name.rstrip("0123456789 ")
    is_json = plain in PYTHON_TYPES.values()
    noun = plain if is_json else f"`{plain}`"
    return f"{'an' if plain[:1].lower() in 'aeio' else 'a'} {noun}"


def _plain(words: str) -> str:
    return words.removeprefix("a ").removeprefix("an ")
