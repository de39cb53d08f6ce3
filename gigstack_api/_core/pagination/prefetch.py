"""Pages fetched ahead of their consumer."""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from functools import partial
from typing import Generic, TypeAlias, TypeVar

import anyio
from attrs import evolve

from ..concurrency import Background
from ..operations.page import Page
from .checkpoint import Position

T = TypeVar("T")
Fetch: TypeAlias = Callable[[Position], Awaitable[Page[T]]]


async def in_background(steps: AsyncGenerator[T, None], ahead: int) -> AsyncGenerator[T, None]:
    """The same steps, taken up to `ahead` of them before they are asked for, one after the
    other.
    """
    give, take = anyio.create_memory_object_stream[T](ahead - 1)

    async def run() -> None:
        async with give, aclosing(steps):
            async for step in steps:
                await give.send(step)

    work = Background(run)
    try:
        async for step in take:
            yield step
        await work.result()
    finally:
        work.cancel()
        take.close()


class NumberedAhead(Generic[T]):
    """Fetches numbered pages in parallel, at most `most` before they are asked for."""

    def __init__(self, fetch: Fetch[T], most: int) -> None:
        self._fetch = fetch
        self._most = most
        self._running: deque[tuple[int, Background[Page[T]]]] = deque()

    async def page(self, position: Position) -> Page[T]:
        """A page, from the running work where it is the next one there."""
        if self._running and self._running[0][0] == position.number:
            page = await self._running[0][1].result()
            # not before: who is cancelled while waiting still has to cancel it
            self._running.popleft()
            return page
        return await self._fetch(position)

    def go_on(self, following: Position, pages: int | None) -> None:
        """Starts what may be fetched before `following` is asked for; `pages` is how many there
        are, if that is known.
        """
        if following.at_end:
            return
        last = following.number + self._most - 1
        number = self._running[-1][0] + 1 if self._running else following.number
        for each in range(number, (last if pages is None else min(last, pages)) + 1):
            self._running.append(
                (each, Background(partial(self._fetch, evolve(following, value=str(each)))))
            )

    def cancel(self) -> None:
        """Ends what is still being fetched."""
        for _, work in self._running:
            work.cancel()
