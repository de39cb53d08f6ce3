"""Limits of retries that all calls of a client share: a rate-limit pause and a retry budget."""

from __future__ import annotations

LONGEST_PAUSE_S = 60.0
"""Upper bound for a pause; longer `Retry-After` values are capped.

One of them may be nonsense, and asking once a minute harms no server.
"""

MOST_RETRIES = 100
EARNED_PER_ANSWER = 0.1


class RateLimitPause:
    """The pause that a 429 imposes on all calls of a client. Times in seconds of its clock."""

    def __init__(self) -> None:
        self._ends_at = float("-inf")

    def extend(self, now: float, pause_s: float) -> None:
        """Pauses for at least `pause_s`, up to `LONGEST_PAUSE_S`."""
        self._ends_at = max(self._ends_at, now + min(pause_s, LONGEST_PAUSE_S))

    def remaining_s(self, now: float) -> float:
        """How long the pause lasts; 0 if there is none."""
        return max(0.0, self._ends_at - now)


class RetryBudget:
    """Retries a client has left, so that a dead API is not asked again and again.

    It starts with `MOST_RETRIES`, enough for a short outage, and each answered call earns a tenth
    of one. A retry that led to an answer costs nothing in the end. A dead API thus sees
    `MOST_RETRIES` retries in all: at most a tenth of what a thousand calls send anyway.
    """

    def __init__(self) -> None:
        self._left = float(MOST_RETRIES)

    def spend(self) -> bool:
        """Spends one retry; False if none is left."""
        if self._left < 1:
            return False
        self._left -= 1
        return True

    def refill(self, *, spent: int) -> None:
        """Returns what an answered call spent, and adds what it earned."""
        self._left = min(float(MOST_RETRIES), self._left + spent + EARNED_PER_ANSWER)


class ClientLimits:
    """The limits that all calls of a client share."""

    def __init__(self) -> None:
        self.pause = RateLimitPause()
        self.budget = RetryBudget()
