from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from typing import Any

import pytest

from gigstack_api import InvalidArgumentError, Page, PaginationError
from gigstack_api._core.operations.page import Paging
from gigstack_api._core.pagination.checkpoint import (
    Position,
    checkpoint,
    counts_pages,
    item_fingerprint,
    start_position,
)
from gigstack_api._core.pagination.traversal import (
    MOST_EMPTY_PAGES,
    Traversal,
    has_next_page,
    page_count,
)
from gigstack_api.models import Client

from .stage import listing


def page(*items: Any, **facts: Any) -> Page[Any]:
    return Page(data=items, **facts)


@pytest.mark.parametrize(
    ("operation", "counts"),
    [
        (listing(), False),
        (listing(metadata={"a": 1}), True),
        (listing(query={"metadata_a": "1"}), True),
        (listing(query={"metadatum": "1"}), False),
        (listing(Paging.PAGE), True),
        (listing(Paging.STARTING_AFTER, metadata={"a": 1}), False),
        (listing(Paging.SINGLE), False),
    ],
)
def test_searches_and_lists_filtered_by_metadata_count_pages(operation: Any, counts: bool) -> None:
    assert counts_pages(operation) is counts


@pytest.mark.parametrize(
    ("operation", "query"),
    [
        (listing(), {"next": None}),
        (listing(query={"next": "abc"}), {"next": "abc"}),
        (
            listing(Paging.STARTING_AFTER, query={"starting_after": "id_1"}),
            {"starting_after": "id_1"},
        ),
        (listing(Paging.CURSOR, query={"cursor": "abc"}), {"cursor": "abc"}),
        (listing(Paging.PAGE), {"page": None}),
        (listing(Paging.PAGE, query={"page": 3}), {"page": "3"}),
        (listing(Paging.PAGE, query={"page": "9" * 18}), {"page": "9" * 18}),
        (listing(metadata={"a": 1}), {"page": None}),
    ],
)
def test_a_list_starts_where_its_query_says(operation: Any, query: dict[str, str | None]) -> None:
    assert start_position(operation, None).query == query


@pytest.mark.parametrize(
    "position",
    [
        Position("next"),
        Position("next", "abc"),
        Position("next", "abc", 3),
        Position("next", at_end=True),
    ],
)
def test_a_checkpoint_brings_back_its_position(position: Position) -> None:
    operation = listing(query={"limit": 5})
    text = checkpoint(operation, position)
    assert start_position(operation, text) == position
    assert text.isascii()
    assert len(text) < 100


def test_a_checkpoint_behind_an_item_stays_small() -> None:
    operation = listing(query={"limit": 5})
    position = Position("next", "abc", 3, last=item_fingerprint({"id": "client_" + "1" * 40}))
    text = checkpoint(operation, position)
    assert start_position(operation, text) == position
    assert len(text) < 100


@pytest.mark.parametrize(
    ("item", "same"),
    [
        ({"id": "a"}, Client(id="a")),
        ({"id": "a"}, {"id": "a", "uuid": "b"}),
        ({"uuid": "a"}, {"id": "", "uuid": "a"}),
        ({"uuid": "a"}, {"id": 5, "uuid": "a"}),
    ],
)
def test_an_item_is_known_again_by_its_id(item: object, same: object) -> None:
    assert item_fingerprint(item) == item_fingerprint(same) is not None


def test_the_mark_of_an_item_is_the_same_for_good() -> None:
    assert item_fingerprint({"id": "client_1"}) == "ce3d1fc705"


@pytest.mark.parametrize(
    "item",
    [{}, {"id": None}, {"id": ""}, {"id": 5}, {"name": "a"}, Client(name="a"), 5, "id", None, []],
)
def test_an_item_without_an_id_has_no_mark(item: object) -> None:
    assert item_fingerprint(item) is None


def test_items_of_different_ids_have_different_marks() -> None:
    ids = ["a", "b", "\ud800", "\udfff", "?", "ñ"]
    assert len({item_fingerprint({"id": each}) for each in ids}) == len(ids)


def test_a_checkpoint_is_good_wherever_the_list_stood() -> None:
    text = checkpoint(listing(query={"limit": 5, "next": "abc"}), Position("next", "def"))
    assert start_position(listing(query={"limit": 5}), text) == Position("next", "def")


