"""One run on a cluster, as the driver sees it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any
from uuid import uuid4

from ..._core.schema.types import is_object
from ...errors import GigstackError, InvalidArgumentError
from ..imports.tasks import Ended, Job, Task, failed
from ..imports.terms import Terms
from . import desk, notes
from .batch import Answer, Batch, Setup, freeze, pack
from .lease import LEASE_S
from .workers import Workers

TOLERANCE_S = 0.05
"""A pause that ends this much later than a known one is not worth telling."""


class Run:
    """Sends batches to the workers, and tells all of them of rate limits."""

    def __init__(
        self, workers: Workers, job: Job, terms: Terms, *, lease_s: float = LEASE_S
    ) -> None:
        self._workers = workers
        self._lease_s = lease_s
        self._gig = terms.gig
        self._job = job
        self._name = f"gigstack-{uuid4().hex[:12]}"
        # The journal, the progress and the stop are those of the driver.
        driver = (terms.journal, terms.progress, terms.stop, terms.workers)
        frozen = freeze(job, terms.gig, driver)
        self._setup = Setup(self._name, terms.gig.recipe(), frozen)
        self._opened: asyncio.Task[None] | None = None
        self._telling: set[asyncio.Task[None]] = set()

    def open(self) -> None:
        """Listens to the workers."""
        self._workers.listen(desk.topic_of(self._name), self._on_rate_limit)
        self._opened = asyncio.create_task(
            self._workers.note(self._name, values={notes.IS_OPEN: 1.0})
        )

    async def send(
        self, lane: int, concurrency: int, number: int, tasks: tuple[Task, ...]
    ) -> Answer:
        """The answer to a batch. If its worker is lost, another one does it again.

        Raises:
            GigstackError: it ended without an answer. Its tasks may have been done.
        """
        if self._opened is not None:
            await self._opened
        known = await self._job.known(tasks)
        try:
            packed = pack((tasks, known))
        except Exception as error:  # what any object does while it is pickled
            if unfit := _unfit(tasks):
                return Answer(unfit)
            raise GigstackError(f"the rows cannot be sent to workers: {error}") from error
        batch = Batch(self._setup, lane, number, concurrency, packed)
        answer = await self._workers.submit(desk.carry_out, batch, key=batch.key)
        if not isinstance(answer, Answer):
            raise GigstackError(f"a worker answered with {type(answer).__name__}")
        await self._end(batch, answer)
        await self._job.learn([*answer.known, *_resources(answer)])
        return answer

    async def _end(self, batch: Batch, answer: Answer) -> None:
        """Returns once no call of a batch can be under way.

        Dask repeats a batch if its worker is lost just after its answer. A worker that begins it
        from here on finds the note, and does nothing. One that has begun it may not have seen it.
        """
        lane = (self._name, notes.name_of(batch.lane))
        answered = {notes.ANSWERED: batch.number}
        await self._workers.note(*lane, values=answered)
        found = await self._workers.noted(*lane)
        token = found.get(str(batch.number)) if is_object(found) else None
        if token != answer.token:
            await asyncio.sleep(self._lease_s + self._job.settle_s)
        await self._workers.note(self._name, values={lane[1]: answered})

    def stop(self) -> None:
        """Lets the workers start no further task."""
        self._tell(self._workers.note(self._name, values={notes.IS_STOPPED: 1.0}))
        self._tell(self._workers.tell(desk.stop, self._name))

    async def close(self) -> None:
        """Lets the workers forget this run."""
        ending = [*self._telling, *([] if self._opened is None else [self._opened])]
        for telling in ending:
            telling.cancel()
        await asyncio.gather(*ending, return_exceptions=True)
        # First, so that a worker which begins a batch only now does nothing.
        await self._workers.forget(desk.topic_of(self._name), self._name)
        await self._workers.tell(desk.close, self._name)

    def _on_rate_limit(self, event: tuple[float, float]) -> None:
        """Holds back all workers after one of them was refused."""
        _, wait_s = event
        if wait_s <= self._gig.waiting_s + TOLERANCE_S:
            return
        self._gig.hold_back(wait_s)
        # The broadcast reaches the workers that are there, the note those that begin a batch later.
        note = {notes.HELD_UNTIL: time.time() + wait_s}
        self._tell(self._workers.note(self._name, values=note))
        self._tell(self._workers.tell(desk.hold_back, self._name, wait_s))

    def _tell(self, message: Coroutine[Any, Any, None]) -> None:
        telling = asyncio.create_task(_tell(message))
        self._telling.add(telling)
        telling.add_done_callback(self._telling.discard)


async def _tell(message: Coroutine[Any, Any, None]) -> None:
    with suppress(GigstackError):  # the scheduler is gone: `send` says so
        await message


def _unfit(tasks: tuple[Task, ...]) -> dict[int, Ended]:
    """The failures of tasks with values that cannot be pickled, by their place."""
    found: dict[int, Ended] = {}
    for place, task in enumerate(tasks):
        try:
            pack(((task,), ()))
        except Exception as error:  # noqa: BLE001 - what any object does while it is pickled
            text = (
                f"row {task.row} has a value that cannot be sent to workers ({error}): pass text,"
                " numbers, dates, lists and dicts"
            )
            found[place] = failed(task, InvalidArgumentError(text))
    return found


def _resources(answer: Answer) -> list[tuple[str, str]]:
    """The keys and ids of what a batch has created or found.

    What it found may have been created by a lost worker, so that the driver does not know of it.
    """
    results = [ended.result for ended in answer.ended.values()]
    return [(one.key, one.id) for one in results if one.key and one.id]
