"""The ways to list that the run knows, one of each paging style or more: opened with the SDK, and
read without it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from attrs import frozen

from gigstack_api import Gigstack, Pager


@frozen(kw_only=True)
class At:
    """Where and how a list is opened: page size, checkpoint, and what asks for a page of it."""

    limit: int
    resume: str | None = None
    place: str | None = None


Open: TypeAlias = Callable[[Gigstack, str, At], Pager[Any]]
"""Opens a list: the client, what of the kind, and where. Its items are models of any kind."""


@frozen
class Kind:
    """One way to list. `parameter` is what a page is asked for with; the query is that of the same
    list read without the SDK.
    """

    parameter: str | None
    open: Open
    path: str
    query: Callable[[str], Mapping[str, str]]


def _clients(gig: Gigstack, of: str, at: At) -> Pager[Any]:
    return gig.clients.list(sort=of, limit=at.limit, next=at.place, resume=at.resume)


def _services(gig: Gigstack, of: str, at: At) -> Pager[Any]:
    return gig.services.list(sort=of, limit=at.limit, next=at.place, resume=at.resume)


def _receipts(gig: Gigstack, _: str, at: At) -> Pager[Any]:
    return gig.receipts.list(limit=at.limit, next=at.place, resume=at.resume)


def _search(gig: Gigstack, of: str, at: At) -> Pager[Any]:
    return gig.clients.search(q=of, fields="name", limit=at.limit, resume=at.resume)


def _with_metadata(gig: Gigstack, of: str, at: At) -> Pager[Any]:
    return gig.clients.list(metadata={"group": of}, limit=at.limit, resume=at.resume)


def _webhooks(gig: Gigstack, _: str, at: At) -> Pager[Any]:
    return gig.webhooks.list(limit=at.limit, cursor=at.place, resume=at.resume)


def _sat_invoices(gig: Gigstack, _: str, at: At) -> Pager[Any]:
    return gig.sat_invoices.list(limit=at.limit, starting_after=at.place, resume=at.resume)


def _documents(gig: Gigstack, of: str, at: At) -> Pager[Any]:
    return gig.clients.list_support_documents(of, resume=at.resume)


def _plain(_: str) -> Mapping[str, str]:
    return {}


def _sorted(of: str) -> Mapping[str, str]:
    return {"sort": of}


def _searched(of: str) -> Mapping[str, str]:
    return {"q": of, "fields": "name"}


def _filtered(of: str) -> Mapping[str, str]:
    return {"metadata.group": of}


KINDS: dict[str, Kind] = {
    "clients": Kind("next", _clients, "/clients", _sorted),
    "services": Kind("next", _services, "/services", _sorted),
    "receipts": Kind("next", _receipts, "/receipts", _plain),
    "search": Kind("page", _search, "/clients/search", _searched),
    "metadata": Kind("page", _with_metadata, "/clients", _filtered),
    "webhooks": Kind("cursor", _webhooks, "/webhooks", _plain),
    "SAT invoices": Kind("starting_after", _sat_invoices, "/invoices/sat", _plain),
    "documents": Kind(None, _documents, "/clients/{}/support-documents", _plain),
}
