"""The rule of each keyword of a value. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from attrs import frozen

from gigstack_api._core.schema.types import is_list, is_object

from ..document import Node, below
from ..member_names import plain_member_name
from .changes import Change
from .subjects import Shown, Subject

Inner: TypeAlias = Callable[[object, object, Subject, str], Iterator[Change]]

TEXTS = (
    "description",
    "title",
    "x-note",
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
    *("x-alternatives", "x-refused", "x-python-name", "x-class-name", "x-renamed-from"),
)
"""What we know about a value beyond the words of OpenAPI; other extensions are the vendor's own."""

UNITS = {"s": "seconds", "ms": "milliseconds"}


@frozen
class Facet:
    """One keyword of a value, before and after. `was` or `now` is None if it is absent.

    `inner` compares the values within: items, and the values of a map.
    """

    key: str
    was: Any
    now: Any
    it: Subject
    place: str
    inner: Inner
    old: Node
    new: Node

    def change(self, rule: str) -> Change:
        """A change of the value by this keyword."""
        place = below(self.place, self.key)
        return self.it.change(rule, place, was=self.was, now=self.now, key=f"`{self.key}`")


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
    listed = [
        one if isinstance(one, int) else str(one) for one in (values if is_list(values) else [])
    ]
    return {
        str(value): found[index] if index < len(found) else plain_member_name(value)
        for index, value in enumerate(listed)
    }


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
    yield from facet.inner(facet.was or {}, facet.now or {}, it, below(facet.place, facet.key))


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
        yield from facet.inner(was, now, it, place)


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


def rule_of(key: str) -> Callable[[Facet], Iterator[Change]]:
    """The rule of a keyword."""
    if key in FACETS:
        return FACETS[key]
    if key in FACTS:
        return _plain("value-fact-changed")
    return _plain("extension-changed" if key.startswith("x-") else "keyword-changed")
