"""Times in the forms the API gives them. Pure."""

from __future__ import annotations

from datetime import UTC, datetime

FIRST_MS = 10**11
"""Unix times from here on are milliseconds: in seconds this would be the year 5138."""


def moment_s(value: object) -> float | None:
    """The Unix seconds of a time in whichever form the API gives it: seconds, milliseconds, ISO
    8601; None for anything else.
    """
    if isinstance(value, str):
        try:
            parsed = datetime.fromisoformat(value)
        except ValueError:
            return None
        return (parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)).timestamp()
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        return None
    try:
        return value / 1000 if abs(value) >= FIRST_MS else float(value)
    except OverflowError:  # an integer of 300 digits
        return None
