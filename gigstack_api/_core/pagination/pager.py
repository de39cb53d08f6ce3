"""The pager: a list as its first page, as its pages, or as its items."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from contextlib import aclosing
from typing import Generic, TypeAlias, TypeVar

from attrs import evolve

from ...errors import InvalidArgumentError
from ..operations.operation import Operation
from ..operations.page import Page
from .checkpoint import Position, checkpoint, item_fingerprint, start_position
from .prefetch import Fetch, NumberedAhead, in_background
from .traversal import Traversal, pages_in_all

T = TypeVar("T")

_Step: TypeAlias = tuple[Position, Page[T], Position]


class Pager(Generic[T]):
    """A list, not asked for yet.

    `await pager` gives the first page; `async for item in pager` every item of every page;
    `async for page in pager.pages()` every page.
    Each of them starts anew and sends its own requests, one a page.
    """

    def __init__(
        self,
        operation: Operation[Page[T]],
        fetch: Callable[[Operation[Page[T]]], Awaitable[Page[T]]],
        *,
        resume: str | None = None,
        ahead: int = 0,
    ) -> None:
        self._operation = operation
        self._fetch = fetch
        self._start = start_position(operation, resume)
        self._position = self._start
        self._ahead = ahead

    def __await__(self) -> Generator[object, None, Page[T]]:
        """The first page. Raises as the operation does."""
        return self._page(self._start).__await__()

    async def __aiter__(self) -> AsyncGenerator[T, None]:
        """Every item of every page.

        Raises:
            PaginationError: the list leads nowhere or in a circle.
        """
        async with aclosing(self._steps()) as steps:
            async for position, page, following in steps:
                behind = position.behind(page.data)
                for index, item in enumerate(page.data[behind:], start=behind + 1):
                    given = Position(
                        position.parameter, position.value, skip=index, last=item_fingerprint(item)
                    )
                    self._position = given if index < len(page) else following
                    yield item
                self._position = following

    async def pages(self) -> AsyncGenerator[Page[T], None]:
        """Every page.

        Raises:
            PaginationError: the list leads nowhere or in a circle.
        """
        async with aclosing(self._steps()) as steps:
            async for position, page, following in steps:
                self._position = following
                yield _left_of(page, position)

    async def collect(self, limit: int | None = None) -> list[T]:
        """All items as a list, or the first `limit`. Where it fails it gave none: the checkpoint is
        that of its beginning.

        Raises:
            PaginationError: the list leads nowhere or in a circle.
        """
        items: list[T] = []
        if limit is not None and limit <= 0:
            return items
        try:
            async with aclosing(self.__aiter__()) as all_items:
                async for item in all_items:
                    items.append(item)
                    if len(items) == limit:
                        break
        except BaseException:
            self._position = self._start
            raise
        return items

    def prefetch(self, pages: int) -> Pager[T]:
        """The same list, fetched up to that many pages ahead while its consumer works; in parallel
        where pages are counted.

        Raises:
            InvalidArgumentError: `pages` is not positive.
        """
        if pages < 1:
            raise InvalidArgumentError(f"prefetch takes a number of pages from 1 on, not {pages}")
        return Pager(self._operation, self._fetch, resume=self.checkpoint, ahead=pages)

    @property
    def checkpoint(self) -> str:
        """Where the iteration stands, as a small text: `list(..., resume=checkpoint)` goes on
        behind the last item given.
        """
        return checkpoint(self._operation, self._position)

    async def _page(self, position: Position) -> Page[T]:
        if position.at_end:
            return Page(data=(), has_more=False)
        return _left_of(await self._whole_page(position), position)

    async def _whole_page(self, position: Position) -> Page[T]:
        return await self._fetch(self._operation.with_query(position.query))

    async def _steps(self) -> AsyncGenerator[_Step[T], None]:
        """Each page with its position and the position behind it, fetched ahead if so asked."""
        walk = Traversal(self._operation, self._start)
        if self._ahead and not walk.counted:
            steps = in_background(self._walk(walk, self._whole_page), self._ahead)
        elif self._ahead:
            steps = self._walk_counted(walk)
        else:
            steps = self._walk(walk, self._whole_page)
        async with aclosing(steps):
            async for step in steps:
                yield step

    async def _walk(self, walk: Traversal, fetch: Fetch[T]) -> AsyncGenerator[_Step[T], None]:
        position = self._start
        while not position.at_end:
            page = await fetch(position)
            following = walk.after(position, page)
            yield position, page, following
            position = following

    async def _walk_counted(self, walk: Traversal) -> AsyncGenerator[_Step[T], None]:
        ahead = NumberedAhead(self._whole_page, self._ahead)
        try:
            async with aclosing(self._walk(walk, ahead.page)) as steps:
                async for position, page, following in steps:
                    ahead.go_on(following, pages_in_all(page, walk.limit))
                    yield position, page, following
        finally:
            ahead.cancel()


def _left_of(page: Page[T], position: Position) -> Page[T]:
    """What of a page is not behind us."""
    behind = position.behind(page.data)
    return evolve(page, data=page.data[behind:]) if behind else page
