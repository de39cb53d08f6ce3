"""The changes of a value: of a parameter, a field, an item, an answer. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from attrs import evolve, frozen

from gigstack_api._core.schema.types import is_list, is_object

from ..document import Node, below
from .changes import Change, Side
from .shapes import Labels, Shape, described, shape
from .subjects import Owner, Shown, Subject

TEXTS = (
    "description",
    "title",
    "x-title",
    "x-values",
    "externalDocs",
    "$comment",
    "xml",
    "summary",
)
EXAMPLES = ("example", "examples")
UPPER = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "x-max-bytes")
LOWER = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")
OF_A_TYPE = (
    *(*UPPER, *LOWER, "enum", "x-enum-varnames", "format", "pattern", "items", "const"),
    *("additionalProperties", "properties", "required", "discriminator", "multipleOf"),
)
FACTS = (
    *("x-secret", "x-always", "x-closed", "x-catalog", "x-accepts", "x-media-types", "x-role"),
    *("x-alternatives", "x-refused", "x-python-name", "x-class-name", "x-deprecated-alias"),
)
"""What we know about a value beyond the words of OpenAPI; other extensions are the vendor's own."""

FIELDS = ("properties", "required")
UNITS = {"s": "seconds", "ms": "milliseconds"}
ABSENT = object()


@frozen
class Labelling:
    """The classes of the components of both documents; a renamed one has its new name in both."""

    old: Labels
    new: Labels


@frozen
class Facet:
    """One keyword of a value, before and after. `was` or `now` is None if it is absent."""

    key: str
    was: Any
    now: Any
    it: Subject
    place: str
    labels: Labelling
    old: Node
    new: Node

    def change(self, rule: str) -> Change:
        """A change of the value by this keyword."""
        place = below(self.place, self.key)
        return self.it.change(rule, place, was=self.was, now=self.now, key=f"`{self.key}`")


def compare_values(
    old: object, new: object, it: Subject, place: str, labels: Labelling
) -> Iterator[Change]:
    """The changes of one value, and of the values in it that have no name of their own."""
    was, now = shape(old, labels.old), shape(new, labels.new)
    yield from _types(old, new, was, now, it, place, labels)
    if was.types.isdisjoint(now.types):  # the rules of one type say nothing about another
        was, now = _without_rules(was), _without_rules(now)
    for key in [*was.parts, *(part for part in now.parts if part not in was.parts)]:
        if key in was.parts and key in now.parts:
            yield from _facets(was.parts[key], now.parts[key], it, place, labels)
    yield from _facets(was.rest, now.rest, it, place, labels)


def _without_rules(found: Shape) -> Shape:
    rest = {key: value for key, value in found.rest.items() if key not in OF_A_TYPE}
    return evolve(found, rest=rest, parts={})


def _types(
    old: object, new: object, was: Shape, now: Shape, it: Subject, place: str, labels: Labelling
) -> Iterator[Change]:
    if was.types != now.types:
        rule = "type-widened" if now.covers(was) else "type-changed"
        if was.covers(now):
            rule = "type-narrowed"
        words = Shown(described(old, labels.old)), Shown(described(new, labels.new))
        yield it.change(rule, place, was=words[0], now=words[1])
    if was.nullable != now.nullable and "anything" not in was.types | now.types:
        rule = "became-nullable" if now.nullable else "became-not-nullable"
        yield it.change(rule, place)


def _facets(old: Node, new: Node, it: Subject, place: str, labels: Labelling) -> Iterator[Change]:
    """The changes of keywords."""
    for key in [*old, *(key for key in new if key not in old)]:
        if old.get(key, ABSENT) != new.get(key, ABSENT) and key not in FIELDS:
            facet = Facet(key, old.get(key), new.get(key), it, place, labels, old, new)
            yield from _rule_of(key)(facet)
    if any(is_object(side.get("properties")) for side in (old, new)):
        owner = Owner(kind="model", name=it.it.strip("`"), side=it.side, operations=it.operations)
        yield from compare_fields(old, new, owner, place, labels)


