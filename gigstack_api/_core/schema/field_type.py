"""FieldType: how the value of one JSON field is read, checked for drift, and written.

Reading never fails: a value of an unexpected type is kept unchanged, an unknown enum value stays a
string, and `FieldType.drift` reports what was tolerated. Writing refuses a value of another type,
and what cannot be sent: times without a zone, numbers JSON cannot hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from enum import Enum
from math import isfinite
from typing import Any, Generic, TypeVar

import msgspec
from msgspec.structs import replace

from ...errors import InvalidArgumentError
from ..limits import LOADING
from .data import Data
from .encoding import check_range, encode, unix_time
from .redaction import HIDDEN
from .shapes import Shape
from .undocumented import Undocumented

NULL: frozenset[type] = frozenset({type(None)})
TEXTS = NULL | {str}
INTEGERS = NULL | {int}
BOOLEANS = NULL | {bool}
SCALARS = TEXTS | INTEGERS | BOOLEANS
"""Types of JSON values that are written without a check. A float needs one: it may be infinite."""

T = TypeVar("T")

Mismatch = tuple[str, str, object]
"""The path of a value, what was expected there, and what came."""

Dump = Callable[[Any, str, list[Undocumented]], Any]
"""Writes a value at a path. The undocumented fields inside are appended to the list."""


def _anything(_value: Any) -> bool:
    return True


class FieldType(Data, Generic[T], frozen=True):
    """The type of a JSON field.

    `accepts` tells its JSON values, `takes` the Python values that are written as one; `wanted`
    names these in errors. `shape` is None if values are kept unchanged; `unit` is that of a Unix
    time ("s", "ms"); `low` and `high` are the limits of a number. `find_drift` looks for drift
    inside an accepted value. No text shows the value of a `secret` field. `cls` is the model or
    enum of its values; `parts` are the type of the items of an array, or the variants of a union.

    Values of the types in `sent_unchanged` are written unchanged, and finite floats by a type that
    `is_plain_number`. `are_plain` says that models or lists have nothing in them to convert or to
    check. An answer that lacks a field that `is_always_there` deviates from the spec.
    """

    name: str
    accepts: Callable[[Any], bool]
    shape: Shape | None = None
    find_drift: Callable[[Any, str], Iterator[Mismatch]] | None = None
    dump: Dump | None = None
    are_plain: Callable[[Sequence[Any]], bool] | None = None
    empty: Callable[[], Any] | None = None
    unit: str | None = None
    low: float | None = None
    high: float | None = None
    secret: bool = False
    cls: type[Any] | None = None
    parts: tuple[FieldType[Any], ...] = ()
    takes: Callable[[Any], bool] = _anything
    wanted: str = "a JSON value"
    sent_unchanged: frozenset[type] = NULL
    is_plain_number: bool = False
    is_always_there: bool = False

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

    def write(self, value: Any, path: str, undocumented: list[Undocumented] | None = None) -> Any:
        """The JSON value of a Python value.

        Fields inside that are not documented are appended to `undocumented`.

        Raises:
            InvalidArgumentError: it is of another type, or cannot be sent.
        """
        if type(value) is float and self.is_plain_number and isfinite(value):
            return value
        if isinstance(value, (Enum, datetime)):
            if isinstance(value, datetime):
                return unix_time(value, self.unit, path)
            value = value.value
        if value is None:
            return None
        if self.are_plain is not None and self.are_plain((value,)):
            return msgspec.to_builtins(value)
        if not self.takes(value) or (self.unit is not None and isinstance(value, date)):
            wanted = UNIX_TIMES[self.unit] if self.unit else self.wanted
            raise InvalidArgumentError.of(
                value, f"{path}: must be {wanted}, not {type(value).__name__}"
            )
        if self.dump is None:
            value = encode(value, path)
        else:
            value = self.dump(value, path, [] if undocumented is None else undocumented)
        if self.low is not None or self.high is not None:
            check_range(value, self.low, self.high, path)
        return value

    def send_unchanged(self, values: Sequence[Any]) -> bool:
        """Whether all of these values, with all in them, are sent as msgspec writes them."""
        types = set(map(type, values)) - self.sent_unchanged
        if float in types and self.is_plain_number:
            types.discard(float)
            if not all(isfinite(value) for value in values if type(value) is float):
                return False
        given = [value for value in values if value is not None] if types else []
        return not types or (self.are_plain is not None and self.are_plain(given))

    def always(self) -> FieldType[T]:
        """The same type, for a field that every documented answer holds."""
        return replace(self, is_always_there=True)

    def deprecated(self, instead: str = "") -> FieldType[T]:
        """The same type, for a field or parameter that should not be sent any more.

        Writing a value warns; reading one does not. `instead` says what to use.
        """
        kind = self

        def dump(value: Any, path: str, undocumented: list[Undocumented]) -> Any:
            with LOADING:
                from .deprecation import warn_deprecated

            warn_deprecated(f"{path} is deprecated{instead}")
            return kind.write(value, path, undocumented)

        return replace(self, dump=dump, are_plain=None, sent_unchanged=NULL, is_plain_number=False)

    def as_secret(self) -> FieldType[T]:
        """The same type, for values that no text may show."""
        inner = self.find_drift

        def find_drift(value: Any, path: str) -> Iterator[Mismatch]:
            found = () if inner is None else inner(value, path)
            return ((where, wanted, HIDDEN) for where, wanted, _ in found)

        return replace(self, find_drift=find_drift, secret=True)


UNIX_TIMES = {
    "s": "a datetime with a time zone or Unix time in seconds",
    "ms": "a datetime with a time zone or Unix time in milliseconds",
}
"""What a Unix time is written from, by its unit."""
