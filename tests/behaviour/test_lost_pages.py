"""Regressions: lists that once lost an item, repeated one, or never ended."""

from __future__ import annotations

import itertools
import json
from typing import Any

import pytest

from gigstack_api import Operation, Page, Pager, PaginationError
from gigstack_api._core.operations.page import Paging
from gigstack_api._core.pagination.traversal import MOST_EMPTY_PAGES
from tests.support.lists import Pages, PageServer, read_all, read_into, read_some
from tests.support.scripted_api import Api, answer, client, raw_answer
from tests.support.things import list_call

pytestmark = pytest.mark.anyio


async def test_a_cycle_through_the_first_cursor_repeats_no_item() -> None:
    pages: Pages = {"x": Page(data=(1,), next="y"), "y": Page(data=(2,), next="x")}
    got: list[int] = []
    with pytest.raises(PaginationError, match="repeats"):
        await read_into(got, PageServer(pages).pager(list_call(query={"next": "x"})))
    assert got == [1]


@pytest.mark.parametrize("paging", [Paging.NEXT, Paging.PAGE])
async def test_empty_pages_without_an_end_are_an_error(paging: Paging) -> None:
    numbers = itertools.count(1)

    async def fetch(_: Operation[Page[int]]) -> Page[int]:
        return Page(data=(), has_more=True, next=str(next(numbers)))

    with pytest.raises(PaginationError, match="empty pages in a row"):
        await read_all(Pager(list_call(paging), fetch))
    assert next(numbers) <= MOST_EMPTY_PAGES + 3


@pytest.mark.parametrize("length", [2, 3, 7])
async def test_a_counted_list_that_starts_over_is_an_error(length: int) -> None:
    asked = itertools.count()

    async def fetch(_: Operation[Page[int]]) -> Page[int]:
        return Page(data=(next(asked) % length,), has_more=True)

    with pytest.raises(PaginationError, match="repeats an earlier page"):
        await read_all(Pager(list_call(Paging.PAGE), fetch))
    assert next(asked) <= 4 * length


async def test_pages_shorter_than_the_limit_lose_no_item() -> None:
    """The server says neither that there is more nor how long its pages are."""
    pages: Pages = {
        None: Page[int](data=(1, 2)),
        "2": Page[int](data=(3, 4)),
        "3": Page[int](data=(5,)),
        "4": Page[int](data=()),
    }
    assert await read_all(
        PageServer(pages).pager(list_call(Paging.PAGE, query={"limit": 100}))
    ) == [1, 2, 3, 4, 5]


async def test_a_total_counts_more_than_the_limit_asked_for() -> None:
    pages: Pages = {
        None: Page[int](data=(1, 2), total_results=5),
        "2": Page[int](data=(3, 4), total_results=5),
        "3": Page[int](data=(5,), total_results=5),
        "4": Page[int](data=(), total_results=5),
    }
    operation = list_call(Paging.PAGE, query={"limit": 4})
    assert await read_all(PageServer(pages).pager(operation)) == [1, 2, 3, 4, 5]
    pager = PageServer(pages).pager(operation)
    await read_some(pager, 2)
    assert await read_all(PageServer(pages).pager(operation, resume=pager.checkpoint)) == [3, 4, 5]


async def test_resuming_behind_a_short_page_loses_no_item() -> None:
    """The longest page since the checkpoint says nothing of the pages before it."""
    pages: Pages = {
        None: Page[int](data=(0,), total_results=4),
        "2": Page[int](data=(1, 2), total_results=4),
        "3": Page[int](data=(3,), total_results=4),
        "4": Page[int](data=(), total_results=4),
    }
    operation = list_call(Paging.PAGE, query={"limit": 3})
    pager = PageServer(pages).pager(operation)
    await read_some(pager, 2)
    assert await read_all(PageServer(pages).pager(operation, resume=pager.checkpoint)) == [2, 3]


FIRST = [{"id": f"id_{number}"} for number in range(1, 7)]


@pytest.mark.parametrize("name", ["id", "uuid"])
async def test_items_added_before_a_checkpoint_repeat_nothing(name: str) -> None:
    """The newest come first: days later, the first page holds other items too."""
    items: list[dict[str, str]] = [{name: item["id"]} for item in FIRST]
    pager = PageServer({None: Page(data=tuple(items), has_more=False)}).pager(list_call())
    assert await read_some(pager, 2) == items[:2]
    grown: Pages = {None: Page(data=({name: "id_new"}, *items), has_more=False)}
    assert (
        await read_all(PageServer(grown).pager(list_call(), resume=pager.checkpoint)) == items[2:]
    )


async def test_items_deleted_before_a_checkpoint_lose_nothing() -> None:
    pager = PageServer({None: Page(data=tuple(FIRST), has_more=False)}).pager(list_call())
    await read_some(pager, 3)
    shrunk: Pages = {None: Page(data=tuple(FIRST[2:]), has_more=False)}
    assert (
        await read_all(PageServer(shrunk).pager(list_call(), resume=pager.checkpoint)) == FIRST[3:]
    )


async def test_a_page_repeats_if_its_last_item_given_was_deleted() -> None:
    pager = PageServer({None: Page(data=tuple(FIRST), has_more=False)}).pager(list_call())
    await read_some(pager, 3)
    without: Pages = {None: Page(data=(*FIRST[:2], *FIRST[3:]), has_more=False)}
    assert await read_all(PageServer(without).pager(list_call(), resume=pager.checkpoint)) == [
        *FIRST[:2],
        *FIRST[3:],
    ]


@pytest.mark.parametrize("cursor", [{"id": "b"}, ["b"], True, 7.5, "\ud800", "x" * 70_000])
async def test_a_cursor_that_cannot_be_followed_is_an_error(cursor: object) -> None:
    gig = client(Api(raw_answer(json.dumps({"data": [1, 2], "next": cursor}).encode())))
    with pytest.raises(PaginationError, match="there is no cursor"):
        await gig.paginate(list_call()).collect()


@pytest.mark.parametrize("cursor", [False, "", None])
async def test_an_empty_cursor_ends_the_list(cursor: object) -> None:
    assert await client(Api(answer([1, 2], next=cursor))).paginate(list_call()).collect() == [1, 2]


@pytest.mark.parametrize(
    ("has_more", "meant"),
    [("true", True), ("False", False), (1, True), (0, False), ({}, None), ("maybe", None)],
)
async def test_has_more_is_read_in_every_spelling(has_more: object, meant: bool | None) -> None:
    page: Page[Any] = await client(Api(answer([1], has_more=has_more))).paginate(list_call())
    assert page.has_more is meant
