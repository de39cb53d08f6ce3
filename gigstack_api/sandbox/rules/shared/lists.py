"""Shared by all lists: filters, both kinds of paging, full-text search."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Reversible, Sequence
from difflib import SequenceMatcher
from typing import Any

from ...call import Call
from ...errors import api_error
from ...resource import Resource
from ...texts import fold, get_text
from .sorting import Order

DEFAULT_LIMIT = 10
MIN_SIMILARITY = 0.75
"""How similar a word must be to a searched one, 0 to 1. It allows for a typing error or two."""

MAX_SEARCH = 500
"""How many characters a search may have."""

MAX_TYPED_WORD = 40
"""Typing errors are looked for in words of up to this length; it takes long in longer ones."""


def list_page(
    call: Call,
    resources: Reversible[Resource],
    message: str,
    wanted: Callable[[Resource], bool] | None = None,
) -> dict[str, Any]:
    """One page in its envelope: by page number with a metadata filter, else by cursor.

    `resources` is a whole collection, oldest first, or a part of one whose numbers are assigned.
    `wanted` holds the filters that only this list has.

    Raises:
        Refusal: 400, the sandbox did not issue the cursor.
    """
    order = Order.of(call.query, call.state.assign_numbers(resources))
    passed = apply_common_filters(call, resources)
    found = order.sorted(passed if wanted is None else filter(wanted, passed))
    limit = call.query.get("limit", DEFAULT_LIMIT)
    if call.metadata:
        return {"message": message, **numbered_page(found, call.query.get("page", 1), limit)}
    left = order.after(call.query["next"], found) if "next" in call.query else found
    data, more = left[:limit], len(left) > limit
    envelope = {"message": message, "data": data, "has_more": more, "total_results": len(found)}
    return {**envelope, "next": order.cursor(data[-1])} if more else envelope


def numbered_page(found: Sequence[Resource], page: int, limit: int) -> dict[str, Any]:
    """One page of a list paged by number."""
    start = (page - 1) * limit
    return {
        "data": list(found[start : start + limit]),
        "has_more": start + limit < len(found),
        "total_results": len(found),
    }


def search_page(
    call: Call, resources: Collection[Resource], fields: Sequence[str]
) -> dict[str, Any]:
    """One page of a full-text search in its envelope, best match first.

    Raises:
        Refusal: 400, the search is too long.
    """
    if len(call.query["q"]) > MAX_SEARCH:
        reason = f"q: longer than {MAX_SEARCH} characters"
        raise api_error(400, "invalid_field_value", "Invalid query parameters", [reason])
    if "fields" in call.query:
        fields = [name.strip() for name in call.query["fields"].split(",")]
    scored = [
        (score(call.query["q"], resource, fields), resource)
        for resource in resources
        if call.state.is_searchable(resource)
    ]
    found = [match for points, match in sorted(scored, key=lambda pair: -pair[0]) if points > 0]
    page, limit = call.query.get("page", 1), call.query.get("limit", DEFAULT_LIMIT)
    data = numbered_page(found, page, limit)["data"]
    return {"success": True, "data": data, "found": len(found), "page": page, "per_page": limit}


def apply_common_filters(call: Call, resources: Iterable[Resource]) -> Iterable[Resource]:
    """The resources that pass the filters of every list.

    They are creation time, in both notations, and metadata.
    """
    lows = [call.query[name] for name in ("created_gte", "created[gte]") if name in call.query]
    highs = [call.query[name] for name in ("created_lte", "created[lte]") if name in call.query]
    if lows or highs:
        low, high = max(lows, default=-math.inf), min(highs, default=math.inf)
        resources = [
            resource for resource in resources if low <= resource.get("created_at", 0) <= high
        ]
    if call.metadata:
        resources = filter(call.state.is_searchable, resources)
    for key, value in call.metadata.items():
        resources = [
            resource for resource in resources if get_text(resource.get("metadata"), key) == value
        ]
    return resources


def score(text: str, resource: Resource, fields: Sequence[str]) -> float:
    """How well a resource matches a search; 0 if one of the words is in none of its fields."""
    words = [word for name in fields for word in fold(get_text(resource, name) or "").split()]
    total = 0.0
    for wanted in fold(text).split():
        best = max((_similarity(wanted, word) for word in words), default=0.0)
        if best < MIN_SIMILARITY:
            return 0.0
        total += best
    return total


def _similarity(wanted: str, word: str) -> float:
    if wanted in word:
        return 1.0 if wanted == word else 0.9
    if 2 * min(len(wanted), len(word)) < MIN_SIMILARITY * (len(wanted) + len(word)):
        return 0.0  # as unlike as their lengths: what follows is slow
    if len(wanted) > MAX_TYPED_WORD:
        return 0.0
    return SequenceMatcher(None, wanted, word).ratio()
