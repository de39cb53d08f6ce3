"""Python values encoded as JSON values, and timestamps in the forms the API uses."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from math import isfinite
from typing import Any, Protocol, runtime_checkable

from ...errors import InvalidArgumentError
from .redaction import describe
from .types import is_mapping, is_sequence


@runtime_checkable
class HasJson(Protocol):
    """An object that can give its own JSON object."""

    def to_dict(self) -> dict[str, Any]:
        """The JSON object."""
        ...


def is_json_object(value: Any) -> bool:
    """Whether an argument is written as a JSON object."""
    return is_mapping(value) or isinstance(value, HasJson)


def encode(value: Any, path: str) -> Any:
    """The JSON value of a Python value whose field type is unknown.

    Raises:
        InvalidArgumentError: it cannot be sent.
    """
    if isinstance(value, datetime):
        return unix_time(value, None, path)
    if isinstance(value, Enum):
        return encode(value.value, path)
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, (float, Decimal)):
        return _encode_number(value, path)
    if isinstance(value, date):
        return value.isoformat()
    if is_mapping(value):
        return {str(key): encode(item, f"{path}.{key}") for key, item in value.items()}
    if is_sequence(value):
        return [encode(item, f"{path}[{index}]") for index, item in enumerate(value)]
    if isinstance(value, HasJson):
        return encode(value.to_dict(), path)
    raise InvalidArgumentError(f"{path}: cannot be sent as JSON: {type(value).__name__}")


def _encode_number(value: float | Decimal, path: str) -> float | int | Decimal:
    """The JSON number of a value. A Decimal is sent with its own digits, 1160.10 for example.

    One with more digits than a double holds is refused, since the API would round it silently.
    """
    if not (value.is_finite() if isinstance(value, Decimal) else isfinite(value)):
        raise InvalidArgumentError(f"{path}: must be a finite number")
    if not isinstance(value, Decimal):
        return value
    if value == value.to_integral_value():
        has_exponent = value.adjusted() >= len(value.as_tuple().digits)
        return int(value) if has_exponent else value
    if Decimal(repr(float(value))) != value:
        raise InvalidArgumentError(
            f"{path}: has more digits than a JSON number can hold; round it first"
        )
    return value


def unix_time(value: datetime, unit: str | None, path: str) -> int:
    """The Unix time of a datetime, in `unit` ("s" or "ms").

    Raises:
        InvalidArgumentError: no unit is known, or the datetime has no time zone.
    """
    if unit is None:
        raise InvalidArgumentError(
            f"{path}: does not take a datetime; pass a value of the documented type"
        )
    if value.tzinfo is None:
        raise InvalidArgumentError.of(
            value, f"{path}: needs a datetime with a time zone, for example datetime.now(UTC)"
        )
    return round(value.timestamp() * 1000) if unit == "ms" else int(value.timestamp())


def check_range(value: Any, low: float | None, high: float | None, path: str) -> None:
    """Checks that a number is within its limits; other values pass.

    Raises:
        InvalidArgumentError: it is not within them.
    """
    if not isinstance(value, (int, float, Decimal)) or isinstance(value, bool):
        return
    if (low is not None and value < low) or (high is not None and value > high):
        limits = " and ".join(
            f"{word} {limit:g}"
            for word, limit in (("at least", low), ("at most", high))
            if limit is not None
        )
        raise InvalidArgumentError.of(value, f"{path}: must be {limits}, not {value}")


FIRST_MS = 10**11
"""Unix times from here on are milliseconds; as seconds they would lie beyond the year 5138."""


def parse_timestamp(value: object) -> float | None:
    """The Unix seconds of a timestamp of the API; None if the value is not one.

    The API sends seconds, milliseconds, and ISO 8601, which is taken as UTC if it names no zone.
    """
    if isinstance(value, str):
        try:
            parsed = datetime.fromisoformat(value)
        except ValueError:
            return None
        return (parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)).timestamp()
    if not isinstance(value, (int, float, Decimal)) or isinstance(value, bool):
        return None
    try:
        number = float(value)
        return number / 1000 if abs(number) >= FIRST_MS else number
    except OverflowError:  # an integer of 300 digits
        return None


def when(value: object) -> datetime:
    """The time of a timestamp of the API, as a `datetime` in UTC.

    The API sends Unix seconds, Unix milliseconds and ISO 8601, even for fields of the same name.

    Args:
        value: Numbers from 100,000,000,000 on are milliseconds; as seconds they would lie beyond
            the year 5138. A text without a time zone is taken as UTC. A `datetime` with a time zone
            is accepted too.

    Raises:
        InvalidArgumentError: the value is not a timestamp, or lies outside the years 1 to 9999.
    """
    try:
        if isinstance(value, datetime) and value.tzinfo is not None:
            return value.astimezone(UTC)
        seconds = parse_timestamp(float(value) if isinstance(value, Decimal) else value)
        if seconds is not None:
            return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        pass
    raise InvalidArgumentError(
        "when() takes a timestamp of the API (Unix seconds, Unix milliseconds, ISO 8601) or a"
        f" datetime with a time zone, not {describe(value)}"
    )


def write_scalar(value: object, name: str) -> str:
    """The text of a single value.

    Raises:
        InvalidArgumentError: it is a list or an object.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, (str, int, float)):
        return str(value)
    raise InvalidArgumentError(f"{name}: must be a single value, not {type(value).__name__}")
