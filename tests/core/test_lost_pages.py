"""Lists that once lost an item, gave one twice, or would not have ended."""

from __future__ import annotations

import asyncio
import itertools
import json
import tracemalloc
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from contextlib import aclosing
from typing import Any

import anyio
import anyio.lowlevel
import pytest

from gigstack_api import (
    GigstackError,
    InvalidArgumentError,
    Operation,
    Page,
    Pager,
    PaginationError,
)
from gigstack_api._core.operations.page import Paging, read_page
from gigstack_api._core.pagination.checkpoint import Position, checkpoint
from gigstack_api._core.pagination.traversal import MOST_EMPTY_PAGES, Traversal

from .stage import listing


def place_of(operation: Operation[Any]) -> str | None:
    query = dict(operation.query)
    return next((query[name] for name in ("next", "page") if name in query), None)


def serving(
    pages: Mapping[Any, Page[Any]], operation: Operation[Any], *, resume: str | None = None
) -> Pager[Any]:
    async def fetch(asked: Operation[Any]) -> Page[Any]:
        return pages[place_of(asked)]

    return Pager(operation, fetch, resume=resume)


async def all_of(pager: Pager[Any]) -> list[Any]:
    return [item async for item in pager]


async def taken(pager: Pager[Any], count: int) -> list[Any]:
    async with aclosing(pager.__aiter__()) as items:
        return [await anext(items) for _ in range(count)]


async def read_into(got: list[Any], pager: Pager[Any]) -> None:
    async for item in pager:
        got.append(item)  # noqa: PERF401 - a comprehension would lose them


@pytest.mark.anyio
async def test_a_circle_through_the_cursor_a_list_began_at_gives_no_item_twice() -> None:
    pages = {"x": Page[int](data=(1,), next="y"), "y": Page[int](data=(2,), next="x")}
    got: list[int] = []
    with pytest.raises(PaginationError, match="repeats"):
        await read_into(got, serving(pages, listing(query={"next": "x"})))
    assert got == [1]


@pytest.mark.anyio
@pytest.mark.parametrize("paging", [Paging.NEXT, Paging.PAGE])
async def test_empty_pages_without_an_end_are_an_error(paging: Paging) -> None:
    numbers = itertools.count(1)

    async def fetch(_: Operation[Page[int]]) -> Page[int]:
        return Page(data=(), has_more=True, next=str(next(numbers)))

    with pytest.raises(PaginationError, match="empty pages in a row"):
        await all_of(Pager(listing(paging), fetch))
    assert next(numbers) <= MOST_EMPTY_PAGES + 3


@pytest.mark.anyio
@pytest.mark.parametrize("length", [2, 3, 7])
async def test_a_counted_list_that_begins_again_is_an_error(length: int) -> None:
    asked = itertools.count()

    async def fetch(_: Operation[Page[int]]) -> Page[int]:
        return Page(data=(next(asked) % length,), has_more=True)

    with pytest.raises(PaginationError, match="repeats an earlier page"):
        await all_of(Pager(listing(Paging.PAGE), fetch))
    assert next(asked) <= 4 * length


@pytest.mark.anyio
async def test_a_server_that_gives_fewer_than_asked_for_loses_nobody() -> None:
    """It says neither that there is more, nor how many it gives at most."""
    pages = {
        None: Page[int](data=(1, 2)),
        "2": Page[int](data=(3, 4)),
        "3": Page[int](data=(5,)),
        "4": Page[int](data=()),
    }
    assert await all_of(serving(pages, listing(Paging.PAGE, query={"limit": 100}))) == [
        1,
        2,
        3,
        4,
        5,
    ]


@pytest.mark.anyio
async def test_a_total_is_believed_more_than_the_limit_asked_for() -> None:
    pages = {
        None: Page[int](data=(1, 2), total_results=5),
        "2": Page[int](data=(3, 4), total_results=5),
    }
    pages["3"] = Page(data=(5,), total_results=5)
    pages["4"] = Page(data=(), total_results=5)
    operation = listing(Paging.PAGE, query={"limit": 4})
    assert await all_of(serving(pages, operation)) == [1, 2, 3, 4, 5]
    pager = serving(pages, operation)
    await taken(pager, 2)
    assert await all_of(serving(pages, operation, resume=pager.checkpoint)) == [3, 4, 5]


@pytest.mark.anyio
async def test_resuming_behind_a_short_page_loses_no_item() -> None:
    """The longest page since the checkpoint says nothing of the pages before it."""
    pages = {
        None: Page[int](data=(0,), total_results=4),
        "2": Page[int](data=(1, 2), total_results=4),
        "3": Page[int](data=(3,), total_results=4),
        "4": Page[int](data=(), total_results=4),
    }
    operation = listing(Paging.PAGE, query={"limit": 3})
    pager = serving(pages, operation)
    await taken(pager, 2)
    assert await all_of(serving(pages, operation, resume=pager.checkpoint)) == [2, 3]


def test_the_memory_of_a_walk_stays_flat() -> None:
    walk = Traversal(listing(), Position("next"))
    sizes: list[int] = []
    tracemalloc.start()
    try:
        for number in range(36_001):
            walk.after(Position("next", str(number)), Page(data=(number,), next=str(number + 1)))
            if number in {12_000, 36_000}:
                sizes.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()
    assert sizes[1] - sizes[0] < 50_000


