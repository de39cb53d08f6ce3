"""Background tasks and parallel work, on asyncio and trio."""

from __future__ import annotations

import sys
from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable, Hashable, Iterable
from contextlib import AbstractAsyncContextManager, aclosing, asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import anyio

from ..errors import GigstackError

if TYPE_CHECKING:
    import asyncio

T = TypeVar("T")
R = TypeVar("R")
V = TypeVar("V")


class Background(Generic[T]):
    """A background task, started at once."""

    def __init__(self, work: Callable[[], Awaitable[T]]) -> None:
        self._work = work
        self._finished = anyio.Event()
        self._result: T | None = None
        self._error: BaseException | None = GigstackError("the background task was cancelled")
        self._scope = anyio.CancelScope()
        trio = sys.modules.get("trio")
        self._run_soon: Callable[[Callable[[], object]], object]
        if trio is not None and trio.lowlevel.in_trio_run():
            self._run_soon = trio.lowlevel.current_trio_token().run_sync_soon
            trio.lowlevel.spawn_system_task(self._run)
        else:
            import asyncio  # not needed on trio

            self._run_soon = asyncio.get_running_loop().call_soon_threadsafe
            self._task: asyncio.Task[Any] = asyncio.create_task(self._run())

    async def _run(self) -> None:
        try:
            with self._scope:
                self._result = await self._work()
                self._error = None
        except Exception as error:  # noqa: BLE001 - kept, and raised by result()
            self._error = error
        finally:
            self._finished.set()

    @property
    def is_finished(self) -> bool:
        """Whether the task has ended."""
        return self._finished.is_set()

    async def result(self) -> T:
        """The result of the task. Raises what the task raised."""
        await self._finished.wait()
        if self._error is not None:
            raise self._error
        # It is set: the task ended without an error, and after `cancel` nothing asks for it.
        return self._result  # type: ignore[return-value]

    def cancel(self) -> None:
        """Ends the task. Called on its event loop."""
        self._scope.cancel()

    def abandon(self) -> None:
        """Ends the task. Called from anywhere, even from a finalizer in another thread."""
        if not self.is_finished:
            with suppress(RuntimeError):  # the event loop has ended, and the task with it
                self._run_soon(self._scope.cancel)


async def run_rows(
    rows: Iterable[R] | AsyncIterable[R],
    work: Callable[[int, R], Awaitable[V]],
    *,
    key_of: Callable[[R], Hashable | None],
    most: int,
) -> AsyncGenerator[V, None]:
    """The result of `work` for every row, as soon as it is there.

    At most `most` rows are taken from `rows` whose results have not been yielded yet. Rows with the
    same key run one after the other, in their order; rows whose key is None run at any time. The
    first error ends all work.
    """
    results, finished = anyio.create_memory_object_stream[V](most)
    free_slots = anyio.Semaphore(most)

    async def run_all() -> None:
        queues = _KeyQueues()

        async def run_row(index: int, row: R, turn: AbstractAsyncContextManager[None]) -> None:
            async with turn:
                await results.send(await work(index, row))

        async with results, anyio.create_task_group() as group, aclosing(_iterate(rows)) as source:
            index = 0
            await free_slots.acquire()
            async for row in source:
                group.start_soon(run_row, index, row, queues.join(key_of(row)))
                index += 1
                await free_slots.acquire()

    # A generator cannot hold a task group open while it yields, so a background task holds it.
    background = Background(run_all)
    try:
        async for result in finished:
            free_slots.release()
            yield result
        await _wait_for(background)
    finally:
        background.cancel()
        finished.close()


class _KeyQueues:
    """One queue per key, in which only the first block runs."""

    def __init__(self) -> None:
        self._last: dict[Hashable, anyio.Event] = {}

    def join(self, key: Hashable | None) -> AbstractAsyncContextManager[None]:
        """A block that begins when the block that joined the same queue before it has ended."""
        previous, done = self._last.get(key), anyio.Event()
        if key is not None:
            self._last[key] = done
        return self._wait_for_turn(key, previous, done)

    @asynccontextmanager
    async def _wait_for_turn(
        self, key: Hashable | None, previous: anyio.Event | None, done: anyio.Event
    ) -> AsyncGenerator[None, None]:
        try:
            if previous is not None:
                await previous.wait()
            yield
        finally:
            done.set()
            if self._last.get(key) is done:
                del self._last[key]


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


async def gather(*calls: Callable[[], Awaitable[T]]) -> list[T]:
    """The results of the calls, in their order.

    The first call that fails cancels the others. Its error is raised itself, not in a group.
    """
    results: dict[int, T] = {}
    errors: list[Exception] = []

    async def run(number: int, call: Callable[[], Awaitable[T]]) -> None:
        try:
            results[number] = await call()
        except Exception as error:  # noqa: BLE001 - raised below, outside the group
            errors.append(error)
            group.cancel_scope.cancel()

    async with anyio.create_task_group() as group:
        for number, call in enumerate(calls):
            group.start_soon(run, number, call)
    if errors:
        raise errors[0]
    return [results[number] for number in range(len(calls))]
