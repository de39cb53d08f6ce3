"""The journal of a run, off the event loop and in few writes."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

import anyio
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
        self._writing = anyio.Lock()

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
            self._write(started=numbers)
            self._claimed.update(numbers)
        return left

    def begin(self, row: int) -> None:
        """Says that a row is sent now."""
        self._claimed.discard(row)

    def give_up(self, row: int) -> None:
        """Says that nothing was done for a row that had begun."""
        if self._journal is not None:
            self._claimed.add(row)

    async def record(self, ended: Ended) -> None:
        """Keeps a result, and writes it if the latest write is long ago.

        Raises:
            GigstackError: the journal cannot be written; the result is kept.
        """
        if self._journal is None:
            return
        self._ended.append(ended)
        if self._now() - self._written_at > LATEST_S:
            async with self._writing:
                if self._now() - self._written_at > LATEST_S:
                    await anyio.to_thread.run_sync(self._write)

    async def close(self) -> None:
        """Writes what is left, and that the rows that did not begin are not in flight.

        Raises:
            GigstackError: the journal cannot be written; those rows are looked up by the next run.
        """
        if self._journal is not None:
            await anyio.to_thread.run_sync(self._release)

    def _release(self) -> None:
        released, self._claimed = self._claimed, set()
        self._write(released=sorted(released))

    def _write(
        self, *, started: list[int] | None = None, released: list[int] | None = None
    ) -> None:
        ended, self._ended = self._ended, []
        self._written_at = self._now()
        try:
            if self._journal is not None:
                self._journal.write(
                    finished=[one.result for one in ended],
                    left={one.result.row for one in ended if one.is_left},
                    started=started or (),
                    released=released or (),
                )
        except GigstackError:
            self._ended[:0] = ended
            raise
