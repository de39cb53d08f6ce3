"""Checkpoints: where a list starts, what a checkpoint holds, which texts are refused."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gigstack_api import InvalidArgumentError, Operation, Page
from gigstack_api._core.operations.page import Paging
from gigstack_api._core.pagination.checkpoint import (
    Position,
    checkpoint,
    counts_pages,
    item_fingerprint,
    list_fingerprint,
    start_position,
)
from gigstack_api._core.schema.types import is_list
from gigstack_api.models import Client
from tests.support.things import list_call

OPERATIONS = [list_call(paging) for paging in Paging] + [list_call(metadata={"a": 1})]


def page(*items: Any, **facts: Any) -> Page[Any]:
    return Page(data=items, **facts)


@pytest.mark.parametrize(
    ("operation", "counts"),
    [
        (list_call(), False),
        (list_call(metadata={"a": 1}), True),
        (list_call(query={"metadata_a": "1"}), True),
        (list_call(query={"metadatum": "1"}), False),
        (list_call(Paging.PAGE), True),
        (list_call(Paging.STARTING_AFTER, metadata={"a": 1}), False),
        (list_call(Paging.SINGLE), False),
    ],
)
def test_lists_filtered_by_metadata_count_pages(operation: Any, counts: bool) -> None:
    assert counts_pages(operation) is counts


@pytest.mark.parametrize(
    ("operation", "query"),
    [
        (list_call(), {"next": None}),
        (list_call(query={"next": "abc"}), {"next": "abc"}),
        (
            list_call(Paging.STARTING_AFTER, query={"starting_after": "id_1"}),
            {"starting_after": "id_1"},
        ),
        (list_call(Paging.CURSOR, query={"cursor": "abc"}), {"cursor": "abc"}),
        (list_call(Paging.PAGE), {"page": None}),
        (list_call(Paging.PAGE, query={"page": 3}), {"page": "3"}),
        (list_call(Paging.PAGE, query={"page": "9" * 18}), {"page": "9" * 18}),
        (list_call(metadata={"a": 1}), {"page": None}),
    ],
)
def test_a_list_starts_at_the_place_of_its_query(
    operation: Any, query: dict[str, str | None]
) -> None:
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
    operation = list_call(query={"limit": 5})
    text = checkpoint(operation, position)
    assert start_position(operation, text) == position
    assert text.isascii()
    assert len(text) < 100


def test_a_checkpoint_behind_an_item_stays_small() -> None:
    operation = list_call(query={"limit": 5})
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
def test_an_item_is_recognised_by_its_id(item: object, same: object) -> None:
    assert item_fingerprint(item) == item_fingerprint(same) is not None


def test_the_fingerprint_of_an_item_never_changes() -> None:
    assert item_fingerprint({"id": "client_1"}) == "ce3d1fc705"


@pytest.mark.parametrize(
    "item",
    [{}, {"id": None}, {"id": ""}, {"id": 5}, {"name": "a"}, Client(name="a"), 5, "id", None, []],
)
def test_an_item_without_an_id_has_no_fingerprint(item: object) -> None:
    assert item_fingerprint(item) is None


def test_items_of_different_ids_have_different_fingerprints() -> None:
    ids = ["a", "b", "\ud800", "\udfff", "?", "ñ"]
    assert len({item_fingerprint({"id": id_}) for id_ in ids}) == len(ids)


def test_a_checkpoint_is_valid_whatever_cursor_the_list_began_at() -> None:
    text = checkpoint(list_call(query={"limit": 5, "next": "abc"}), Position("next", "def"))
    assert start_position(list_call(query={"limit": 5}), text) == Position("next", "def")


@pytest.mark.parametrize(
    "other",
    [
        list_call(),
        list_call(query={"limit": 6}),
        list_call(Paging.PAGE),
        list_call(query={"limit": 5}, metadata={"a": 1}),
    ],
)
def test_a_checkpoint_of_another_list_is_refused(other: Any) -> None:
    with pytest.raises(
        InvalidArgumentError,
        match=r"^resume: this checkpoint belongs to another list, or to one with other",
    ):
        start_position(other, checkpoint(list_call(query={"limit": 5}), Position("next", "abc")))


def encoded(content: object) -> str:
    """A value as the text of a checkpoint."""
    return urlsafe_b64encode(json.dumps(content).encode()).decode()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "ñ",
        "!!!",
        encoded(5),
        encoded([1, 2]),
        encoded([5, "abc", 0, False]),
        encoded(["mark", "abc", "many", False]),
        encoded(["mark", "abc", None, False]),
        5,
    ],
)
def test_another_text_than_a_checkpoint_is_refused(text: Any) -> None:
    with pytest.raises(InvalidArgumentError, match=r"^resume must be the checkpoint of a pager$"):
        start_position(list_call(), text)


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
def test_the_form_of_a_checkpoint_never_changes(text: str, position: Position) -> None:
    """Users store checkpoints; later versions must read them."""
    operation = list_call(query={"limit": 5})
    assert start_position(operation, text) == position
    assert checkpoint(operation, position) == text


FIRST = checkpoint(list_call(), Position("next"))


def with_value(text: str, index: int, value: object) -> str:
    """A checkpoint with one of its values replaced."""
    content: list[object] = json.loads(urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    content[index] = value
    return encoded_text(json.dumps(content))


def encoded_text(text: str) -> str:
    """Any text, encoded like a checkpoint."""
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
        start_position(list_call(), with_value(FIRST, index, value))


@pytest.mark.parametrize("mark", [5, True, [], {}])
def test_a_checkpoint_with_an_invalid_fingerprint_is_refused(mark: object) -> None:
    text = checkpoint(list_call(), Position("next", last="ce3d1fc705"))
    with pytest.raises(InvalidArgumentError, match="resume must be the checkpoint"):
        start_position(list_call(), with_value(text, 4, mark))


@pytest.mark.parametrize("value", ["abc", "0", "-1", "1.5", "", "٣", "1_0", "9" * 19, "9" * 5000])
def test_a_page_that_is_not_a_number_is_refused(value: str) -> None:
    operation = list_call(Paging.PAGE)
    with pytest.raises(InvalidArgumentError, match="resume must be the checkpoint"):
        start_position(operation, with_value(checkpoint(operation, Position("page")), 1, value))
    with pytest.raises(InvalidArgumentError, match="page"):
        start_position(list_call(Paging.PAGE, query={"page": value}), None)


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "[" * 5000 + "]" * 5000, "{}", "null", '"abc"', "[1e999,1,1,1]"]
)
def test_a_checkpoint_of_any_json_is_refused(text: str) -> None:
    with pytest.raises(InvalidArgumentError, match="resume must be the checkpoint"):
        start_position(list_call(), encoded_text(text))


odd = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(max_size=3),
    st.floats(),
    st.lists(st.integers(), max_size=2),
)
json_values = st.recursive(
    odd,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=2), inner)
    ),
)


def assert_refused_or_valid(operation: Operation[Any], text: str) -> None:
    try:
        position = start_position(operation, text)
    except InvalidArgumentError:
        return
    assert position.skip >= 0
    assert (
        position.number >= 1
        if position.parameter == "page"
        else position.value is None or isinstance(position.value, str)
    )
    assert start_position(operation, checkpoint(operation, position)) == position


@given(st.sampled_from(OPERATIONS), st.one_of(st.text(), st.text("AZaz09-_=+/ ")))
def test_any_text_is_refused_or_a_valid_checkpoint(operation: Operation[Any], text: str) -> None:
    assert_refused_or_valid(operation, text)


@given(
    st.sampled_from(OPERATIONS),
    st.one_of(json_values, st.lists(json_values, max_size=6)),
    st.integers(0, 6),
    json_values,
)
@example(OPERATIONS[0], [None, -1, False], 9, None)
@example(OPERATIONS[0], [None, float("inf"), False], 9, None)
@example(OPERATIONS[0], [None, 10**5000 // 10**4200, False], 9, None)
def test_a_forged_checkpoint_is_refused_or_valid(
    operation: Operation[Any], values: object, index: int, value: object
) -> None:
    """The list's fingerprint is right, and all other values but one are too."""
    honest: list[object] = [list_fingerprint(operation), "2", 0, False, None]
    honest[index : index + 1] = [value]
    forged: list[object] = [
        honest,
        [list_fingerprint(operation), *values] if is_list(values) else values,
    ]
    for content in forged:
        assert_refused_or_valid(operation, encoded(content))


@given(st.sampled_from(OPERATIONS), st.data())
def test_a_mutilated_checkpoint_is_refused_or_valid(
    operation: Operation[Any], data: st.DataObject
) -> None:
    text = checkpoint(operation, start_position(operation, None))
    at = data.draw(st.integers(0, len(text) - 1))
    assert_refused_or_valid(
        operation,
        text[:at] + data.draw(st.text(max_size=3)) + text[at + data.draw(st.integers(0, 5)) :],
    )
