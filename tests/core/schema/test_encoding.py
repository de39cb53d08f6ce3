"""Encoding Python values as JSON, and timestamps in every form the API gives them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest

from gigstack_api import InvalidArgumentError
from gigstack_api._core.schema.encoding import check_range, encode, parse_timestamp, unix_time


class Rate(Enum):
    VAT = Decimal("0.16")


@pytest.mark.parametrize(
    ("value", "encoded"),
    [
        (None, None),
        (Rate.VAT, 0.16),
        (Decimal("1E+3"), 1000),
        (date(2026, 11, 20), "2026-11-20"),
        ({1: [Decimal("0.5")]}, {"1": [0.5]}),
        ((1, "a"), [1, "a"]),
    ],
)
def test_a_value_of_unknown_type_is_encoded(value: object, encoded: object) -> None:
    assert encode(value, "field") == encoded


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (object(), "field: cannot be sent as JSON: object"),
        ({"a": [float("nan")]}, r"field\.a\[0\]: must be a finite number"),
        (datetime(2026, 11, 20, tzinfo=UTC), "field: does not take a datetime"),
    ],
)
def test_a_value_that_is_not_json_is_refused_with_its_path(value: object, message: str) -> None:
    with pytest.raises(InvalidArgumentError, match=f"^{message}"):
        encode(value, "field")


@pytest.mark.parametrize(("unit", "time"), [("s", 1795176000), ("ms", 1795176000250)])
def test_a_datetime_is_encoded_in_the_unit_of_its_field(unit: str, time: int) -> None:
    assert unix_time(datetime(2026, 11, 20, 12, 0, 0, 250_000, tzinfo=UTC), unit, "at") == time


@pytest.mark.parametrize("value", [1, 5, 5.0, True, "0", None])
def test_a_value_inside_its_range_or_not_a_number_passes(value: object) -> None:
    check_range(value, 1, 5, "field")


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (1_700_000_000, 1_700_000_000.0),
        (1_700_000_000_500, 1_700_000_000.5),
        (10**11 - 1, 10**11 - 1),
        (10**11, 10**8),
        (-1.5, -1.5),
        ("2023-11-14T22:13:20Z", 1_700_000_000.0),
        ("2023-11-14T16:13:20-06:00", 1_700_000_000.0),
        ("2023-11-14T22:13:20", 1_700_000_000.0),
        ("soon", None),
        ("", None),
        (True, None),
        (None, None),
        ([1], None),
        (10**400, None),
    ],
)
def test_a_timestamp_is_read_from_seconds_milliseconds_and_iso(
    value: Any, seconds: float | None
) -> None:
    assert parse_timestamp(value) == seconds
