"""Lists and objects in queries, forms and headers, in the styles of OpenAPI."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from gigstack_api import InvalidArgumentError
from gigstack_api._core.operations.headers import encode_cookies, encode_headers
from gigstack_api._core.operations.styles import Style, join, write_form, write_pairs
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, INTEGER, OBJECT, STRING, array

POINT: dict[str, Any] = {"x": 1, "y": Decimal("2.50")}


@pytest.mark.parametrize(
    ("style", "value", "pairs"),
    [
        (Style.REPEATED, [1, None, 2], [("p", "1"), ("p", "2")]),
        (Style.REPEATED, POINT, [("x", "1"), ("y", "2.50")]),
        (Style.COMMAS, [1, True], [("p", "1,true")]),
        (Style.COMMAS, POINT, [("p", "x,1,y,2.50")]),
        (Style.COMMAS, "a,b", [("p", "a,b")]),
        (Style.SPACES, ["a", "b"], [("p", "a b")]),
        (Style.PIPES, ["a", None, "b"], [("p", "a|b")]),
        (Style.BRACKETS, {"a": [1, {"c": None}]}, [("p[a][0]", "1"), ("p[a][1][c]", "")]),
        (Style.JSON, {"a": [1]}, [("p", '{"a":[1]}')]),
    ],
)  # fmt: skip
def test_a_value_is_written_in_its_style(style: Style, value: Any, pairs: Any) -> None:
    assert list(write_pairs("p", value, style)) == pairs


@pytest.mark.parametrize(
    ("style", "value"), [(Style.PIPES, ["a|b"]), (Style.COMMAS, [[1]]), (Style.REPEATED, [[1]])]
)
def test_what_a_style_cannot_write_is_refused(style: Style, value: Any) -> None:
    with pytest.raises(InvalidArgumentError, match="p: "):
        list(write_pairs("p", value, style))


def test_fields_of_a_form_are_repeated_or_nested() -> None:
    fields: dict[str, Any] = {"a": [1, 2], "b": [[1]], "c": None, "d": {"e": False}, "f": ["x"]}
    assert write_form(fields, {"f": Style.COMMAS}) == [
        ("a", "1"), ("a", "2"), ("b[0][0]", "1"), ("c", ""), ("d[e]", "false"), ("f", "x"),
    ]  # fmt: skip


def test_an_item_of_a_list_may_not_hold_its_separator() -> None:
    with pytest.raises(InvalidArgumentError, match="ids: an item contains ','"):
        join(["a,b"], "ids")


def test_headers_are_written_by_their_types() -> None:
    kinds: dict[str, FieldType[Any]] = {
        "N": INTEGER,
        "B": BOOLEAN,
        "L": array(INTEGER),
        "O": OBJECT,
    }
    given = {"N": 1, "B": True, "L": [1, 2], "O": {"a": 1}, "S": "x", "None": None}
    assert encode_headers(given, kinds) == {
        "N": "1", "B": "true", "L": "1,2", "O": "a,1", "S": "x",
    }  # fmt: skip
    with pytest.raises(InvalidArgumentError, match="S must be a non-empty string"):
        encode_headers({"S": 5}, kinds)


def test_cookies_become_one_header() -> None:
    assert (
        encode_cookies({"a": "x=y", "b": 2, "c": None}, {"a": STRING, "b": INTEGER}) == "a=x=y; b=2"
    )
    assert encode_cookies({"a": None}, {}) == ""
    for odd in ("a b", "a;b", 'a"b', "ñ", "a\\b", "a,b"):
        with pytest.raises(InvalidArgumentError, match="session: a cookie cannot contain"):
            encode_cookies({"session": odd}, {})
