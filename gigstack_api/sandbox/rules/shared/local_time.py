"""The local time of a place in Mexico, by its postal code, as a CFDI writes it.

The zones are those of the states since October 2022. Not known: the municipalities at the border
of Chihuahua, Coahuila, Nuevo León and Tamaulipas, and Bahía de Banderas, which differ from their
state.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

MEXICO_CITY = timezone(timedelta(hours=-6))
"""No daylight saving time since October 2022."""

SOUTH_EAST, PACIFIC = timezone(timedelta(hours=-5)), timezone(timedelta(hours=-7))
NORTH_WEST, NORTH_WEST_SUMMER = timezone(timedelta(hours=-8)), PACIFIC
ZONES = {
    "77": SOUTH_EAST,  # Quintana Roo
    **dict.fromkeys(["23", "63", "80", "81", "82", "83", "84", "85"], PACIFIC),
}
"""By the first digits of the postal code: Baja California Sur, Nayarit, Sinaloa and Sonora are
Pacific; all that are not here have the time of Mexico City."""

BAJA_CALIFORNIA = ("21", "22")
"""It keeps the summer time of California."""


def local_time(moment_s: float, zip_code: object = "") -> str:
    """A Unix time in seconds as a document writes it: without zone, at the place of its issue."""
    moment = datetime.fromtimestamp(moment_s, UTC)
    zone = _zone(str(zip_code or ""), moment)
    return moment.astimezone(zone).replace(tzinfo=None).isoformat(timespec="seconds")


def _zone(zip_code: str, moment: datetime) -> timezone:
    if zip_code.startswith(BAJA_CALIFORNIA):
        return NORTH_WEST_SUMMER if _is_summer_in_california(moment) else NORTH_WEST
    return ZONES.get(zip_code[:2], MEXICO_CITY)


def _is_summer_in_california(moment: datetime) -> bool:
    """From the second Sunday of March to the first of November, at two o'clock."""
    begin = _sunday(moment.year, 3, 2) + timedelta(hours=10)  # 2:00 at UTC-8
    end = _sunday(moment.year, 11, 1) + timedelta(hours=9)  # 2:00 at UTC-7
    return begin <= moment < end


def _sunday(year: int, month: int, number: int) -> datetime:
    first = datetime(year, month, 1, tzinfo=UTC)
    return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (number - 1))
