"""How msgspec builds the objects of an answer: as models, or as records that become models.

A model that came with no unknown fields, and whose nested models have none, is built directly.
Any other is built as a record, a struct that has the unknown fields too, and copied.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import Enum, StrEnum
from functools import cache
from types import GenericAlias
from typing import Any, NamedTuple, Union, cast

import msgspec
from msgspec import UNSET

from .field_type import FieldType
from .models import Model
from .shapes import Shape
from .types import is_list
from .views import attributes_of

FREE_LEVELS = 3
"""Levels of lists and objects in a value that may hold any. This keeps an answer that is read in
one pass far from the limit of levels."""


class Refused:
    """A type that no JSON value has."""


class _Record(NamedTuple):
    """The model that a record becomes, and the attributes that may hold records themselves."""

    model: type[Model]
    nested: tuple[str, ...]
    unknown: tuple[tuple[str, str], ...]
    """The attributes of unknown fields, with their names."""
    known: tuple[str, ...]

    def to_model(self, value: Any) -> Model:
        """A copy of a record, whose nested values are still records."""
        model = self.model()
        # Faster than keywords: msgspec searches all fields for each of them.
        for attribute in self.known:
            if (found := getattr(value, attribute)) is not None:
                setattr(model, attribute, found)
        for attribute, name in self.unknown:
            if (found := getattr(value, attribute)) is not UNSET:
                model.additional_properties[name] = found
        return model


class Builder:
    """Makes a decoder, and turns what it builds into models.

    `known_names` gives the names of unknown fields of a model, or of the envelope by its owner.
    """

    def __init__(self, known_names: Callable[[object], tuple[str, ...]]) -> None:
        self._known_names = known_names
        self._used: dict[object, tuple[str, ...]] = {}
        self._structs: dict[type[Model], type[Any]] = {}
        self._records: dict[type[Any], _Record] = {}
        self._models: dict[type[Model], dict[str, Any]] = {}

    @property
    def is_outdated(self) -> bool:
        """Whether names were learned since, of the classes that the decoder builds."""
        return any(self._known_names(owner) != names for owner, names in self._used.items())

    def decoder(
        self, owner: object, place: str, shape: Shape, others: Iterable[str]
    ) -> msgspec.json.Decoder[Any]:
        """The decoder of an envelope with a value of this shape at a place."""
        unknown = self._unknown_fields(owner)
        # No other type is accepted there, and it may not be absent.
        value = (
            self._struct(model_of(shape))
            if shape.items is None
            else _list_of(self._type(shape.items))
        )
        envelope = msgspec.defstruct(
            "Envelope",
            [
                (place, value),
                *((name, _union(), None) for name in others),
                *((attribute, _free(), UNSET) for attribute, _ in unknown),
            ],
            rename=dict(unknown),
            forbid_unknown_fields=True,
            gc=False,
        )
        # msgspec reads the types of a class once, with the first decoder that needs them. They say
        # what the spec documents; for that time they say what is accepted.
        documented = {cls: cls.__annotations__ for cls in self._models}
        try:
            for cls, types in self._models.items():
                cls.__annotations__ = types
            return msgspec.json.Decoder(envelope)
        finally:
            for cls, types in documented.items():
                cls.__annotations__ = types

    def to_models(self, value: Any) -> Any:
        """A value with models in place of the records in it."""
        if not self._records:
            return value
        if is_list(value):
            return [self.to_models(item) for item in value]
        record = self._records.get(type(cast("object", value)))
        if record is None:
            return value
        model = record.to_model(value)
        for attribute in record.nested:
            setattr(model, attribute, self.to_models(getattr(model, attribute)))
        return model

    def _struct(self, cls: type[Model] | None) -> type[Any]:
        """The class as which the objects of a model are built."""
        if cls is None:
            return Refused
        if cls not in self._structs:
            # A model within itself is left to the long way, which bounds the levels.
            self._structs[cls] = Refused
            self._structs[cls] = self._make_struct(cls)
        return self._structs[cls]

    def _make_struct(self, cls: type[Model]) -> type[Any]:
        unknown = self._unknown_fields(cls)
        attributes = attributes_of(cls)
        types = {name: self._field_type(kind) for name, kind in attributes.values()}
        nested = tuple(name for name, kind in attributes.values() if self._has_records(kind.shape))
        types = {"additional_properties": Refused, **types}
        if not unknown and not nested:
            self._models[cls] = types
            return cls
        record = msgspec.defstruct(
            cls.__name__,
            [
                *((name, type_, None) for name, type_ in types.items()),
                *((attribute, _free(), UNSET) for attribute, _ in unknown),
            ],
            rename={name: wire for wire, (name, _) in attributes.items()} | dict(unknown),
            forbid_unknown_fields=True,
            gc=False,
        )
        known = tuple(name for name, _ in attributes.values())
        self._records[record] = _Record(cls, nested, unknown, known)
        return record

    def _unknown_fields(self, owner: object) -> tuple[tuple[str, str], ...]:
        """Attributes for the names that are known for a class."""
        names = self._used[owner] = self._known_names(owner)
        return tuple((f"_unknown_{index}", name) for index, name in enumerate(names))

    def _has_records(self, shape: Shape | None) -> bool:
        if shape is None:
            return False
        cls = model_of(shape)
        of_class = cls is not None and self._structs.get(cls) in self._records
        return of_class or self._has_records(shape.items)

    def _field_type(self, kind: FieldType[Any]) -> Any:
        """The type that is accepted for a field: any scalar, and documented objects and lists."""
        if kind.shape is not None:
            return self._type(kind.shape)
        return _free() if kind.accepts({}) or kind.accepts([]) else _union()

    def _type(self, shape: Shape) -> Any:
        others: list[Any] = []
        if (struct := self._struct(model_of(shape))) is not Refused:
            others.append(struct)
        if shape.items is not None:
            others.append(_list_of(self._type(shape.items)))
        return _union(_open_enum(shape.members) if shape.members else str, *others)


def model_of(shape: Shape) -> type[Model] | None:
    """The model that objects of a shape become; None for a union, which the long way reads."""
    cls: Any = shape.cls
    return cls if isinstance(cls, type) and issubclass(cls, Model) else None


def _union(text: type = str, *others: Any) -> Any:
    return Union[(text, int, float, bool, None, *others)]


def _list_of(item: Any) -> GenericAlias:
    return GenericAlias(list, (item,))


@cache
def _free(levels: int = FREE_LEVELS) -> Any:
    """The type of any JSON value of so many levels."""
    if not levels:
        return _union()
    inner = _free(levels - 1)
    return _union(str, _list_of(inner), GenericAlias(dict, (str, inner)))


_enums: dict[tuple[int, ...], type[Enum]] = {}


def _open_enum(members: Mapping[str, StrEnum]) -> type[Enum]:
    """An enum that msgspec reads as one of these members, and any other string as itself."""
    key = tuple(map(id, members.values()))
    if key not in _enums:

        class Open(Enum):
            ANY = ""

            @classmethod
            def _missing_(cls, value: object) -> Any:
                return value

        Open._value2member_map_ = dict(members)  # where msgspec looks the members up
        _enums[key] = Open
    return _enums[key]
