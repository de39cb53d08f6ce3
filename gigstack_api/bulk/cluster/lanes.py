"""Partitions of a run: each key belongs to one lane, which has one batch under way at a time."""

from __future__ import annotations

import asyncio
import zlib
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

from ..imports.tasks import Ended, Task
from .batch import Answer

MOST_TASKS = 1024
"""Tasks of a batch."""

GROWTH = 4
"""A batch may have this many times the tasks that the one before it has done in time."""


class Host(Protocol):
    """Follows the tasks of a lane."""

    def begin(self, task: Task) -> None:
        """It is sent now."""
        ...

    def take_back(self, task: Task) -> None:
        """It was sent, and nothing was done for it."""
        ...

    async def hold_back(self, task: Task) -> bool:
        """Whether it is left to the next run. Then it has ended."""
        ...

    async def end(self, task: Task, ended: Ended) -> None:
        """It has ended."""
        ...

    def stop(self, reason: Exception | None) -> None:
        """No task is sent any more. Those that were sent may have been done."""
        ...


class Lane:
    """Tasks that are sent to the cluster in their order, in batches that grow while they are fast.

    Args:
        concurrency: How many of its tasks may be in flight at once.
        send: Sends a batch, with its number.
        host: Follows the tasks.

    Attributes:
        size: How many tasks the next batch may have.
    """

    def __init__(
        self,
        concurrency: int,
        send: Callable[[int, tuple[Task, ...]], Awaitable[Answer]],
        host: Host,
    ) -> None:
        self._concurrency = concurrency
        self._send = send
        self._host = host
        self.size = GROWTH * concurrency
        self._sent = 0
        self._waiting: deque[Task] = deque()
        self._changed = asyncio.Event()
        self._is_over = False

    @property
    def length(self) -> int:
        """How many tasks wait."""
        return len(self._waiting)

    def put(self, task: Task) -> None:
        """Adds a task."""
        self._waiting.append(task)
        self._changed.set()

    def end(self) -> None:
        """Sends no further batch, and no further task."""
        self._is_over = True
        self._changed.set()

    async def run(self) -> None:
        """Sends batch after batch, until the end."""
        while not self._is_over:
            if self._waiting:
                await self._send_batch()
            else:
                self._changed.clear()
                await self._changed.wait()

    async def _send_batch(self) -> None:
        count = min(self.size, len(self._waiting))
        taken = [self._waiting.popleft() for _ in range(count)]
        batch = tuple([task for task in taken if not await self._host.hold_back(task)])
        if not batch:
            return
        for task in batch:
            self._host.begin(task)
        self._sent += 1
        try:
            answer = await self._send(self._sent, batch)
        except Exception as error:  # noqa: BLE001 - the run raises it; here nothing waits for it
            self._host.stop(error)
            return
        for place, ended in answer.ended.items():
            await self._host.end(batch[place], ended)
        rest = [task for place, task in enumerate(batch) if place not in answer.ended]
        for task in rest:
            self._host.take_back(task)
        self._waiting.extendleft(reversed(rest))
        self.size = min(MOST_TASKS, GROWTH * max(len(answer.ended), self._concurrency))
        if answer.reason is not None:
            self._host.stop(answer.reason)


def lane_of(task: Task, lanes: Sequence[Lane]) -> Lane:
    """The lane of a task: that of its key, or the shortest."""
    if task.key is None:
        return min(lanes, key=lambda lane: lane.length)
    return lanes[place_of(task.key, len(lanes))]


def place_of(key: str, count: int) -> int:
    """The number of the lane of a key, the same in every process."""
    return zlib.crc32(normalised(key).encode()) % count


def normalised(key: str) -> str:
    """A key as the API compares it at most: without regard to case and to spaces around it."""
    return key.strip().casefold()


def shares(concurrency: int, most: int) -> list[int]:
    """The calls that each lane may have in flight: `concurrency` in all, at most `most` lanes."""
    count = max(1, min(concurrency, most))
    return [concurrency // count + (place < concurrency % count) for place in range(count)]
