"""The periods of receipts: until when one can be invoiced, and what the SAT calls its period. Pure.

Calendar periods, in the time of Mexico City: the sample of a receipt in the docs, made on 1 March,
ends with the last second of March there; and what nobody invoiced is grouped then.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone
from typing import Any

MEXICO_CITY = timezone(timedelta(hours=-6))
"""Without daylight saving since October 2022."""


def _end_of_week(day: date) -> date:
    return day + timedelta(days=6 - day.weekday())


def _end_of_fortnight(day: date) -> date:
    return day.replace(day=15) if day.day <= 15 else _end_of_month(day)


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _end_of_two_months(day: date) -> date:
    return _end_of_month(day.replace(day=1, month=day.month + day.month % 2))


PERIODS: dict[str, tuple[str, Callable[[date], date]]] = {
    "day": ("01", lambda day: day),
    "week": ("02", _end_of_week),
    "two_weeks": ("03", _end_of_fortnight),
    "month": ("04", _end_of_month),
    "two_months": ("05", _end_of_two_months),
}
"""Of each periodicity: its code at the SAT, and the last day of the period that a day is in."""


def last_second(periodicity: str, now_s: float) -> int:
    """The last second (Unix) of the period that a moment is in."""
    last = PERIODS[periodicity][1](_day(now_s))
    return int(datetime.combine(last, time(23, 59, 59), MEXICO_CITY).timestamp())


def sat_period(periodicity: str, created_s: float) -> dict[str, Any]:
    """The period of a global invoice as the SAT has it: two months are numbered from 13."""
    day, code = _day(created_s), PERIODS[periodicity][0]
    number = 12 + (day.month + 1) // 2 if periodicity == "two_months" else day.month
    return {"periodicity": code, "months": f"{number:02}", "year": day.year}


def _day(moment_s: float) -> date:
    return datetime.fromtimestamp(moment_s, MEXICO_CITY).date()
