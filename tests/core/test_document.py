from __future__ import annotations

import json
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gigstack_api._core.document import MOST_LEVELS, read_document, repeated_fields

TEXTS = st.text(st.characters(exclude_categories=()), max_size=8)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)
pure = settings(derandomize=True, deadline=None, database=None, max_examples=60)


@pure
@given(JSON, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]))
def test_a_document_is_read_in_every_unicode_encoding(document: Any, encoding: str) -> None:
    body = json.dumps({"data": document}).encode(encoding)
    assert read_document(body) == {"data": document}


@pure
@given(st.binary(max_size=60))
def test_any_bytes_are_a_document_or_a_value_error(body: bytes) -> None:
    try:
        read_document(body)
    except ValueError:
        return


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
@pytest.mark.parametrize("levels", [MOST_LEVELS, MOST_LEVELS + 1, 300, 900, 1_000, 100_000])
def test_a_document_may_be_nested_so_deep_and_no_deeper(opening: str, closing: str, levels: int) -> None:
    body = (opening * (levels - 1) + "[]" + closing * (levels - 1)).encode()
    if levels <= MOST_LEVELS:
        assert read_document(body)
        return
    with pytest.raises(ValueError, match=f"nested deeper than {MOST_LEVELS} levels"):
        read_document(body)


def test_many_values_beside_each_other_are_not_deep() -> None:
    wide: list[object] = [{"a": [[]]}] * 5_000
    assert read_document(json.dumps(wide).encode()) == wide


def test_a_document_is_refused_rather_than_the_stack_exhausted() -> None:
    body = b"[" * (MOST_LEVELS - 5) + b"]" * (MOST_LEVELS - 5)

    def below(levels: int) -> Any:
        return below(levels - 1) if levels else read_document(body)

    frames = sys.getrecursionlimit() - MOST_LEVELS
    with pytest.raises((ValueError, RecursionError)):
        below(frames)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"a": 1, "b": 2}', []),
        ('{"a": 1, "a": 2}', [("a", "one such field", 2)]),
        ('{"a": 1, "a": 2, "b": 3}', [("a", "one such field", 2)]),
        ('{".a": {"b": 1, "b": 1}}', [(".a.b", "one such field", 2)]),
        ('{"a.": {"b.": 1, "b.": 1}}', [("a..b.", "one such field", 2)]),
        ('{"data": [{"id": 1, "id": 1, "id": 1}, {"id": 1}]}', [("data[0].id", "one such field", 3)]),
        ('{"a": {"b": 1, "b": 1}, "a": {}}', [("a", "one such field", 2)]),
        ('{"a": {}, "a": {"b": 1, "b": 1}}', [("a", "one such field", 2), ("a.b", "one such field", 2)]),
        ('[[{"a": 1, "a": 1}]]', [("[0][0].a", "one such field", 2)]),
    ],
)
def test_fields_that_came_twice_are_found_by_their_place(text: str, found: list[object]) -> None:
    assert list(repeated_fields(text.encode())) == found
