"""The tasks of one batch: some in flight at once, and no new ones after a while."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Protocol

from ..._core.workers import RowResults
from ...errors import AuthenticationError, DeliveryError
from ..imports.tasks import Ended, Task
from .batch import Answer
from .lanes import normalised

LONGEST_S = 1.0
"""A batch starts no further task after this time, so that results come soon whatever the API."""

MOST_UNDELIVERED = 20
"""Tasks in succession that are not delivered before a batch ends: the API is out of reach."""


class Doer(Protocol):
    """Does tasks, until it is stopped."""

    @property
    def is_stopped(self) -> bool:
        """Whether no further task is begun."""
        ...

    async def do(self, task: Task) -> Ended:
        """How a task ended."""
        ...


class Work:
    """The tasks of one batch."""

    def __init__(self, doer: Doer, tasks: Sequence[Task], *, longest_s: float) -> None:
        self._doer = doer
        self._tasks = tasks
        self._ends_at = time.monotonic() + longest_s
        self._has_begun = False
        self._undelivered = 0
        self._reason: Exception | None = None
        self._ended: dict[int, Ended] = {}
        self._left: set[str] = set()

    async def answer(self, concurrency: int) -> Answer:
        """How the tasks ended that were begun, with some of them in flight at once."""
        results = RowResults(
            self._tasks, self._work, key_of=_turn_of, most=concurrency, ahead=len(self._tasks)
        )
        try:
            async for _ in results:
                pass
        finally:
            await results.aclose()
        return Answer(self._ended, self._reason)

    async def _work(self, place: int, task: Task) -> None:
        if self._doer.is_stopped or self._reason is not None or self._is_late():
            return
        turn = _turn_of(task)
        if turn in self._left:  # the driver says whether it is held back
            return
        self._has_begun = True
        try:
            ended = await self._doer.do(task)
        except AuthenticationError as error:
            self._reason = error
            return
        self._undelivered = self._undelivered + 1 if _is_undelivered(ended) else 0
        if self._undelivered >= MOST_UNDELIVERED:
            self._reason = ended.error
        if ended.is_left and turn is not None:
            self._left.add(turn)
        # The driver counts these: a slow batch has few.
        kept = ended.error if _is_undelivered(ended) else None
        self._ended[place] = Ended(ended.result, ended.is_left, kept)

    def _is_late(self) -> bool:
        # On a machine that is slow enough, a batch would begin nothing, and so would the next ones.
        return self._has_begun and time.monotonic() >= self._ends_at


def _turn_of(task: Task) -> str | None:
    return None if task.key is None else normalised(task.key)


def _is_undelivered(ended: Ended) -> bool:
    return isinstance(ended.error, DeliveryError)
