"""The part of a worker process: the batches of a run, with one client for all of them."""

from __future__ import annotations

import time
from functools import partial
from typing import cast
from uuid import uuid4

import anyio
from msgspec.structs import replace

from ..._core.sending.request import USER_AGENT
from ...errors import GigstackError
from ..imports.tasks import Ended, Task
from .batch import Answer, Batch, Setup, thaw
from .lease import LEASE_S, is_ours, under_lease
from .notes import HELD_UNTIL, IS_OPEN, IS_STOPPED, Notes, is_over, name_of, number_in, was_begun
from .protocols import DaskWorker
from .work import LONGEST_S, Work

FORGOTTEN_S = 900.0
"""A desk without a batch for this long belonged to a driver that was killed."""

FORGOTTEN = "the scheduler does not know this run, since it was started again meanwhile"


class Desk:
    """The client and the job of one run on a worker."""

    def __init__(
        self,
        setup: Setup,
        worker: DaskWorker,
        *,
        lease_s: float = LEASE_S,
        longest_s: float = LONGEST_S,
    ) -> None:
        self._worker = worker
        self._lease_s = lease_s
        self._longest_s = longest_s
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
            return Answer({}, GigstackError(FORGOTTEN))
        if is_over(batch, notes):
            return Answer({})
        self.is_stopped = self.is_stopped or IS_STOPPED in notes
        if (left_s := number_in(notes, HELD_UNTIL) - time.time()) > 0:
            self.gig.hold_back(left_s)
        token = uuid4().hex
        # Written before the lease is asked for. So a worker that gets the batch later finds it, or
        # the lease of this one is refused.
        keys = [self._run, name_of(batch.lane), str(batch.number)]
        await self._worker.scheduler.set_metadata(keys=keys, value=token)
        is_repeat = was_begun(batch, notes)
        answer = Answer({})
        with anyio.CancelScope() as scope:
            self._scopes.add(scope)
            answer = await self._answer(batch, is_repeat=is_repeat)
        self._scopes.discard(scope)
        self.used_at = time.monotonic()
        return replace(answer, token=token)

    async def _answer(self, batch: Batch, *, is_repeat: bool) -> Answer:
        """The answer to a batch, which another worker may have begun before."""
        ours = partial(is_ours, self._worker, batch.key)
        while True:
            if is_repeat:
                # The other worker may be alive. Its lease ends, and then its last calls do.
                await anyio.sleep(self._lease_s + self._job.settle_s)
                if is_over(batch, await self._notes()):
                    return Answer({})
            work = partial(self._work, batch, is_repeat=is_repeat)
            answer = await under_lease(work, ours, lease_s=self._lease_s)
            if answer is not None:
                return answer
            if not await ours():
                return Answer({})  # Dask drops it
            is_repeat = True  # the scheduler was slow: what was cut off is looked up

    async def _work(self, batch: Batch, *, is_repeat: bool) -> Answer:
        if batch.setup.version != USER_AGENT:  # it has joined after the run began
            return Answer(
                {},
                GigstackError(
                    f"worker {self._worker.address} has {USER_AGENT}: install"
                    f" {batch.setup.version} on it"
                ),
            )
        try:
            tasks, known = batch.unpack()
        except Exception as error:  # noqa: BLE001 - what any object does while it is read
            return Answer({}, self._unreadable(error))
        await self._job.learn(known)
        if is_repeat:
            try:
                await self._job.prepare()  # nothing else says what was created
            except GigstackError as error:
                return Answer({}, error)
            # Also for the tasks that are not begun in time: another worker may get them.
            known = await self._job.known(tasks)
        work = Work(self, tasks, longest_s=self._longest_s)
        answer = await work.answer(batch.concurrency)
        return replace(answer, known=known) if is_repeat else answer

    def _unreadable(self, error: Exception) -> GigstackError:
        return GigstackError(
            f"worker {self._worker.address} cannot read the rows ({type(error).__name__}: {error}):"
            " install on it what their values need, or pass plain values"
        )

    def is_forgotten(self, now: float) -> bool:
        """Whether it has had no batch for long."""
        return not self._scopes and now - self.used_at > FORGOTTEN_S

    async def close(self) -> None:
        """Gives up what is under way: no result is needed, and lookups of lost calls take long."""
        self.is_stopped = True
        for scope in self._scopes:
            scope.cancel()
        await self.gig.aclose()

    async def do(self, task: Task) -> Ended:
        """How a task ended."""
        return await self._job.do(task)

    async def _notes(self) -> Notes:
        """The notes of the run."""
        found = await self._worker.scheduler.get_metadata(keys=[self._run], default=None)
        return cast("Notes", found or {})


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
    now = time.monotonic()
    for place in [place for place, desk in _desks.items() if desk.is_forgotten(now)]:
        await _close(place)


async def _close(place: tuple[str, str]) -> None:
    await _desks.pop(place).close()


def _of(run: str) -> list[Desk]:
    return [desk for (_, name), desk in _desks.items() if name == run]
