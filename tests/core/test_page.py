from __future__ import annotations

from typing import Any

import pytest

from gigstack_api import Page
from gigstack_api._core.page import read_page


@pytest.mark.parametrize(
    ("envelope", "facts"),
    [
        ({}, {}),
        ({"has_more": True, "next": "abc"}, {"has_more": True, "next": "abc"}),
        ({"has_more": False, "next": ""}, {"has_more": False}),
        ({"next_cursor": "abc"}, {"next": "abc"}),
        ({"next": None, "next_cursor": "abc"}, {"next": "abc"}),
        ({"total_results": 7}, {"total_results": 7}),
        ({"total_count": 7}, {"total_results": 7}),
        ({"found": 7}, {"total_results": 7}),
        ({"total": 0}, {"total_results": 0}),
        ({"page": 2, "per_page": 10}, {"number": 2, "size": 10}),
        ({"limit": 10}, {"size": 10}),
        ({"has_more": "yes", "total": "7", "page": None, "limit": 1.5}, {}),
        ({"next": 0.5}, {"has_more": True}),
        ({"total": True, "page": True, "limit": False}, {}),
    ],
)
def test_a_page_is_read_in_every_spelling(envelope: dict[str, Any], facts: dict[str, Any]) -> None:
    assert read_page(envelope, ("a",)) == Page(data=("a",), **facts)


def test_a_page_is_iterable_and_sized() -> None:
    page = Page(data=(1, 2))
    assert (list(page), len(page), bool(Page(data=()))) == ([1, 2], 2, False)
