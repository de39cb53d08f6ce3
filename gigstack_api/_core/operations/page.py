"""One answer of a list, in every documented spelling."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, Generic, TypeVar

from attrs import field, frozen

from ..schema.fields import BOOLEAN, INTEGER, STRING, FieldType, Mismatch, drift_of_fields
from ..schema.redaction import redact

T = TypeVar("T")

CURSORS = ("next", "next_cursor")

NO_CURSOR: tuple[object, ...] = (None, False, "", [], {})

MOST_BITS = 128  # of a cursor that is a number; Python does not write very long ones

MOST_BYTES = (
    8_192  # of one that is a text; a URL takes 65,536 characters, and a byte may need three
)

SPELLINGS = {"true": True, "1": True, "false": False, "0": False}

PAGE_FIELDS: Mapping[str, FieldType[Any]] = {
    "has_more": BOOLEAN,
    **dict.fromkeys(CURSORS, STRING),
    **dict.fromkeys(
        ("total_results", "total_count", "found", "total", "page", "per_page", "limit"), INTEGER
    ),
}
"""What the envelopes of lists say of a page, in all documented spellings."""


class Paging(Enum):
    """How a list goes on."""

    NEXT = "next"
    """By the cursor `next`; by page number once the list is filtered by metadata."""
    STARTING_AFTER = "starting_after"
    """By a cursor that is sent back as `starting_after`."""
    CURSOR = "cursor"
    """By a cursor that is sent back as `cursor`."""
    PAGE = "page"
    """By page number."""
    SINGLE = "single"
    """Not at all: everything comes at once."""


@frozen(kw_only=True)
class Page(Generic[T]):
    """One page of a list: iterable, sized. `has_more` and `total_results` are None where the API
    does not say.
    """

    data: tuple[T, ...] = field(repr=lambda data: repr(redact(list(data))))
    has_more: bool | None = None
    next: str | None = None
    total_results: int | None = None
    number: int | None = None
    size: int | None = None

    def __iter__(self) -> Iterator[T]:
        return iter(self.data)

    def __len__(self) -> int:
        return len(self.data)


def read_page(envelope: Mapping[str, Any], items: tuple[T, ...]) -> Page[T]:
    """The page of an envelope: `next`, totals and counts in whichever spelling came."""
    cursor = _cursor(envelope)
    return Page(
        data=items,
        has_more=True
        if cursor is None and _leads_on(envelope)
        else _yes_or_no(envelope.get("has_more")),
        next=cursor,
        total_results=_first(envelope, int, "total_results", "total_count", "found", "total"),
        number=_first(envelope, int, "page"),
        size=_first(envelope, int, "per_page", "limit"),
    )


def drift_of_page(envelope: Mapping[str, Any]) -> Iterator[Mismatch]:
    """Each place where what an envelope says of its page is not of the documented type."""
    return drift_of_fields(
        {name: value for name, value in envelope.items() if name in PAGE_FIELDS}, PAGE_FIELDS, ""
    )


def _cursor(envelope: Mapping[str, Any]) -> str | None:
    """A cursor, in the text it is sent back as; some APIs count, and give a number."""
    text, number = _first(envelope, str, *CURSORS), _first(envelope, int, *CURSORS)
    if text:
        return text if _can_be_sent(text) else None
    return None if number is None or number.bit_length() > MOST_BITS else str(number)


def _can_be_sent(text: str) -> bool:
    """Whether a text fits into a URL: not endless, and without lone surrogates."""
    try:
        return len(text.encode()) <= MOST_BYTES
    except UnicodeEncodeError:
        return False


def _leads_on(envelope: Mapping[str, Any]) -> bool:
    """Whether there is something in the place of a cursor: then the list does not end here, even if
    nobody can follow.
    """
    return envelope.get("has_more") is not False and any(
        envelope.get(name) not in NO_CURSOR for name in CURSORS
    )


def _yes_or_no(value: object) -> bool | None:
    """What `has_more` says, in whatever spelling; None where it says nothing."""
    return SPELLINGS.get(str(value).lower()) if isinstance(value, (bool, int, str)) else None


def _first(envelope: Mapping[str, Any], wanted: type[T], *names: str) -> T | None:
    return next((value for name in names if type(value := envelope.get(name)) is wanted), None)
