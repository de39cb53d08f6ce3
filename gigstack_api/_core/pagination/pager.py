"""The pager: a list, awaited as its first page, or iterated as pages or items."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from contextlib import aclosing
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from msgspec.structs import replace

from ...errors import InvalidArgumentError
from ..operations.operation import Operation
from ..operations.page import Page
from .checkpoint import Position, checkpoint, item_fingerprint, start_position
from .traversal import Traversal, page_count

if TYPE_CHECKING:
    from .prefetch import Fetch

T = TypeVar("T")

_Step: TypeAlias = tuple[Position, Page[T], Position]


class Pager(Generic[T]):
    """A list that has not been requested yet.

    `await pager` returns the first page, `async for item in pager` yields every item of every page,
    `async for page in pager.pages()` every page. Each of them starts anew and sends its own
    requests, one per page.
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
        self._last: object = None
        self._ahead = ahead

    def __await__(self) -> Generator[object, None, Page[T]]:
        """The first page. Raises as the operation does."""
        return self._rest_at(self._start).__await__()

    async def __aiter__(self) -> AsyncGenerator[T, None]:
        """Every item of every page.

        Raises:
            PaginationError: the next page is missing, or a cursor or page repeats.
        """
        async with aclosing(self._steps()) as steps:
            async for position, page, following in steps:
                consumed = position.consumed(page.data)
                for index, item in enumerate(page.data[consumed:], start=consumed + 1):
                    # Set first: the code after `yield` does not run if the consumer stops here.
                    if index < len(page):
                        behind = Position(position.parameter, position.value, skip=index)
                        self._position, self._last = behind, item
                    else:
                        self._position, self._last = following, None
                    yield item
                self._position, self._last = following, None

    async def pages(self) -> AsyncGenerator[Page[T], None]:
        """Every page.

        Raises:
            PaginationError: the next page is missing, or a cursor or page repeats.
        """
        async with aclosing(self._steps()) as steps:
            async for position, page, following in steps:
                self._position, self._last = following, None
                yield _rest_of(page, position)

    async def collect(self, limit: int | None = None) -> list[T]:
        """All items as a list, or the first `limit`.

        If it raises, no items count as delivered and `checkpoint` stays at the start.

        Raises:
            PaginationError: the next page is missing, or a cursor or page repeats.
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
            self._position, self._last = self._start, None
            raise
        return items

    def prefetch(self, pages: int) -> Pager[T]:
        """The same list, fetched up to `pages` pages ahead while its consumer works.

        Pages that are requested by number are fetched in parallel.

        Raises:
            InvalidArgumentError: `pages` is less than 1.
        """
        if pages < 1:
            raise InvalidArgumentError(f"prefetch: pages must be at least 1, not {pages}")
        return Pager(self._operation, self._fetch, resume=self.checkpoint, ahead=pages)

    @property
    def checkpoint(self) -> str:
        """The position of the iteration, as a short string.

        `list(..., resume=checkpoint)` continues behind the last item delivered.
        """
        position = self._position
        if self._last is not None:
            position = replace(position, last=item_fingerprint(self._last))
        return checkpoint(self._operation, position)

    async def _rest_at(self, position: Position) -> Page[T]:
        if position.at_end:
            return Page(data=(), has_more=False)
        return _rest_of(await self._fetch_page(position), position)

    async def _fetch_page(self, position: Position) -> Page[T]:
        return await self._fetch(self._operation.with_query(position.query))

    async def _steps(self) -> AsyncGenerator[_Step[T], None]:
        """Every page with its position and the position behind it."""
        traversal = Traversal(self._operation, self._start)
        if self._ahead and traversal.counted:
            steps = self._traverse_in_parallel(traversal)
        else:
            steps = self._traverse(traversal, self._fetch_page)
            if self._ahead:
                from .prefetch import prefetch_in_order

                steps = prefetch_in_order(steps, self._ahead)

        async with aclosing(steps):
            async for step in steps:
                yield step

    async def _traverse(
        self, traversal: Traversal, fetch: Fetch[T]
    ) -> AsyncGenerator[_Step[T], None]:
        position = self._start
        while not position.at_end:
            page = await fetch(position)
            following = traversal.after(position, page)
            yield position, page, following
            position = following

    async def _traverse_in_parallel(self, traversal: Traversal) -> AsyncGenerator[_Step[T], None]:
        from .prefetch import NumberedPrefetch

        prefetch = NumberedPrefetch(self._fetch_page, self._ahead)
        try:
            async with aclosing(self._traverse(traversal, prefetch.page)) as steps:
                async for position, page, following in steps:
                    prefetch.fetch_from(following, page_count(page, traversal.limit))
                    yield position, page, following
        finally:
            prefetch.cancel()


def _rest_of(page: Page[T], position: Position) -> Page[T]:
    """The page without the items that were consumed before."""
    consumed = position.consumed(page.data)
    return replace(page, data=page.data[consumed:]) if consumed else page
