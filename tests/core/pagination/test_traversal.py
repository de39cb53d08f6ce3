"""From page to page: every paging style, the end of a list, and cycle detection."""

from __future__ import annotations

import tracemalloc
from typing import Any

import pytest

from gigstack_api import Page, PaginationError
from gigstack_api._core.operations.page import Paging
from gigstack_api._core.pagination.checkpoint import Position, start_position
from gigstack_api._core.pagination.traversal import (
    MOST_EMPTY_PAGES,
    MOST_KEPT,
    SeenContents,
    SeenCursors,
    Traversal,
    has_next_page,
    page_count,
)
from tests.support.things import list_call


def page(*items: Any, **facts: Any) -> Page[Any]:
    return Page(data=items, **facts)


def follow(operation: Any, *pages: Page[Any]) -> list[str | None]:
    """The cursor or number of every request. None at the end: the list is over."""
    position = start_position(operation, None)
    walk = Traversal(operation, position)
    values: list[str | None] = []
    for answered in pages:
        values.append(position.value or "first")
        position = walk.after(position, answered)
    return [*values, None if position.at_end else position.value]


@pytest.mark.parametrize(
    ("operation", "pages", "values"),
    [
        (
            list_call(),
            [
                page(1, has_more=True, next="a"),
                page(2, has_more=True, next="b"),
                page(3, has_more=False),
            ],
            ["first", "a", "b", None],
        ),
        (list_call(), [page(1, next="a"), page(2)], ["first", "a", None]),
        (
            list_call(),
            [page(has_more=True, next="a"), page(1, has_more=False, next="b")],
            ["first", "a", None],
        ),
        (list_call(Paging.STARTING_AFTER), [page(1, next="a"), page()], ["first", "a", None]),
        (list_call(Paging.SINGLE), [page(1, next="a")], ["first", None]),
        (list_call(Paging.SINGLE), [page(1, has_more=False)], ["first", None]),
        (list_call(Paging.CURSOR), [page(1, next="a"), page(2)], ["first", "a", None]),
        (
            list_call(Paging.PAGE),
            [page(1, has_more=True), page(has_more=True), page(2, has_more=False)],
            ["first", "2", "3", None],
        ),
        (
            list_call(Paging.PAGE, query={"page": 4}),
            [page(1, has_more=True, number=4), page(2, has_more=False, number=5)],
            ["4", "5", None],
        ),
        (
            list_call(Paging.PAGE),
            [page(1, 2, total_results=3, size=2), page(3, total_results=3, size=2)],
            ["first", "2", None],
        ),
        (
            list_call(Paging.PAGE, query={"limit": 2}),
            [page(1, 2, total_results=4), page(3, 4, total_results=4)],
            ["first", "2", None],
        ),
        (
            list_call(Paging.PAGE, query={"limit": 2}),
            [page(1, 2), page(3), page()],
            ["first", "2", "3", None],
        ),
        (
            list_call(Paging.PAGE, query={"limit": 2}),
            [page(total_results=3), page(total_results=3)],
            ["first", "2", None],
        ),
        (list_call(Paging.PAGE), [page(1, 2), page(3), page()], ["first", "2", "3", None]),
        (
            list_call(metadata={"a": 1}),
            [page(1, has_more=True, next="ignored"), page(2, has_more=False)],
            ["first", "2", None],
        ),
    ],
)
def test_every_documented_paging_style_is_followed(
    operation: Any, pages: list[Page[Any]], values: list[str | None]
) -> None:
    assert follow(operation, *pages) == values


@pytest.mark.parametrize(
    ("operation", "pages", "message"),
    [
        (
            list_call(Paging.SINGLE),
            [page(1, has_more=True, next="a")],
            "has_more is true, but this operation has no pagination parameter",
        ),
        (
            list_call(),
            [page(1, has_more=True)],
            "has_more is true, but there is no cursor",
        ),
        (
            list_call(),
            [page(1, next="a"), page(2, next="a")],
            "a cursor repeats, so the list would never end",
        ),
        (
            list_call(),
            [page(1, next="a"), page(2, next="b"), page(3, next="a")],
            "a cursor repeats, so the list would never end",
        ),
        (
            list_call(query={"next": "a"}),
            [page(1, next="a")],
            "a cursor repeats, so the list would never end",
        ),
        (list_call(Paging.PAGE), [page(1, number=2)], "expected page 1 of the list, got page 2"),
        (
            list_call(Paging.PAGE),
            [page(1, has_more=True), page(1, has_more=True)],
            "page 2 of the list repeats an earlier page",
        ),
        (
            list_call(Paging.PAGE),
            [page(1, total_results=2, size=1), page(1, total_results=2, size=1)],
            "page 2 of the list repeats an earlier page",
        ),
        (
            list_call(Paging.PAGE),
            [page(has_more=True)] * (MOST_EMPTY_PAGES + 1),
            "the list sent 1001 empty pages in a row without ending",
        ),
    ],
)
def test_a_missing_or_repeated_cursor_is_an_error(
    operation: Any, pages: list[Page[Any]], message: str
) -> None:
    with pytest.raises(PaginationError) as caught:
        follow(operation, *pages)
    assert str(caught.value) == message


def test_a_thousand_empty_pages_in_a_row_are_read_each_time() -> None:
    empty = [page(has_more=True)] * MOST_EMPTY_PAGES
    values = follow(
        list_call(Paging.PAGE), *empty, page(1, has_more=True), *empty, page(2, has_more=False)
    )
    assert (len(values), values[-2:]) == (
        2 * MOST_EMPTY_PAGES + 3,
        [str(2 * MOST_EMPTY_PAGES + 2), None],
    )


