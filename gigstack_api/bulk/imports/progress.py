"""Tells how far a run has come, a few times per second."""

from __future__ import annotations

import time
from collections.abc import Callable

import anyio

from ..journal import Counts
from ..pace import Pace
from ..results import EACH_S, OnProgress, Progress, RowResult


def ignore(progress: Progress) -> None:
    """Shows no progress."""


class Meter:
    """Counts results, and gives `Progress` values to a callable.

    Args:
        on_progress: The callable.
        total: All rows, if they have been counted.
        earlier: What earlier runs have done.
        waiting_s: Gives the seconds that calls wait now.
    """

    def __init__(
        self,
        on_progress: OnProgress,
        *,
        total: int | None,
        earlier: Counts,
        waiting_s: Callable[[], float],
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self.in_flight = 0
        self._on_progress = on_progress
        self._total = total
        self._pace = Pace(earlier.done, now=now)
        self._failed = max(0, earlier.outcomes.get("failed", 0) - earlier.left)
        self._waiting_s = waiting_s

    def count(self, result: RowResult) -> None:
        """Counts a result."""
        self._pace.add()
        self._failed += result.outcome == "failed"

    def show(self) -> None:
        """Gives the progress now."""
        pace = self._pace
        rate = pace.rows_per_s()
        self._on_progress(
            Progress(pace.done, self._total, self._failed, self.in_flight, rate, self._waiting_s())
        )

    async def run(self) -> None:
        """Gives the progress again and again, while nothing ends as well."""
        while True:
            self.show()
            await anyio.sleep(EACH_S)
