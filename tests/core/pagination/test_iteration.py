"""Iterating after an error, a deadline or a break: no item is lost, and nothing keeps running."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator, Callable
from typing import Any

import anyio
import anyio.lowlevel
import pytest
from anyio import wait_all_tasks_blocked

from gigstack_api import DeliveryError, Operation, Page, Pager
from gigstack_api._core.operations.page import Paging
from tests.support.lists import PageServer, place_of
from tests.support.things import list_call

pytestmark = pytest.mark.anyio

PAGINGS = [Paging.NEXT, Paging.PAGE]
AHEAD = [0, 1, 3]
END = object()
ITEMS = [10, 11, 20, 21, 30, 31, 40, 41]


class Unreliable:
    """A list of four pages. The first requests of each page go wrong."""

    def __init__(self, go_wrong: Callable[[], Any], *, times: int = 1) -> None:
        self._go_wrong = go_wrong
        self._left = dict.fromkeys(range(1, 5), times)
        self.running = 0

    async def fetch(self, operation: Operation[Page[Any]]) -> Page[Any]:
        number = int(place_of(operation) or 1)
        self.running += 1
        try:
            await anyio.lowlevel.checkpoint()
            if self._left[number]:
                self._left[number] -= 1
                await self._go_wrong()
        finally:
            self.running -= 1
        more = number < 4
        data = (number * 10, number * 10 + 1)
        return Page(data=data, has_more=more, next=str(number + 1) if more else None)

    def pager(self, paging: Paging, ahead: int) -> Pager[int]:
        pager = Pager[int](list_call(paging), self.fetch)
        return pager.prefetch(ahead) if ahead else pager


async def fail() -> None:
    raise DeliveryError("No answer.", operation="things.list", method="GET", path="/things")


@pytest.mark.parametrize("ahead", AHEAD)
@pytest.mark.parametrize("paging", PAGINGS)
async def test_after_errors_an_iterator_goes_on_where_it_was(paging: Paging, ahead: int) -> None:
    items = aiter(Unreliable(fail, times=2).pager(paging, ahead))
    got: list[int] = []
    errors = 0
    while True:
        try:
            got.append(await anext(items))
        except DeliveryError:
            errors += 1
        except StopAsyncIteration:
            break
    assert got == ITEMS
    assert errors >= 2


@pytest.mark.parametrize("ahead", AHEAD)
@pytest.mark.parametrize("paging", PAGINGS)
@pytest.mark.parametrize("by_page", [False, True])
async def test_after_deadlines_an_iterator_goes_on_where_it_was(
    paging: Paging, ahead: int, *, by_page: bool
) -> None:
    server = Unreliable(anyio.sleep_forever)
    pager = server.pager(paging, ahead)
    iterator: AsyncIterator[Any] = pager.pages() if by_page else aiter(pager)
    got: list[int] = []
    late = 0
    while True:
        found = await next_or_late(iterator)
        if found is END:
            break
        if found is None:
            late += 1
            await wait_all_tasks_blocked()
            assert server.running == 0
        else:
            got += found if by_page else [found]
    assert got == ITEMS
    assert late >= 1


async def next_or_late(iterator: AsyncIterator[Any]) -> Any:
    """The next value, or None if it was cancelled because it did not come."""
    scope = anyio.CancelScope()

    async def cancel_when_blocked() -> None:
        await wait_all_tasks_blocked()
        scope.cancel()

    async with anyio.create_task_group() as group:
        group.start_soon(cancel_when_blocked)
        try:
            with scope:
                return await anext(iterator, END)
        finally:
            group.cancel_scope.cancel()
    return None


@pytest.mark.parametrize("ahead", AHEAD)
async def test_a_page_that_came_too_late_is_not_lost(ahead: int) -> None:
    scopes: list[anyio.CancelScope] = []

    async def cancel() -> None:
        scopes[-1].cancel()

    items = aiter(Unreliable(cancel).pager(Paging.NEXT, ahead))
    got: list[int] = []
    for _ in range(100):
        with anyio.CancelScope() as scope:
            scopes.append(scope)
            try:
                got.append(await anext(items))
            except StopAsyncIteration:
                break
    assert got == ITEMS


async def test_a_page_that_outlives_its_cancellation_is_ignored() -> None:
    arrives = anyio.Event()
    asked: list[str | None] = []

    async def fetch(operation: Operation[Page[Any]]) -> Page[Any]:
        place = place_of(operation)
        asked.append(place)
        if len(asked) == 1:
            with anyio.CancelScope(shield=True):
                await arrives.wait()
        return Page(data=(place or "1",), next=None if place else "2")

    items = aiter(Pager[str](list_call(), fetch).prefetch(3))
    assert await next_or_late(items) is None
    assert await anext(items) == "1"
    arrives.set()
    await wait_all_tasks_blocked()
    assert [item async for item in items] == ["2"]
    assert asked == [None, None, "2"]


@pytest.mark.parametrize("ahead", AHEAD)
@pytest.mark.parametrize("paging", PAGINGS)
async def test_a_break_leaves_no_task_and_no_warning(paging: Paging, ahead: int) -> None:
    server = PageServer(
        {key: Page(data=(1, 2), has_more=True, next="2") for key in (None, "1", "2", "3", "4")}
    )
    pager = server.pager(list_call(paging))
    async for _ in pager.prefetch(ahead) if ahead else pager:
        break
    gc.collect()
    await wait_all_tasks_blocked()
    assert server.running == 0


@pytest.mark.parametrize("ahead", AHEAD)
@pytest.mark.parametrize("paging", PAGINGS)
async def test_a_closed_iterator_has_ended(paging: Paging, ahead: int) -> None:
    async def never() -> None:
        raise AssertionError

    server = Unreliable(never, times=0)
    items = aiter(server.pager(paging, ahead))
    assert await anext(items) == 10
    await items.aclose()
    await items.aclose()
    await wait_all_tasks_blocked()
    assert server.running == 0
    with pytest.raises(StopAsyncIteration):
        await anext(items)


async def test_an_iterator_at_its_end_stays_there() -> None:
    items = aiter(PageServer({None: Page(data=(1,))}).pager())
    assert await anext(items) == 1
    for _ in range(2):
        with pytest.raises(StopAsyncIteration):
            await anext(items)


async def test_an_iterator_has_one_consumer_at_a_time() -> None:
    server = Unreliable(anyio.sleep_forever)
    items = aiter(server.pager(Paging.NEXT, 0))

    async def wait() -> None:
        await anext(items)

    async with anyio.create_task_group() as group:
        group.start_soon(wait)
        await wait_all_tasks_blocked()
        with pytest.raises(RuntimeError, match="another task is waiting for the next page"):
            await anext(items)
        group.cancel_scope.cancel()
    assert await anext(items) == 10


def test_an_iterator_may_be_made_outside_of_an_event_loop() -> None:
    server = PageServer()
    items = aiter(server.pager().prefetch(2))

    async def read() -> list[int]:
        return [item async for item in items]

    assert asyncio.run(read()) == [1, 2, 3, 4, 5, 6]


def test_an_iterator_may_be_dropped_in_another_thread() -> None:
    server = Unreliable(fail, times=0)
    kept: list[Any] = []

    async def start() -> None:
        kept.append(aiter(server.pager(Paging.NEXT, 1)))
        assert await anext(kept[0]) == 10

    asyncio.run(start())
    kept.clear()

    async def drop_elsewhere() -> None:
        await start()
        await asyncio.to_thread(kept.clear)
        while len(asyncio.all_tasks()) > 1:  # the test times out if the task stays
            await asyncio.sleep(0)

    asyncio.run(drop_elsewhere())
