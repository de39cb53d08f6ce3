"""A call as a value: its path, query, headers and body."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from gigstack_api import OMIT, InvalidArgumentError, Replay
from gigstack_api._core.operations.operation import operation
from gigstack_api._core.operations.route import KeyPlace, Route
from gigstack_api._core.schema.fields import INTEGER
from tests.support.things import call, thing_route

NESTED: Route[Any] = thing_route(
    path="/teams/{id}/series/{rfc}", personal=frozenset({"rfc"}), reserved=frozenset({"search"})
)


def test_a_path_is_filled_and_shown_without_personal_data() -> None:
    done = operation(NESTED, "team 1", "PEGJ800101ABC")
    assert done.path == "/teams/team%201/series/PEGJ800101ABC"
    assert done.shown_path == "/teams/team%201/series/{rfc}"


def test_omitted_fields_are_not_sent_and_none_is_null() -> None:
    done = call(
        thing_route(),
        body={"a": OMIT, "b": None, "c": 1},
        extra={"d": Decimal("1.5"), "a": 2},
        headers={"X-A": "a", "X-B": None},
    )
    assert done.body == {"a": 2, "b": None, "c": 1, "d": 1.5}
    assert done.headers == {"X-A": "a"}


def test_an_empty_body_is_sent_only_where_one_is_required() -> None:
    assert call(thing_route(), body={"a": OMIT}).body is None
    assert call(thing_route(body_required=True), body={"a": OMIT}).body == {}
    assert call(thing_route()).body is None


def test_omitted_files_are_left_out() -> None:
    assert call(thing_route(), files={"a": b"x", "b": OMIT}).files == {"a": b"x"}


def test_extra_parameters_follow_the_documented_ones() -> None:
    done = call(
        thing_route(query={"limit": INTEGER}),
        query={"limit": 5, "team": None},
        metadata={"a": 1},
        extra_query={"new": [1, 2]},
    )
    assert done.query == (("limit", "5"), ("metadata.a", "1"), ("new", "1"), ("new", "2"))


def test_a_call_may_override_the_replay_class_of_its_route() -> None:
    assert call(thing_route(Replay.NATURAL)).replay is Replay.NATURAL
    assert call(thing_route(Replay.NATURAL), replay=Replay.ONCE).replay is Replay.ONCE


def test_with_query_changes_adds_and_removes_parameters() -> None:
    done = call(thing_route(), query={"a": 1, "b": 2, "c": 3})
    assert done.with_query({"a": None, "b": "4", "d": "5"}).query == (
        ("c", "3"),
        ("b", "4"),
        ("d", "5"),
    )


@pytest.mark.parametrize("value", ["naïve", "two\nlines", "", 5])
def test_a_header_that_http_cannot_hold_is_refused(value: Any) -> None:
    with pytest.raises(
        InvalidArgumentError,
        match="Idempotency-Key must be a non-empty string of printable ASCII characters",
    ):
        call(thing_route(key=KeyPlace.HEADER), headers={"Idempotency-Key": value})
