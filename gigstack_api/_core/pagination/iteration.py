"""Iterators over a list. An iteration that failed or was cancelled can go on where it was.

They are objects, not async generators: an error ends a generator for good, so that the rest of the
list would be missing without a word, and trio warns of every generator that a `break` leaves.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from msgspec.structs import replace

from ..operations.page import Page
from .checkpoint import Position, item_fingerprint
from .traversal import Traversal

T = TypeVar("T")
V = TypeVar("V")
Fetch: TypeAlias = Callable[[Position], Awaitable[Page[T]]]


class Step(NamedTuple, Generic[T]):
    """A page with its position and the position behind it."""

    position: Position
    page: Page[T]
    following: Position


class OneByOne(Generic[T]):
    """Fetches each page when it is asked for."""

    def __init__(self, fetch: Fetch[T], traversal: Traversal) -> None:
        self._fetch = fetch
        self._traversal = traversal

    async def step(self, position: Position) -> Step[T]:
        """The step at a position: the first one, or the one behind the last step."""
        page = await self._fetch(position)
        return Step(position, page, self._traversal.after(position, page))

    def cancel(self) -> None:
        """Ends fetching ahead. The next step starts anew from its position."""

    def abandon(self) -> None:
        """Ends fetching ahead, from a finalizer in any thread."""


class Place(Generic[T]):
    """How far a list was delivered: the items of a page up to one of them."""

    __slots__ = ("_item", "_position", "_skip")

    def __init__(self, position: Position) -> None:
        self.set(position)

    def set(self, position: Position) -> None:
        """Sets it to the start of a page."""
        self._position = position
        self._skip = 0
        self._item: T | None = None

    def set_behind(self, position: Position, skip: int, item: T) -> None:
        """Sets it behind an item, the last of the first `skip` of a page."""
        self._position = position
        self._skip = skip
        self._item = item

    @property
    def position(self) -> Position:
        """The position. Made on demand, since few items are the last one that is wanted."""
        if not self._skip:
            return self._position
        return replace(self._position, skip=self._skip, last=item_fingerprint(self._item))


class Steps(AsyncIterator[V], Generic[V, T]):
    """The base of both iterators: takes one step after the other."""

    def __init__(
        self, start: Position, place: Place[T], make_source: Callable[[], OneByOne[T]]
    ) -> None:
        self._next = start
        self._place = place
        self._make_source = make_source
        self._source: OneByOne[T] | None = None
        self._is_waiting = False

    async def _take_step(self) -> Step[T]:
        """The next step. If it fails or is cancelled, the same page is requested again.

        Raises:
            StopAsyncIteration: the list ends here.
        """
        if self._is_waiting:
            raise RuntimeError("another task is waiting for the next page of this iterator")
        if self._next.at_end:
            raise StopAsyncIteration
        if self._source is None:
            self._source = self._make_source()
        self._is_waiting = True
        try:
            step = await self._source.step(self._next)
        except BaseException:
            self._source.cancel()
            raise
        finally:
            self._is_waiting = False
        self._next = step.following
        return step

    async def aclose(self) -> None:
        """Ends the iteration and all fetching ahead."""
        self._next = replace(self._next, at_end=True)
        if self._source is not None:
            self._source.cancel()

    def __del__(self) -> None:
        if self._source is not None:
            self._source.abandon()


class Pages(Steps[Page[T], T]):
    """Every page."""

    async def __anext__(self) -> Page[T]:
        step = await self._take_step()
        self._place.set(step.following)
        return rest_of(step.page, step.position)


class Items(Steps[T, T]):
    """Every item of every page."""

    _step: Step[T] | None = None
    _index = 0

    async def __anext__(self) -> T:
        while self._step is None:
            step = await self._take_step()
            self._index = step.position.consumed(step.page.data)
            if self._index < len(step.page.data):
                self._step = step
            else:
                self._place.set(step.following)

        step = self._step
        item = step.page.data[self._index]
        self._index += 1
        if self._index < len(step.page.data):
            self._place.set_behind(step.position, self._index, item)
        else:
            self._step = None
            self._place.set(step.following)
        return item

    async def aclose(self) -> None:
        self._step = None
        await super().aclose()


def rest_of(page: Page[T], position: Position) -> Page[T]:
    """The page without the items that were consumed before."""
    consumed = position.consumed(page.data)
    return replace(page, data=page.data[consumed:]) if consumed else page
