"""How many rows a second a run does, over the last seconds."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

WINDOW_S = 10.0
LEAST_S = 0.05


class Pace:
    """Counts rows, and says how many a second there were in the last ten seconds."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._marks: deque[tuple[float, int]] = deque([(now(), 0)])
        self.done = 0

    def add(self, rows: int) -> None:
        """Counts rows."""
        self.done += rows
        now = self._now()
        if now - self._marks[-1][0] >= LEAST_S:
            self._marks.append((now, self.done))
        while len(self._marks) > 1 and now - self._marks[0][0] > WINDOW_S:
            self._marks.popleft()

    @property
    def rows_per_s(self) -> float:
        """Rows per second; 0 while there are too few to say."""
        since, before = self._marks[0]
        elapsed = self._now() - since
        return (self.done - before) / elapsed if elapsed >= LEAST_S else 0.0