@pytest.mark.parametrize(
    "other",
    [
        listing(),
        listing(query={"limit": 6}),
        listing(Paging.PAGE),
        listing(query={"limit": 5}, metadata={"a": 1}),
    ],
)
def test_a_checkpoint_of_another_list_is_refused(other: Any) -> None:
    with pytest.raises(
        InvalidArgumentError,
        match=r"^resume: this checkpoint belongs to another list, or to one with other",
    ):
        start_position(other, checkpoint(listing(query={"limit": 5}), Position("next", "abc")))


def _forged(content: object) -> str:
    return urlsafe_b64encode(json.dumps(content).encode()).decode()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "ñ",
        "!!!",
        _forged(5),
        _forged([1, 2]),
        _forged([5, "abc", 0, False]),
        _forged(["mark", "abc", "many", False]),
        _forged(["mark", "abc", None, False]),
        5,
    ],
)
def test_what_is_no_checkpoint_is_refused(text: Any) -> None:
    with pytest.raises(InvalidArgumentError, match=r"^resume must be the checkpoint of a pager$"):
        start_position(listing(), text)


@pytest.mark.parametrize(
    ("text", "position"),
    [
        (
            "WyI0MzU5ZmY2YzAyYTIiLCJhYmMiLDMsZmFsc2UsImNlM2QxZmM3MDUiXQ",
            Position("next", "abc", 3, last="ce3d1fc705"),
        ),
        ("WyI0MzU5ZmY2YzAyYTIiLCJhYmMiLDAsZmFsc2Vd", Position("next", "abc")),
        ("WyI0MzU5ZmY2YzAyYTIiLG51bGwsMCx0cnVlXQ", Position("next", at_end=True)),
    ],
)
def test_a_checkpoint_has_one_form_for_good(text: str, position: Position) -> None:
    """Checkpoints are kept by users, and read by later versions."""
    operation = listing(query={"limit": 5})
    assert start_position(operation, text) == position
    assert checkpoint(operation, position) == text


def follow(operation: Any, *pages: Page[Any]) -> list[str | None]:
    """The values that ask for each page; None at the end stands for the end."""
    position = start_position(operation, None)
    walk = Traversal(operation, position)
    values: list[str | None] = []
    for each in pages:
        values.append(position.value or "first")
        position = walk.after(position, each)
    return [*values, None if position.at_end else position.value]


@pytest.mark.parametrize(
    ("operation", "pages", "values"),
    [
        (
            listing(),
            [
                page(1, has_more=True, next="a"),
                page(2, has_more=True, next="b"),
                page(3, has_more=False),
            ],
            ["first", "a", "b", None],
        ),
        (listing(), [page(1, next="a"), page(2)], ["first", "a", None]),
        (
            listing(),
            [page(has_more=True, next="a"), page(1, has_more=False, next="b")],
            ["first", "a", None],
        ),
        (listing(Paging.STARTING_AFTER), [page(1, next="a"), page()], ["first", "a", None]),
        (listing(Paging.SINGLE), [page(1, next="a")], ["first", None]),
        (listing(Paging.SINGLE), [page(1, has_more=False)], ["first", None]),
        (listing(Paging.CURSOR), [page(1, next="a"), page(2)], ["first", "a", None]),
        (
            listing(Paging.PAGE),
            [page(1, has_more=True), page(has_more=True), page(2, has_more=False)],
            ["first", "2", "3", None],
        ),
        (
            listing(Paging.PAGE, query={"page": 4}),
            [page(1, has_more=True, number=4), page(2, has_more=False, number=5)],
            ["4", "5", None],
        ),
        (
            listing(Paging.PAGE),
            [page(1, 2, total_results=3, size=2), page(3, total_results=3, size=2)],
            ["first", "2", None],
        ),
        (
            listing(Paging.PAGE, query={"limit": 2}),
            [page(1, 2, total_results=4), page(3, 4, total_results=4)],
            ["first", "2", None],
        ),
        (
            listing(Paging.PAGE, query={"limit": 2}),
            [page(1, 2), page(3), page()],
            ["first", "2", "3", None],
        ),
        (
            listing(Paging.PAGE, query={"limit": 2}),
            [page(total_results=3), page(total_results=3)],
            ["first", "2", None],
        ),
        (listing(Paging.PAGE), [page(1, 2), page(3), page()], ["first", "2", "3", None]),
        (
            listing(metadata={"a": 1}),
            [page(1, has_more=True, next="ignored"), page(2, has_more=False)],
            ["first", "2", None],
        ),
    ],
)
def test_every_documented_way_on_is_followed(
    operation: Any, pages: list[Page[Any]], values: list[str | None]
) -> None:
    assert follow(operation, *pages) == values


