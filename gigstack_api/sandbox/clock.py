"""The clock of a sandbox: goes on by itself, and can be moved."""

from __future__ import annotations

import time
from collections.abc import Callable


class Clock:
    """Unix seconds. `advance` moves it, `stop` holds it still."""

    def __init__(self, now: Callable[[], float] = time.time) -> None:
        self._now = now
        self._ahead_s = 0.0

    def __call__(self) -> float:
        """The time: Unix seconds."""
        return self._now() + self._ahead_s

    def advance(self, seconds: float) -> None:
        """Moves the clock by so many seconds."""
        self._ahead_s += seconds

    def stop(self, at: float | None = None) -> None:
        """Holds the clock still, now or at a Unix time in seconds; `advance` still moves it."""
        moment = self() if at is None else at
        self._now, self._ahead_s = (lambda: moment), 0.0
