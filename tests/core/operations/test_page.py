"""Pages: every documented envelope, and cursors that cannot be sent."""

from __future__ import annotations

from typing import Any

import pytest

from gigstack_api import Page
from gigstack_api._core.operations.page import MOST_BYTES, read_page


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
def test_a_page_is_read_from_every_documented_envelope(
    envelope: dict[str, Any], facts: dict[str, Any]
) -> None:
    assert read_page(envelope, ("a",)) == Page(data=("a",), **facts)


@pytest.mark.parametrize(
    ("cursor", "next_"),
    [
        ("x" * MOST_BYTES, "x" * MOST_BYTES),
        ("x" * (MOST_BYTES + 1), None),
        ("ñ" * MOST_BYTES, None),
        (2**128 - 1, str(2**128 - 1)),
        (2**128, None),
        (-5, "-5"),
        (0, "0"),
    ],
)
def test_a_cursor_too_long_to_be_sent_still_says_there_is_more(
    cursor: object, next_: str | None
) -> None:
    page: Page[Any] = read_page({"next": cursor}, ())
    assert (page.next, page.has_more) == (next_, None if next_ else True)


def test_a_page_is_iterable_and_sized() -> None:
    page = Page(data=(1, 2))
    assert (list(page), len(page), bool(Page(data=()))) == ([1, 2], 2, False)


def test_a_numeric_cursor_is_followed() -> None:
    assert read_page({"next": 12}, ()).next == "12"
    assert read_page({"next": True}, ()).next is None
    assert read_page({"next": 10**5000}, ()).next is None
