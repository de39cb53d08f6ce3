"""Encoding Python values as JSON, and timestamps in every form the API gives them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest

from gigstack_api import InvalidArgumentError
from gigstack_api._core.schema.encoding import check_range, encode, parse_timestamp, unix_time, when


class Rate(Enum):
    VAT = Decimal("0.16")


@pytest.mark.parametrize(
    ("value", "encoded"),
    [
        (None, None),
        (Rate.VAT, Decimal("0.16")),
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


MEXICO = timezone(timedelta(hours=-6))


@pytest.mark.parametrize(
    ("value", "time"),
    [
        (0, datetime(1970, 1, 1, tzinfo=UTC)),
        (1_677_651_234, datetime(2023, 3, 1, 6, 13, 54, tzinfo=UTC)),
        (1_677_651_234_000, datetime(2023, 3, 1, 6, 13, 54, tzinfo=UTC)),
        (1_709_090_576_567, datetime(2024, 2, 28, 3, 22, 56, 567_000, tzinfo=UTC)),
        (1_677_651_234.5, datetime(2023, 3, 1, 6, 13, 54, 500_000, tzinfo=UTC)),
        (Decimal("1677651234.5"), datetime(2023, 3, 1, 6, 13, 54, 500_000, tzinfo=UTC)),
        (-1, datetime(1969, 12, 31, 23, 59, 59, tzinfo=UTC)),
        (10**11 - 1, datetime(5138, 11, 16, 9, 46, 39, tzinfo=UTC)),
        (10**11, datetime(1973, 3, 3, 9, 46, 40, tzinfo=UTC)),
        ("2025-10-02T10:30:00Z", datetime(2025, 10, 2, 10, 30, tzinfo=UTC)),
        ("2019-08-24T14:15:22.123Z", datetime(2019, 8, 24, 14, 15, 22, 123_000, tzinfo=UTC)),
        ("2026-01-15T10:30:45-06:00", datetime(2026, 1, 15, 16, 30, 45, tzinfo=UTC)),
        ("2026-01-15T10:30:45", datetime(2026, 1, 15, 10, 30, 45, tzinfo=UTC)),
        ("2026-01-15", datetime(2026, 1, 15, tzinfo=UTC)),
        (datetime(2026, 1, 15, 10, tzinfo=MEXICO), datetime(2026, 1, 15, 16, tzinfo=UTC)),
    ],
)
def test_when_reads_every_form_of_the_api(value: object, time: datetime) -> None:
    assert when(value) == time
    assert when(value).tzinfo is UTC


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "None"),
        (True, "True"),
        ("", "a string"),
        ("soon", "a string"),
        ("0001-01-01T00:00:00+14:00", "a string"),
        ([1], "an array"),
        (10**400, "a long number"),
        pytest.param(10**5000, "a long number", id="5000 digits"),
        (float("nan"), "nan"),
        (float("inf"), "inf"),
        (Decimal("sNaN"), "Decimal"),
        (9 * 10**18, "9000000000000000000"),
        (date(2026, 1, 15), "date"),
        (datetime(2026, 1, 15), "datetime"),
        (datetime.max.replace(tzinfo=MEXICO), "datetime"),
    ],
)
def test_when_refuses_what_is_not_a_timestamp(value: object, shown: str) -> None:
    with pytest.raises(InvalidArgumentError, match=f"when.. takes a timestamp.*, not {shown}"):
        when(value)
