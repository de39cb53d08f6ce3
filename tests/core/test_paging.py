from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from contextlib import aclosing
from typing import Any

import anyio
import pytest
from anyio.lowlevel import checkpoint

from gigstack_api import (
    InvalidArgumentError,
    NotFoundError,
    Operation,
    Page,
    Pager,
    PaginationError,
)
from gigstack_api._core.operations.page import Paging

from .stage import listing

pytestmark = pytest.mark.anyio

PAGES: dict[str | None, Page[int]] = {
    None: Page(data=(1, 2), has_more=True, next="a"),
    "a": Page(data=(), has_more=True, next="b"),
    "b": Page(data=(3, 4, 5), has_more=True, next="c"),
    "c": Page(data=(6,), has_more=False),
}


class Shelf:
    """Answers with pages by their cursor or number, and notes which were asked for."""

    def __init__(
        self, pages: Mapping[str | None, Page[int]] = PAGES, *, parameter: str = "next"
    ) -> None:
        self._pages = pages
        self._parameter = parameter
        self.asked: list[str | None] = []
        self.done: list[str | None] = []
        self.running = 0
        self.peak = 0

    async def fetch(self, operation: Operation[Page[int]]) -> Page[int]:
        place = dict(operation.query).get(self._parameter)
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
        self, operation: Operation[Page[int]] | None = None, *, resume: str | None = None
    ) -> Pager[int]:
        return Pager(listing() if operation is None else operation, self.fetch, resume=resume)


def numbered(count: int, **facts: Any) -> Shelf:
    """A counted list of so many pages with two items each."""
    pages: dict[str | None, Page[int]] = {}
    for number in range(1, count + 1):
        told: dict[str, Any] = facts or {"has_more": number < count}
        pages[str(number)] = Page(data=(number * 10, number * 10 + 1), number=number, **told)
    pages[None] = pages["1"]
    return Shelf(pages, parameter="page")


async def rest(steps: int = 30) -> None:
    """Lets everybody else go on."""
    for _ in range(steps):
        await checkpoint()


async def read_into(items: list[int], pager: Pager[int]) -> None:
    """Puts the items into a list that keeps them when the pager fails."""
    async for item in pager:
        items.append(item)  # noqa: PERF401 - a comprehension would lose them


async def test_a_pager_sends_nothing_until_it_is_asked() -> None:
    shelf = Shelf()
    shelf.pager()
    shelf.pager().prefetch(3)
    await rest()
    assert shelf.asked == []


async def test_awaiting_gives_the_first_page() -> None:
    shelf = Shelf()
    pager = shelf.pager()
    assert await pager == PAGES[None]
    assert await pager == PAGES[None]
    assert shelf.asked == [None, None]


async def test_iterating_gives_every_item_of_every_page() -> None:
    shelf = Shelf()
    assert [item async for item in shelf.pager()] == [1, 2, 3, 4, 5, 6]
    assert shelf.asked == [None, "a", "b", "c"]


async def test_pages_gives_every_page() -> None:
    assert [page async for page in Shelf().pager().pages()] == list(PAGES.values())


@pytest.mark.parametrize(
    ("limit", "items", "requests"),
    [
        (None, [1, 2, 3, 4, 5, 6], 4),
        (0, [], 0),
        (-1, [], 0),
        (1, [1], 1),
        (2, [1, 2], 1),
        (3, [1, 2, 3], 3),
        (99, [1, 2, 3, 4, 5, 6], 4),
    ],
)
async def test_collect_gives_as_many_as_asked_for_and_fetches_no_more(
    limit: int | None, items: list[int], requests: int
) -> None:
    shelf = Shelf()
    assert await shelf.pager().collect(limit) == items
    assert len(shelf.asked) == requests


async def test_a_pager_starts_anew_each_time() -> None:
    pager = Shelf().pager()
    assert await pager.collect() == await pager.collect()


@pytest.mark.parametrize(
    "facts",
    [
        {"has_more": None, "total_results": 6, "size": 2},
        {"has_more": None, "total_results": 6},
        {},
    ],
)
async def test_counted_lists_are_walked_by_page_number(facts: dict[str, Any]) -> None:
    shelf = numbered(3, **facts)
    operation = listing(Paging.PAGE, query={"limit": 2})
    assert await shelf.pager(operation).collect() == [10, 11, 20, 21, 30, 31]
    assert shelf.asked == [None, "2", "3"]


async def test_lists_filtered_by_metadata_count_pages_and_ignore_next() -> None:
    shelf = numbered(2)
    assert await shelf.pager(listing(metadata={"external_id": "EXT-1"})).collect() == [
        10,
        11,
        20,
        21,
    ]


async def test_a_single_page_is_all() -> None:
    shelf = Shelf({None: Page(data=(1, 2), next="a")})
    assert await shelf.pager(listing(Paging.SINGLE)).collect() == [1, 2]


