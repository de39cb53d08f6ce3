"""Where a list goes on after a page, and when it ends."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from attrs import evolve

from ...errors import PaginationError
from ..operations.operation import Operation
from ..operations.page import Page, Paging
from .checkpoint import Position, counts_pages

MOST_EMPTY_PAGES = 1000
"""In a row. Each of a list with a rare filter may lead on, but somewhere nobody waits any more."""


class Traversal:
    """What has to be remembered of the pages so far to know where to go and when to stop. One for
    each walk over a list.

    It ends on every server that has no endless supply of new items: see `SeenCursors` and `SeenContents` for
        the bounds.
    """

    def __init__(self, operation: Operation[Page[Any]], first: Position) -> None:
        limit = dict(operation.query).get("limit")
        self.counted = counts_pages(operation)
        self.limit = int(limit) if limit and limit.isdecimal() else None
        self._single = operation.route.paging is Paging.SINGLE
        self._cursors = SeenCursors(first.value)
        self._contents = SeenContents()
        self._empty_pages = 0
        self._given = ItemCount(first.number if self.counted else 1)

    def after(self, position: Position, page: Page[Any]) -> Position:
        """The position of the page behind this one, or the end.

        Raises:
            PaginationError: there is more, but no way to it, or the way leads back or nowhere.
        """
        goes_on = self._goes_on_counting(position, page) if self.counted else self._has_cursor(page)
        if not goes_on:
            return evolve(position, skip=0, at_end=True, last=None)
        self._empty_pages = 0 if page.data else self._empty_pages + 1
        if self._empty_pages > MOST_EMPTY_PAGES:
            raise PaginationError(
                f"{self._empty_pages} pages of the list in a row are empty, and it still says there is more"
            )
        return Position(position.parameter, str(position.number + 1) if self.counted else page.next)

    def _has_cursor(self, page: Page[Any]) -> bool:
        if self._single:
            if page.has_more:
                raise PaginationError(
                    "the list says there is more, but the API documents no way to it"
                )
            return False
        if page.has_more is False or (page.has_more is None and page.next is None):
            return False
        if page.next is None:
            raise PaginationError("the list says there is more, but gives no cursor to it")
        if self._cursors.is_repeated(page.next):
            raise PaginationError("the cursor of the list repeats; going on would never end")
        return True

    def _goes_on_counting(self, position: Position, page: Page[Any]) -> bool:
        if page.number is not None and page.number != position.number:
            raise PaginationError(
                f"asked for page {position.number} of the list, got page {page.number}"
            )
        if self._contents.is_repeated(page.data or None):
            raise PaginationError(f"page {position.number} of the list is the same as one before")
        return is_more(page, position.number, self.limit, given=self._given.with_page(page))


class ItemCount:
    """How many items of a counted list were given, those of the pages before its first one
    included.
    """

    def __init__(self, first_number: int) -> None:
        self._pages_before = first_number - 1
        self._since = 0

    def with_page(self, page: Page[Any]) -> int:
        """The number after another page.

        Where the server tells no page size, a page before the first one counts as one item: one
        request too many at the end of a list loses nothing, one too few loses its last items.
        """
        self._since += len(page)
        return self._pages_before * (_size(page, None) or 1) + self._since


def _size(page: Page[Any], limit: int | None) -> int | None:
    """How many items a full page has: as the server says, else as asked for, which it may
    ignore.
    """
    return next((size for size in (page.size, limit) if size and size > 0), None)


def is_more(page: Page[Any], number: int, limit: int | None, *, given: int) -> bool:
    """Whether a counted list has a page after this one: as it says, else by its total, else until a
    page is empty.

    A page that is not full proves nothing: a server may give fewer than asked for.
    """
    if page.has_more is not None:
        return page.has_more
    if page.total_results is None:
        return bool(page)
    size = _size(page, limit)
    return bool(size and number * size < page.total_results) or (
        bool(page) and given < page.total_results
    )


def pages_in_all(page: Page[Any], limit: int | None) -> int | None:
    """How many pages a counted list has, where a page tells."""
    size = _size(page, limit)
    return None if page.total_results is None or size is None else -(-page.total_results // size)


MOST_KEPT = 10_000


class SeenContents:
    """The last place, and one further back that is set anew at growing distances: finds every
    circle in the end (Brent).

    A walk that turns into a circle of n places after m others is found out within 3 * (n + m) + 1
    of them.
    """

    def __init__(self) -> None:
        self._last: object = None
        self._anchor: object = None
        self._steps = 0
        self._until_next: int = 1

    def is_repeated(self, place: object) -> bool:
        """Whether this place is the last one, or the anchor; None is no place, and no step."""
        if place is None:
            return False
        if place in (self._last, self._anchor):
            return True
        self._last = place
        self._steps += 1
        if self._steps == self._until_next:
            self._anchor, self._steps, self._until_next = place, 0, 2 * self._until_next
        return False


class SeenCursors:
    """The places of a walk: a circle of up to 10,000 is found at its first place met again, a
    longer one by an anchor.
    """

    def __init__(self, first: Hashable) -> None:
        self._kept: dict[int, None] = {hash(first): None}
        self._anchor = SeenContents()

    def is_repeated(self, place: Hashable) -> bool:
        """Whether the walk was here before."""
        mark = hash(place)
        if mark in self._kept or self._anchor.is_repeated(place):
            return True
        self._kept[mark] = None
        if len(self._kept) > MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        return False
