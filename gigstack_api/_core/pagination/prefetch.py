"""Pages fetched before their consumer asks for them."""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from functools import partial
from typing import Generic, TypeAlias, TypeVar

import anyio
from msgspec.structs import replace

from ..concurrency import Background
from ..operations.page import Page
from .checkpoint import Position

T = TypeVar("T")
Fetch: TypeAlias = Callable[[Position], Awaitable[Page[T]]]


async def prefetch_in_order(steps: AsyncGenerator[T, None], most: int) -> AsyncGenerator[T, None]:
    """The same steps, taken one after the other, up to `most` of them ahead."""
    # The buffer holds one step less, since the task waits with another one.
    fetched, ready = anyio.create_memory_object_stream[T](most - 1)

    async def fetch_all() -> None:
        async with fetched, aclosing(steps):
            async for step in steps:
                await fetched.send(step)

    background = Background(fetch_all)
    try:
        async for step in ready:
            yield step
        await background.result()
    finally:
        background.cancel()
        ready.close()


class NumberedPrefetch(Generic[T]):
    """Fetches numbered pages in parallel, up to `most` of them ahead."""

    def __init__(self, fetch: Fetch[T], most: int) -> None:
        self._fetch = fetch
        self._most = most
        self._running: deque[tuple[int, Background[Page[T]]]] = deque()

    async def page(self, position: Position) -> Page[T]:
        """The page at a position, prefetched if it is the next one."""
        if self._running and self._running[0][0] == position.number:
            page = await self._running[0][1].result()
            # Not earlier: if this is cancelled while it waits, `cancel` must still find the task.
            self._running.popleft()
            return page
        return await self._fetch(position)

    def fetch_from(self, following: Position, page_count: int | None) -> None:
        """Starts to fetch `following` and the pages behind it.

        `page_count` is that of the whole list, if it is known.
        """
        if following.at_end:
            return
        first = self._running[-1][0] + 1 if self._running else following.number
        last = following.number + self._most - 1
        if page_count is not None:
            last = min(last, page_count)

        for number in range(first, last + 1):
            position = replace(following, value=str(number))
            self._running.append((number, Background(partial(self._fetch, position))))

    def cancel(self) -> None:
        """Ends all fetching that is still running."""
        for _, background in self._running:
            background.cancel()
