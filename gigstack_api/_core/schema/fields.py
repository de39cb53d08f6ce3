"""Field types: how the value of a JSON field is read, checked for drift, and written.

Reading never fails: a value of an unexpected type is kept unchanged, an unknown enum value stays a
string, and `FieldType.drift` reports what was tolerated. Writing refuses what cannot be sent: times
without a zone, numbers JSON cannot hold, a string where a list belongs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from math import isfinite
from typing import Any, Generic, TypeVar

from attrs import Factory, evolve, field, frozen

from ...errors import InvalidArgumentError
from .encoding import check_range, encode, unix_time
from .redaction import HIDDEN, is_sensitive
from .types import is_list, is_object, is_sequence

SCALARS: frozenset[type] = frozenset({str, int, bool, type(None)})
"""Types of JSON values that are written without a check. A float needs one: it may be infinite."""

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

Mismatch = tuple[str, str, object]
"""The path of a value, what was expected there, and what came."""


class NeedsConversion(ValueError):
    """A value must be converted or checked before it is sent."""


@frozen
class FieldType(Generic[T]):
    """The type of a JSON field.

    `parse` is None if values are kept unchanged; `unit` is that of a Unix time ("s", "ms"); `low`
    and `high` are the limits of a number. `find_drift` looks for drift inside an accepted value. No
    text shows the value of a `secret` field. `cls` is the model or enum of its values; `parts` are
    the type of the items of an array, or the variants of a union.
    """

    name: str
    accepts: Callable[[Any], bool]
    parse: Callable[[Any], Any] | None = None
    find_drift: Callable[[Any, str], Iterator[Mismatch]] | None = None
    dump: Callable[[Any, str], Any] | None = None
    empty: Callable[[], Any] | None = None
    unit: str | None = None
    low: float | None = None
    high: float | None = None
    secret: bool = False
    cls: type[Any] | None = None
    parts: tuple[FieldType[Any], ...] = ()
    sent_unchanged: frozenset[type] = field(
        init=False, repr=False, default=Factory(lambda kind: _unchanged(kind), takes_self=True)
    )
    """The Python types whose values are written unchanged."""

    def read(self, value: Any) -> Any:
        """The Python value of a JSON value; one of another type is kept unchanged."""
        if value is None or self.parse is None:
            return value
        return self.parse(value)

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
        value = (
            encode(value, path) if value is None or self.dump is None else self.dump(value, path)
        )
        check_range(value, self.low, self.high, path)
        return value

    def as_secret(self) -> FieldType[T]:
        """The same type, for values that no text may show."""
        inner = self.find_drift

        def find_drift(value: Any, path: str) -> Iterator[Mismatch]:
            return (
                iter(())
                if inner is None
                else ((where, wanted, HIDDEN) for where, wanted, _ in inner(value, path))
            )

        return evolve(self, find_drift=find_drift, secret=True)


def _unchanged(kind: FieldType[Any]) -> frozenset[type]:
    if kind.dump is not None:
        return frozenset({type(None)})
    return SCALARS if kind.low is None and kind.high is None else SCALARS - {int}


def _is_integer(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


STRING: FieldType[str] = FieldType("string", lambda value: isinstance(value, str))

INTEGER: FieldType[int] = FieldType("integer", _is_integer)

NUMBER: FieldType[float] = FieldType(
    "number", lambda value: _is_integer(value) or (isinstance(value, float) and isfinite(value))
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
        parse=lambda value: type_of(value).read(value),
        find_drift=lambda value, path: type_of(value).drift(value, path),
        dump=lambda value, path: type_of(value).write(value, path),
        unit=unit,
        parts=kinds,
    )


def enum(cls: type[E]) -> FieldType[E | str]:
    """The type of an open enum: known values become members, others stay strings."""
    known = {member.value: member for member in cls}

    def parse(value: Any) -> Any:
        return known.get(value, value) if isinstance(value, str) else value

    return FieldType(
        cls.__name__, lambda value: isinstance(value, str) and value in known, parse, cls=cls
    )


def array(item: FieldType[T]) -> FieldType[list[T]]:
    """The type of a list of items."""

    def parse(value: Any) -> Any:
        return (
            [item.read(element) for element in value]
            if is_list(value) and item.parse is not None
            else value
        )

    def find_drift(value: Any, path: str) -> Iterator[Mismatch]:
        for index, element in enumerate(value):
            yield from item.drift(element, f"{path}[{index}]")

    def dump(value: Any, path: str) -> Any:
        if not is_sequence(value):
            raise InvalidArgumentError(f"{path} takes a list, not {type(value).__name__}")
        return [item.write(element, f"{path}[{index}]") for index, element in enumerate(value)]

    return FieldType("array", is_list, parse, find_drift, dump, list, parts=(item,))


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
