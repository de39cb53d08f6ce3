"""The pager: a list, awaited as its first page, or iterated as pages or items."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator
from contextlib import aclosing
from typing import TYPE_CHECKING, Generic, Never, TypeVar

from ...errors import InvalidArgumentError
from ..limits import LOADING
from ..operations.operation import Operation
from ..operations.page import Page
from .checkpoint import Position, checkpoint, start_position
from .iteration import Items, OneByOne, Pages, Place, rest_of
from .traversal import Traversal

T = TypeVar("T")


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
        self._place = Place[T](self._start)
        self._ahead = ahead

    def __await__(self) -> Generator[object, None, Page[T]]:
        """The first page. Raises as the operation does."""
        return self._rest_at(self._start).__await__()

    def __aiter__(self) -> Items[T]:
        """Every item of every page.

        After an error or a cancelled `anext`, the next `anext` requests the same page again.

        Raises:
            PaginationError: the next page is missing, or a cursor or page repeats.
        """
        return Items(self._start, self._place, self._source)

    def pages(self) -> Pages[T]:
        """Every page.

        After an error or a cancelled `anext`, the next `anext` requests the same page again.

        Raises:
            PaginationError: the next page is missing, or a cursor or page repeats.
        """
        return Pages(self._start, self._place, self._source)

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
            self._place.set(self._start)
            raise
        return items

    def __repr__(self) -> str:
        # The hint is what `asyncio.run(pager)` and `asyncio.create_task(pager)` show, since they
        # accept coroutines only.
        route = self._operation.route
        return (
            f"<Pager of {route.decode.item_name}, {route.method} {route.path};"
            " use `await` or `async for` in an async function>"
        )

    if not TYPE_CHECKING:

        def __call__(self, *_: object, **__: object) -> Never:
            """Raises: `anyio.run(pager)` and `trio.run(pager)` get here."""
            raise TypeError(f"a pager is not a function: {self!r}")

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
        return checkpoint(self._operation, self._place.position)

    async def _rest_at(self, position: Position) -> Page[T]:
        if position.at_end:
            return Page(data=(), has_more=False)
        return rest_of(await self._fetch_page(position), position)

    async def _fetch_page(self, position: Position) -> Page[T]:
        return await self._fetch(self._operation.with_query(position.query))

    def _source(self) -> OneByOne[T]:
        """The source of the pages of one iteration."""
        traversal = Traversal(self._operation, self._start)
        if not self._ahead:
            return OneByOne(self._fetch_page, traversal)
        with LOADING:
            from .prefetch import InOrder, InParallel  # needed by few

            prefetch = InParallel[T] if traversal.counted else InOrder[T]
            return prefetch(self._fetch_page, traversal, self._ahead)


def _check_count(call: str, name: str, count: object, *, least: int) -> None:
    if not isinstance(count, int) or isinstance(count, bool) or count < least:
        raise InvalidArgumentError.of(
            count, f"{call}: {name} must be a whole number of at least {least}, not {count!r}"
        )
