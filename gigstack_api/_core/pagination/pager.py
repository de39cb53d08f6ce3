"""The pager: a list, awaited as its first page, or iterated as pages or items."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from contextlib import aclosing
from typing import Generic, TypeAlias, TypeVar

from attrs import evolve

from ...errors import InvalidArgumentError
from ..operations.operation import Operation
from ..operations.page import Page
from .checkpoint import Position, checkpoint, item_fingerprint, start_position
from .prefetch import Fetch, NumberedPrefetch, prefetch_in_order
from .traversal import Traversal, page_count

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
                    behind_item = Position(
                        position.parameter, position.value, skip=index, last=item_fingerprint(item)
                    )
                    # Set first: the code after `yield` does not run if the consumer stops here.
                    self._position = behind_item if index < len(page) else following
                    yield item
                self._position = following

    async def pages(self) -> AsyncGenerator[Page[T], None]:
        """Every page.

        Raises:
            PaginationError: the next page is missing, or a cursor or page repeats.
        """
        async with aclosing(self._steps()) as steps:
            async for position, page, following in steps:
                self._position = following
                yield _rest_of(page, position)

    async def collect(self, limit: int | None = None) -> list[T]:
        """All items as a list, or the first `limit`.

        If it raises, no items count as delivered and `checkpoint` stays at the start.

        Raises:
            InvalidArgumentError: `limit` is not a whole number of at least 0.
            PaginationError: the next page is missing, or a cursor or page repeats.
        """
        items: list[T] = []
        if limit is not None:
            _check_count("collect", "limit", limit, least=0)
            if limit == 0:
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
        """The same list, fetched up to `pages` pages ahead while its consumer works.

        Pages that are requested by number are fetched in parallel.

        Raises:
            InvalidArgumentError: `pages` is less than 1.
        """
        _check_count("prefetch", "pages", pages, least=1)
        return Pager(self._operation, self._fetch, resume=self.checkpoint, ahead=pages)

    @property
    def checkpoint(self) -> str:
        """The position of the iteration, as a short string.

        `list(..., resume=checkpoint)` continues behind the last item delivered.
        """
        return checkpoint(self._operation, self._position)

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
    return evolve(page, data=page.data[consumed:]) if consumed else page


def _check_count(call: str, name: str, count: object, *, least: int) -> None:
    if not isinstance(count, int) or isinstance(count, bool) or count < least:
        raise InvalidArgumentError(
            f"{call}: {name} must be a whole number of at least {least}, not {count!r}"
        )
