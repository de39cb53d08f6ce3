"""Where a list goes on after a page, and how that is written down. Pure."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import blake2b
from typing import Any

from attrs import evolve, field, frozen

from ..errors import InvalidArgumentError, PaginationError
from .operation import Operation
from .page import Page, Paging

PLACES = frozenset({"next", "starting_after", "cursor", "page"})
MOST_EMPTY_PAGES = 100


@frozen
class Position:
    """A place in a list: parameter and value of the page to ask for, and how many of its items are behind us.

    `at_end`: nothing is left.
    """

    parameter: str
    value: str | None = None
    skip: int = 0
    at_end: bool = False

    @property
    def query(self) -> dict[str, str | None]:
        """The change of the query that asks for this page."""
        return {self.parameter: self.value}

    @property
    def number(self) -> int:
        """The page number, where pages are counted."""
        return int(self.value or 1)


def counts_pages(operation: Operation[Any]) -> bool:
    """Whether a list goes on by page number: searches do, and lists filtered by metadata."""
    if operation.route.paging is Paging.NEXT:
        return any(name.startswith(("metadata.", "metadata_")) for name, _ in operation.query)
    return operation.route.paging is Paging.PAGE


def start(operation: Operation[Any], resume: str | None) -> Position:
    """The first position of a list, or the one a checkpoint names.

    Raises:
        InvalidArgumentError: the checkpoint is none, or is one of another list.
    """
    query = dict(operation.query)
    if counts_pages(operation):
        first = Position("page", query.get("page"))
    else:
        style = operation.route.paging or Paging.SINGLE
        first = Position(style.value, query.get(style.value))
    return first if resume is None else _read_checkpoint(resume, operation, first)


def checkpoint(operation: Operation[Any], position: Position) -> str:
    """The position as a small text, good for the same list with the same filters."""
    content = [fingerprint(operation), position.value, position.skip, position.at_end]
    return urlsafe_b64encode(json.dumps(content, separators=(",", ":")).encode()).decode().rstrip("=")


def _read_checkpoint(text: str, operation: Operation[Any], first: Position) -> Position:
    try:
        mark, value, skip, at_end = json.loads(urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        position = evolve(first, value=value, skip=int(skip), at_end=bool(at_end))
    except (ValueError, TypeError) as error:
        raise InvalidArgumentError("resume takes a checkpoint of a pager") from error
    if mark != fingerprint(operation):
        raise InvalidArgumentError("resume: this checkpoint belongs to another list, or to one with other filters")
    return position


def fingerprint(operation: Operation[Any]) -> str:
    """What tells one list from another: the call and its filters, without its place."""
    filters = sorted(pair for pair in operation.query if pair[0] not in PLACES)
    return blake2b(json.dumps([operation.route.name, operation.path, filters]).encode(), digest_size=6).hexdigest()


@frozen
class Walk:
    """What has to be remembered of the pages so far to know where to go and when to stop."""

    counted: bool
    single: bool
    limit: int | None
    seen: set[int] = field(factory=set[int])
    empty_pages: int = 0
    last_data: tuple[Any, ...] = ()

    @classmethod
    def of(cls, operation: Operation[Any]) -> Walk:
        """The walk over the list of an operation, at its beginning."""
        limit = dict(operation.query).get("limit")
        return cls(
            counted=counts_pages(operation),
            single=operation.route.paging is Paging.SINGLE,
            limit=int(limit) if limit and limit.isdecimal() else None,
        )

    def after(self, position: Position, page: Page[Any]) -> tuple[Walk, Position]:
        """The walk after a page, and the position of the next one.

        Raises:
            PaginationError: there is more, but no way to it, or the way leads back.
        """
        at_end = evolve(position, value=position.value, skip=0, at_end=True)
        if self.single:
            if page.has_more:
                raise PaginationError("the list says there is more, but the API documents no way to it")
            return self, at_end
        if self.counted:
            return self._after_counted(position, page, at_end)
        if page.has_more is False or (page.has_more is None and page.next is None):
            return self, at_end
        if page.next is None:
            raise PaginationError("the list says there is more, but gives no cursor to it")
        mark = hash(page.next)
        if page.next == position.value or mark in self.seen:
            raise PaginationError("the cursor of the list repeats; going on would never end")
        self.seen.add(mark)
        return self, Position(position.parameter, page.next)

    def _after_counted(self, position: Position, page: Page[Any], at_end: Position) -> tuple[Walk, Position]:
        if page.number is not None and page.number != position.number:
            raise PaginationError(f"asked for page {position.number} of the list, got page {page.number}")
        if page.data and page.data == self.last_data:
            raise PaginationError(f"page {position.number} of the list is the same as the one before")
        if not is_more(page, position.number, self.limit):
            return self, at_end
        empty_pages = 0 if page.data else self.empty_pages + 1
        if empty_pages > MOST_EMPTY_PAGES:
            raise PaginationError(f"{empty_pages} pages of the list in a row are empty, and it still says there is more")
        walk = evolve(self, empty_pages=empty_pages, last_data=page.data)
        return walk, Position(position.parameter, str(position.number + 1))


def is_more(page: Page[Any], number: int, limit: int | None) -> bool:
    """Whether a counted list has a page after this one: as it says, else by its total, else by whether this page is full."""
    if page.has_more is not None:
        return page.has_more
    size = page.size or limit
    if page.total_results is not None and size:
        return number * size < page.total_results
    return len(page) >= size if size else bool(page)


def pages_in_all(page: Page[Any], limit: int | None) -> int | None:
    """How many pages a counted list has, where a page tells."""
    size = page.size or limit
    if page.total_results is None or not size:
        return None
    return -(-page.total_results // size)
