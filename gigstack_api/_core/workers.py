"""Workers that take row after row, on asyncio and trio."""

from __future__ import annotations

from collections import deque
from collections.abc import (
    AsyncGenerator,
    AsyncIterable,
    AsyncIterator,
    Awaitable,
    Callable,
    Hashable,
    Iterable,
)
from contextlib import aclosing
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Generic, Literal, TypeVar

import anyio

from .concurrency import Background, load_backend
from .limits import LOADING

if TYPE_CHECKING:
    from anyio.abc import TaskGroup

R = TypeVar("R")
V = TypeVar("V")


class _End(Enum):
    END = 0


END: Final = _End.END


class RowResults(AsyncIterator[V]):
    """The result of `work` for every row, as soon as it is there.

    At most `most` rows are worked on at once, and `most + ahead` are taken whose results have not
    been given yet. Rows with the same key run one after the other, in their order; those without
    one at any time. The first error, `cancel` or a cancelled `anext` ends all work: after the
    results that are there, each further `anext` raises.
    """

    def __init__(
        self,
        rows: Iterable[R] | AsyncIterable[R],
        work: Callable[[int, R], Awaitable[V]],
        *,
        key_of: Callable[[R], Hashable | None],
        most: int,
        ahead: int = 0,
    ) -> None:
        self._make: Callable[[], _Workers[Any, V]] | None
        self._make = partial(_Workers[R, V], rows, work, key_of, most, ahead)
        self._started: tuple[_Workers[Any, V], Background[None]] | None = None
        self._is_waiting = False

    def __repr__(self) -> str:
        return "<results of rows; use `async for` in an async function>"

    async def __anext__(self) -> V:
        if self._is_waiting:
            raise RuntimeError("another task is waiting for the next result of this iterator")
        workers, background = self._start()
        self._is_waiting = True
        try:
            if await workers.has_result():
                return workers.give_back()
            await _wait_for(background)
        except BaseException:
            await background.stop()
            raise
        finally:
            self._is_waiting = False
        await background.stop()
        raise StopAsyncIteration

    def _start(self) -> tuple[_Workers[Any, V], Background[None]]:
        """The workers, which start when they are first needed. StopAsyncIteration if closed."""
        if self._make is not None:
            with LOADING:
                load_backend()
            workers, self._make = self._make(), None  # the rows are not kept any longer
            self._started = workers, Background(workers.run)
        if self._started is None:
            raise StopAsyncIteration
        return self._started

    def cancel(self) -> None:
        """Ends all work soon."""
        if self._started is not None:
            self._started[1].cancel()

    async def aclose(self) -> None:
        """Ends all work, and returns once it has ended."""
        self._make = None
        started, self._started = self._started, None
        if started is not None:
            await started[1].stop()

    def __del__(self) -> None:
        if self._started is not None:
            self._started[1].abandon()


class _Workers(Generic[R, V]):
    """Tasks that take row after row: a task per row would cost more than the row's own work."""

    def __init__(
        self,
        rows: Iterable[R] | AsyncIterable[R],
        work: Callable[[int, R], Awaitable[V]],
        key_of: Callable[[R], Hashable | None],
        most: int,
        ahead: int,
    ) -> None:
        self._source, self._work, self._key_of = _iterate(rows), work, key_of
        self._turns = _Turns()
        self._taken = 0
        self._is_exhausted = self._ended = False
        self._taking = anyio.Lock(fast_acquire=True)
        self._free_slots = anyio.Semaphore(most + ahead, fast_acquire=True)
        self._unstarted = most
        self._results: deque[V] = deque()
        self._changed = anyio.Event()

    async def run(self) -> None:
        """Returns once every row has its result. Raises the first error in a group."""
        try:
            async with aclosing(self._source), anyio.create_task_group() as group:
                self._start_worker(group)
        finally:
            self._ended = True
            self._changed.set()

    async def has_result(self) -> bool:
        """Whether there is another result, once one is there or all work has ended."""
        while not self._results and not self._ended:
            self._changed = anyio.Event()
            await self._changed.wait()
        return bool(self._results)

    def give_back(self) -> V:
        """The next result. It makes room for another row."""
        self._free_slots.release()
        return self._results.popleft()

    def _start_worker(self, group: TaskGroup) -> None:
        if self._unstarted:
            self._unstarted -= 1
            group.start_soon(self._work_on_rows, group)

    async def _work_on_rows(self, group: TaskGroup) -> None:
        while True:
            await self._free_slots.acquire()
            async with self._taking:
                row = await self._next_row()
                if row is END:
                    break
                # In the order of the rows: nothing else is taken until here.
                index, key, self._taken = self._taken, self._key_of(row), self._taken + 1
                turn = self._turns.join(key)
            self._start_worker(group)
            if turn is not None:
                await turn.wait()
            self._results.append(await self._work(index, row))
            self._turns.leave(key)
            self._changed.set()
        self._free_slots.release()  # for a worker that waits, so that it ends as well

    async def _next_row(self) -> R | Literal[_End.END]:
        """The next row. Once there was none, the source is not asked again."""
        row = END if self._is_exhausted else await anext(self._source, END)
        self._is_exhausted = row is END
        return row


class _Turns:
    """One queue per key, in which only the first may run."""

    def __init__(self) -> None:
        self._queues: dict[Hashable, deque[anyio.Event]] = {}

    def join(self, key: Hashable | None) -> anyio.Event | None:
        """The event to wait for before this row may run; None if it may run at once."""
        if key is None:
            return None
        if (queue := self._queues.get(key)) is None:
            self._queues[key] = deque()
            return None
        queue.append(turn := anyio.Event())
        return turn

    def leave(self, key: Hashable | None) -> None:
        """Gives the turn to the next row with this key."""
        if key is None:
            return
        if queue := self._queues[key]:
            queue.popleft().set()
        else:
            del self._queues[key]


async def _wait_for(background: Background[None]) -> None:
    """Waits for the end of a task; raises the first error itself, not in an exception group."""
    try:
        await background.result()
        return
    except ExceptionGroup as group:
        first = group.exceptions[0]
    # Raised out here, the error does not get the group as its context.
    raise first


async def _iterate(rows: Iterable[R] | AsyncIterable[R]) -> AsyncGenerator[R, None]:
    if isinstance(rows, AsyncIterable):
        async for row in rows:
            yield row
    else:
        for row in rows:
            yield row
