"""The local time of the place where a document is issued."""

from __future__ import annotations

from datetime import datetime

import pytest

from gigstack_api.sandbox.rules.shared.local_time import local_time


@pytest.mark.parametrize(
    ("moment", "zip_code", "written"),
    [
        ("2026-12-01T03:30:00+00:00", "06600", "2026-11-30T21:30:00"),
        ("2026-12-01T03:30:00+00:00", "", "2026-11-30T21:30:00"),
        ("2026-12-01T03:30:00+00:00", None, "2026-11-30T21:30:00"),
        ("2026-12-01T03:30:00+00:00", "77500", "2026-11-30T22:30:00"),
        ("2026-12-01T03:30:00+00:00", "83000", "2026-11-30T20:30:00"),
        ("2026-12-01T03:30:00+00:00", "22000", "2026-11-30T19:30:00"),
        ("2026-07-01T03:30:00+00:00", "22000", "2026-06-30T20:30:00"),
        ("2026-07-01T03:30:00+00:00", "06600", "2026-06-30T21:30:00"),
        ("2026-03-08T09:59:59+00:00", "21000", "2026-03-08T01:59:59"),
        ("2026-03-08T10:00:00+00:00", "21000", "2026-03-08T03:00:00"),
        ("2026-11-01T08:59:59+00:00", "21000", "2026-11-01T01:59:59"),
        ("2026-11-01T09:00:00+00:00", "21000", "2026-11-01T01:00:00"),
    ],
)
def test_a_time_is_that_of_the_postal_code(moment: str, zip_code: str | None, written: str) -> None:
    assert local_time(datetime.fromisoformat(moment).timestamp(), zip_code) == written
