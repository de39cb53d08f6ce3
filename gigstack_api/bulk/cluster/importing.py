"""An import whose rows are sent by workers."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial

from ..._core.concurrency import Background
from ...errors import GigstackError, InvalidArgumentError
from ..imports.documents import Documents
from ..imports.feed import Feed
from ..imports.ledger import Ledger
from ..imports.progress import Meter
from ..imports.run import Import, Results
from ..imports.source import Rows
from ..imports.tasks import Ended, Job, Task, failed, held_back
from ..imports.terms import Terms
from ..results import RowResult
from .lanes import Lane, lane_of, shares
from .lease import LEASE_S
from .run import Run
from .workers import Workers

BUSY_S = 0.05
"""The event loop is not kept by results for longer."""

TURNS = 20
"""How often other work goes on then: the answer to a message takes several turns of the loop."""


class ClusterImport(Import):
    """An import whose rows are sent by workers. The driver reads them, and owns the journal."""

    def __init__(self, rows: Rows | Documents, job: Job, terms: Terms, workers: Workers) -> None:
        super().__init__(rows, job, terms)
        check_shareable(job)
        self._workers = workers
        self._run = Run(workers, job, terms)
        self._goes_on_s = LEASE_S  # its workers may outlive a driver that was killed

    def _begin(self, feed: Feed) -> Results:
        dealer = Dealer(
            feed,
            self._run,
            shares(self._terms.concurrency, self._workers.slots),
            self._ledger,
            self._meter,
            finish=lambda task, ended: self._finish(task, ended, feed),
            is_held_back=self._is_held_back,
        )
        self._stop.watch(dealer.request_stop, name="workers")
        return dealer


class Dealer(AsyncIterator[RowResult | None]):
    """Deals tasks to lanes, and gives their results as they end.

    The bound of calls in flight is kept by the lanes: each has its share, and one batch under way.

    Args:
        feed: The tasks.
        run: The run on the cluster.
        shares: How many calls each lane may have in flight.
        ledger: Keeps which tasks begin, and which did not begin after all.
        meter: Counts tasks in flight.
        finish: Gives the result of a task that has ended.
        is_held_back: Whether a task waits for the next run, since an earlier one with its key does.
    """

    def __init__(
        self,
        feed: Feed,
        run: Run,
        shares: list[int],
        ledger: Ledger,
        meter: Meter,
        *,
        finish: Callable[[Task, Ended], Awaitable[RowResult]],
        is_held_back: Callable[[Task], bool],
    ) -> None:
        self._feed = feed
        self._run = run
        self._ledger = ledger
        self._meter = meter
        self._finish = finish
        self._is_held_back = is_held_back
        self._held = 0
        self._gave_way_at = time.monotonic()
        self._is_dealt = self._is_closing = self._is_cancelled = False
        self._running = len(shares)
        self._results: deque[RowResult] = deque()
        self._changed = asyncio.Event()
        self._lanes = [
            Lane(share, partial(run.send, place, share), self) for place, share in enumerate(shares)
        ]
        run.open()
        self._dealing = Background(partial(self._watched, self._deal))
        self._working = [
            Background(partial(self._watched, partial(self._work, lane))) for lane in self._lanes
        ]

    async def __anext__(self) -> RowResult:
        while not self._results:
            if self._is_cancelled or (self._is_dealt and self._is_idle()):
                raise StopAsyncIteration
            self._changed.clear()
            await self._changed.wait()
            self._gave_way_at = time.monotonic()
        await self._give_way()
        self._held -= 1
        self._changed.set()
        return self._results.popleft()

    async def _give_way(self) -> None:
        """Lets other work go on, however slowly the caller takes the many results of a batch.

        A local scheduler runs on this event loop: workers whose leases it does not renew stop.
        """
        if time.monotonic() - self._gave_way_at > BUSY_S:
            for _ in range(TURNS):
                await asyncio.sleep(0)
            self._gave_way_at = time.monotonic()

    def _is_idle(self) -> bool:
        return self._running == 0 if self._feed.is_stopped else self._held == 0

    def _is_full(self) -> bool:
        """Whether there are tasks for the batches under way and for the next ones."""
        return self._held >= 2 * sum(lane.size for lane in self._lanes)

    def cancel(self) -> None:
        """Gives no further result."""
        self._is_cancelled = True
        self._changed.set()

    async def aclose(self) -> None:
        """Ends all work, and returns once it has ended."""
        self._is_closing = True
        for work in (self._dealing, *self._working):
            await work.stop()
        await self._run.close()

    def request_stop(self) -> None:
        """Finishes what is in flight, and begins nothing."""
        self.stop(None)
        self._run.stop()

    def begin(self, task: Task) -> None:
        """Notes that a task is sent."""
        self._ledger.begin(task.row)
        self._meter.in_flight += 1

    def take_back(self, task: Task) -> None:
        """Notes that nothing was done for a task that was sent."""
        self._ledger.give_up(task.row)
        self._meter.in_flight -= 1

    async def end(self, task: Task, ended: Ended) -> None:
        """Gives the result of a task."""
        self._meter.in_flight -= 1
        await self._give(task, ended)

    def stop(self, reason: Exception | None) -> None:
        """Ends the run early."""
        self._feed.stop(reason)
        for lane in self._lanes:
            lane.end()
        self._changed.set()

    async def hold_back(self, task: Task) -> bool:
        """Ends a task that waits for the next run; whether it does."""
        if not self._is_held_back(task):
            return False
        await self._give(task, held_back(task))
        return True

    async def _give(self, task: Task, ended: Ended) -> None:
        self._results.append(await self._finish(task, ended))
        if self._feed.is_stopped:  # the journal cannot be written
            self.stop(None)
        self._changed.set()

    async def _work(self, lane: Lane) -> None:
        try:
            await lane.run()
        finally:
            self._running -= 1

    async def _watched(self, work: Callable[[], Awaitable[None]]) -> None:
        try:
            await work()
        except Exception as error:  # noqa: BLE001 - raised by the import
            self.stop(error)
        except BaseException:  # Dask has cancelled it
            if not self._is_closing:
                self.stop(GigstackError("a batch was cancelled: start again with the journal"))
            raise
        finally:
            self._changed.set()

    async def _deal(self) -> None:
        try:
            await self._deal_all()
        finally:
            self._is_dealt = True

    async def _deal_all(self) -> None:
        async for task in self._feed:
            self._held += 1
            if task.problem is not None:
                await self._give(task, failed(task, task.problem))
            else:
                lane_of(task, self._lanes).put(task)
            while self._is_full() and not self._feed.is_stopped:
                self._changed.clear()
                await self._changed.wait()
        if self._feed.is_stopped:  # the rows cannot be read further
            self.stop(None)


def check_shareable(job: Job) -> None:
    """Checks that several processes can share a job.

    Raises:
        InvalidArgumentError: they cannot.
    """
    if job.runs_once:
        raise InvalidArgumentError(
            "documents without a key in their metadata are not shared among workers: after the"
            " loss of one they would be stamped twice, since nothing shows which ones are; pass"
            " on=, or leave workers= out"
        )
