"""The part of a worker process: the batches of a run, with one client for all of them."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import cast

import anyio

from ..._core.sending.request import USER_AGENT
from ..._core.workers import RowResults
from ...errors import AuthenticationError, DeliveryError, GigstackError
from ..imports.tasks import Ended, Task
from .batch import Answer, Batch, Setup, thaw
from .lanes import normalised
from .protocols import DaskWorker

LONGEST_S = 1.0
"""A batch starts no further task after this time, so that results come soon whatever the API."""

MOST_UNDELIVERED = 20
"""Tasks in succession that are not delivered before a batch ends: the API is out of reach."""

IS_OPEN = "is open"
"""Note at the scheduler: the run goes on. Without it a batch is one of a run that has ended."""

HELD_UNTIL = "held until"
"""Note at the scheduler: the end of a rate limit, in Unix seconds."""

FORGOTTEN_S = 900.0
"""A desk without a batch for this long belonged to a driver that was killed."""


class Desk:
    """The client and the job of one run on a worker."""

    def __init__(self, setup: Setup, worker: DaskWorker) -> None:
        self._worker = worker
        self._run = setup.run
        self.used_at = time.monotonic()
        self.is_stopped = False
        self._scopes: set[anyio.CancelScope] = set()
        self.gig = setup.recipe.make()
        self._job = thaw(setup.job, self.gig)
        self.gig.on_rate_limit(lambda wait_s: worker.log_event(topic_of(setup.run), wait_s))

    async def carry_out(self, batch: Batch) -> Answer:
        """The answer to a batch."""
        self.used_at = time.monotonic()
        notes = await self._notes()
        if IS_OPEN not in notes:
            await self.close()
            return Answer({})
        if _is_over(batch, notes):
            return Answer({})
        if (left_s := notes.get(HELD_UNTIL, 0.0) - time.time()) > 0:
            self.gig.hold_back(left_s)
        is_lost = notes.get(str(batch.lane)) == batch.number
        if not is_lost:
            keys = [self._run, str(batch.lane)]
            await self._worker.scheduler.set_metadata(keys=keys, value=batch.number)
        answer = Answer({})
        with anyio.CancelScope() as scope:
            self._scopes.add(scope)
            answer = await self._answer(batch, is_lost=is_lost)
        self._scopes.discard(scope)
        self.used_at = time.monotonic()
        return answer

    async def _answer(self, batch: Batch, *, is_lost: bool) -> Answer:
        """The answer to a batch, which a lost worker may have begun before."""
        await self._job.learn(batch.known)
        if is_lost:
            # Calls of that worker may still be under way.
            await anyio.sleep(self._job.settle_s)
            if _is_over(batch, await self._notes()):
                return Answer({})
            try:
                await self._job.prepare()  # nothing else says what it has created
            except GigstackError as error:
                return Answer({}, error)
        return await _Work(self, batch).answer()

    async def close(self) -> None:
        """Gives up what is under way: no result is needed, and lookups of lost calls take long."""
        self.is_stopped = True
        for scope in self._scopes:
            scope.cancel()
        await self.gig.aclose()

    async def do(self, task: Task) -> Ended:
        """How a task ended."""
        return await self._job.do(task)

    async def _notes(self) -> Mapping[str, float]:
        """The notes of the scheduler: the latest batch of each lane, and a rate limit."""
        found = await self._worker.scheduler.get_metadata(keys=[self._run], default=None)
        return cast("Mapping[str, float]", found or {})


class _Work:
    """The tasks of one batch."""

    def __init__(self, desk: Desk, batch: Batch) -> None:
        self._desk = desk
        self._batch = batch
        self._ends_at = time.monotonic() + LONGEST_S
        self._undelivered = 0
        self._reason: Exception | None = None
        self._ended: dict[int, Ended] = {}
        self._left: set[str] = set()

    async def answer(self) -> Answer:
        """How the tasks ended that were begun."""
        results = RowResults(
            self._batch.tasks,
            self._work,
            key_of=_turn_of,
            most=self._batch.concurrency,
            ahead=len(self._batch.tasks),
        )
        try:
            async for _ in results:
                pass
        finally:
            await results.aclose()
        return Answer(self._ended, self._reason)

    async def _work(self, place: int, task: Task) -> None:
        if self._desk.is_stopped or self._reason is not None or time.monotonic() > self._ends_at:
            return
        turn = _turn_of(task)
        if turn in self._left:  # the driver says whether it is held back
            return
        try:
            ended = await self._desk.do(task)
        except AuthenticationError as error:
            self._reason = error
            return
        self._undelivered = self._undelivered + 1 if _is_undelivered(ended) else 0
        if self._undelivered >= MOST_UNDELIVERED:
            self._reason = ended.error
        if ended.is_left and turn is not None:
            self._left.add(turn)
        self._ended[place] = Ended(ended.result, ended.is_left)


def _turn_of(task: Task) -> str | None:
    return None if task.key is None else normalised(task.key)


def _is_undelivered(ended: Ended) -> bool:
    return isinstance(ended.error, DeliveryError)


def answered(lane: int) -> str:
    """Note at the scheduler: the number of the latest batch of a lane whose answer has come."""
    return f"answered {lane}"


def _is_over(batch: Batch, notes: Mapping[str, float]) -> bool:
    """Whether the driver has the answer. Dask repeats a batch whose answer is lost with a worker
    until it hears that no one waits for it. By then later rows with its keys may have been sent.
    """
    latest = max(notes.get(answered(batch.lane), 0), notes.get(str(batch.lane), 0) - 1)
    return latest >= batch.number


def topic_of(run: str) -> str:
    """The topic on which workers report rate limits."""
    return f"{run}-rate-limit"


_desks: dict[tuple[str, str], Desk] = {}
"""By worker, of which a process may have several, and run."""


async def carry_out(batch: Batch) -> Answer:
    """The answer to a batch. Dask runs it on the event loop of a worker."""
    from distributed import get_worker

    worker = cast("DaskWorker", get_worker())
    place = (worker.address, batch.setup.run)
    if place not in _desks:
        _desks[place] = Desk(batch.setup, worker)
        await _close_forgotten()
    return await _desks[place].carry_out(batch)


async def hold_back(run: str, wait_s: float) -> None:
    """Holds the calls of a run back on this process."""
    for desk in _of(run):
        desk.gig.hold_back(wait_s)


async def stop(run: str) -> None:
    """Starts no further task of a run on this process."""
    for desk in _of(run):
        desk.is_stopped = True


async def close(run: str) -> None:
    """Ends the part of this process in a run."""
    for place in [place for place in _desks if place[1] == run]:
        await _close(place)


async def version() -> str:
    """The version of this package on this process."""
    return USER_AGENT


async def _close_forgotten() -> None:
    old = time.monotonic() - FORGOTTEN_S
    for place in [place for place, desk in _desks.items() if desk.used_at < old]:
        await _close(place)


async def _close(place: tuple[str, str]) -> None:
    await _desks.pop(place).close()


def _of(run: str) -> list[Desk]:
    return [desk for (_, name), desk in _desks.items() if name == run]
