"""The kinds of lists, at least one per paging style: how each is opened with the SDK and read
without it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from attrs import frozen

from gigstack_api import Gigstack, Pager


@frozen(kw_only=True)
class ListOptions:
    """How a list is opened: its page size, a checkpoint to resume from, or the page to fetch."""

    limit: int
    resume: str | None = None
    page: str | None = None


OpenList: TypeAlias = Callable[[Gigstack, str, ListOptions], Pager[Any]]
"""Opens the list of a selection (an order, a word or an id)."""


@frozen
class ListKind:
    """One kind of list.

    `parameter` is the query parameter that asks for a page, or None. `path` and `query` fetch the
    same list without the SDK.
    """

    parameter: str | None
    open: OpenList
    path: str
    query: Callable[[str], Mapping[str, str]]


def _clients(gig: Gigstack, selection: str, options: ListOptions) -> Pager[Any]:
    return gig.clients.list(
        sort=selection, limit=options.limit, next=options.page, resume=options.resume
    )


def _services(gig: Gigstack, selection: str, options: ListOptions) -> Pager[Any]:
    return gig.services.list(
        sort=selection, limit=options.limit, next=options.page, resume=options.resume
    )


def _receipts(gig: Gigstack, _: str, options: ListOptions) -> Pager[Any]:
    return gig.receipts.list(limit=options.limit, next=options.page, resume=options.resume)


def _search(gig: Gigstack, selection: str, options: ListOptions) -> Pager[Any]:
    return gig.clients.search(
        q=selection, fields="name", limit=options.limit, resume=options.resume
    )


def _with_metadata(gig: Gigstack, selection: str, options: ListOptions) -> Pager[Any]:
    return gig.clients.list(
        metadata={"group": selection}, limit=options.limit, resume=options.resume
    )


def _webhooks(gig: Gigstack, _: str, options: ListOptions) -> Pager[Any]:
    return gig.webhooks.list(limit=options.limit, next=options.page, resume=options.resume)


def _sat_invoices(gig: Gigstack, _: str, options: ListOptions) -> Pager[Any]:
    return gig.sat_invoices.list(
        limit=options.limit, starting_after=options.page, resume=options.resume
    )


def _documents(gig: Gigstack, selection: str, options: ListOptions) -> Pager[Any]:
    return gig.clients.list_support_documents(selection, resume=options.resume)


def _all(_: str) -> Mapping[str, str]:
    return {}


def _sorted(selection: str) -> Mapping[str, str]:
    return {"sort": selection}


def _searched(selection: str) -> Mapping[str, str]:
    return {"q": selection, "fields": "name"}


def _filtered(selection: str) -> Mapping[str, str]:
    return {"metadata.group": selection}


KINDS: dict[str, ListKind] = {
    "clients": ListKind("next", _clients, "/clients", _sorted),
    "services": ListKind("next", _services, "/services", _sorted),
    "receipts": ListKind("next", _receipts, "/receipts", _all),
    "search": ListKind("page", _search, "/clients/search", _searched),
    "metadata": ListKind("page", _with_metadata, "/clients", _filtered),
    "webhooks": ListKind("cursor", _webhooks, "/webhooks", _all),
    "SAT invoices": ListKind("starting_after", _sat_invoices, "/invoices/sat", _all),
    "documents": ListKind(None, _documents, "/clients/{}/support-documents", _all),
}
