"""Field types: how the value of a JSON field is read, checked for drift, and written.

Reading never fails: a value of an unexpected type is kept unchanged, an unknown enum value stays a
string, and `FieldType.drift` reports what was tolerated. Writing refuses what cannot be sent: times
without a zone, numbers JSON cannot hold, a string where a list belongs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from itertools import chain
from math import isfinite
from typing import Any, Generic, TypeVar

import msgspec
from msgspec.structs import force_setattr, replace

from ...errors import InvalidArgumentError
from .data import Data
from .encoding import check_range, encode, unix_time
from .redaction import HIDDEN, is_sensitive
from .shapes import Shape, union_shape
from .types import is_list, is_object, is_sequence

SCALARS: frozenset[type] = frozenset({str, int, bool, type(None)})
"""Types of JSON values that are written without a check. A float needs one: it may be infinite."""

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

Mismatch = tuple[str, str, object]
"""The path of a value, what was expected there, and what came."""


class FieldType(Data, Generic[T], frozen=True):
    """The type of a JSON field.

    `shape` is None if values are kept unchanged; `unit` is that of a Unix time ("s", "ms"); `low`
    and `high` are the limits of a number. `find_drift` looks for drift inside an accepted value.
    `are_plain` says that models or lists have nothing in them to convert or to check before they
    are sent. No text shows the value of a `secret` field. `cls` is the model or enum of its values;
    `parts` are the type of the items of an array, or the variants of a union.
    """

    name: str
    accepts: Callable[[Any], bool]
    shape: Shape | None = None
    find_drift: Callable[[Any, str], Iterator[Mismatch]] | None = None
    dump: Callable[[Any, str], Any] | None = None
    are_plain: Callable[[Sequence[Any]], bool] | None = None
    empty: Callable[[], Any] | None = None
    unit: str | None = None
    low: float | None = None
    high: float | None = None
    secret: bool = False
    cls: type[Any] | None = None
    parts: tuple[FieldType[Any], ...] = ()
    sent_unchanged: frozenset[type] = frozenset()
    """The Python types whose values are written unchanged; set by the others."""

    def __post_init__(self) -> None:
        force_setattr(self, "sent_unchanged", _unchanged(self))

    def read(self, value: Any) -> Any:
        """The Python value of a JSON value; one of another type is kept unchanged."""
        return value if value is None or self.shape is None else self.shape.read(value)

    def drift(self, value: Any, path: str) -> Iterator[Mismatch]:
        """Every deviation of a value from the spec; None is always allowed."""
        if value is None:
            return
        if not self.accepts(value):
            yield path, self.name, HIDDEN if self.secret else value
        elif self.find_drift is not None:
            yield from self.find_drift(value, path)

    def write(self, value: Any, path: str) -> Any:
        """The JSON value of a Python value.

        Raises:
            InvalidArgumentError: it cannot be sent.
        """
        if isinstance(value, datetime):
            return unix_time(value, self.unit, path)
        if self.are_plain is not None and self.are_plain((value,)):
            return msgspec.to_builtins(value)
        dump = encode if value is None or self.dump is None else self.dump
        value = dump(value, path)
        check_range(value, self.low, self.high, path)
        return value

    def send_unchanged(self, values: Sequence[Any]) -> bool:
        """Whether all of these values, with all in them, are sent as msgspec writes them."""
        types = set(map(type, values)) - self.sent_unchanged
        if float in types and self.low is self.high is None:
            types.discard(float)
            if not all(isfinite(value) for value in values if type(value) is float):
                return False
        given = [value for value in values if value is not None] if types else []
        return not types or (self.are_plain is not None and self.are_plain(given))

    def as_secret(self) -> FieldType[T]:
        """The same type, for values that no text may show."""
        inner = self.find_drift

        def find_drift(value: Any, path: str) -> Iterator[Mismatch]:
            found = () if inner is None else inner(value, path)
            return ((where, wanted, HIDDEN) for where, wanted, _ in found)

        return replace(self, find_drift=find_drift, secret=True)


def _unchanged(kind: FieldType[Any]) -> frozenset[type]:
    if kind.dump is not None:
        return frozenset({type(None)})
    return SCALARS if kind.low is None and kind.high is None else SCALARS - {int}


def _is_integer(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


STRING: FieldType[str] = FieldType("string", lambda value: isinstance(value, str))

INTEGER: FieldType[int] = FieldType("integer", _is_integer)

NUMBER: FieldType[float] = FieldType(
    "number",
    lambda value: _is_integer(value) or (isinstance(value, (float, Decimal)) and isfinite(value)),
)

BOOLEAN: FieldType[bool] = FieldType("boolean", lambda value: isinstance(value, bool))

ANY: FieldType[Any] = FieldType("any", lambda value: True)

OBJECT: FieldType[dict[str, Any]] = FieldType("object", is_object)


def number(
    base: FieldType[T],
    *,
    unit: str | None = None,
    low: float | None = None,
    high: float | None = None,
) -> FieldType[T]:
    """The type of a number with limits, or of a Unix time in `unit` ("s" or "ms")."""
    return FieldType(base.name, base.accepts, unit=unit, low=low, high=high)


def one_of(*kinds: FieldType[Any], unit: str | None = None) -> FieldType[Any]:
    """A union of types. The first one that accepts a value reads and writes it."""

    def type_of(value: Any) -> FieldType[Any]:
        return next((kind for kind in kinds if kind.accepts(value)), ANY)

    return FieldType(
        " or ".join(kind.name for kind in kinds),
        lambda value: any(kind.accepts(value) for kind in kinds),
        union_shape([(kind.accepts, kind.shape) for kind in kinds]),
        find_drift=lambda value, path: type_of(value).drift(value, path),
        dump=None
        if all(kind.dump is None and kind.low is kind.high is None for kind in kinds)
        else lambda value, path: type_of(value).write(value, path),
        unit=unit,
        parts=kinds,
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
    )


def array(item: FieldType[T]) -> FieldType[list[T]]:
    """The type of a list of items."""

    def find_drift(value: Any, path: str) -> Iterator[Mismatch]:
        for index, element in enumerate(value):
            yield from item.drift(element, f"{path}[{index}]")

    def dump(value: Any, path: str) -> Any:
        if not is_sequence(value):
            raise InvalidArgumentError(f"{path} takes a list, not {type(value).__name__}")
        return [item.write(element, f"{path}[{index}]") for index, element in enumerate(value)]

    shape = None if item.shape is None else Shape(items=item.shape)

    def are_plain(values: Sequence[Any]) -> bool:
        return set(map(type, values)) == {list} and item.send_unchanged(
            [*chain.from_iterable(values)]
        )

    return FieldType("array", is_list, shape, find_drift, dump, are_plain, list, parts=(item,))


def drift_of_fields(
    value: Mapping[str, Any], fields: Mapping[str, FieldType[Any]], path: str
) -> Iterator[Mismatch]:
    """Every field of an object that is unknown or deviates from the spec."""
    for name, item in value.items():
        kind = fields.get(name)
        where = f"{path}.{name}" if path else name
        if kind is None:
            yield where, "no such field", HIDDEN if is_sensitive(name) else item
        else:
            yield from kind.drift(item, where)


def write_fields(
    values: Mapping[str, Any], fields: Mapping[str, FieldType[Any]], prefix: str = ""
) -> dict[str, Any]:
    """The JSON object of named values; those without a field type are encoded by Python type.

    Raises:
        InvalidArgumentError: one of them cannot be sent.
    """
    return {
        name: value
        if type(value) in (kind := fields.get(name, ANY)).sent_unchanged
        else kind.write(value, f"{prefix}{name}")
        for name, value in values.items()
    }
