"""The tasks of a run: read in blocks, in flight in the journal before they are given out."""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncIterator, Generator, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

import anyio.to_thread

from ..._core.concurrency import Background
from .ledger import Ledger
from .tasks import Job, Task


class Feed(AsyncIterator[Task]):
    """The tasks of the rows that are left. An error of the rows or the journal ends them early.

    Args:
        rows: Rows, or documents.
        job: Makes the tasks.
        ledger: Says which rows are left.
        block: How many rows are read at once. The next block is read while one is worked on.
        limit: The most tasks.
        in_thread: Whether the rows may be read in another thread.
    """

    def __init__(
        self,
        rows: Iterator[Any] | AsyncIterator[Any],
        job: Job,
        ledger: Ledger,
        *,
        block: int,
        limit: int | None,
        in_thread: bool,
    ) -> None:
        self.error: Exception | None = None
        self._rows = rows
        self._job = job
        self._ledger = ledger
        self._block = block
        self._room = limit
        self._in_thread = in_thread
        self._ready: deque[Task] = deque()
        self._next: Background[list[Task]] | None = None
        self._broken: Exception | None = None
        self.is_stopped = False

    async def __anext__(self) -> Task:
        if not self._ready and not self.is_stopped:
            await self._turn_over()
        if self.is_stopped or not self._ready:
            raise StopAsyncIteration
        return self._ready.popleft()

    def stop(self, error: Exception | None = None) -> None:
        """Gives out no further task."""
        self.is_stopped = True
        self.error = self.error or error

    async def aclose(self) -> None:
        """Ends reading ahead, and returns once it has ended."""
        self.is_stopped = True
        if self._next is not None:
            await self._next.stop()

    def __del__(self) -> None:
        if self._next is not None:
            self._next.abandon()

    async def _turn_over(self) -> None:
        current, self._next = self._next or Background(self._fetch), None
        try:
            tasks = await current.result()
        except Exception as error:  # noqa: BLE001 - raised by the run, once rows in flight have ended
            self.stop(error)
            return
        self._ready.extend(tasks)
        if tasks:
            self._next = Background(self._fetch)

    async def _fetch(self) -> list[Task]:
        """The tasks of the next block; none at the end."""
        if self._in_thread and isinstance(self._rows, Iterator):
            return await anyio.to_thread.run_sync(self._read, self._rows)
        while rows := await self._take():
            if tasks := await anyio.to_thread.run_sync(self._claim, rows):
                return tasks
        return []

    def _read(self, source: Iterator[Any]) -> list[Task]:
        while rows := self._take_from(source):
            if tasks := self._claim(rows):
                return tasks
        return []

    def _claim(self, rows: list[Any]) -> list[Task]:
        left = self._ledger.claim(rows)
        if self._room is not None:
            self._room -= len(left)
        return [self._job.task(row) for row in left]

    def _most(self) -> int:
        return self._block if self._room is None else min(self._block, self._room)

    async def _take(self) -> list[Any]:
        """The rows of the next block, read on the event loop, where the caller may read them."""
        if isinstance(self._rows, Iterator):
            return self._take_from(self._rows)
        found: list[Any] = []
        with self._keeping_error(found):
            while len(found) < self._most() and (row := await anext(self._rows, None)) is not None:
                found.append(row)
        return found

    def _take_from(self, source: Iterator[Any]) -> list[Any]:
        found: list[Any] = []
        with self._keeping_error(found):
            found.extend(islice(source, self._most()))
        return found

    @contextmanager
    def _keeping_error(self, found: list[Any]) -> Generator[None, None, None]:
        """A block that reads rows. Those before an error are done, then the error is raised."""
        if self._broken is not None:
            raise self._broken
        try:
            yield
        except Exception as error:  # any error of the caller's rows
            self._broken = error
            if not found:
                raise
