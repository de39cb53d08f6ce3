"""Reads the text of an answer into models in one pass.

msgspec builds the models while it parses, in a third of the time of `parse_json` and `from_dict`.
`PlainReader` gives exactly what those two give, or None: an answer with anything unusual in it is
left to them.

msgspec refuses an object with a field that its class does not name, so the names of unknown fields
are learned from the first answer that holds them. `records` says how such objects are built.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from threading import Lock
from typing import Any, NamedTuple

import msgspec

from .records import Builder, model_of
from .shapes import Shape
from .types import is_list, is_object
from .views import attributes_of

MOST_NAMES = 64
"""Of unknown fields learned for a class."""

LONGEST_NAME = 100
"""Of those, in characters."""


class LearnedNames:
    """The names of unknown fields, by the class of the objects that they came in."""

    def __init__(self) -> None:
        self.version = 0
        self._names: dict[object, tuple[str, ...]] = {}

    def of(self, owner: object) -> tuple[str, ...]:
        """The names known for a class."""
        return self._names.get(owner, ())

    def add(self, found: Iterable[tuple[object, str]]) -> bool:
        """Learns names; whether one of them is new."""
        before = self.version
        for owner, name in found:
            known = self.of(owner)
            if name not in known and len(known) < MOST_NAMES and _can_be_learned(name):
                self._names[owner] = (*known, name)
                self.version += 1
        return self.version > before


def _can_be_learned(name: str) -> bool:
    """Whether a struct may have a field of this name, and a record has none of its own."""
    return (
        len(name) <= LONGEST_NAME
        and name.isprintable()
        and not set(name) & {'"', "\\"}
        and name != "additional_properties"
    )


learned = LearnedNames()
lock = Lock()
"""Held while names are learned or a decoder is made."""


class Envelope(NamedTuple):
    """The other fields of an envelope, and the value in it."""

    fields: dict[str, Any]
    value: Any

    @property
    def is_refusal(self) -> bool:
        """Whether the answer says that the call failed, whatever its status says."""
        return self.fields.get("success") is False


class PlainReader:
    """Reads the value at the top of an envelope.

    Args:
        place: The name of the value.
        shape: How it is read: as a model, or as a list.
        others: The other documented fields of the envelope.
    """

    def __init__(self, place: str, shape: Shape, others: Iterable[str]) -> None:
        self._place = place
        self._shape = shape
        self._others = tuple(others)
        self._made: tuple[int, Builder, msgspec.json.Decoder[Any]] | None = None

    def read(self, body: bytes, parse: Callable[[], Any]) -> Envelope | None:
        """The envelope of a body; None if the body has to be read in the long way.

        `parse` gives the document of the body. It is called if there may be names to learn.
        """
        envelope = self._decode(body)
        return self._decode(body) if envelope is None and self._learn(parse) else envelope

    def _decode(self, body: bytes) -> Envelope | None:
        version, builder, decoder = self._made or self._make()
        if version != learned.version:
            _, builder, decoder = self._make()
        try:
            fields = msgspec.structs.asdict(decoder.decode(body))
        except (msgspec.MsgspecError, ValueError, RecursionError, MemoryError):
            return None
        return Envelope(fields, builder.to_models(fields.pop(self._place)))

    def _make(self) -> tuple[int, Builder, msgspec.json.Decoder[Any]]:
        """The decoder for the names that are known by now."""
        with lock:
            if self._made is None or self._made[1].is_outdated:
                builder = Builder(learned.of)
                decoder = builder.decoder(self, self._place, self._shape, self._others)
            else:
                _, builder, decoder = self._made
            self._made = made = (learned.version, builder, decoder)
            return made

    def _learn(self, parse: Callable[[], Any]) -> bool:
        """Whether a document holds unknown fields whose names were not known."""
        try:
            document = parse()
        except (ValueError, MemoryError):
            return False
        if not is_object(document):
            return False
        known = {self._place, *self._others}
        found: list[tuple[object, str]] = [(self, name) for name in document if name not in known]
        found += _unknown_fields(self._shape, document.get(self._place))
        with lock:
            return learned.add(found)


def plain_reader(place: str, shape: Shape | None, others: Iterable[str]) -> PlainReader | None:
    """The reader of a value at a place; None if only the long way reads such values."""
    if not place or "." in place or shape is None or shape.members:
        return None
    return (
        PlainReader(place, shape, others) if (shape.cls is None) != (shape.items is None) else None
    )


def _unknown_fields(shape: Shape, value: Any) -> Iterator[tuple[object, str]]:
    """The class and the name of each unknown field in a value."""
    if is_object(value) and (cls := model_of(shape)) is not None:
        documented = attributes_of(cls)
        for name, inner in value.items():
            if (found := documented.get(name)) is None:
                yield cls, name
            elif found.kind.shape is not None:
                yield from _unknown_fields(found.kind.shape, inner)
    elif is_list(value) and shape.items is not None:
        for item in value:
            yield from _unknown_fields(shape.items, item)
