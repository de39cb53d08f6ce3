"""One answer of a list, in every documented spelling. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, Generic, TypeVar

from attrs import frozen

T = TypeVar("T")


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
    """One page of a list: iterable, sized. `has_more` and `total_results` are None where the API does not say."""

    data: tuple[T, ...]
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
    return Page(
        data=items,
        has_more=_first(envelope, bool, "has_more"),
        next=_first(envelope, str, "next", "next_cursor") or None,
        total_results=_first(envelope, int, "total_results", "total_count", "found", "total"),
        number=_first(envelope, int, "page"),
        size=_first(envelope, int, "per_page", "limit"),
    )


def _first(envelope: Mapping[str, Any], wanted: type[T], *names: str) -> T | None:
    return next((value for name in names if type(value := envelope.get(name)) is wanted), None)
