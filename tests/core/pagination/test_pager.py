"""Pager: its first page, items, pages, `collect`, and resuming."""

from __future__ import annotations

from contextlib import aclosing
from typing import Any

import anyio
import anyio.lowlevel
import pytest
from anyio import wait_all_tasks_blocked

from gigstack_api import InvalidArgumentError, Operation, Page, Pager, PaginationError
from gigstack_api._core.operations.page import Paging
from tests.support.lists import (
    PAGES,
    PageServer,
    counted_pages,
    place_of,
    read_all,
    read_into,
    read_some,
)
from tests.support.things import list_call

pytestmark = pytest.mark.anyio


async def test_a_pager_sends_nothing_until_it_is_used() -> None:
    server = PageServer()
    server.pager()
    server.pager().prefetch(3)
    await wait_all_tasks_blocked()
    assert server.asked == []


async def test_awaiting_gives_the_first_page() -> None:
    server = PageServer()
    pager = server.pager()
    assert await pager == PAGES[None]
    assert await pager == PAGES[None]
    assert server.asked == [None, None]


async def test_iterating_gives_every_item_of_every_page() -> None:
    server = PageServer()
    assert [item async for item in server.pager()] == [1, 2, 3, 4, 5, 6]
    assert server.asked == [None, "a", "b", "c"]


async def test_pages_gives_every_page() -> None:
    assert [page async for page in PageServer().pager().pages()] == list(PAGES.values())


@pytest.mark.parametrize(
    ("limit", "items", "requests"),
    [
        (None, [1, 2, 3, 4, 5, 6], 4),
        (0, [], 0),
        (1, [1], 1),
        (2, [1, 2], 1),
        (3, [1, 2, 3], 3),
        (99, [1, 2, 3, 4, 5, 6], 4),
    ],
)
async def test_collect_with_a_limit_fetches_no_more_than_it_needs(
    limit: int | None, items: list[int], requests: int
) -> None:
    server = PageServer()
    assert await server.pager().collect(limit) == items
    assert len(server.asked) == requests


@pytest.mark.parametrize("limit", [-1, 1.5, "3", True])
async def test_collect_refuses_a_limit_that_is_no_count(limit: Any) -> None:
    server = PageServer()
    with pytest.raises(
        InvalidArgumentError, match="collect: limit must be a whole number of at least 0, not"
    ):
        await server.pager().collect(limit)
    assert server.asked == []


async def test_iterating_again_starts_from_the_beginning() -> None:
    server = PageServer()
    pager = server.pager()
    items = await pager.collect()
    requests = len(server.asked)
    assert items
    assert await pager.collect() == items
    assert len(server.asked) == 2 * requests


@pytest.mark.parametrize(
    "facts",
    [{"has_more": None, "total_results": 6, "size": 2}, {"has_more": None, "total_results": 6}, {}],
)
async def test_counted_lists_are_read_by_page_number(facts: dict[str, Any]) -> None:
    server = counted_pages(3, **facts)
    operation = list_call(Paging.PAGE, query={"limit": 2})
    assert await server.pager(operation).collect() == [10, 11, 20, 21, 30, 31]
    assert server.asked == [None, "2", "3"]


async def test_lists_filtered_by_metadata_count_pages_and_ignore_next() -> None:
    server = counted_pages(2)
    pager = server.pager(list_call(metadata={"external_id": "EXT-1"}))
    assert await pager.collect() == [10, 11, 20, 21]


async def test_a_list_of_a_single_page_ends_there() -> None:
    server = PageServer({None: Page(data=(1, 2), next="a")})
    assert await server.pager(list_call(Paging.SINGLE)).collect() == [1, 2]


async def test_a_list_by_starting_after_is_read_to_its_end() -> None:
    server = PageServer({None: Page(data=(1,), next="id_1"), "id_1": Page(data=(2,))})
    assert await server.pager(list_call(Paging.STARTING_AFTER)).collect() == [1, 2]


async def test_a_server_that_ignores_the_page_number_is_an_error() -> None:
    same = Page(data=(1, 2), total_results=4, size=2)
    server = PageServer({None: same, "2": same})
    got: list[int] = []
    with pytest.raises(PaginationError, match="page 2 of the list repeats"):
        await read_into(got, server.pager(list_call(Paging.PAGE)))
    assert got == [1, 2]


@pytest.mark.parametrize("ahead", [0, 1, 3])
@pytest.mark.parametrize("last", [Page(data=(3,), has_more=True), Page(data=(3,), next="a")])
async def test_a_missing_or_repeated_cursor_raises_after_the_items(
    last: Page[int], ahead: int
) -> None:
    pager = PageServer({None: Page(data=(1, 2), next="a"), "a": last}).pager()
    got: list[int] = []
    with pytest.raises(PaginationError):
        await read_into(got, pager.prefetch(ahead) if ahead else pager)
    assert got == [1, 2]