def compare_fields(
    old: Node, new: Node, owner: Owner, place: str, labels: Labelling
) -> Iterator[Change]:
    """The changes of the fields of an object; a renamed one is recognised by schema and text."""
    was, now = _fields(old), _fields(new)
    needed = {*_names(old.get("required"))}, {*_names(new.get("required"))}
    renamed = dict(renamed_fields(was, now, labels))
    here = below(place, "properties")
    for name, schema in was.items():
        if name in renamed:
            twin, confidence = renamed[name]
            yield _renamed(
                owner.field(schema, name),
                owner.field(now[twin], twin),
                below(here, twin),
                confidence,
            )
        elif name not in now:
            yield owner.field(schema, name).change("removed", below(here, name), was=schema)
    for name, schema in now.items():
        before = next((old_name for old_name, (twin, _) in renamed.items() if twin == name), name)
        subject = owner.field(_judged(was.get(before, schema), schema), name)
        if before not in was:
            rule = "added-required" if name in needed[1] else "added-optional"
            yield subject.change(rule, below(here, name), now=schema)
            continue
        if (before in needed[0]) != (name in needed[1]):
            rule = "became-required" if name in needed[1] else "became-optional"
            yield subject.change(rule, below(here, name))
        yield from compare_values(was[before], schema, subject, below(here, name), labels)
    for names, others, fields, rule in (
        (needed[0], needed[1], was, "became-optional"),
        (needed[1], needed[0], now, "became-required"),
    ):
        for name in sorted(names - others - fields.keys()):  # required, and described nowhere
            yield owner.field({}, name).change(rule, below(place, "required"))


def _renamed(old: Subject, new: Subject, place: str, confidence: float) -> Change:
    """The change of a name. Arguments go by their own; the fields of a model with its name."""
    was, now = (it.name if it.owner else it.it for it in (old, new))
    both = evolve(new, names=(*old.names, *new.names))
    return both.change("renamed", place, was=Shown(was), now=Shown(now), confidence=confidence)


def _judged(old: Node, new: Node) -> Node:
    """A field by which to tell who writes it: one that only now is read-only was sent before."""
    flags = [key for key in ("readOnly", "writeOnly") if old.get(key) != new.get(key)]
    return {key: value for key, value in new.items() if key not in flags}


def renamed_fields(
    was: dict[str, Node], now: dict[str, Node], labels: Labelling
) -> Iterator[tuple[str, tuple[str, float]]]:
    """The fields that have another name, with it and the confidence.

    One that went and one that came are the same if their schemas and their texts are equal, and no
    other field has those.
    """
    gone = {name: schema for name, schema in was.items() if name not in now}
    come = {name: schema for name, schema in now.items() if name not in was}
    for name, schema in gone.items():
        twins = [other for other in come if is_twin(schema, come[other], labels)]
        rivals = [other for other in gone if is_twin(gone[other], schema, labels)]
        if len(twins) == 1 and len(rivals) == 1 and schema.get("description"):
            yield name, (twins[0], 0.9)


def is_twin(old: Node, new: Node, labels: Labelling) -> bool:
    """Whether two values are the same in all but their Python name."""
    it = Subject(it="", side=Side.BOTH)
    return not any(compare_values(_unnamed(old), _unnamed(new), it, "", labels))


def _unnamed(schema: Node) -> Node:
    return {key: value for key, value in schema.items() if key != "x-python-name"}


def _fields(node: Node) -> dict[str, Node]:
    found = node.get("properties")
    fields = found.items() if is_object(found) else ()
    return {name: schema if is_object(schema) else {} for name, schema in fields}


def _names(required: object) -> list[str]:
    return [str(name) for name in required] if is_list(required) else []


def _enum(facet: Facet) -> Iterator[Change]:
    was, now = (value if is_list(value) else [] for value in (facet.was, facet.now))
    if not was or not now:
        yield facet.change("type-narrowed" if now else "type-widened")
        return
    place = below(facet.place, facet.key)
    yield from (
        facet.it.change("enum-value-removed", place, was=value) for value in was if value not in now
    )
    yield from (
        facet.it.change("enum-value-added", place, now=value) for value in now if value not in was
    )
    if sorted(map(repr, was)) == sorted(map(repr, now)) or {*map(repr, was)} == {*map(repr, now)}:
        yield facet.change("text-changed")


def _member_names(facet: Facet) -> Iterator[Change]:
    """`x-enum-varnames`: what the members of the enum are called."""
    was = _members(facet.old.get("enum"), facet.was)
    now = _members(facet.new.get("enum"), facet.now)
    for value, name in now.items():
        if value in was and was[value] != name:  # "ON_HOLD" is what "on-hold" is called anyway
            yield facet.it.change(
                "enum-value-renamed",
                below(facet.place, facet.key),
                was=was[value],
                now=name,
                name=f"`{value}`",
            )
    if facet.old.get("enum") == facet.new.get("enum") and was == now:
        yield facet.change("text-changed")


