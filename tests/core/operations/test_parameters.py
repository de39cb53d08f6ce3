"""Path segments, query parameters and metadata filters as strings."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from gigstack_api import OMIT, InvalidArgumentError, Replay
from gigstack_api._core.operations.parameters import (
    encode_metadata,
    encode_path_segment,
    encode_query,
    take_id,
)
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, STRING, array, number
from tests.support.things import Item


@pytest.mark.parametrize(
    ("value", "quoted"),
    [
        ("client_1", "client_1"),
        ("a/b?c#d", "a%2Fb%3Fc%23d"),
        ("../x", "..%2Fx"),
        ("ñ 1%", "%C3%B1%201%25"),
        ("...", "..."),
    ],
)
def test_a_path_segment_is_quoted(value: str, quoted: str) -> None:
    assert encode_path_segment(value, name="id", call="things.get") == quoted


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("", "things.get: id must be a non-empty string, not ''"),
        (" ", "things.get: id must be a non-empty string, not ' '"),
        (None, "things.get: id must be a non-empty string, not None"),
        (5, "things.get: id must be a non-empty string, not 5"),
        (".", "things.get: id cannot be '.', which would address another endpoint"),
        ("..", "things.get: id cannot be '..', which would address another endpoint"),
        ("search", "things.get: id cannot be 'search', which would address another endpoint"),
        ("\ud800", "things.get: id is not valid Unicode"),
    ],
)
def test_a_segment_that_is_not_an_id_is_refused(value: object, message: str) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        encode_path_segment(value, name="id", call="things.get", reserved=frozenset({"search"}))
    assert str(caught.value) == message


def test_an_id_is_taken_from_the_model_that_has_it() -> None:
    fields = {"Item": "id", "Part": "from"}
    assert take_id(Item(id="a b"), name="id", call="things.get", fields=fields) == "a b"
    assert take_id("item_1", name="id", call="things.get", fields=fields) == "item_1"


@pytest.mark.parametrize(
    ("value", "fields", "message"),
    [
        (Item(), {"Item": "id"}, "things.get: the Item has no id"),
        (Item(id="1"), {}, "things.get: id must be a string, not Item"),
        (
            Item(id="1"),
            {"Part": "id", "Whole": "id"},
            "things.get: id must be a string or a model Part or a model Whole, not Item",
        ),
    ],
)
def test_a_model_without_the_id_is_refused(
    value: object, fields: dict[str, str], message: str
) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        take_id(value, name="id", call="things.get", fields=fields)
    assert str(caught.value) == message


KINDS: dict[str, FieldType[Any]] = {
    "limit": number(INTEGER, low=1, high=100),
    "since": number(INTEGER, unit="s"),
    "kind": array(STRING),
}


@pytest.mark.parametrize(
    ("values", "spelled"),
    [
        (
            {"a": "x", "b": 5, "c": 1.5, "d": True, "e": False},
            [("a", "x"), ("b", "5"), ("c", "1.5"), ("d", "true"), ("e", "false")],
        ),
        ({"a": None, "b": OMIT}, []),
        (
            {"kind": ["x", "y"], "other": (1, 2)},
            [("kind", "x"), ("kind", "y"), ("other", "1"), ("other", "2")],
        ),
        ({"kind": []}, []),
        (
            {"since": datetime(2026, 11, 20, tzinfo=UTC), "total": Decimal("1.10")},
            [("since", "1795132800"), ("total", "1.10")],
        ),
        ({"mode": Replay.SAFE}, [("mode", "safe")]),
    ],
)
def test_query_parameters_are_encoded_as_strings(
    values: dict[str, Any], spelled: list[tuple[str, str]]
) -> None:
    assert list(encode_query(values, KINDS)) == spelled


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"limit": 101}, "limit: must be at least 1 and at most 100, not 101"),
        ({"a": {"b": 1}}, "a: must be a single value, not dict"),
        ({"a": [None]}, "a: must be a single value, not NoneType"),
        (
            {"since": datetime(2026, 11, 20)},
            "since: needs a datetime with a time zone, for example datetime.now(UTC)",
        ),
    ],
)
def test_a_parameter_that_cannot_be_encoded_is_refused(
    values: dict[str, Any], message: str
) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        encode_query(values, KINDS)
    assert str(caught.value) == message


def test_metadata_filters_are_dotted() -> None:
    values = {"external_id": "EXT-1", "paid": True, "order": {"id": 5, "line": {"no": 1}}, 7: "x"}
    assert encode_metadata(values) == (  # type: ignore[arg-type]  # keys of callers without a type checker
        ("metadata.external_id", "EXT-1"),
        ("metadata.paid", "true"),
        ("metadata.order.id", "5"),
        ("metadata.order.line.no", "1"),
        ("metadata.7", "x"),
    )


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"": 1}, "metadata: a filter key cannot be empty"),
        ({"a": None}, "metadata: a cannot be filtered by None"),
        ({"a": {"": 1}}, "metadata: a filter key cannot be empty"),
        ({"a": ["x"]}, "a: must be a single value, not list"),
        ({"a": {1}}, "a: cannot be sent as JSON: set"),
    ],
)
def test_a_metadata_filter_that_cannot_be_encoded_is_refused(
    values: dict[str, object], message: str
) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        encode_metadata(values)
    assert str(caught.value) == message
