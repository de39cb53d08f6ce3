"""A run: tasks in, results out, and a journal that knows of both."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from typing import Protocol

import anyio
import anyio.to_thread

from ..._core.concurrency import Background
from ..._core.workers import RowResults
from ...errors import (
    AuthenticationError,
    DeliveryError,
    GigstackError,
    InvalidArgumentError,
)
from ..journal import Counts, Journal
from ..results import RowResult
from .documents import Documents
from .feed import Feed
from .ledger import Ledger
from .progress import Meter, ignore
from .source import Rows, fingerprint_of, open_source
from .stop import Stop
from .tasks import Ended, Job, Task, failed, held_back
from .terms import Terms

LEAST_BLOCK, MOST_BLOCK, ROUNDS = 50, 1000, 8
"""Rows that are read and written at once: as many as all workers do in a few rounds."""

MOST_UNDELIVERED = 20
"""Rows in succession that are not delivered before the run ends: the API is out of reach."""

NOTHING = Counts(0, 0, {})


class Results(Protocol):
    """The results of tasks, as they end; None for tasks that the run ends without."""

    def __aiter__(self) -> AsyncIterator[RowResult | None]:
        """The results."""
        ...

    def cancel(self) -> None:
        """Ends all work soon. What waits for a result ends, or raises a `GigstackError`."""
        ...

    async def aclose(self) -> None:
        """Ends all work, and returns once it has ended."""
        ...


class Import(AsyncIterator[RowResult]):
    """The result of each row, in the order in which they end.

    Failing rows do not stop the others. What makes all rows fail does: a refused key, a journal
    that cannot be written, a file that cannot be read further. Then rows in flight are finished,
    and after their results the error is raised. All of it can be resumed with a journal.

    An import that is not read to its end is closed with `aclose`.
    """

    def __init__(self, rows: Rows | Documents, job: Job, terms: Terms) -> None:
        self._rows = rows
        self._job = job
        self._terms = terms
        self._stop = terms.stop or Stop()
        self._ledger = Ledger(None)
        self._journal: Journal | None = None
        self._feed: Feed | None = None
        self._results: Results | None = None
        self._ticker: Background[None] | None = None
        self._meter = Meter(ignore, total=None, earlier=NOTHING, waiting_s=self._waiting_s)
        self._settled_at = 0.0
        self._goes_on_s = 0.0
        """How long what an earlier run has begun may go on after its end."""
        self._undelivered = 0
        # Keys of rows that the next run does again: it does later rows of them in their order.
        self._held_back: set[str] = set()
        self._is_over = False

    def __repr__(self) -> str:
        return "<results of an import; use `async for` in an async function>"

    async def __anext__(self) -> RowResult:
        if self._is_over:
            raise StopAsyncIteration
        try:
            result = await self._next()
        except BaseException as failure:
            await self.aclose()
            if self._stop.is_urgent and isinstance(failure, GigstackError):
                raise StopAsyncIteration from None
            raise
        if result is not None:
            return result
        error = self._feed and self._feed.error
        await self.aclose()
        if error:
            raise error
        raise StopAsyncIteration

    async def aclose(self) -> None:
        """Ends the run. Rows in flight are given up, and looked up by the next run.

        Raises:
            GigstackError: the journal cannot be written. Rows whose results it lacks are looked up
                by the next run.
        """
        if self._is_over:
            return
        self._is_over = True
        with anyio.CancelScope(shield=True):
            for part in (self._results, self._feed):
                if part is not None:
                    await part.aclose()
            if self._ticker is not None:
                await self._ticker.stop()
                self._meter.show()
            await self._close_journal()

    async def _close_journal(self) -> None:
        try:
            await self._ledger.close()
        except GigstackError:
            if self._feed is None or self._feed.error is None:
                raise
        finally:
            if self._journal is not None and self._journal is not self._terms.journal:
                await anyio.to_thread.run_sync(self._journal.close)
            await self._job.close()

    def __del__(self) -> None:
        if self._ticker is not None:
            self._ticker.abandon()

    def _on_stop(self, starting: anyio.CancelScope) -> None:
        if self._feed is None or self._results is None:
            starting.cancel()
            return
        self._feed.stop()
        if self._stop.is_urgent:
            self._results.cancel()

    async def _next(self) -> RowResult | None:
        """The next result; None at the end."""
        if self._results is None and not self._stop.is_urgent:
            with anyio.CancelScope() as starting:
                self._stop.watch(lambda: self._on_stop(starting))
                self._results = await self._start()
        if self._results is None or self._stop.is_urgent:
            return None
        async for result in self._results:
            if result is not None:
                self._meter.count(result)
                return result
        return None

    async def _start(self) -> Results:
        terms = self._terms
        opened = await open_source(self._rows)
        earlier = await anyio.to_thread.run_sync(self._open_journal)
        total = opened.total
        if total is not None and terms.limit is not None:
            total = min(total, earlier.done + terms.limit)
        self._meter = Meter(
            terms.progress or ignore, total=total, earlier=earlier, waiting_s=self._waiting_s
        )
        if terms.progress is not None:
            self._ticker = Background(self._meter.run)
        if earlier.in_flight:
            settle_s = self._job.settle_s + self._goes_on_s
            self._settled_at = time.monotonic() + settle_s
            await anyio.sleep(settle_s)
        await self._job.prepare()
        self._feed = Feed(
            opened.rows,
            self._job,
            self._ledger,
            block=min(max(LEAST_BLOCK, ROUNDS * terms.concurrency), MOST_BLOCK),
            limit=terms.limit,
            in_thread=opened.in_thread,
        )
        if self._stop.is_requested:
            self._feed.stop()
        return self._begin(self._feed)

    def _begin(self, feed: Feed) -> Results:
        """The results of tasks, which are carried out from now on."""
        most = self._terms.concurrency
        return RowResults(feed, self._work, key_of=_turn_of, most=most, ahead=most)

    def _open_journal(self) -> Counts:
        """The counts of earlier runs. Runs in a thread.

        Raises:
            InvalidArgumentError: the journal is that of another run, or there can be no second run.
            FileNotSavedError: it cannot be written.
        """
        terms = self._terms
        if terms.journal is None or terms.dry_run:
            return NOTHING
        if isinstance(terms.journal, Journal):
            self._journal = terms.journal
        else:
            fingerprint = fingerprint_of(self._rows)
            self._journal = Journal.open(terms.journal, fingerprint=fingerprint)
        self._journal.bind({**self._job.settings, **terms.settings})
        self._ledger = Ledger(self._journal)
        counts = self._journal.counts()
        if self._job.runs_once and (counts.outcomes or counts.in_flight):
            raise InvalidArgumentError(
                f"{self._journal.path}: this run was started before, and without a key in their"
                " metadata nothing shows which documents are stamped already: compare its results"
                " with the invoices, and import only those that are missing"
            )
        return counts

    def _waiting_s(self) -> float:
        return max(self._terms.gig.waiting_s, self._settled_at - time.monotonic(), 0.0)

    async def _work(self, _: int, task: Task) -> RowResult | None:
        """The result of a task; None if the run ends without one."""
        feed = self._feed
        if feed is None or feed.is_stopped:  # it waited for a row with the same key
            return None
        self._ledger.begin(task.row)
        self._meter.in_flight += 1
        try:
            ended = await self._end_of(task)
        except AuthenticationError as error:
            self._ledger.give_up(task.row)
            feed.stop(error)
            return None
        finally:
            self._meter.in_flight -= 1
        return await self._finish(task, ended, feed)

    async def _finish(self, task: Task, ended: Ended, feed: Feed) -> RowResult:
        """The result of a task that has ended, which the journal gets."""
        self._stop_if_out_of_reach(ended, feed)
        if ended.is_left and self._journal is not None and (turn := _turn_of(task)) is not None:
            self._held_back.add(turn)
        await self._ledger.record(ended)
        return ended.result

    async def _end_of(self, task: Task) -> Ended:
        if task.problem is not None:
            return failed(task, task.problem)
        if self._is_held_back(task):
            return held_back(task)
        return await (self._job.check(task) if self._terms.dry_run else self._job.do(task))

    def _is_held_back(self, task: Task) -> bool:
        return bool(self._held_back) and _turn_of(task) in self._held_back

    def _stop_if_out_of_reach(self, ended: Ended, feed: Feed) -> None:
        """Ends the run if many rows in succession could not be delivered."""
        if not isinstance(ended.error, DeliveryError):
            self._undelivered = 0
            return
        self._undelivered += 1
        if self._undelivered >= max(MOST_UNDELIVERED, 2 * self._terms.concurrency):
            feed.stop(ended.error)


def _turn_of(task: Task) -> str | None:
    """The value that tasks share if they run one after the other. The API may ignore case."""
    return None if task.key is None else task.key.strip().casefold()
