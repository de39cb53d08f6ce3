"""The strategies to look up a write: which resource or list to read, and how to judge it."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import Any, Protocol, TypeAlias

from attrs import frozen

from .._core.pagination.pager import Pager
from .._core.sending.unknown_outcome import Sent
from .._generated.api import Resources
from .matching import SUPPORT_DOCUMENT, Matcher, by_fields
from .state_checks import StateCheck, earliest_s

CREATION_LAG_S = 3600
"""How long after the last attempt a server may still create the document (seconds).

It only limits how much is read.
"""

PER_PAGE = 100


@frozen
class Window:
    """The time in which a document may have been created (Unix seconds)."""

    since: int
    until: int

    @classmethod
    def of(cls, sent: Sent) -> Window:
        """The window of a call."""
        return cls(int(earliest_s(sent)), int(sent.last_at) + CREATION_LAG_S)


ReadResource: TypeAlias = Callable[[Resources, Sent], Awaitable[Any]]
ListDocuments: TypeAlias = Callable[
    [Resources, Sent, Window], Pager[Any] | AsyncGenerator[Any, None]
]


@frozen(kw_only=True)
class ResourceLookup:
    """A write that shows in the state of one resource.

    Args:
        read: Reads the resource.
        check: Judges the write by its state.
        fields: Fields of the body that are compared; None for all that the spec knows.
    """

    read: ReadResource
    check: StateCheck
    fields: frozenset[str] | None = frozenset()


@frozen(kw_only=True)
class ListLookup:
    """A creation that shows in a list.

    The list is filtered by time alone: the answer "not done" must not depend on a filter whose
    behaviour nothing confirms.

    Args:
        list_documents: Lists the documents that may be the result.
        match: Compares a document with what was sent.
        fields: Fields of the body that are compared; None for all that the spec knows.
        read_full: Reads a document by its id, where its row in the list may show less.
        max_rows: How many rows the list shows at most.
    """

    list_documents: ListDocuments
    match: Matcher
    fields: frozenset[str] | None
    read_full: Callable[[Resources, str], Awaitable[Any]] | None = None
    max_rows: int | None = None


@frozen
class Unobservable:
    """A write that no answer shows; `why` says so, and what repeating it would do."""

    why: str
    fields: frozenset[str] = frozenset()


Strategy: TypeAlias = ResourceLookup | ListLookup | Unobservable


class DocumentResource(Protocol):
    """The calls of a resource whose documents can be listed by creation time (Unix seconds)."""

    def list(self, *, limit: int, created_gte: int, created_lte: int) -> Pager[Any]:
        """The documents created in that time."""
        ...

    def get(self, document_id: str, /) -> Awaitable[Any]:
        """One document."""
        ...


def read_by_id(get: Callable[[Resources], Callable[[str], Awaitable[Any]]]) -> ReadResource:
    """A function that reads the resource whose id the path of the call holds."""
    return lambda gig, sent: get(gig)(sent.ids["id"])


def list_created_in_window(resource: Callable[[Resources], DocumentResource]) -> ListDocuments:
    """A function that lists the documents created in the window."""
    return lambda gig, _, window: resource(gig).list(
        limit=PER_PAGE, created_gte=window.since, created_lte=window.until
    )


def support_document_upload(
    list_support_documents: Callable[[Resources], Callable[[str], Pager[Any]]],
) -> ListLookup:
    """The lookup of an uploaded support document in the list of its resource."""
    return ListLookup(
        list_documents=lambda gig, sent, _: list_support_documents(gig)(sent.ids["id"]),
        match=by_fields(SUPPORT_DOCUMENT),
        fields=frozenset(SUPPORT_DOCUMENT),
    )
