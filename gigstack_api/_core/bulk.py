"""Many pieces of work at once, taken lazily from a source; pieces with the same key never
overlap.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable, Hashable, Iterable
from contextlib import AbstractAsyncContextManager, aclosing, asynccontextmanager
from typing import TypeVar

import anyio

from .background import Background

R = TypeVar("R")
V = TypeVar("V")


async def in_parallel(
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
