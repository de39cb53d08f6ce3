"""Prefetching: in order, at most n pages ahead, with nothing left running."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from contextlib import aclosing
from typing import Any

import anyio
import pytest
from anyio import wait_all_tasks_blocked

from gigstack_api import GigstackError, InvalidArgumentError, NotFoundError, Operation, Page, Pager
from gigstack_api._core.operations.page import Paging
from tests.support.lists import PageServer, counted_pages, place_of, read_into, read_some
from tests.support.things import list_call

pytestmark = pytest.mark.anyio
LISTS: list[Callable[[], tuple[PageServer, Operation[Page[int]]]]] = [
    lambda: (
        PageServer(
            {None: Page(data=(1,), next="1"), "1": Page(data=(2,), next="2"), "2": Page(data=(3,))}
        ),
        list_call(),
    ),
    lambda: (counted_pages(9), list_call(Paging.PAGE)),
]


@pytest.mark.parametrize("ahead", [1, 2, 9])
async def test_prefetching_keeps_the_order(ahead: int) -> None:
    assert await PageServer().pager().prefetch(ahead).collect() == [1, 2, 3, 4, 5, 6]
    for facts in ({}, {"total_results": 10, "size": 2}):
        server = counted_pages(5, **facts)
        items = await server.pager(list_call(Paging.PAGE)).prefetch(ahead).collect()
        assert items == [item for number in range(10, 60, 10) for item in (number, number + 1)]


async def read_ahead(server: PageServer, pager: Pager[int], ahead: int) -> None:
    """Reads six pages. After each of them, so many pages ahead have been asked for."""
    async with aclosing(pager.prefetch(ahead).pages()) as pages:
        for given in range(1, 7):
            await anext(pages)
            await wait_all_tasks_blocked()
            assert len(server.asked) == given + ahead


@pytest.mark.parametrize("ahead", [1, 2, 3])
async def test_a_cursor_list_is_at_most_n_pages_ahead(ahead: int) -> None:
    chain: dict[str | None, Page[int]] = {None: Page(data=(0,), next="1")}
    chain |= {str(number): Page(data=(number,), next=str(number + 1)) for number in range(1, 50)}
    server = PageServer(chain)
    await read_ahead(server, server.pager(), ahead)
    assert server.peak == 1


@pytest.mark.parametrize("ahead", [1, 2, 3])
async def test_a_counted_list_is_fetched_in_parallel_at_most_n_ahead(ahead: int) -> None:
    server = counted_pages(50)
    await read_ahead(server, server.pager(list_call(Paging.PAGE)), ahead)
    assert server.peak == ahead


@pytest.mark.parametrize(("size", "limit"), [(2, None), (None, 2)])
async def test_no_page_is_fetched_behind_a_known_end(size: int | None, limit: int | None) -> None:
    server = counted_pages(3, total_results=6, size=size)
    await server.pager(list_call(Paging.PAGE, query={"limit": limit})).prefetch(9).collect()
    assert sorted(server.asked, key=str) == ["2", "3", None]


async def test_a_page_fetched_behind_an_unknown_end_is_ignored() -> None:
    server = counted_pages(2)
    assert await server.pager(list_call(Paging.PAGE)).prefetch(5).collect() == [10, 11, 20, 21]


async def test_an_error_of_a_prefetched_page_is_raised_in_its_turn() -> None:
    server = counted_pages(3, has_more=True)
    got: list[int] = []
    with pytest.raises(NotFoundError):
        await read_into(got, server.pager(list_call(Paging.PAGE)).prefetch(5))
    assert got == [10, 11, 20, 21, 30, 31]


@pytest.mark.parametrize("pages", [0, -1])
async def test_prefetching_less_than_one_page_is_refused(pages: int) -> None:
    with pytest.raises(InvalidArgumentError, match="at least 1"):
        PageServer().pager().prefetch(pages)


@pytest.mark.parametrize("make", LISTS)
async def test_closing_the_iterator_cancels_prefetched_pages(
    make: Callable[[], tuple[PageServer, Operation[Page[int]]]],
) -> None:
    server, operation = make()
    async with aclosing(server.pager(operation).prefetch(2).pages()) as pages:
        async for _ in pages:
            break
    await wait_all_tasks_blocked()
    assert server.running == 0
    assert server.done == [None]


@pytest.mark.parametrize("make", LISTS)
async def test_a_plain_break_cancels_prefetched_pages(
    make: Callable[[], tuple[PageServer, Operation[Page[int]]]],
) -> None:
    server, operation = make()
    async for _ in server.pager(operation).prefetch(2):
        break
    gc.collect()
    await wait_all_tasks_blocked()
    assert server.running == 0


@pytest.mark.parametrize("make", LISTS)
async def test_a_cancelled_consumer_leaves_no_request_behind(
    make: Callable[[], tuple[PageServer, Operation[Page[int]]]],
) -> None:
    server, operation = make()
    blocked = anyio.Event()
    running = 0

    async def fetch(page: Operation[Page[int]]) -> Page[int]:
        nonlocal running
        if not any(name in {"next", "page"} for name, _ in page.query):
            return await server.fetch(page)
        running += 1
        try:
            blocked.set()
            await anyio.sleep_forever()
        finally:
            running -= 1
        raise AssertionError

    async def consume() -> None:
        async with aclosing(Pager(operation, fetch).prefetch(1).pages()) as pages:
            async for _ in pages:
                pass

    async with anyio.create_task_group() as group:
        group.start_soon(consume)
        await blocked.wait()
        await wait_all_tasks_blocked()
        group.cancel_scope.cancel()

    await wait_all_tasks_blocked()
    assert running == 0


async def test_prefetch_continues_where_its_pager_stopped() -> None:
    pager = PageServer().pager()
    await read_some(pager, 3)
    assert await pager.prefetch(2).collect() == [4, 5, 6]


@pytest.mark.parametrize("paging", [Paging.NEXT, Paging.PAGE])
def test_a_prefetch_task_cancelled_from_outside_is_an_error(paging: Paging) -> None:
    asked: set[asyncio.Task[Any]] = set()

    async def fetch(operation: Operation[Page[int]]) -> Page[int]:
        number = int(place_of(operation) or 1)
        if number == 3:
            task = asyncio.current_task()
            assert task is not None
            asked.add(task)
            await asyncio.sleep(60)
        return Page(data=(number,), has_more=True, next=str(number + 1))

    async def read(got: list[int]) -> None:
        async with aclosing(Pager(list_call(paging), fetch).prefetch(3).__aiter__()) as items:
            async for item in items:
                got.append(item)
                while item == 2 and not asked:
                    await asyncio.sleep(0)
                if item == 2:
                    asked.pop().cancel()

    got: list[int] = []
    with pytest.raises(GigstackError, match="cancelled"):
        asyncio.run(read(got))
    assert got == [1, 2]
