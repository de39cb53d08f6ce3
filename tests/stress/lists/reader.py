"""Reads lists as their stories say, and finds what was lost, doubled or left behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import aclosing
from typing import Any

import anyio
import anyio.lowlevel
from attrs import field, frozen

from gigstack_api import (
    APIError,
    DeliveryError,
    Gigstack,
    Pager,
    PaginationError,
    UnreadableReplyError,
)

from ..harness.fault_plans import planned
from ..harness.request_counter import Tally, current
from .fixtures import id_of
from .kinds import At
from .plan import Ending, Story, Stretch, Way

FAILED = (APIError, DeliveryError, UnreadableReplyError)
"""What a fault that is not repeated, or outlives the retries, ends a reading with."""

MOST_STRETCHES = 60
PATIENCE_S = 30.0
GRACE_TURNS = 30
"""Turns of the event loop that what was cancelled may take to go away."""


class Dropped(Exception):
    """The consumer failed."""


def _texts(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)


@frozen(kw_only=True)
class Reading:
    """What became of a story, or of its part in one process. `checkpoint` tells where a new process
    is to go on.
    """

    index: int
    ids: tuple[str, ...] = field(converter=_texts)
    checkpoint: str | None = None
    stretches: int = 0
    requests: int = 0
    met: dict[str, int] = field(factory=dict[str, int])
    wrong: tuple[str, ...] = field(default=(), converter=_texts)


class Reader:
    """Reads one list, stretch by stretch."""

    def __init__(
        self, gig: Gigstack, story: Story, *, resume: str | None = None, before: int = 0
    ) -> None:
        self._gig = gig
        self._story = story
        self._given: list[str] = []
        self._before = before
        self._resume = resume
        self._stretches = 0
        self._vain = 0
        self._wrong: list[str] = []
        self._tally = Tally(story.faults)

    async def read(self, stretches: Iterable[Stretch], *, leaves: bool = False) -> Reading:
        """Reads as told; unless it `leaves`, the last stretch is repeated until the list ends."""
        current.set(self._tally)
        ended = False
        with planned(self._tally), anyio.move_on_after(PATIENCE_S) as patience:
            for stretch in self._as_told(stretches, leaves=leaves):
                self._stretches += 1
                ended = await self._stretch(stretch)
                await self._settle()
                if ended:
                    break
        if patience.cancelled_caught or not (ended or leaves):
            self._wrong.append(
                f"no end after {self._stretches} stretches and {self._tally.requests} requests"
            )
        self._judge(whole=ended)
        return Reading(
            index=self._story.index,
            ids=tuple(self._given),
            checkpoint=None if ended else self._resume,
            stretches=self._stretches,
            requests=self._tally.requests,
            met=dict(self._tally.met),
            wrong=tuple(self._wrong),
        )

    def _as_told(self, stretches: Iterable[Stretch], *, leaves: bool) -> Iterator[Stretch]:
        last: Stretch | None = None
        for last in stretches:
            yield last
        while last is not None and not leaves and self._stretches < MOST_STRETCHES:
            yield last

    async def _stretch(self, stretch: Stretch) -> bool:
        """Whether the list came to its end."""
        pager = self._story.shelf.pager(self._gig, At(limit=self._story.limit, resume=self._resume))
        pager = pager.prefetch(stretch.ahead) if stretch.ahead else pager
        self._vain += 1 + stretch.ahead + (stretch.way is Way.FIRST)
        self._vain += (
            self._story.pages if stretch.way is Way.COLLECT else 0
        )  # a collect that fails begins anew
        with anyio.CancelScope() as scope:
            if stretch.ending is Ending.CANCEL:
                self._tally.cancels(scope, in_requests=stretch.after)
            try:
                return await self._read(pager, stretch)
            except PaginationError as error:
                self._wrong.append(f"{type(error).__name__}: {error}")
            except (Dropped, *FAILED):
                pass
            finally:
                self._resume = pager.checkpoint
        return False

    async def _read(self, pager: Pager[Any], stretch: Stretch) -> bool:
        if stretch.way is Way.PAGES:
            return await self._pages(pager, stretch)
        if stretch.way is Way.COLLECT:
            limit = stretch.after if stretch.ending is Ending.BREAK else None
            items = await pager.collect(limit)
            self._given += map(id_of, items)
            return limit is None or len(items) < limit
        if stretch.way is Way.BY_HAND:
            return await self._by_hand()
        if stretch.way is Way.FIRST:
            page = await pager
            self._expect([id_of(item) for item in page], "the first page")
        return await self._items(pager, stretch)

    async def _items(self, pager: Pager[Any], stretch: Stretch) -> bool:
        if stretch.ending is Ending.BARE_BREAK:
            count = 0
            async for item in pager:
                self._given.append(id_of(item))
                if (count := count + 1) == stretch.after:
                    return False
            return True
        async with aclosing(pager.__aiter__()) as items:
            return await self._until_ended(items, stretch)

    async def _pages(self, pager: Pager[Any], stretch: Stretch) -> bool:
        async with aclosing(pager.pages()) as pages:
            return await self._until_ended(pages, stretch)

    async def _until_ended(self, source: Any, stretch: Stretch) -> bool:
        count = 0
        async for each in source:
            self._given += map(id_of, each) if stretch.way is Way.PAGES else [id_of(each)]
            count += 1
            for _ in range(stretch.work):
                await anyio.lowlevel.checkpoint()
            if count == stretch.after and stretch.ending is Ending.ERROR:
                raise Dropped
            if count == stretch.after and stretch.ending in {Ending.BREAK, Ending.BARE_BREAK}:
                return False
        return True

    async def _by_hand(self) -> bool:
        """Follows the pages as a caller without a pager would, from the beginning; what fails is
        asked for again.
        """
        place: str | None = None
        for _ in range(MOST_STRETCHES):
            try:
                page = await self._story.shelf.pager(
                    self._gig, At(limit=self._story.limit, place=place)
                )
            except FAILED:
                continue  # the requests that failed are counted by their faults
            self._given += map(id_of, page)
            if not page.has_more:
                return True
            place = page.next
        return False

    def _expect(self, ids: list[str], what: str) -> None:
        """Checks ids that are not counted as given, since they come again."""
        at = self._before + len(self._given)
        if ids != list(self._story.shelf.ids[at : at + len(ids)]) or (
            not ids and at < len(self._story.shelf.ids)
        ):
            self._wrong.append(f"{what} behind {at} items is wrong")

    async def _settle(self) -> None:
        """Waits until nothing of this list is on its way any more."""
        for _ in range(GRACE_TURNS):
            if not self._tally.held:
                return
            await anyio.lowlevel.checkpoint()
        self._wrong.append(
            f"{self._tally.held} connections are still held after stretch {self._stretches}"
        )

    def _judge(self, *, whole: bool) -> None:
        truth = self._story.shelf.ids[self._before :]
        given = tuple(self._given)
        if given != (truth if whole else truth[: len(given)]):
            lost, doubled = (
                len(set(truth) - set(given)) if whole else 0,
                len(given) - len(set(given)),
            )
            self._wrong.append(
                f"{len(given)} items instead of {len(truth)}: {lost} lost, {doubled} doubled, or in another order"
            )
        most = self._story.pages + self._vain + sum(self._tally.met.values())
        if self._tally.requests > most:
            self._wrong.append(f"{self._tally.requests} requests, where {most} are enough")
