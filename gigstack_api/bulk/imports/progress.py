"""Tells how far a run has come, a few times per second."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from typing import TypeAlias

import anyio

from ..journal import Counts
from ..results import Progress, RowResult

OnProgress: TypeAlias = Callable[[Progress], object]

EACH_S = 0.25
OVER_S = 10.0
"""The rate is that of the latest seconds."""


class Meter:
    """Counts results, and gives `Progress` values to a callable.

    Args:
        on_progress: The callable, if any.
        total: All rows, if they have been counted.
        earlier: What earlier runs have done.
        waiting_s: Gives the seconds that calls wait now.
    """

    def __init__(
        self,
        on_progress: OnProgress | None,
        *,
        total: int | None,
        earlier: Counts,
        waiting_s: Callable[[], float],
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self.in_flight = 0
        self._on_progress = on_progress
        self._total = total
        self._done = earlier.done
        self._failed = max(0, earlier.outcomes.get("failed", 0) - earlier.left)
        self._waiting_s = waiting_s
        self._now = now
        self._samples = deque([(now(), earlier.done)])

    def count(self, result: RowResult) -> None:
        """Counts a result."""
        self._done += 1
        self._failed += result.outcome == "failed"

    def show(self) -> None:
        """Gives the progress now."""
        if self._on_progress is None:
            return
        now = self._now()
        self._samples.append((now, self._done))
        while len(self._samples) > 2 and self._samples[1][0] <= now - OVER_S:
            self._samples.popleft()
        since, before = self._samples[0]
        rate = (self._done - before) / (now - since) if now > since else 0.0
        self._on_progress(
            Progress(self._done, self._total, self._failed, self.in_flight, rate, self._waiting_s())
        )

    async def run(self) -> None:
        """Gives the progress again and again, while nothing ends as well."""
        while True:
            self.show()
            await anyio.sleep(EACH_S)
