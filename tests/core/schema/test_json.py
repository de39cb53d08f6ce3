"""The JSON codec: every encoding is read, depth is bounded, repeated fields are found."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigstack_api._core.schema.json import MOST_LEVELS, duplicate_fields, encode_json, parse_json

TEXTS = st.text(st.characters(exclude_categories=()), max_size=8)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)


@given(
    JSON,
    st.sampled_from(
        [
            "utf-8",
            "utf-8-sig",
            "utf-16",
            "utf-16-le",
            "utf-16-be",
            "utf-32",
            "utf-32-le",
            "utf-32-be",
        ]
    ),
)
def test_json_is_read_in_every_unicode_encoding(document: Any, encoding: str) -> None:
    body = json.dumps({"data": document}).encode(encoding)
    assert parse_json(body) == {"data": document}


@given(st.binary(max_size=60))
def test_any_bytes_are_json_or_a_value_error(body: bytes) -> None:
    try:
        parse_json(body)
    except ValueError:
        return


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
@pytest.mark.parametrize("levels", [MOST_LEVELS, MOST_LEVELS + 1, 300, 900, 1_000, 100_000])
def test_json_nested_deeper_than_the_limit_is_refused(
    opening: str, closing: str, levels: int
) -> None:
    body = (opening * (levels - 1) + "[]" + closing * (levels - 1)).encode()
    if levels <= MOST_LEVELS:
        assert parse_json(body)
        return
    with pytest.raises(ValueError, match=f"nested deeper than {MOST_LEVELS} levels"):
        parse_json(body)


def test_a_long_list_does_not_count_as_deep() -> None:
    wide: list[object] = [{"a": [[]]}] * 5_000
    assert parse_json(json.dumps(wide).encode()) == wide


def test_json_near_the_stack_limit_does_not_crash() -> None:
    """On Python 3.11 it raises. Later versions count C frames apart, and read it."""
    body = b"[" * (MOST_LEVELS - 5) + b"]" * (MOST_LEVELS - 5)

    def below(levels: int) -> Any:
        return below(levels - 1) if levels else parse_json(body)

    frames = sys.getrecursionlimit() - MOST_LEVELS
    with suppress(ValueError, RecursionError):
        assert isinstance(below(frames), list)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"a": 1, "b": 2}', []),
        ('{"a": 1, "a": 2}', [("a", "one such field", 2)]),
        ('{"a": 1, "a": 2, "b": 3}', [("a", "one such field", 2)]),
        ('{".a": {"b": 1, "b": 1}}', [(".a.b", "one such field", 2)]),
        ('{"a.": {"b.": 1, "b.": 1}}', [("a..b.", "one such field", 2)]),
        (
            '{"data": [{"id": 1, "id": 1, "id": 1}, {"id": 1}]}',
            [("data[0].id", "one such field", 3)],
        ),
        ('{"a": {"b": 1, "b": 1}, "a": {}}', [("a", "one such field", 2)]),
        (
            '{"a": {}, "a": {"b": 1, "b": 1}}',
            [("a", "one such field", 2), ("a.b", "one such field", 2)],
        ),
        ('[[{"a": 1, "a": 1}]]', [("[0][0].a", "one such field", 2)]),
    ],
)
def test_repeated_fields_are_found_with_their_path(text: str, found: list[object]) -> None:
    assert list(duplicate_fields(text.encode())) == found


@pytest.mark.parametrize(
    "text",
    [
        "18446744073709551616", "-9223372036854775809", "1" * 400, "1e400", "-1e400", "1e-400",
        "NaN", "-Infinity", "-0", "-0.0", "123456789012345678901234567890.5", "0.1", "1E5",
        '"\\ud800"', '"\\ud83d\\ude00"', '"\\u0000"', '{"a":1,"a":2}', " \n[1]\t",
    ],
)  # fmt: skip
def test_a_value_is_read_as_the_json_module_reads_it(text: str) -> None:
    assert repr(parse_json(text.encode())) == repr(json.loads(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[1,]",
        "{'a':1}",
        "01",
        "1.",
        "[1] x",
        '"a\tb"',
        "nul",
        "1" * 5_000,
        '{"a":1',
        "\ufeff\ufeff{}",
    ],
)
def test_what_the_json_module_refuses_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_json(text.encode())


@given(JSON)
def test_json_is_written_as_it_is_read(document: Any) -> None:
    assert repr(parse_json(json.dumps(document).encode())) == repr(document)
    try:
        json.dumps(document, ensure_ascii=False, allow_nan=False).encode()
    except ValueError:
        with pytest.raises(ValueError, match=r"."):
            encode_json(document)
    else:
        assert json.loads(encode_json(document)) == document


@pytest.mark.parametrize("value", [float("nan"), float("inf"), [None, -float("inf")], "\ud800"])
def test_a_value_json_cannot_hold_is_not_written(value: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        encode_json({"value": value})


def test_a_number_of_too_many_digits_is_not_written() -> None:
    with pytest.raises(ValueError, match="4300 digits"):
        encode_json([10**5_000])


def test_a_large_number_changes_no_spelling_of_the_rest() -> None:
    text = '{"name":"Peña","values":[18446744073709551616,null]}'
    assert encode_json({"name": "Peña", "values": [2**64, None]}) == text.encode()


def test_numbers_of_any_size_are_written_with_all_digits() -> None:
    assert encode_json([2**64, 2**70, 10**400]) == f"[{2**64},{2**70},{10**400}]".encode()
