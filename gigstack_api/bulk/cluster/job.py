"""A job whose tasks are done on a cluster."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from ..._core.concurrency import Background
from ...errors import InvalidArgumentError
from ..imports.services import ServiceJob
from ..imports.tasks import Ended, Job, Task
from ..imports.terms import Terms
from .lanes import MOST_TASKS, Lane, lane_of, shares
from .run import Run
from .workers import Workers


class ClusterJob:
    """A job whose tasks are done by workers. What it knows and decides is that of the job itself.

    The bound of calls in flight is kept by the lanes: each has its share, and one batch under way.

    Args:
        job: The job.
        terms: Its terms. `concurrency` is for all workers together.
        workers: The workers.

    Raises:
        InvalidArgumentError: it cannot be done on several processes.
    """

    def __init__(self, job: Job, terms: Terms, workers: Workers) -> None:
        check_shareable(job)
        self._job = job
        self._terms = terms
        self._run = Run(workers, job, terms)
        self._shares = shares(terms.concurrency, workers.slots)
        self._lanes: list[Lane] = []
        self._background: list[Background[None]] = []

    @property
    def most(self) -> int:
        """How many tasks are held at once: those under way, and as many that follow."""
        return 2 * MOST_TASKS * len(self._shares)

    @property
    def settings(self) -> Mapping[str, object]:
        """What the results depend on. A journal is the same with and without workers."""
        return self._job.settings

    @property
    def runs_once(self) -> bool:
        """Whether there can be no second run."""
        return self._job.runs_once

    @property
    def settle_s(self) -> float:
        """How long a write of an earlier run may still be under way (seconds)."""
        return self._job.settle_s

    def task(self, row: Any) -> Task:
        """The task of a row or a document."""
        return self._job.task(row)

    async def prepare(self) -> None:
        """Starts the lanes."""
        self._run.open()
        for place, share in enumerate(self._shares):
            send = partial(self._run.send, place, share)
            self._lanes.append(Lane(share, send))
        self._background = [Background(lane.run) for lane in self._lanes]
        if self._terms.stop is not None:
            self._terms.stop.watch(self._on_stop, name="workers")

    async def close(self) -> None:
        """Ends the lanes, and the parts of the workers in this run."""
        for background in self._background:
            await background.stop()
        if self._background:
            await self._run.close()
        self._background = []

    async def check(self, task: Task) -> Ended:
        """The result of a task without sending anything."""
        return await self._job.check(task)

    async def do(self, task: Task) -> Ended:
        """The result of a task.

        Raises:
            RunEnds: the run ends before.
        """
        return await lane_of(task, self._lanes).do(task)

    def _on_stop(self) -> None:
        for lane in self._lanes:
            lane.end(None)
        self._run.stop()


def check_shareable(job: Job) -> None:
    """Checks that several processes can share a job.

    Raises:
        InvalidArgumentError: they cannot.
    """
    if isinstance(job, ServiceJob):
        raise InvalidArgumentError(
            "services are imported by one process: the API cannot search them by a key, so that a"
            " worker would not see what another one has created; leave workers= out"
        )
    if job.runs_once:
        raise InvalidArgumentError(
            "documents without a key in their metadata are stamped by one process: those of a lost"
            " worker could not be looked up; pass on=, or leave workers= out"
        )
