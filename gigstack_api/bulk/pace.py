"""How many rows a second a run does, over the last seconds."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

WINDOW_S = 10.0
LEAST_S = 0.05
"""The least time between two marks, so that there are few of them."""


class Pace:
    """Counts rows, and says how many a second there were in the last ten seconds.

    Args:
        done: Rows that were done before.
    """

    def __init__(self, done: int = 0, *, now: Callable[[], float] = time.monotonic) -> None:
        self.done = done
        self._now = now
        self._marks = deque([(now(), done)])

    def add(self, rows: int = 1) -> None:
        """Counts rows."""
        self.done += rows

    def rows_per_s(self) -> float:
        """Rows per second, also those since the last time that this was asked."""
        now = self._now()
        if now - self._marks[-1][0] >= LEAST_S:
            self._marks.append((now, self.done))
        while len(self._marks) > 2 and self._marks[1][0] <= now - WINDOW_S:
            self._marks.popleft()
        since, before = self._marks[0]
        return (self.done - before) / (now - since) if now > since else 0.0
