"""The field types of JSON values, enums, lists and unions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import chain
from math import isfinite
from typing import Any, TypeVar

from msgspec.structs import replace

from ...errors import InvalidArgumentError
from .encoding import is_json_object
from .field_type import BOOLEANS, INTEGERS, NULL, SCALARS, TEXTS, FieldType, Mismatch
from .shapes import Shape, union_shape
from .types import is_list, is_object, is_sequence
from .undocumented import Undocumented, closest

T = TypeVar("T")

E = TypeVar("E", bound=StrEnum)


def _is_integer(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_whole(value: Any) -> bool:
    """Whether a value is a whole number, also one that was computed as a float or a Decimal."""
    if isinstance(value, (float, Decimal)):
        return value % 1 == 0 if _is_finite(value) else False
    return _is_integer(value)


def _is_finite(value: float | Decimal) -> bool:
    return value.is_finite() if isinstance(value, Decimal) else isfinite(value)


def _write_whole(value: Any, path: str, _undocumented: list[Undocumented]) -> Any:
    return int(value)


STRING: FieldType[str] = FieldType(
    "string",
    lambda value: isinstance(value, str),
    takes=lambda value: isinstance(value, (str, date)),
    wanted="a string",
    sent_unchanged=TEXTS,
)

INTEGER: FieldType[int] = FieldType(
    "integer",
    _is_integer,
    dump=_write_whole,
    takes=_is_whole,
    wanted="a whole number",
    sent_unchanged=INTEGERS,
)

NUMBER: FieldType[float] = FieldType(
    "number",
    lambda value: _is_integer(value) or (isinstance(value, (float, Decimal)) and _is_finite(value)),
    takes=lambda value: _is_integer(value) or isinstance(value, (float, Decimal)),
    wanted="a number",
    sent_unchanged=INTEGERS,
    is_plain_number=True,
)

BOOLEAN: FieldType[bool] = FieldType(
    "boolean",
    lambda value: isinstance(value, bool),
    takes=lambda value: isinstance(value, bool),
    wanted="True or False",
    sent_unchanged=BOOLEANS,
)

ANY: FieldType[Any] = FieldType("any", lambda value: True, sent_unchanged=SCALARS)

OBJECT: FieldType[dict[str, Any]] = FieldType(
    "object", is_object, takes=is_json_object, wanted="a mapping"
)


def number(
    base: FieldType[T],
    *,
    unit: str | None = None,
    low: float | None = None,
    high: float | None = None,
) -> FieldType[T]:
    """The type of a number with limits, or of a Unix time in `unit` ("s" or "ms")."""
    kind = replace(base, unit=unit, low=low, high=high)
    if low is None and high is None:
        return kind
    return replace(kind, sent_unchanged=NULL, is_plain_number=False)


def one_of(*kinds: FieldType[Any], unit: str | None = None) -> FieldType[Any]:
    """A union of types. The first that accepts a value reads it, the first that takes it writes."""

    def type_of(value: Any) -> FieldType[Any]:
        return next((kind for kind in kinds if kind.accepts(value)), ANY)

    def dump(value: Any, path: str, undocumented: list[Undocumented]) -> Any:
        return next(kind for kind in kinds if kind.takes(value)).write(value, path, undocumented)

    return FieldType(
        " or ".join(kind.name for kind in kinds),
        lambda value: any(kind.accepts(value) for kind in kinds),
        union_shape([(kind.accepts, kind.shape) for kind in kinds]),
        find_drift=lambda value, path: type_of(value).drift(value, path),
        dump=dump,
        unit=unit,
        parts=kinds,
        takes=lambda value: any(kind.takes(value) for kind in kinds),
        wanted=" or ".join(kind.wanted for kind in kinds),
        sent_unchanged=NULL.union(*(kind.sent_unchanged for kind in kinds)),
        is_plain_number=any(kind.is_plain_number for kind in kinds),
    )


def enum(cls: type[E]) -> FieldType[E | str]:
    """The type of an open enum: known values become members, others stay strings."""
    known = {member.value: member for member in cls}

    return FieldType(
        cls.__name__,
        lambda value: isinstance(value, str) and value in known,
        Shape(known),
        are_plain=lambda values: all(
            type(value) is str or isinstance(value, StrEnum) for value in values
        ),
        cls=cls,
        takes=lambda value: isinstance(value, str),
        wanted="a string",
        sent_unchanged=TEXTS,
    )


def closed_enum(cls: type[E]) -> FieldType[E | str]:
    """The type of an enum of which only documented values are written."""
    known = [member.value for member in cls]

    def dump(value: Any, path: str, _undocumented: list[Undocumented]) -> Any:
        if value in known:
            return value
        meant = closest(value, known)
        hint = f"did you mean {meant!r}?" if meant else f"documented are {', '.join(known)}"
        raise InvalidArgumentError.of(value, f"{path}: cannot be {value!r}; {hint}")

    return replace(enum(cls), dump=dump, are_plain=None, sent_unchanged=NULL)


def array(item: FieldType[T]) -> FieldType[list[T]]:
    """The type of a list of items."""

    def are_plain(values: Sequence[Any]) -> bool:
        return set(map(type, values)) == {list} and item.send_unchanged(
            [*chain.from_iterable(values)]
        )

    def find_drift(value: Any, path: str) -> Iterator[Mismatch]:
        for index, element in enumerate(value):
            yield from item.drift(element, f"{path}[{index}]")

    def dump(value: Any, path: str, undocumented: list[Undocumented]) -> Any:
        return [
            element
            if type(element) in item.sent_unchanged
            else item.write(element, f"{path}[{index}]", undocumented)
            for index, element in enumerate(value)
        ]

    return FieldType(
        "array",
        is_list,
        None if item.shape is None else Shape(items=item.shape),
        find_drift,
        dump,
        are_plain,
        list,
        parts=(item,),
        takes=is_sequence,
        wanted="a list",
    )
