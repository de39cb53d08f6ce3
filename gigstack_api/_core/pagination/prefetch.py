"""Pages fetched before their consumer asks for them."""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TypeVar

import anyio
from msgspec.structs import replace

from ..concurrency import Background, load_backend
from ..operations.page import Page
from .checkpoint import Position
from .iteration import Fetch, OneByOne, Step
from .traversal import Traversal, page_count

T = TypeVar("T")


class InOrder(OneByOne[T]):
    """Fetches pages one after the other, up to `most` of them ahead."""

    def __init__(self, fetch: Fetch[T], traversal: Traversal, most: int) -> None:
        super().__init__(fetch, traversal)
        load_backend()
        self._most = most
        self._ready: deque[Step[T]] = deque()
        self._worker: Background[None] | None = None
        self._run: object = None
        self._arrived = anyio.Event()
        self._has_room = anyio.Event()

    async def step(self, position: Position) -> Step[T]:
        """The step at a position, prefetched in most cases."""
        while not self._ready:
            self._arrived = anyio.Event()
            if self._worker is None:
                self._run = run = object()
                self._worker = Background(partial(self._fetch_from, position, run))
            elif self._worker.is_finished:
                await self._worker.result()
            else:
                await self._arrived.wait()
        self._has_room.set()
        return self._ready.popleft()

    async def _fetch_from(self, position: Position, run: object) -> None:
        try:
            while not position.at_end:
                page = await self._fetch(position)
                # A cancelled task may get its page nevertheless. The traversal must not see it,
                # since the next task fetches that page again.
                if self._run is not run:
                    return
                step = Step(position, page, self._traversal.after(position, page))
                self._ready.append(step)
                self._arrived.set()
                position = step.following
                if len(self._ready) >= self._most:
                    self._has_room = anyio.Event()
                    await self._has_room.wait()
        finally:
            self._arrived.set()

    def cancel(self) -> None:
        if self._worker is not None:
            self._worker.cancel()
        self._worker = self._run = None

    def abandon(self) -> None:
        if self._worker is not None:
            self._worker.abandon()


class InParallel(OneByOne[T]):
    """Fetches numbered pages in parallel, up to `most` of them ahead."""

    def __init__(self, fetch: Fetch[T], traversal: Traversal, most: int) -> None:
        super().__init__(fetch, traversal)
        load_backend()
        self._most = most
        self._running: deque[tuple[int, Background[Page[T]]]] = deque()

    async def step(self, position: Position) -> Step[T]:
        """The step at a position, prefetched in most cases. Starts to fetch the pages behind it."""
        if self._running and self._running[0][0] == position.number:
            page = await self._running[0][1].result()
            # Not earlier: if this is cancelled while it waits, `cancel` must still find the task.
            self._running.popleft()
        else:
            page = await self._fetch(position)
        following = self._traversal.after(position, page)
        if not following.at_end:
            self._fetch_from(following, page_count(page, self._traversal.limit))
        return Step(position, page, following)

    def _fetch_from(self, following: Position, page_count: int | None) -> None:
        """Starts to fetch pages; `page_count` is that of the whole list, if it is known."""
        first = self._running[-1][0] + 1 if self._running else following.number
        last = following.number + self._most - 1
        if page_count is not None:
            last = min(last, page_count)

        for number in range(first, last + 1):
            position = replace(following, value=str(number))
            self._running.append((number, Background(partial(self._fetch, position))))

    def cancel(self) -> None:
        while self._running:
            self._running.popleft()[1].cancel()

    def abandon(self) -> None:
        for _, background in self._running:
            background.abandon()
