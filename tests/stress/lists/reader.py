"""Reads one list as its plan says, and records what was lost, doubled or left behind."""

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

from ..harness.fault_plans import inject_faults
from ..harness.request_counter import RequestCounter, current_counter
from .kinds import ListOptions
from .list_fixtures import id_of
from .plan import Interruption, ReadMode, ReadPlan, Segment

EXPECTED_ERRORS = (APIError, DeliveryError, UnreadableReplyError)
"""Errors of a fault that is not retried, or that outlasts the retries."""

MOST_SEGMENTS = 60
PATIENCE_S = 30.0
GRACE_TURNS = 30
"""Event loop turns that cancelled work may take to finish."""


class ConsumerError(Exception):
    """The consumer of a list failed."""


def _as_tuple(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)


@frozen(kw_only=True)
class ReadResult:
    """The result of a plan, or of its part in one process. `checkpoint` is where a new process
    resumes; `wrong` describes each violation.
    """

    index: int
    ids: tuple[str, ...] = field(converter=_as_tuple)
    checkpoint: str | None = None
    segments: int = 0
    requests: int = 0
    faults: dict[str, int] = field(factory=dict[str, int])
    wrong: tuple[str, ...] = field(default=(), converter=_as_tuple)


class ListReader:
    """Reads one list, segment by segment.

    Args:
        resume: The checkpoint to start from, after `offset` items.
    """

    def __init__(
        self, gig: Gigstack, plan: ReadPlan, *, resume: str | None = None, offset: int = 0
    ) -> None:
        self._gig = gig
        self._plan = plan
        self._fixture = plan.fixture
        self._given: list[str] = []
        self._offset = offset
        self._resume = resume
        self._segments = 0
        self._allowed_extra = 0
        self._wrong: list[str] = []
        self._counter = RequestCounter(plan.faults)

    async def read(self, segments: Iterable[Segment], *, leave_open: bool = False) -> ReadResult:
        """Reads the segments. Repeats the last one until the list ends, unless `leave_open`."""
        current_counter.set(self._counter)
        ended = False
        with inject_faults(self._counter), anyio.move_on_after(PATIENCE_S) as patience:
            for segment in self._repeat_last(segments, leave_open=leave_open):
                self._segments += 1
                ended = await self._read_segment(segment)
                await self._wait_until_idle()
                if ended:
                    break

        requests = self._counter.requests
        if patience.cancelled_caught or not (ended or leave_open):
            self._wrong.append(f"no end after {self._segments} segments and {requests} requests")
        self._check_items(whole=ended)
        self._check_requests()
        return ReadResult(
            index=self._plan.index,
            ids=tuple(self._given),
            checkpoint=None if ended else self._resume,
            segments=self._segments,
            requests=requests,
            faults=dict(self._counter.faults),
            wrong=tuple(self._wrong),
        )

    def _repeat_last(self, segments: Iterable[Segment], *, leave_open: bool) -> Iterator[Segment]:
        last: Segment | None = None
        for last in segments:
            yield last
        while last is not None and not leave_open and self._segments < MOST_SEGMENTS:
            yield last

    async def _read_segment(self, segment: Segment) -> bool:
        """Reads a segment; True if the list ended."""
        options = ListOptions(limit=self._plan.limit, resume=self._resume)
        pager = self._fixture.pager(self._gig, options)
        pager = pager.prefetch(segment.prefetch) if segment.prefetch else pager
        self._allowed_extra += 1 + segment.prefetch + (segment.mode is ReadMode.FIRST)
        if segment.mode is ReadMode.COLLECT:  # one that fails starts again
            self._allowed_extra += self._plan.pages

        with anyio.CancelScope() as scope:
            if segment.interruption is Interruption.CANCEL:
                self._counter.cancel_during_request(scope, in_requests=segment.after)
            try:
                return await self._read(pager, segment)
            except PaginationError as error:
                self._wrong.append(f"{type(error).__name__}: {error}")
            except (ConsumerError, *EXPECTED_ERRORS):
                pass
            finally:
                self._resume = pager.checkpoint
        return False

    async def _read(self, pager: Pager[Any], segment: Segment) -> bool:
        if segment.mode is ReadMode.PAGES:
            return await self._read_pages(pager, segment)
        if segment.mode is ReadMode.COLLECT:
            limit = segment.after if segment.interruption is Interruption.BREAK else None
            items = await pager.collect(limit)
            self._given += map(id_of, items)
            return limit is None or len(items) < limit
        if segment.mode is ReadMode.BY_HAND:
            return await self._read_by_hand()
        if segment.mode is ReadMode.FIRST:
            page = await pager
            self._check_first_page([id_of(item) for item in page])
        return await self._read_items(pager, segment)

    async def _read_items(self, pager: Pager[Any], segment: Segment) -> bool:
        if segment.interruption is Interruption.BARE_BREAK:
            count = 0
            async for item in pager:
                self._given.append(id_of(item))
                if (count := count + 1) == segment.after:
                    return False
            return True
        async with aclosing(pager.__aiter__()) as items:
            return await self._consume(items, segment)

    async def _read_pages(self, pager: Pager[Any], segment: Segment) -> bool:
        async with aclosing(pager.pages()) as pages:
            return await self._consume(pages, segment)

    async def _consume(self, source: Any, segment: Segment) -> bool:
        """Takes items or pages until the interruption; True if the source ended."""
        count = 0
        async for taken in source:
            is_page = segment.mode is ReadMode.PAGES
            self._given += map(id_of, taken) if is_page else [id_of(taken)]
            count += 1
            for _ in range(segment.work):
                await anyio.lowlevel.checkpoint()
            if count == segment.after and segment.interruption is Interruption.ERROR:
                raise ConsumerError
            if count == segment.after and segment.interruption in {
                Interruption.BREAK,
                Interruption.BARE_BREAK,
            }:
                return False
        return True

    async def _read_by_hand(self) -> bool:
        """Follows the pages from the beginning without a pager. Asks again for a page that
        failed.
        """
        next_page: str | None = None
        for _ in range(MOST_SEGMENTS):
            options = ListOptions(limit=self._plan.limit, page=next_page)
            try:
                page = await self._fixture.pager(self._gig, options)
            except EXPECTED_ERRORS:
                continue  # the counter of faults allows for the failed requests
            self._given += map(id_of, page)
            if not page.has_more:
                return True
            next_page = page.next
        return False

    async def _wait_until_idle(self) -> None:
        """Waits until no request of this list holds a connection."""
        for _ in range(GRACE_TURNS):
            if not self._counter.connections:
                return
            await anyio.lowlevel.checkpoint()
        self._wrong.append(
            f"{self._counter.connections} connections are still held after segment {self._segments}"
        )

    def _check_first_page(self, ids: list[str]) -> None:
        """Checks a first page. Its items do not count as given, since they are given again."""
        start = self._offset + len(self._given)
        expected = self._fixture.ids
        if ids != list(expected[start : start + len(ids)]) or (not ids and start < len(expected)):
            self._wrong.append(f"the first page after {start} items is wrong")

    def _check_items(self, *, whole: bool) -> None:
        expected = self._fixture.ids[self._offset :]
        given = tuple(self._given)
        if given != (expected if whole else expected[: len(given)]):
            lost = len(set(expected) - set(given)) if whole else 0
            doubled = len(given) - len(set(given))
            self._wrong.append(
                f"{len(given)} items instead of {len(expected)}: "
                f"{lost} lost, {doubled} doubled, or in another order"
            )

    def _check_requests(self) -> None:
        requests = self._counter.requests
        most = self._plan.pages + self._allowed_extra + self._counter.faults.total()
        if requests > most:
            self._wrong.append(f"{requests} requests, where {most} are enough")
