"""The changes of a value: of a parameter, a field, an item, an answer. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from gigstack_api._core.schema.types import is_list, is_object

from ..document import Node, below
from .changes import Change, Side
from .facets import OF_A_TYPE, Facet, rule_of
from .shapes import Labelling, Shape, described, shape
from .subjects import Owner, Shown, Subject

FIELDS = ("properties", "required")
ABSENT = object()


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

    def inner(was: object, now: object, it: Subject, place: str) -> Iterator[Change]:
        yield from compare_values(was, now, it, place, labels)

    for key in [*old, *(key for key in new if key not in old)]:
        if old.get(key, ABSENT) != new.get(key, ABSENT) and key not in FIELDS:
            facet = Facet(key, old.get(key), new.get(key), it, place, inner, old, new)
            yield from rule_of(key)(facet)
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
