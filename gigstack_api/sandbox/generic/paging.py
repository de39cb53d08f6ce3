"""One page of a list, in the style that the operation has. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from ..errors import legacy_error
from ..resource import Resource

DEFAULT_LIMIT = 10
LIMITS = ("limit", "per_page", "page_size", "pageSize", "perPage", "size", "$top")
PAGES = ("page", "page_number", "pageNumber")
OFFSETS = ("offset", "skip", "$skip")
CURSORS = ("next", "starting_after", "cursor", "after", "page_token", "pageToken")


@frozen
class Page:
    """A page, and what its envelope may say of it."""

    data: list[Resource]
    remarks: Mapping[str, Any]


def page_of(query: Mapping[str, Any], found: Sequence[Resource], id_field: str) -> Page:
    """The page of a list that a query asks for.

    Raises:
        Refusal: 400, the cursor is not the id of one of them.
    """
    limit = _first(query, LIMITS)
    size = limit if isinstance(limit, int) and limit > 0 else DEFAULT_LIMIT
    number, start = 1, 0
    cursor = _first(query, CURSORS)
    if cursor is not None:
        ids = [str(resource.get(id_field)) for resource in found]
        if str(cursor) not in ids:
            raise legacy_error(400, "Invalid cursor", "The cursor is not of a page of this list")
        start = ids.index(str(cursor)) + 1
    elif isinstance(page := _first(query, PAGES), int):
        number = max(page, 1)
        start = (number - 1) * size
    elif isinstance(offset := _first(query, OFFSETS), int):
        start = max(offset, 0)
    data = list(found[start : start + size])
    more = start + size < len(found)
    after = str(data[-1].get(id_field)) if more and data else None
    total = len(found)
    return Page(
        data,
        {
            **dict.fromkeys(("has_more", "hasMore", "has_next"), more),
            **dict.fromkeys(("next", "next_cursor", "nextCursor", "cursor"), after),
            **dict.fromkeys(("next_page_token", "nextPageToken"), after),
            **dict.fromkeys(("total_results", "total", "total_count", "totalCount"), total),
            **dict.fromkeys(("count", "found"), total),
            **dict.fromkeys(PAGES, number),
            **dict.fromkeys(LIMITS, size),
            **dict.fromkeys(("total_pages", "totalPages", "pages"), -(-total // size)),
        },
    )


def _first(query: Mapping[str, Any], names: Sequence[str]) -> Any:
    return next((query[name] for name in names if name in query), None)


IN_LISTS = frozenset({*LIMITS, *PAGES, *OFFSETS, *CURSORS})
"""Query parameters that choose a page; the others filter."""
