"""The periods of receipts: until when one can be invoiced, and the SAT's code of its period.

Periods follow the calendar in Mexico City: the sample of a receipt in the docs, created on 1 March,
ends with the last second of March there. Receipts not invoiced by then go into the global invoice.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from ..shared.local_time import MEXICO_CITY


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
"""The SAT's code of each periodicity, and a function to the last day of a day's period."""


def last_second(periodicity: str, now_s: float) -> int:
    """The last second (Unix) of the period that a time falls in."""
    last = PERIODS[periodicity][1](_day(now_s))
    return int(datetime.combine(last, time(23, 59, 59), MEXICO_CITY).timestamp())


def sat_period(periodicity: str, created_s: float) -> dict[str, Any]:
    """The period of a global invoice, as the SAT writes it. Two-month periods count from 13."""
    day, code = _day(created_s), PERIODS[periodicity][0]
    number = 12 + (day.month + 1) // 2 if periodicity == "two_months" else day.month
    return {"periodicity": code, "months": f"{number:02}", "year": day.year}


def _day(moment_s: float) -> date:
    return datetime.fromtimestamp(moment_s, MEXICO_CITY).date()