def _members(values: object, names: object) -> dict[str, object]:
    """The names of the members of an enum by their values, given ones and others."""
    found = names if is_list(names) else []
    return {
        str(value): found[index] if index < len(found) else _member_name(str(value))
        for index, value in enumerate(values if is_list(values) else [])
    }


def _member_name(value: str) -> str:
    return re.sub(r"\W+", "_", value).upper()


def _limit(facet: Facet) -> Iterator[Change]:
    was, now = (
        value if isinstance(value, int | float) else None for value in (facet.was, facet.now)
    )
    if now is None:
        tightened = False
    elif was is None:
        tightened = True
    else:
        tightened = now < was if facet.key in UPPER else now > was
    yield facet.change("limit-tightened" if tightened else "limit-loosened")


def _format(facet: Facet) -> Iterator[Change]:
    if facet.was is None or facet.now is None:
        yield facet.change("format-added" if facet.was is None else "format-removed")
    else:
        yield facet.change("format-changed")


def _flag(on: str, off: str) -> Callable[[Facet], Iterator[Change]]:
    """The rule of a keyword that is true or false."""

    def compare(facet: Facet) -> Iterator[Change]:
        if bool(facet.was) != bool(facet.now):
            yield facet.change(on if facet.now else off)
        else:
            yield facet.change("text-changed")

    return compare


def _unit(facet: Facet) -> Iterator[Change]:
    was, now = (Shown(UNITS.get(str(unit), "no time")) for unit in (facet.was, facet.now))
    yield facet.it.change("unit-changed", below(facet.place, facet.key), was=was, now=now)


def _items(facet: Facet) -> Iterator[Change]:
    it = facet.it.within("an item of {it}", facet.it.name)
    yield from compare_values(
        facet.was or {}, facet.now or {}, it, below(facet.place, facet.key), facet.labels
    )


def _other_keys(facet: Facet) -> Iterator[Change]:
    """`additionalProperties`: whether an object has undocumented keys, and what they hold."""
    was, now = (_values_of(value) for value in (facet.was, facet.now))
    place = below(facet.place, facet.key)
    if now is False:
        yield facet.change("closed")
    elif was is False:
        yield facet.change("opened")
    else:
        it = facet.it.within("a value of {it}", facet.it.name)
        yield from compare_values(was, now, it, place, facet.labels)


def _values_of(keys: object) -> object:
    """The schema of undocumented keys; an empty one if anything is allowed."""
    empty: Node = {}
    return empty if keys is None or keys is True else keys


def _discriminator(facet: Facet) -> Iterator[Change]:
    was, now = (
        value.get("propertyName") if is_object(value) else None for value in (facet.was, facet.now)
    )
    if was == now:
        yield facet.change("keyword-changed")
    else:
        yield facet.it.change(
            "discriminator-changed", below(facet.place, facet.key), was=was, now=now
        )


def _plain(rule: str) -> Callable[[Facet], Iterator[Change]]:
    """The rule of a keyword whose change has one meaning."""

    def compare(facet: Facet) -> Iterator[Change]:
        yield facet.change(rule)

    return compare


FACETS: dict[str, Callable[[Facet], Iterator[Change]]] = {
    "enum": _enum,
    "x-enum-varnames": _member_names,
    "format": _format,
    "pattern": _plain("pattern-changed"),
    "default": _plain("default-changed"),
    "x-default": _plain("default-changed"),
    "x-rules": _plain("keyword-changed"),
    "const": _plain("type-changed"),
    "readOnly": _flag("became-read-only", "became-writable"),
    "writeOnly": _flag("became-write-only", "became-readable"),
    "deprecated": _flag("deprecated", "undeprecated"),
    "items": _items,
    "additionalProperties": _other_keys,
    "discriminator": _discriminator,
    "x-unit": _unit,
    **dict.fromkeys((*UPPER, *LOWER), _limit),
    **dict.fromkeys(TEXTS, _plain("text-changed")),
    **dict.fromkeys(EXAMPLES, _plain("example-changed")),
}
"""The rule of each keyword."""


def _rule_of(key: str) -> Callable[[Facet], Iterator[Change]]:
    if key in FACETS:
        return FACETS[key]
    if key in FACTS:
        return _plain("value-fact-changed")
    return _plain("extension-changed" if key.startswith("x-") else "keyword-changed")
