"""Traversal of a list: which page comes next, and when to stop."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from msgspec.structs import replace

from ...errors import PaginationError
from ..operations.operation import Operation
from ..operations.page import Page, Paging
from .checkpoint import Position, counts_pages

MOST_EMPTY_PAGES = 1000
"""Empty pages in a row. A rare filter may leave many pages empty, but not without end."""


class Traversal:
    """One traversal of a list: remembers what decides where to go on and when to stop.

    It ends on every server that does not supply new items without end; `SeenCursors` and
    `SeenContents` state the bounds.
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
            PaginationError: the next page is missing, or a cursor or page repeats.
        """
        has_next = (
            self._has_next_number(position, page) if self.counted else self._has_next_cursor(page)
        )
        if not has_next:
            return replace(position, skip=0, at_end=True, last=None)

        self._empty_pages = 0 if page.data else self._empty_pages + 1
        if self._empty_pages > MOST_EMPTY_PAGES:
            raise PaginationError(
                f"the list sent {self._empty_pages} empty pages in a row without ending"
            )
        return Position(position.parameter, str(position.number + 1) if self.counted else page.next)

    def _has_next_cursor(self, page: Page[Any]) -> bool:
        if self._single:
            if page.has_more:
                raise PaginationError(
                    "has_more is true, but this operation has no pagination parameter"
                )
            return False
        if page.has_more is False or (page.has_more is None and page.next is None):
            return False
        if page.next is None:
            raise PaginationError("has_more is true, but there is no cursor")
        if self._cursors.is_repeated(page.next):
            raise PaginationError("a cursor repeats, so the list would never end")
        return True

    def _has_next_number(self, position: Position, page: Page[Any]) -> bool:
        if page.number is not None and page.number != position.number:
            raise PaginationError(
                f"expected page {position.number} of the list, got page {page.number}"
            )
        if self._contents.is_repeated(page.data or None):
            raise PaginationError(f"page {position.number} of the list repeats an earlier page")
        return has_next_page(page, position.number, self.limit, given=self._given.add(page))


class ItemCount:
    """Counts the items of a numbered list, including those of the pages before its first one."""

    def __init__(self, first_number: int) -> None:
        self._pages_before = first_number - 1
        self._since = 0

    def add(self, page: Page[Any]) -> int:
        """Counts another page, and returns the new total."""
        self._since += len(page)
        # Without a page size, a page before the first one counts as one item: one request too many
        # at the end of a list loses nothing, one too few loses its last items.
        return self._pages_before * (_page_size(page, None) or 1) + self._since


def _page_size(page: Page[Any], limit: int | None) -> int | None:
    """Items of a full page: as the server says, else the `limit`, which it may ignore."""
    return next((size for size in (page.size, limit) if size and size > 0), None)


def has_next_page(page: Page[Any], number: int, limit: int | None, *, given: int) -> bool:
    """Whether a numbered list has a page after this one.

    Its `has_more` decides; without one its total; without either, it ends with an empty page. A
    page that is not full proves nothing, since a server may send fewer items than requested.
    """
    if page.has_more is not None:
        return page.has_more
    if page.total_results is None:
        return bool(page)
    size = _page_size(page, limit)
    return bool(size and number * size < page.total_results) or (
        bool(page) and given < page.total_results
    )


def page_count(page: Page[Any], limit: int | None) -> int | None:
    """The number of pages of a numbered list; None if it is unknown."""
    size = _page_size(page, limit)
    return None if page.total_results is None or size is None else -(-page.total_results // size)


MOST_KEPT = 10_000
"""Cursors that are remembered."""


class SeenContents:
    """Finds every cycle in the end, remembering only two places (Brent's algorithm).

    Those are the last place, and an anchor further back that is set anew at growing distances. A
    cycle of n places after m others is found within 3 * (n + m) + 1 places.
    """

    def __init__(self) -> None:
        self._last: object = None
        self._anchor: object = None
        self._steps = 0
        self._until_next: int = 1

    def is_repeated(self, place: object) -> bool:
        """Whether a place is the last one or the anchor. None is ignored."""
        if place is None:
            return False
        if place in (self._last, self._anchor):
            return True
        self._last = place
        self._steps += 1
        # Doubled distances bring the anchor into the cycle in the end, and a distance longer than
        # the cycle leads back to the anchor.
        if self._steps == self._until_next:
            self._anchor, self._steps, self._until_next = place, 0, 2 * self._until_next
        return False


class SeenCursors:
    """Finds cycles of cursors.

    The hashes of the last `MOST_KEPT` cursors are kept, so that a cycle of up to that many is found
    at its first repeated cursor. Longer ones are found by `SeenContents`.
    """

    def __init__(self, first: Hashable) -> None:
        self._kept: dict[int, None] = {hash(first): None}
        self._anchor = SeenContents()

    def is_repeated(self, place: Hashable) -> bool:
        """Whether a place was seen before."""
        fingerprint = hash(place)
        if fingerprint in self._kept or self._anchor.is_repeated(place):
            return True
        self._kept[fingerprint] = None
        if len(self._kept) > MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        return False