async def test_a_list_that_goes_by_the_last_item() -> None:
    shelf = Shelf(
        {None: Page(data=(1,), next="id_1"), "id_1": Page(data=(2,))}, parameter="starting_after"
    )
    assert await shelf.pager(listing(Paging.STARTING_AFTER)).collect() == [1, 2]


async def test_a_server_that_ignores_the_page_number_is_found_out() -> None:
    same = Page(data=(1, 2), total_results=4, size=2)
    shelf = Shelf({None: same, "2": same}, parameter="page")
    got: list[int] = []
    with pytest.raises(PaginationError, match="page 2 of the list repeats"):
        await read_into(got, shelf.pager(listing(Paging.PAGE)))
    assert got == [1, 2]


@pytest.mark.parametrize("ahead", [0, 1, 3])
@pytest.mark.parametrize("last", [Page(data=(3,), has_more=True), Page(data=(3,), next="a")])
async def test_a_list_that_leads_nowhere_or_back_ends_in_an_error(
    last: Page[int], ahead: int
) -> None:
    pager = Shelf({None: Page(data=(1, 2), next="a"), "a": last}).pager()
    got: list[int] = []
    with pytest.raises(PaginationError):
        await read_into(got, pager.prefetch(ahead) if ahead else pager)
    assert got == [1, 2]


@pytest.mark.parametrize("ahead", [1, 2, 9])
async def test_prefetching_keeps_the_order(ahead: int) -> None:
    assert await Shelf().pager().prefetch(ahead).collect() == [1, 2, 3, 4, 5, 6]
    for facts in ({}, {"total_results": 10, "size": 2}):
        shelf = numbered(5, **facts)
        items = await shelf.pager(listing(Paging.PAGE)).prefetch(ahead).collect()
        assert items == [item for number in range(10, 60, 10) for item in (number, number + 1)]


@pytest.mark.parametrize("ahead", [1, 2, 3])
async def test_a_cursor_list_is_never_more_than_so_many_pages_ahead(ahead: int) -> None:
    chain: dict[str | None, Page[int]] = {None: Page(data=(0,), next="1")}
    chain |= {str(number): Page(data=(number,), next=str(number + 1)) for number in range(1, 50)}
    shelf = Shelf(chain)
    given = 0
    async with aclosing(shelf.pager().prefetch(ahead).pages()) as pages:
        async for _ in pages:
            given += 1
            await rest()
            assert len(shelf.asked) == given + ahead
            if given == 6:
                break
    assert shelf.peak == 1


@pytest.mark.parametrize("ahead", [1, 2, 3])
async def test_a_counted_list_is_fetched_in_parallel_but_never_more_than_so_many_pages_ahead(
    ahead: int,
) -> None:
    shelf = numbered(50)
    given = 0
    async with aclosing(shelf.pager(listing(Paging.PAGE)).prefetch(ahead).pages()) as pages:
        async for _ in pages:
            given += 1
            await rest()
            assert len(shelf.asked) == given + ahead
            if given == 6:
                break
    assert shelf.peak == ahead


@pytest.mark.parametrize(("size", "limit"), [(2, None), (None, 2)])
async def test_no_page_behind_a_known_end_is_fetched(size: int | None, limit: int | None) -> None:
    shelf = numbered(3, total_results=6, size=size)
    await shelf.pager(listing(Paging.PAGE, query={"limit": limit})).prefetch(9).collect()
    assert sorted(shelf.asked, key=str) == ["2", "3", None]


async def test_a_page_fetched_in_vain_behind_an_unknown_end_harms_nobody() -> None:
    shelf = numbered(2)
    assert await shelf.pager(listing(Paging.PAGE)).prefetch(5).collect() == [10, 11, 20, 21]


async def test_an_error_of_a_page_fetched_ahead_is_raised_when_its_turn_comes() -> None:
    shelf = numbered(3, has_more=True)
    got: list[int] = []
    with pytest.raises(NotFoundError):
        await read_into(got, shelf.pager(listing(Paging.PAGE)).prefetch(5))
    assert got == [10, 11, 20, 21, 30, 31]


@pytest.mark.parametrize("pages", [0, -1])
async def test_prefetching_nothing_is_refused(pages: int) -> None:
    with pytest.raises(InvalidArgumentError, match="at least 1"):
        Shelf().pager().prefetch(pages)


LISTS: list[Callable[[], tuple[Shelf, Operation[Page[int]]]]] = [
    lambda: (
        Shelf(
            {None: Page(data=(1,), next="1"), "1": Page(data=(2,), next="2"), "2": Page(data=(3,))}
        ),
        listing(),
    ),
    lambda: (numbered(9), listing(Paging.PAGE)),
]