@pytest.mark.parametrize(
    ("operation", "pages", "message"),
    [
        (
            listing(Paging.SINGLE),
            [page(1, has_more=True, next="a")],
            "the list says there is more, but the API documents no way to request it",
        ),
        (
            listing(),
            [page(1, has_more=True)],
            "the list says there is more, but sends no cursor",
        ),
        (
            listing(),
            [page(1, next="a"), page(2, next="a")],
            "the list repeats a cursor, so it would never end",
        ),
        (
            listing(),
            [page(1, next="a"), page(2, next="b"), page(3, next="a")],
            "the list repeats a cursor, so it would never end",
        ),
        (
            listing(query={"next": "a"}),
            [page(1, next="a")],
            "the list repeats a cursor, so it would never end",
        ),
        (listing(Paging.PAGE), [page(1, number=2)], "expected page 1 of the list, got page 2"),
        (
            listing(Paging.PAGE),
            [page(1, has_more=True), page(1, has_more=True)],
            "page 2 of the list repeats an earlier page",
        ),
        (
            listing(Paging.PAGE),
            [page(1, total_results=2, size=1), page(1, total_results=2, size=1)],
            "page 2 of the list repeats an earlier page",
        ),
        (
            listing(Paging.PAGE),
            [page(has_more=True)] * (MOST_EMPTY_PAGES + 1),
            "the list sent 1001 empty pages in a row, and says there is more",
        ),
    ],
)
def test_a_list_that_leads_nowhere_or_in_a_circle_is_an_error(
    operation: Any, pages: list[Page[Any]], message: str
) -> None:
    with pytest.raises(PaginationError) as caught:
        follow(operation, *pages)
    assert str(caught.value) == message


def test_a_thousand_empty_pages_in_a_row_are_waited_through_again_and_again() -> None:
    empty = [page(has_more=True)] * MOST_EMPTY_PAGES
    values = follow(
        listing(Paging.PAGE), *empty, page(1, has_more=True), *empty, page(2, has_more=False)
    )
    assert (len(values), values[-2:]) == (
        2 * MOST_EMPTY_PAGES + 3,
        [str(2 * MOST_EMPTY_PAGES + 2), None],
    )


@pytest.mark.parametrize("paging", [Paging.NEXT, Paging.PAGE, Paging.SINGLE])
def test_the_end_of_a_list_is_one_place_wherever_its_walk_began(paging: Paging) -> None:
    operation = listing(paging)
    position = Position(paging.value, "3", 2, last="mark")
    assert Traversal(operation, position).after(position, page(1, has_more=False)) == Position(
        paging.value, "3", at_end=True
    )


@pytest.mark.parametrize(
    ("each", "number", "limit", "given", "more"),
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
def test_a_counted_list_says_whether_there_is_more(
    each: Page[Any], number: int, limit: int | None, given: int, more: bool
) -> None:
    assert has_next_page(each, number, limit, given=given) is more


@pytest.mark.parametrize(
    ("each", "limit", "pages"),
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
def test_the_number_of_pages_is_told_by_total_and_size(
    each: Page[Any], limit: int | None, pages: int | None
) -> None:
    assert page_count(each, limit) == pages


def test_the_limit_asked_for_is_the_page_size_of_a_walk() -> None:
    assert Traversal(listing(Paging.PAGE, query={"limit": 5}), Position("page")).limit == 5


@pytest.mark.parametrize("limit", ["all", "", "-1"])
def test_an_odd_limit_is_no_page_size(limit: str) -> None:
    assert Traversal(listing(Paging.PAGE, query={"limit": limit}), Position("page")).limit is None