def _changed(text: str, index: int, value: object) -> str:
    content: list[object] = json.loads(urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    content[index] = value
    return _encoded(json.dumps(content))


def _encoded(text: str) -> str:
    return urlsafe_b64encode(text.encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    ("index", "value"),
    [
        (1, 5),
        (1, ["a"]),
        (1, {}),
        (2, -1),
        (2, True),
        (2, 1.5),
        (2, "3"),
        (2, float("nan")),
        (2, float("inf")),
        (3, 0),
        (3, "no"),
        (3, None),
    ],
)
def test_a_checkpoint_with_a_wrong_value_is_refused(index: int, value: object) -> None:
    with pytest.raises(InvalidArgumentError, match="resume must be the checkpoint"):
        serving({}, listing(), resume=_changed(serving({}, listing()).checkpoint, index, value))


@pytest.mark.parametrize("mark", [5, True, [], {}])
def test_a_checkpoint_with_an_odd_mark_is_refused(mark: object) -> None:
    text = checkpoint(listing(), Position("next", last="ce3d1fc705"))
    with pytest.raises(InvalidArgumentError, match="resume must be the checkpoint"):
        serving({}, listing(), resume=_changed(text, 4, mark))


@pytest.mark.parametrize("value", ["abc", "0", "-1", "1.5", "", "٣", "1_0", "9" * 19, "9" * 5000])
def test_a_page_that_is_no_number_is_refused(value: str) -> None:
    operation = listing(Paging.PAGE)
    with pytest.raises(InvalidArgumentError, match="resume must be the checkpoint"):
        serving({}, operation, resume=_changed(serving({}, operation).checkpoint, 1, value))
    with pytest.raises(InvalidArgumentError, match="page"):
        serving({}, listing(Paging.PAGE, query={"page": value}))


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "[" * 5000 + "]" * 5000, "{}", "null", '"abc"', "[1e999,1,1,1]"]
)
def test_a_checkpoint_of_any_json_is_refused(text: str) -> None:
    with pytest.raises(InvalidArgumentError, match="resume must be the checkpoint"):
        serving({}, listing(), resume=_encoded(text))


FIRST = [{"id": f"id_{number}"} for number in range(1, 7)]


@pytest.mark.anyio
@pytest.mark.parametrize("name", ["id", "uuid"])
async def test_what_was_put_before_the_place_of_a_checkpoint_moves_nothing(name: str) -> None:
    """The newest come first: days later, the first page holds others too."""
    items: list[dict[str, str]] = [{name: each["id"]} for each in FIRST]
    pager = serving({None: Page(data=tuple(items), has_more=False)}, listing())
    assert await taken(pager, 2) == items[:2]
    grown = {None: Page[Any](data=({name: "id_new"}, *items), has_more=False)}
    assert await all_of(serving(grown, listing(), resume=pager.checkpoint)) == items[2:]


@pytest.mark.anyio
async def test_what_was_deleted_before_the_place_of_a_checkpoint_loses_nobody() -> None:
    pager = serving({None: Page(data=tuple(FIRST), has_more=False)}, listing())
    await taken(pager, 3)
    shrunk = {None: Page[Any](data=tuple(FIRST[2:]), has_more=False)}
    assert await all_of(serving(shrunk, listing(), resume=pager.checkpoint)) == FIRST[3:]


@pytest.mark.anyio
async def test_where_the_last_item_given_is_gone_its_page_is_given_again() -> None:
    pager = serving({None: Page(data=tuple(FIRST), has_more=False)}, listing())
    await taken(pager, 3)
    without = {None: Page[Any](data=(*FIRST[:2], *FIRST[3:]), has_more=False)}
    assert await all_of(serving(without, listing(), resume=pager.checkpoint)) == [
        *FIRST[:2],
        *FIRST[3:],
    ]


def test_a_cursor_that_is_a_number_is_a_way_on() -> None:
    assert read_page({"next": 12}, ()).next == "12"
    assert read_page({"next": True}, ()).next is None
    assert read_page({"next": 10**5000}, ()).next is None


@pytest.mark.anyio
async def test_a_collect_that_fails_gave_nothing_so_its_checkpoint_stays() -> None:
    broken = Pager[int](listing(), _fails_after_a_page)
    with pytest.raises(PaginationError):
        await broken.collect()
    pages = {None: Page[int](data=(1, 2), has_more=True, next="a"), "a": Page[int](data=(3,))}
    assert await all_of(serving(pages, listing(), resume=broken.checkpoint)) == [1, 2, 3]


async def _fails_after_a_page(operation: Operation[Page[int]]) -> Page[int]:
    return Page(data=(1, 2), has_more=True, next="a" if place_of(operation) is None else None)


@pytest.mark.anyio
async def test_a_collect_that_is_cancelled_gave_nothing_so_its_checkpoint_stays() -> None:
    scope = anyio.CancelScope()

    async def fetch(operation: Operation[Page[int]]) -> Page[int]:
        if place_of(operation) == "a":
            scope.cancel()
        await anyio.lowlevel.checkpoint()
        return Page(data=(1, 2), has_more=True, next="a")

    pager = Pager[int](listing(), fetch)
    with scope:
        await pager.collect()
    assert pager.checkpoint == Pager[int](listing(), fetch).checkpoint


@pytest.mark.parametrize("paging", [Paging.NEXT, Paging.PAGE])
def test_a_prefetch_that_somebody_else_cancelled_does_not_look_like_the_end(paging: Paging) -> None:
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
        async with aclosing(Pager(listing(paging), fetch).prefetch(3).__aiter__()) as items:
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
