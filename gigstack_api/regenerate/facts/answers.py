"""Facts of an answer: where its value stands, how pages follow, whether it is a file. Pure."""

from __future__ import annotations

import mimetypes
import re

from ..document import Node, component_of, schemas
from ..media_types import is_json
from .operation import Operation, as_object, is_array, kinds, plain, properties

AROUND = frozenset({
    "code", "count", "cursor", "error", "errors", "first_page", "found", "from", "has_more",
    "has_next", "last_page", "limit", "links", "message", "meta", "metadata", "next",
    "next_cursor", "next_page", "next_url", "object", "offset", "page", "page_count",
    "page_size", "pages", "pagination", "per_page", "prev", "previous", "request_id",
    "size", "status", "success", "timestamp", "to", "total", "total_count", "total_pages",
    "total_results", "url",
})  # fmt: skip
"""Fields that may stand around a value in an envelope."""
VALUE = "data"
ARRAYS = (VALUE, "items", "results", "records", "entries", "list")
"""Names of the array of an envelope."""
CURSORS = frozenset({"next", "next_cursor"})
"""Fields of an answer that hold the cursor of the next page."""
STYLES = {"next": "next", "starting_after": "starting_after", "cursor": "cursor"}
"""Query parameters that take that cursor, and the style of paging."""
OTHER_WAYS = re.compile(
    r"offset|skip|after|before|page[_-]?token|continue|marker|ending_before|start(ing)?_?at|page",
    re.IGNORECASE,
)
"""Query parameters of ways to page that a pager does not know."""


def unwrap(operation: Operation) -> str:
    """Where the value stands in the answer: a field, `none` for the answer itself, or `empty`."""
    if not operation.answers:
        return "empty"
    name = _value_field(operation)
    if not name:
        return "none"
    is_list = is_array(operation.document, _fields(operation)[name])
    return "none" if is_list and _paging(operation, name) is None else name


def paging(operation: Operation, place: str) -> str | None:
    """How the pages of a list follow each other; None if there are none. `place` is its unwrap."""
    if place in {"none", "empty"} or operation.call.method != "get":
        return None
    return (
        _paging(operation, place) if is_array(operation.document, _at(operation, place)) else None
    )


def paging_guess(operation: Operation) -> tuple[str, str] | None:
    """The guess about pages, and what to do if it is wrong; None if nothing was guessed."""
    name = _value_field(operation)
    array = operation.answer if not name else _fields(operation)[name]
    others = sorted(filter(OTHER_WAYS.search, operation.named("query")))
    if operation.call.method != "get" or not is_array(operation.document, array) or not others:
        return None
    if name and _paging(operation, name) is not None:
        return None
    return (
        f"It may page by {', '.join(others)} in a way that is not known, so one page is returned.",
        "Pass the parameter of the next page yourself.",
    )


def download(operation: Operation) -> Node | None:
    """How a file comes; None if the answer is JSON or nothing."""
    if not operation.answers or any(map(is_json, operation.answers)):
        return None
    media_type = next(iter(operation.answers)).partition(";")[0].strip()
    if media_type.startswith("text/") and not media_type.startswith("text/csv"):
        return None
    names = [f"{{{name}}}" for name in operation.named("path")][-1:] or ["file"]
    ending = mimetypes.guess_extension(media_type) or ""
    return {"media_type": media_type, "file_name": f"{names[0]}{ending}", "fields": []}


def answered_model(operation: Operation) -> str | None:
    """The component that an operation answers with, out of its envelope."""
    place = operation.facts.get("unwrap") or _value_field(operation)
    if place == "empty":
        return None
    is_whole = place in {"", "none"}
    schema = operation.answer if is_whole else _at(operation, place)
    for choice in (schema, *schema.get("anyOf", ()), *schema.get("oneOf", ())):
        if found := component_of(as_object(choice).get("$ref")):
            is_union = "anyOf" in schemas(operation.document).get(found, {})
            return found if properties(operation.document, schema) and not is_union else None
    return None


def _value_field(operation: Operation) -> str:
    """The field of the envelope that holds the value, or an empty text."""
    fields = _fields(operation)
    arrays = [
        name for name in ARRAYS if name in fields and is_array(operation.document, fields[name])
    ]
    for name in (*arrays, VALUE):
        if name in fields and _is_envelope(operation, fields, name):
            return name
    return ""


def _is_envelope(operation: Operation, fields: dict[str, Node], value: str) -> bool:
    """Whether all fields but the value only stand around it."""
    others = fields.keys() - {value}
    return all(
        name.lower() in AROUND or kinds(plain(operation.document, fields[name])) == {"boolean"}
        for name in others
    )


def _paging(operation: Operation, place: str) -> str | None:
    query = operation.named("query")
    fields = _fields(operation).keys()
    for parameter, style in STYLES.items():
        if parameter in query and fields & CURSORS:
            return style
    if "page" in query:
        return "page"
    return None if any(map(OTHER_WAYS.search, query)) else "single"


def _fields(operation: Operation) -> dict[str, Node]:
    return properties(operation.document, operation.answer)


def _at(operation: Operation, place: str) -> Node:
    """The schema at a dotted path of the answer, or an empty one."""
    schema = operation.answer
    for name in place.split("."):
        schema = properties(operation.document, schema).get(name, {})
    return schema
