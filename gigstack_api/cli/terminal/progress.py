"""The progress of a run: a line that is redrawn, or a line from time to time."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Self

from ..texts import text
from .output import Output
from .plain import duration, width_of

if TYPE_CHECKING:
    from ...bulk.results import Progress
    from .pretty import LiveLine

PLAIN_EACH_S = 10.0
"""How often a plain line is written."""

BAR = 20
LEAST_WIDTH_OF_BAR = 70
GAP = " · "


def progress_line(progress: Progress, label: str, width: int) -> str:
    """A line about a run that fits into a width; the least important parts are left out first."""
    total = progress.total
    count = f"{progress.done:,}" if total is None else f"{progress.done:,}/{total:,}"
    parts = [f"{label} {count}"]
    if progress.failed:
        parts.append(text("progress.failed", count=f"{progress.failed:,}"))
    if progress.waiting_s > 0:
        parts.append(text("progress.waiting", seconds=max(1, round(progress.waiting_s))))
    if progress.rows_per_s > 0:
        if total is not None and total > progress.done:
            left = (total - progress.done) / progress.rows_per_s
            parts.append(text("progress.left", time=duration(left)))
        parts.append(text("progress.rate", rate=_rate(progress.rows_per_s)))
    while len(parts) > 1 and width_of(GAP.join(parts)) > width:
        parts.pop()
    line = GAP.join(parts)
    if total and width >= LEAST_WIDTH_OF_BAR and width_of(line) + BAR + 1 <= width:
        filled = BAR * min(progress.done, total) // total
        return f"{'━' * filled}{'╌' * (BAR - filled)} {line}"
    return line


def _rate(rows_per_s: float) -> str:
    return f"{rows_per_s:,.0f}" if rows_per_s >= 10 else f"{rows_per_s:.1f}"


class ProgressView:
    """Shows `Progress` values while a block runs. Its method `update` takes them."""

    def __init__(
        self, output: Output, label: str, *, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._output = output
        self._label = label
        self._now = now
        self._shown_at = now()
        self._latest: Progress | None = None
        self._live: LiveLine | None = None

    def update(self, progress: Progress) -> None:
        """Takes the next value."""
        self._latest = progress
        if self._live is None and self._now() - self._shown_at >= PLAIN_EACH_S:
            self._shown_at = self._now()
            self._output.say(progress_line(progress, self._label, 1_000))

    def _line(self, width: int) -> str:
        return (
            self._label if self._latest is None else progress_line(self._latest, self._label, width)
        )

    def __enter__(self) -> Self:
        if self._output.shows_progress:
            from .pretty import LiveLine

            self._live = LiveLine(sys.stderr, self._line)
            self._live.__enter__()
            self._output.above = self._live.write_above
        return self

    def __exit__(self, *error: object) -> None:
        self._output.above = None
        if self._live is not None:
            self._live.__exit__(*error)