@pytest.mark.parametrize("ahead", [0, 1, 3])
@pytest.mark.parametrize("count", range(1, 7))
async def test_another_process_resumes_behind_the_last_item(count: int, ahead: int) -> None:
    pager = PageServer().pager()
    pager = pager.prefetch(ahead) if ahead else pager
    before = await read_some(pager, count)
    later = PageServer()
    resumed = later.pager(resume=pager.checkpoint)
    after = await (resumed.prefetch(ahead) if ahead else resumed).collect()
    assert before + after == [1, 2, 3, 4, 5, 6]


async def test_a_finished_page_is_not_fetched_again_when_resuming() -> None:
    pager = PageServer().pager()
    await read_some(pager, 2)
    later = PageServer()
    assert await later.pager(resume=pager.checkpoint).collect() == [3, 4, 5, 6]
    assert later.asked == ["a", "b", "c"]


@pytest.mark.parametrize("count", range(1, 7))
async def test_a_counted_list_is_resumed_behind_the_last_item(count: int) -> None:
    operation = list_call(Paging.PAGE)
    pager = counted_pages(3).pager(operation)
    before = await read_some(pager, count)
    later = counted_pages(3)
    after = await later.pager(operation, resume=pager.checkpoint).prefetch(2).collect()
    assert before + after == [10, 11, 20, 21, 30, 31]


async def test_a_checkpoint_before_the_first_item_is_the_beginning() -> None:
    pager = PageServer().pager()
    assert await PageServer().pager(resume=pager.checkpoint).collect() == [1, 2, 3, 4, 5, 6]


async def test_a_checkpoint_at_the_end_asks_for_nothing_more() -> None:
    pager = PageServer().pager()
    await pager.collect()
    later = PageServer()
    resumed = later.pager(resume=pager.checkpoint)
    assert await resumed.collect() == []
    assert await resumed == Page(data=(), has_more=False)
    assert later.asked == []


async def test_resuming_inside_a_page_gives_the_rest_of_it() -> None:
    pager = PageServer().pager()
    await read_some(pager, 4)
    resumed = PageServer().pager(resume=pager.checkpoint)
    assert (await resumed).data == (5,)
    assert [page.data async for page in resumed.pages()] == [(5,), (6,)]


async def test_the_checkpoint_of_pages_is_behind_the_page_given() -> None:
    pager = PageServer().pager()
    async with aclosing(pager.pages()) as pages:
        async for _ in pages:
            break
    assert await PageServer().pager(resume=pager.checkpoint).collect() == [3, 4, 5, 6]


async def test_a_checkpoint_of_another_list_is_refused_at_once() -> None:
    text = PageServer().pager(list_call(query={"limit": 2})).checkpoint
    with pytest.raises(InvalidArgumentError, match="another list"):
        PageServer().pager(list_call(query={"limit": 3}), resume=text)


async def test_a_long_list_keeps_no_pages_in_memory() -> None:
    alive = 0

    class Item:
        def __init__(self) -> None:
            nonlocal alive
            alive += 1

        def __del__(self) -> None:
            nonlocal alive
            alive -= 1

    async def fetch(operation: Operation[Page[Any]]) -> Page[Any]:
        number = int(dict(operation.query).get("next", "0"))
        return Page(
            data=tuple(Item() for _ in range(10)), next=str(number + 1) if number < 99 else None
        )

    peak = count = 0
    async for _ in Pager[Any](list_call(), fetch):
        count += 1
        peak = max(peak, alive)
    assert count == 1000
    assert peak <= 30


async def test_a_failed_collect_leaves_the_checkpoint_at_the_start() -> None:
    broken = Pager[int](list_call(), _fails_after_a_page)
    with pytest.raises(PaginationError):
        await broken.collect()
    pages = {None: Page[int](data=(1, 2), has_more=True, next="a"), "a": Page[int](data=(3,))}
    resumed = PageServer(pages).pager(list_call(), resume=broken.checkpoint)
    assert await read_all(resumed) == [1, 2, 3]


async def _fails_after_a_page(operation: Operation[Page[int]]) -> Page[int]:
    return Page(data=(1, 2), has_more=True, next="a" if place_of(operation) is None else None)


async def test_a_cancelled_collect_leaves_the_checkpoint_at_the_start() -> None:
    scope = anyio.CancelScope()

    async def fetch(operation: Operation[Page[int]]) -> Page[int]:
        if place_of(operation) == "a":
            scope.cancel()
        await anyio.lowlevel.checkpoint()
        return Page(data=(1, 2), has_more=True, next="a")

    pager = Pager[int](list_call(), fetch)
    with scope:
        await pager.collect()
    assert pager.checkpoint == Pager[int](list_call(), fetch).checkpoint
