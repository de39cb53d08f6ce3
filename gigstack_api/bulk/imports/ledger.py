"""The journal of a run, off the event loop and in few writes."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TypeVar

import anyio.to_thread

from ...errors import GigstackError
from ..journal import Journal
from ..journal.journal import Numbered
from .tasks import Ended

N = TypeVar("N", bound=Numbered)

LATEST_S = 1.0
"""A result is written at the latest with the first one that ends this much later."""


class Ledger:
    """Collects results, and writes them together with the next rows in flight.

    A result that was not written yet may be lost: its row is in flight in the journal then, and
    is looked up.
    """

    def __init__(self, journal: Journal | None, now: Callable[[], float] = time.monotonic) -> None:
        self._journal = journal
        self._now = now
        self._ended: list[Ended] = []
        self._claimed: set[int] = set()
        self._written_at = now()
        self._writing = threading.Lock()

    def claim(self, rows: list[N]) -> list[N]:
        """Those of some rows that are left, now in flight on the disk. Runs in a thread.

        Raises:
            GigstackError: the journal cannot be written; none of them may be sent.
        """
        if self._journal is None:
            return rows
        left = self._journal.left_of(rows)
        if left:
            numbers = [row.number for row in left]
            self._write(self._journal, started=numbers)
            self._claimed.update(numbers)
        return left

    def begin(self, row: int) -> None:
        """Says that a row is sent now."""
        self._claimed.discard(row)

    def give_up(self, row: int) -> None:
        """Says that nothing was done for a row that had begun."""
        self._claimed.add(row)

    async def record(self, ended: Ended) -> None:
        """Keeps a result, and writes it if the latest write is long ago.

        If the journal cannot be written, the next `claim` or `close` tries again and raises.
        """
        if self._journal is None:
            return
        self._ended.append(ended)
        if self._now() - self._written_at > LATEST_S:
            self._written_at = self._now()  # no other row writes as well
            with suppress(GigstackError):
                await anyio.to_thread.run_sync(self._write, self._journal)

    async def close(self) -> None:
        """Writes the results that are left, and that rows that did not begin are not in flight.

        Raises:
            GigstackError: the journal cannot be written; those rows are looked up by the next run.
        """
        if self._journal is not None:
            await anyio.to_thread.run_sync(self._release, self._journal)

    def _release(self, journal: Journal) -> None:
        self._write(journal, released=sorted(self._claimed))
        self._claimed.clear()

    def _write(
        self, journal: Journal, *, started: Sequence[int] = (), released: Sequence[int] = ()
    ) -> None:
        with self._writing:  # two threads may write: one of them the next rows in flight
            ended, self._ended = self._ended, []
            self._written_at = self._now()
            try:
                journal.write(
                    finished=[one.result for one in ended],
                    left={one.result.row for one in ended if one.is_left},
                    started=started,
                    released=released,
                )
            except GigstackError:
                self._ended[:0] = ended
                raise
