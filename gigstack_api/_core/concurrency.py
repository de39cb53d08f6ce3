"""Work beside the caller, on asyncio and trio: one task, many rows, several calls at once."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import anyio

from ..errors import GigstackError

if TYPE_CHECKING:
    import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, Hashable, Iterable
from contextlib import AbstractAsyncContextManager, aclosing, asynccontextmanager

T = TypeVar("T")


class Background(Generic[T]):
    """One piece of work, started at once. `cancel` ends it and may be called from anywhere, a
    finalizer included.
    """

    def __init__(self, work: Callable[[], Awaitable[T]]) -> None:
        self._work = work
        self._finished = anyio.Event()
        self._result: T | None = None
        self._error: BaseException | None = GigstackError(
            "work beside the caller was cancelled by somebody else: it is not done"
        )
        self._scope = anyio.CancelScope()
        trio = sys.modules.get("trio")
        if trio is not None and trio.lowlevel.in_trio_run():
            trio.lowlevel.spawn_system_task(self._run)
        else:
            import asyncio  # on trio nobody needs it

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

    async def result(self) -> T:
        """What the work gave; raises what it raised."""
        await self._finished.wait()
        if self._error is not None:
            raise self._error
        return self._result  # type: ignore[return-value]  # set, since it finished without error and is not asked for after cancel

    def cancel(self) -> None:
        """Ends the work."""
        self._scope.cancel()


R = TypeVar("R")

V = TypeVar("V")


async def run_rows(
    rows: Iterable[R] | AsyncIterable[R],
    work: Callable[[int, R], Awaitable[V]],
    *,
    key_of: Callable[[R], Hashable | None],
    most: int,
) -> AsyncGenerator[V, None]:
    """What the work makes of each row, as it finishes. At most `most` rows are taken and not yet
    given back.

    Rows of one key are worked on one after the other, in their order; a key of None binds nothing.
    An error of the work ends everything.
    """
    give, take = anyio.create_memory_object_stream[V](most)
    room = anyio.Semaphore(most)

    async def run() -> None:
        turns = _Turns()

        async def one(index: int, row: R, turn: AbstractAsyncContextManager[None]) -> None:
            async with turn:
                await give.send(await work(index, row))

        async with give, anyio.create_task_group() as group, aclosing(_each(rows)) as source:
            index = 0
            await room.acquire()
            async for row in source:
                group.start_soon(one, index, row, turns.of(key_of(row)))
                index += 1
                await room.acquire()

    background = Background(run)
    try:
        async for value in take:
            room.release()
            yield value
        await _result(background)
    finally:
        background.cancel()
        take.close()


class _Turns:
    """Lets the pieces of a key go one after the other, in the order they were taken."""

    def __init__(self) -> None:
        self._last_of: dict[Hashable, anyio.Event] = {}

    def of(self, key: Hashable | None) -> AbstractAsyncContextManager[None]:
        """The turn of a piece that was just taken: a block that begins once the one before it is
        done.
        """
        before, done = self._last_of.get(key), anyio.Event()
        if key is not None:
            self._last_of[key] = done
        return self._turn(key, before, done)

    @asynccontextmanager
    async def _turn(
        self, key: Hashable | None, before: anyio.Event | None, done: anyio.Event
    ) -> AsyncGenerator[None, None]:
        try:
            if before is not None:
                await before.wait()
            yield
        finally:
            done.set()
            if self._last_of.get(key) is done:
                del self._last_of[key]


async def _result(background: Background[None]) -> None:
    """Waits for the end; raises the first error itself, not the group that the tasks made of it."""
    try:
        await background.result()
        return
    except ExceptionGroup as group:
        first = group.exceptions[0]
    raise first


async def _each(rows: Iterable[R] | AsyncIterable[R]) -> AsyncGenerator[R, None]:
    if isinstance(rows, AsyncIterable):
        async for row in rows:
            yield row
    else:
        for row in rows:
            yield row


async def gather(*calls: Callable[[], Awaitable[T]]) -> list[T]:
    """What the calls give, in their order. The first that fails ends the others, and its error is
    raised as it is.
    """
    given: dict[int, T] = {}
    failed: list[Exception] = []

    async def run(number: int, call: Callable[[], Awaitable[T]]) -> None:
        try:
            given[number] = await call()
        except Exception as error:  # noqa: BLE001 - raised below, where no group wraps it
            failed.append(error)
            group.cancel_scope.cancel()

    async with anyio.create_task_group() as group:
        for number, call in enumerate(calls):
            group.start_soon(run, number, call)
    if failed:
        raise failed[0]
    return [given[number] for number in range(len(calls))]
