"""The ways to look a write up: what to read, and how to judge it. Pure: whoever reads is passed
in.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import Any, Protocol, TypeAlias

from attrs import frozen

from .._core.paging import Pager
from .._generated.api import Resources
from ..errors import Sent
from .matching import SUPPORT, Likening, alike
from .state_checks import Judge, since_s

LATEST_S = 3600
"""How long after the last attempt a server may still have made something (seconds). It only bounds
how much is read.
"""

PER_PAGE = 100


@frozen
class Window:
    """The time within which a document may have been made: Unix seconds."""

    since: int
    until: int

    @classmethod
    def of(cls, sent: Sent) -> Window:
        """The window of a call."""
        return cls(int(since_s(sent)), int(sent.last_at) + LATEST_S)


Reads: TypeAlias = Callable[[Resources, Sent], Awaitable[Any]]
Lists: TypeAlias = Callable[[Resources, Sent, Window], Pager[Any] | AsyncGenerator[Any, None]]


@frozen(kw_only=True)
class Reading:
    """A write that one resource shows. `fields` of the body are compared; None: all that the spec
    knows.
    """

    read: Reads
    judge: Judge
    fields: frozenset[str] | None = frozenset()


@frozen(kw_only=True)
class Listing:
    """A creation that a list shows. The list is filtered by time alone: a False must hang on no
    filter that nobody confirmed.

    `whole` reads a document whose row in the list may show less; `most` is how many rows the list
    shows at most.
    """

    every: Lists
    likeness: Likening
    fields: frozenset[str] | None
    whole: Callable[[Resources, str], Awaitable[Any]] | None = None
    most: int | None = None


@frozen
class Nobody:
    """A write that no answer shows; `why` says so, and what a repeat of it would do."""

    why: str
    fields: frozenset[str] = frozenset()


Way: TypeAlias = Reading | Listing | Nobody


class Shelf(Protocol):
    """The calls of a resource whose documents are listed by the time they were made (Unix
    seconds).
    """

    def list(self, *, limit: int, created_gte: int, created_lte: int) -> Pager[Any]:
        """Those of a time."""
        ...

    def get(self, document_id: str, /) -> Awaitable[Any]:
        """One of them."""
        ...


def by_id(get: Callable[[Resources], Callable[[str], Awaitable[Any]]]) -> Reads:
    """Reads what the path of a call names by its id."""
    return lambda gig, sent: get(gig)(sent.ids["id"])


def made_in_window(shelf: Callable[[Resources], Shelf]) -> Lists:
    """Lists what was made in the window."""
    return lambda gig, _, window: shelf(gig).list(
        limit=PER_PAGE, created_gte=window.since, created_lte=window.until
    )


def attached(every: Callable[[Resources], Callable[[str], Pager[Any]]]) -> Listing:
    """An upload of a support document, which the list of its resource shows."""
    return Listing(
        every=lambda gig, sent, _: every(gig)(sent.ids["id"]),
        likeness=alike(SUPPORT),
        fields=frozenset(SUPPORT),
    )
