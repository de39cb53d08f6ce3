"""Lists as a pager sees them: servers of pages, and ways to read a pager."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import aclosing
from typing import Any, TypeAlias

from anyio.lowlevel import checkpoint

from gigstack_api import NotFoundError, Operation, Page, Pager

from .things import list_call

Pages: TypeAlias = Mapping[str | None, Page[Any]]

PAGES: Pages = {
    None: Page(data=(1, 2), has_more=True, next="a"),
    "a": Page(data=(), has_more=True, next="b"),
    "b": Page(data=(3, 4, 5), has_more=True, next="c"),
    "c": Page(data=(6,), has_more=False),
}


def place_of(operation: Operation[Any]) -> str | None:
    """The cursor or page number that a call asks for; None for the first page."""
    query = dict(operation.query)
    parameters = ("next", "starting_after", "cursor", "page")
    return next((query[name] for name in parameters if name in query), None)


class PageServer:
    """Answers with the page of a cursor or number, and counts.

    `asked` holds the place of every request, `done` that of every answer. `running` requests are in
    flight now, and were at most `peak`.
    """

    def __init__(self, pages: Pages = PAGES) -> None:
        self._pages = pages
        self.asked: list[str | None] = []
        self.done: list[str | None] = []
        self.running = 0
        self.peak = 0

    async def fetch(self, operation: Operation[Page[Any]]) -> Page[Any]:
        place = place_of(operation)
        self.asked.append(place)
        self.running += 1
        self.peak = max(self.peak, self.running)
        try:
            for _ in range(3):
                await checkpoint()
            if place not in self._pages:
                raise NotFoundError("No.", status=404, method="GET", path="/things")
            self.done.append(place)
            return self._pages[place]
        finally:
            self.running -= 1

    def pager(
        self, operation: Operation[Page[Any]] | None = None, *, resume: str | None = None
    ) -> Pager[Any]:
        """A pager on this server; of a plain cursor list unless another call is given."""
        return Pager(list_call() if operation is None else operation, self.fetch, resume=resume)


def counted_pages(count: int, **facts: Any) -> PageServer:
    """A list of this many numbered pages with two items each.

    `facts` are what every page says besides; by default only whether there is more.
    """
    pages: dict[str | None, Page[Any]] = {}
    for number in range(1, count + 1):
        said: dict[str, Any] = facts or {"has_more": number < count}
        pages[str(number)] = Page(data=(number * 10, number * 10 + 1), number=number, **said)
    pages[None] = pages["1"]
    return PageServer(pages)


async def read_all(pager: Pager[Any]) -> list[Any]:
    """Every item, one after the other."""
    return [item async for item in pager]


async def read_some(pager: Pager[Any], count: int) -> list[Any]:
    """The first items. The rest is left."""
    async with aclosing(pager.__aiter__()) as items:
        return [await anext(items) for _ in range(count)]


async def read_into(items: list[Any], pager: Pager[Any]) -> None:
    """Adds every item to a list, which keeps them when the pager fails."""
    async for item in pager:
        items.append(item)  # noqa: PERF401 - a comprehension would lose them
