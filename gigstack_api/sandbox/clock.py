"""The clock of a sandbox, which runs by itself and can be moved or stopped."""

from __future__ import annotations

import time
from collections.abc import Callable


class Clock:
    """Unix seconds. `advance` moves the clock, `stop` stops it."""

    def __init__(self, now: Callable[[], float] = time.time) -> None:
        self._now = now
        self._ahead_s = 0.0

    def __call__(self) -> float:
        """The current time in Unix seconds."""
        return self._now() + self._ahead_s

    def advance(self, seconds: float) -> None:
        """Moves the clock forward by this many seconds."""
        self._ahead_s += seconds

    def stop(self, at: float | None = None) -> None:
        """Stops the clock, now or at a Unix time in seconds; `advance` still moves it."""
        moment = self() if at is None else at
        self._now, self._ahead_s = (lambda: moment), 0.0
