"""Kinds of JSON values: how each is read, what of it is drift, and how it is written.

Reading never fails: a value of an unexpected type is kept as it came, an unknown enum value stays a
string, and `Kind.drift` tells what was tolerated. Writing refuses what cannot be sent: times
without a zone, numbers JSON cannot hold, a text where a list belongs.
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
"""Types of JSON values that need no check; a float may be infinite."""

T = TypeVar("T")

E = TypeVar("E", bound=StrEnum)

Mismatch = tuple[str, str, object]
"""Where, what was expected, what came."""


class NeedsConversion(ValueError):
    """A value must be converted or checked before it is sent."""


@frozen
class FieldType(Generic[T]):
    """A kind of JSON value.

    `parse` is None where a value is kept as it came; `unit` is that of a Unix time ("s", "ms");
    `low` and `high` are the limits of a number. No text may show a `secret` one.
    """

    name: str
    accepts: Callable[[Any], bool]
    parse: Callable[[Any], Any] | None = None
    look: Callable[[Any, str], Iterator[Mismatch]] | None = None
    dump: Callable[[Any, str], Any] | None = None
    empty: Callable[[], Any] | None = None
    unit: str | None = None
    low: float | None = None
    high: float | None = None
    secret: bool = False
    as_is: frozenset[type] = field(
        init=False, repr=False, default=Factory(lambda kind: _sent_as_is(kind), takes_self=True)
    )
    """The types whose values are written as they are."""

    def read(self, value: Any) -> Any:
        """The Python value of a JSON value; one of another type is kept as it came."""
        if value is None or self.parse is None:
            return value
        return self.parse(value)

    def drift(self, value: Any, path: str) -> Iterator[Mismatch]:
        """Each place where `value` is not what the spec says; absent and null are always
        allowed.
        """
        if value is None:
            return
        if not self.accepts(value):
            yield path, self.name, HIDDEN if self.secret else value
        elif self.look is not None:
            yield from self.look(value, path)

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
        """The same kind, of a value that no text may show."""
        inner = self.look

        def look(value: Any, path: str) -> Iterator[Mismatch]:
            return (
                iter(())
                if inner is None
                else ((where, wanted, HIDDEN) for where, wanted, _ in inner(value, path))
            )

        return evolve(self, look=look, secret=True)


def _sent_as_is(kind: FieldType[Any]) -> frozenset[type]:
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
    """The kind of a number with limits, or of a Unix time in `unit` ("s" or "ms")."""
    return FieldType(base.name, base.accepts, unit=unit, low=low, high=high)


def one_of(*kinds: FieldType[Any], unit: str | None = None) -> FieldType[Any]:
    """The kind of a value that may be any of several; the first that accepts it reads and writes
    it.
    """

    def fitting(value: Any) -> FieldType[Any]:
        return next((kind for kind in kinds if kind.accepts(value)), ANY)

    return FieldType(
        " or ".join(kind.name for kind in kinds),
        lambda value: any(kind.accepts(value) for kind in kinds),
        parse=lambda value: fitting(value).read(value),
        look=lambda value, path: fitting(value).drift(value, path),
        dump=lambda value, path: fitting(value).write(value, path),
        unit=unit,
    )


def enum(cls: type[E]) -> FieldType[E | str]:
    """The kind of an open enum: known values become members, others stay the string they are."""
    known = {member.value: member for member in cls}

    def parse(value: Any) -> Any:
        return known.get(value, value) if isinstance(value, str) else value

    return FieldType(cls.__name__, lambda value: isinstance(value, str) and value in known, parse)


def array(item: FieldType[T]) -> FieldType[list[T]]:
    """The kind of a list."""

    def parse(value: Any) -> Any:
        return (
            [item.read(each) for each in value]
            if is_list(value) and item.parse is not None
            else value
        )

    def look(value: Any, path: str) -> Iterator[Mismatch]:
        for index, each in enumerate(value):
            yield from item.drift(each, f"{path}[{index}]")

    def dump(value: Any, path: str) -> Any:
        if not is_sequence(value):
            raise InvalidArgumentError(f"{path} takes a list, not {type(value).__name__}")
        return [item.write(each, f"{path}[{index}]") for index, each in enumerate(value)]

    return FieldType("array", is_list, parse, look, dump, list)


def drift_of_fields(
    value: Mapping[str, Any], fields: Mapping[str, FieldType[Any]], path: str
) -> Iterator[Mismatch]:
    """Each place where an object has fields that are unknown or not what the spec says."""
    for name, each in value.items():
        kind = fields.get(name)
        where = f"{path}.{name}" if path else name
        if kind is None:
            yield where, "no such field", HIDDEN if is_sensitive(name) else each
        else:
            yield from kind.drift(each, where)


def write_fields(
    values: Mapping[str, Any], fields: Mapping[str, FieldType[Any]], prefix: str = ""
) -> dict[str, Any]:
    """The JSON object of named values; those that are not in `fields` are sent as they are.

    Raises:
        InvalidArgumentError: one of them cannot be sent.
    """
    return {
        name: value
        if type(value) in (kind := fields.get(name, ANY)).as_is
        else kind.write(value, f"{prefix}{name}")
        for name, value in values.items()
    }
