"""Partitions of a run: each key belongs to one lane, which has one batch under way at a time."""

from __future__ import annotations

import asyncio
import zlib
from collections import deque
from collections.abc import Awaitable, Callable, Sequence

from ..imports.tasks import Ended, RunEnds, Task
from .batch import Answer

MOST_TASKS = 256
"""Tasks of a batch."""


class Lane:
    """Tasks that are sent to the cluster in their order, in batches that grow while they are fast.

    Args:
        concurrency: How many of its tasks may be in flight at once.
        send: Sends a batch, with its number.
    """

    def __init__(
        self, concurrency: int, send: Callable[[int, tuple[Task, ...]], Awaitable[Answer]]
    ) -> None:
        self._concurrency = concurrency
        self._send = send
        self._size = 2 * concurrency
        self._sent = 0
        self._waiting: deque[tuple[Task, asyncio.Future[Ended]]] = deque()
        self._changed = asyncio.Event()
        self._end: RunEnds | None = None

    @property
    def length(self) -> int:
        """How many tasks wait."""
        return len(self._waiting)

    async def do(self, task: Task) -> Ended:
        """How a task ended.

        Raises:
            RunEnds: the run ends before.
        """
        if self._end is not None:
            raise self._end
        future: asyncio.Future[Ended] = asyncio.get_running_loop().create_future()
        self._waiting.append((task, future))
        self._changed.set()
        return await future

    async def run(self) -> None:
        """Sends batch after batch, until it is cancelled."""
        while True:
            self._changed.clear()
            if not self._waiting:
                await self._changed.wait()
            await asyncio.sleep(0)  # others that can go on now join the batch
            await self._send_batch()

    def end(self, reason: Exception | None) -> None:
        """Sends no further batch: what waits ends without having begun."""
        self._end = RunEnds(reason)
        waiting, self._waiting = self._waiting, deque()
        for _, future in waiting:
            _fail(future, self._end)

    async def _send_batch(self) -> None:
        count = min(self._size, len(self._waiting))
        batch = [self._waiting.popleft() for _ in range(count)]
        if not batch:  # the lane has ended
            return
        self._sent += 1
        try:
            answer = await self._send(self._sent, tuple(task for task, _ in batch))
        except Exception as error:  # noqa: BLE001 - the run raises it; here nothing waits for it
            for _, future in batch:
                _fail(future, RunEnds(error, began=True))
            self.end(error)
            return
        rest = [one for place, one in enumerate(batch) if place not in answer.ended]
        for place, ended in answer.ended.items():
            future = batch[place][1]
            if not future.done():
                future.set_result(ended)
        self._size = min(MOST_TASKS, max(2 * len(answer.ended), 2 * self._concurrency))
        self._waiting.extendleft(reversed(rest))
        if answer.reason is not None:
            self.end(answer.reason)
        elif self._end is not None:
            self.end(self._end.reason)


def _fail(future: asyncio.Future[Ended], error: RunEnds) -> None:
    if not future.done():
        future.set_exception(error)


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
