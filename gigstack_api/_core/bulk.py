"""Many pieces of work at once, taken lazily from a source; pieces with the same key never overlap."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable, Hashable, Iterable
from contextlib import aclosing
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
    """What the work makes of each row, as it finishes. At most `most` rows are taken and not yet given back.

    Rows of one key are worked on one after the other, in their order; a key of None binds nothing.
    An error of the work ends everything.
    """
    give, take = anyio.create_memory_object_stream[V](most)
    room = anyio.Semaphore(most)

    async def run() -> None:
        last_of: dict[Hashable, anyio.Event] = {}

        async def one(index: int, row: R, before: anyio.Event | None, key: Hashable | None, done: anyio.Event) -> None:
            try:
                if before is not None:
                    await before.wait()
                await give.send(await work(index, row))
            finally:
                done.set()
                if last_of.get(key) is done:
                    del last_of[key]

        async with give, anyio.create_task_group() as group, aclosing(_each(rows)) as source:
            index = 0
            await room.acquire()
            async for row in source:
                key, done = key_of(row), anyio.Event()
                before = last_of.get(key) if key is not None else None
                if key is not None:
                    last_of[key] = done
                group.start_soon(one, index, row, before, key, done)
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