@pytest.mark.parametrize("make", LISTS)
async def test_an_early_end_cancels_what_is_fetched_ahead(
    make: Callable[[], tuple[Shelf, Operation[Page[int]]]],
) -> None:
    shelf, operation = make()
    async with aclosing(shelf.pager(operation).prefetch(2).pages()) as pages:
        async for _ in pages:
            break
    await rest()
    assert shelf.running == 0
    assert shelf.done == [None]


@pytest.mark.filterwarnings(
    "ignore:Async generator:ResourceWarning"
)  # trio tells the user to use aclosing
@pytest.mark.parametrize("make", LISTS)
async def test_a_plain_break_cancels_what_is_fetched_ahead_too(
    make: Callable[[], tuple[Shelf, Operation[Page[int]]]],
) -> None:
    shelf, operation = make()
    async for _ in shelf.pager(operation).prefetch(2):
        break
    gc.collect()
    await rest()
    assert shelf.running == 0


@pytest.mark.parametrize("make", LISTS)
async def test_a_cancelled_consumer_leaves_no_request_behind(
    make: Callable[[], tuple[Shelf, Operation[Page[int]]]],
) -> None:
    shelf, operation = make()
    blocked = anyio.Event()
    running = 0

    async def fetch(page: Operation[Page[int]]) -> Page[int]:
        nonlocal running
        if not any(name in {"next", "page"} for name, _ in page.query):
            return await shelf.fetch(page)
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
        await rest()
        group.cancel_scope.cancel()
    await rest()
    assert running == 0


async def _read(pager: Pager[int], count: int) -> list[int]:
    items: list[int] = []
    async with aclosing(pager.__aiter__()) as source:
        async for item in source:
            items.append(item)
            if len(items) == count:
                break
    return items


@pytest.mark.parametrize("ahead", [0, 1, 3])
@pytest.mark.parametrize("count", range(1, 7))
async def test_another_process_goes_on_behind_the_last_item_given(count: int, ahead: int) -> None:
    pager = Shelf().pager()
    pager = pager.prefetch(ahead) if ahead else pager
    before = await _read(pager, count)
    later = Shelf()
    resumed = later.pager(resume=pager.checkpoint)
    after = await (resumed.prefetch(ahead) if ahead else resumed).collect()
    assert before + after == [1, 2, 3, 4, 5, 6]


async def test_behind_the_last_item_of_a_page_the_page_is_not_asked_for_again() -> None:
    pager = Shelf().pager()
    await _read(pager, 2)
    later = Shelf()
    assert await later.pager(resume=pager.checkpoint).collect() == [3, 4, 5, 6]
    assert later.asked == ["a", "b", "c"]


@pytest.mark.parametrize("count", range(1, 7))
async def test_a_counted_list_is_resumed_too(count: int) -> None:
    operation = listing(Paging.PAGE)
    pager = numbered(3).pager(operation)
    before = await _read(pager, count)
    later = numbered(3)
    after = await later.pager(operation, resume=pager.checkpoint).prefetch(2).collect()
    assert before + after == [10, 11, 20, 21, 30, 31]


async def test_a_checkpoint_before_the_first_item_is_the_beginning() -> None:
    pager = Shelf().pager()
    assert await Shelf().pager(resume=pager.checkpoint).collect() == [1, 2, 3, 4, 5, 6]


async def test_a_checkpoint_at_the_end_asks_for_nothing_more() -> None:
    pager = Shelf().pager()
    await pager.collect()
    later = Shelf()
    resumed = later.pager(resume=pager.checkpoint)
    assert await resumed.collect() == []
    assert await resumed == Page(data=(), has_more=False)
    assert later.asked == []


async def test_a_resumed_list_gives_the_rest_of_the_page_it_stood_in() -> None:
    pager = Shelf().pager()
    await _read(pager, 4)
    resumed = Shelf().pager(resume=pager.checkpoint)
    assert (await resumed).data == (5,)
    assert [page.data async for page in resumed.pages()] == [(5,), (6,)]


async def test_pages_checkpoint_behind_the_page_given() -> None:
    pager = Shelf().pager()
    async with aclosing(pager.pages()) as pages:
        async for _ in pages:
            break
    assert await Shelf().pager(resume=pager.checkpoint).collect() == [3, 4, 5, 6]


async def test_prefetch_goes_on_where_its_pager_stood() -> None:
    pager = Shelf().pager()
    await _read(pager, 3)
    assert await pager.prefetch(2).collect() == [4, 5, 6]


async def test_a_checkpoint_of_another_list_is_refused_at_once() -> None:
    text = Shelf().pager(listing(query={"limit": 2})).checkpoint
    with pytest.raises(InvalidArgumentError, match="another list"):
        Shelf().pager(listing(query={"limit": 3}), resume=text)


async def test_a_long_list_keeps_no_pages() -> None:
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
    async for _ in Pager[Any](listing(), fetch):
        count += 1
        peak = max(peak, alive)
    assert count == 1000
    assert peak <= 30
