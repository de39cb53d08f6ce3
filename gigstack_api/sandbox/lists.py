"""What all lists share: filters, order, both kinds of paging, full-text search. Pure."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, cast
from unicodedata import combining, normalize

from .call import Call
from .refusals import pair
from .state import Resource

DEFAULT_LIMIT = 10
ORDER_FIELDS = {"timestamp": "created_at", None: "created_at"}
LIKENESS = 0.75
"""How alike a word must be to one searched for, 0 to 1: lets a typing error or two pass."""


def list_page(call: Call, resources: Iterable[Resource], message: str) -> dict[str, Any]:
    """The envelope of one page: by page number with a metadata filter, by cursor otherwise.

    Raises:
        Refusal: 400, the cursor is none of ours.
    """
    found = ordered(call.query, [each for each in resources if matches(call, each)])
    limit = call.query.get("limit", DEFAULT_LIMIT)
    if call.metadata:
        return {"message": message, **numbered(found, call.query.get("page", 1), limit)}
    start = _start(found, call.query.get("next"))
    data = found[start : start + limit]
    more = start + limit < len(found)
    envelope = {"message": message, "data": data, "has_more": more, "total_results": len(found)}
    return {**envelope, "next": _cursor(data[-1])} if more else envelope


def numbered(found: Sequence[Resource], page: int, limit: int) -> dict[str, Any]:
    """One page of a list that is counted by page."""
    start = (page - 1) * limit
    return {"data": list(found[start : start + limit]), "has_more": start + limit < len(found), "total_results": len(found)}


def search_page(call: Call, resources: Iterable[Resource], fields: Sequence[str]) -> dict[str, Any]:
    """The envelope of one page of a full-text search, best first."""
    if "fields" in call.query:
        fields = [name.strip() for name in call.query["fields"].split(",")]
    scored = [(score(call.query["q"], each, fields), each) for each in resources]
    found = [each for mark, each in sorted(scored, key=lambda one: -one[0]) if mark > 0]
    page, limit = call.query.get("page", 1), call.query.get("limit", DEFAULT_LIMIT)
    data = numbered(found, page, limit)["data"]
    return {"success": True, "data": data, "found": len(found), "page": page, "per_page": limit}


def matches(call: Call, resource: Resource) -> bool:
    """Whether a resource passes the filters of a list: creation time in both notations, and metadata."""
    created = resource["created_at"]
    lows = [call.query[name] for name in ("created_gte", "created[gte]") if name in call.query]
    highs = [call.query[name] for name in ("created_lte", "created[lte]") if name in call.query]
    if any(created < low for low in lows) or any(created > high for high in highs):
        return False
    return all(text_at(resource.get("metadata"), key) == value for key, value in call.metadata.items())


def text_at(value: object, dotted: str) -> str | None:
    """The text of what stands at a dotted place, as a query would spell it; a key may hold dots itself."""
    if not isinstance(value, dict):
        return None
    fields = cast("Mapping[str, Any]", value)
    if dotted in fields:
        found = fields[dotted]
        return found if isinstance(found, str) else None if isinstance(found, (dict, list)) else json.dumps(found)
    head, _, rest = dotted.partition(".")
    return text_at(fields.get(head), rest) if rest else None


def ordered(query: Mapping[str, Any], resources: list[Resource]) -> list[Resource]:
    """Resources in the order asked for; newest first by default. Resources without the field come last."""
    order_by = query.get("order_by")
    name = ORDER_FIELDS.get(order_by, order_by)
    having = [each for each in resources if each.get(str(name)) is not None]
    rest = [each for each in resources if each.get(str(name)) is None]
    numbers = {each["id"]: number for number, each in enumerate(resources)}
    having.sort(key=lambda each: (_comparable(each[str(name)]), numbers[each["id"]]), reverse=query.get("sort") != "asc")
    return having + rest


def _comparable(value: object) -> tuple[int, float, str]:
    if isinstance(value, (int, float)):
        return (0, value, "")
    return (1, 0, str(value).casefold())


def score(text: str, resource: Resource, fields: Sequence[str]) -> float:
    """How well a resource answers a search: 0 if one of the words is in none of its fields."""
    words = [word for name in fields if isinstance(value := resource.get(name), str) for word in folded(value).split()]
    total = 0.0
    for wanted in folded(text).split():
        best = max((_likeness(wanted, word) for word in words), default=0.0)
        if best < LIKENESS:
            return 0.0
        total += best
    return total


def folded(text: str) -> str:
    """A text without accents and case."""
    return "".join(letter for letter in normalize("NFD", text.casefold()) if not combining(letter))


def _likeness(wanted: str, word: str) -> float:
    if wanted in word:
        return 1.0 if wanted == word else 0.9
    return SequenceMatcher(None, wanted, word).ratio()


def _cursor(resource: Resource) -> str:
    return urlsafe_b64encode(json.dumps(resource["id"]).encode()).decode().rstrip("=")


def _start(found: Sequence[Resource], cursor: str | None) -> int:
    if cursor is None:
        return 0
    try:
        last = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        return next(index for index, each in enumerate(found) if each["id"] == last) + 1
    except (ValueError, StopIteration) as error:
        raise pair(400, "Invalid cursor", "next must be the value of the page before") from error