@pytest.mark.parametrize("paging", [Paging.NEXT, Paging.PAGE, Paging.SINGLE])
def test_the_end_of_a_list_is_one_place_for_every_start(paging: Paging) -> None:
    operation = list_call(paging)
    position = Position(paging.value, "3", 2, last="mark")
    assert Traversal(operation, position).after(position, page(1, has_more=False)) == Position(
        paging.value, "3", at_end=True
    )


@pytest.mark.parametrize(
    ("last", "number", "limit", "given", "more"),
    [
        (page(1, has_more=True, total_results=1, size=1), 1, None, 1, True),
        (page(1, has_more=False, total_results=9, size=1), 1, None, 1, False),
        (page(1, total_results=9, size=3), 2, None, 6, True),
        (page(1, total_results=9, size=3), 3, None, 9, False),
        (page(1, total_results=9, size=3), 3, None, 8, True),
        (page(total_results=9, size=3), 3, None, 8, False),
        (page(total_results=9, size=3), 2, None, 3, True),
        (page(1, total_results=9), 1, 3, 1, True),
        (page(total_results=9), 1, 3, 0, True),
        (page(total_results=9), 3, 3, 0, False),
        (page(total_results=9), 1, None, 0, False),
        (page(total_results=2, size=1), 1, None, 0, True),
        (page(1, total_results=9, size=3), 2, 9, 9, True),
        (page(1, total_results=9), 9, None, 9, False),
        (page(1, total_results=9, size=-3), 9, None, 9, False),
        (page(1, 2, size=2), 1, None, 2, True),
        (page(1, size=2), 1, None, 1, True),
        (page(1, size=0), 1, 2, 1, True),
        (page(1, total_results=9), 1, None, 1, True),
        (page(), 1, None, 0, False),
        (page(), 1, 2, 0, False),
    ],
)
def test_whether_a_counted_list_has_more_is_found(
    last: Page[Any], number: int, limit: int | None, given: int, more: bool
) -> None:
    assert has_next_page(last, number, limit, given=given) is more


@pytest.mark.parametrize(
    ("last", "limit", "pages"),
    [
        (page(total_results=9, size=3), None, 3),
        (page(total_results=10, size=3), None, 4),
        (page(total_results=10), 5, 2),
        (page(total_results=3, size=1), None, 3),
        (page(total_results=3), 1, 3),
        (page(total_results=0, size=3), None, 0),
        (page(total_results=10), None, None),
        (page(size=3), None, None),
        (page(total_results=10, size=-1), None, None),
        (page(total_results=10, size=0), 5, 2),
    ],
)
def test_the_number_of_pages_follows_from_total_and_size(
    last: Page[Any], limit: int | None, pages: int | None
) -> None:
    assert page_count(last, limit) == pages


def test_the_limit_of_the_query_is_the_page_size() -> None:
    assert Traversal(list_call(Paging.PAGE, query={"limit": 5}), Position("page")).limit == 5


@pytest.mark.parametrize("limit", ["all", "", "-1"])
def test_an_invalid_limit_is_not_a_page_size(limit: str) -> None:
    assert Traversal(list_call(Paging.PAGE, query={"limit": limit}), Position("page")).limit is None


def test_memory_stays_flat_over_many_pages() -> None:
    walk = Traversal(list_call(), Position("next"))
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


def steps_until_found(detector: SeenContents | SeenCursors, tail: int, length: int) -> int:
    """The number of steps until a cycle is found; -1 if it is not found within four rounds.

    The path has `tail` places before the cycle, which has `length` places.
    """
    steps = range(4 * (tail + length) + 1)
    return next(
        (
            step
            for step in steps
            if detector.is_repeated(step if step < tail else tail + (step - tail) % length)
        ),
        -1,
    )


@pytest.mark.parametrize("tail", [0, 1, 7])
@pytest.mark.parametrize("length", [1, 2, 500, MOST_KEPT])
def test_a_short_cycle_is_found_at_its_first_repeated_place(tail: int, length: int) -> None:
    assert steps_until_found(SeenCursors("before"), tail, length) == tail + length


def test_a_cycle_through_the_first_place_is_found_there() -> None:
    trail = SeenCursors(0)
    assert not any(trail.is_repeated(place) for place in range(1, MOST_KEPT))
    assert trail.is_repeated(0)


@pytest.mark.parametrize("length", [MOST_KEPT + 1, 12_345])
def test_a_cycle_too_long_to_be_remembered_is_found(length: int) -> None:
    assert length < steps_until_found(SeenCursors("before"), 100, length) <= 3 * (100 + length) + 1


@pytest.mark.parametrize("tail", range(20))
def test_the_same_place_twice_in_a_row_is_found_at_once(tail: int) -> None:
    assert steps_until_found(SeenContents(), tail, 1) == tail + 1


@pytest.mark.parametrize("tail", [*range(20), 100])
def test_every_cycle_is_found_within_three_rounds(tail: int) -> None:
    for length in [*range(1, 40), 100]:
        assert (
            tail + length
            <= steps_until_found(SeenContents(), tail, length)
            <= 3 * (tail + length) + 1
        )


@pytest.mark.parametrize("length", range(1, 200))
def test_a_cycle_from_the_start_is_found_after_a_power_of_two(length: int) -> None:
    assert steps_until_found(SeenContents(), 0, length) <= length + (1 << length.bit_length())


@pytest.mark.parametrize("first", ["", 0, False, ()])
def test_the_first_place_is_not_a_repetition(first: object) -> None:
    assert not SeenContents().is_repeated(first)


def test_a_missing_place_is_not_a_step() -> None:
    anchor = SeenContents()
    assert not any(anchor.is_repeated(None) for _ in range(5))
    assert [anchor.is_repeated(place) for place in ("a", None, "a")] == [False, False, True]
