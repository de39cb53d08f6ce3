# Written by `make generate` from openapi.yaml; never edited.
"""GET /invoices/search: Search invoices by free text.

Docs: https://docs.gigstack.io/search-invoices-29768771e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.page import Page, PageOf, Paging
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import INTEGER, STRING, enum, number
from gigstack_api._core.schema.objects import model

from ..._generated.models.invoice import Invoice
from ..._generated.models.invoice_status import InvoiceStatus

ROUTE: Route[Page[Invoice]] = Route(
    name="invoices.search",
    method="GET",
    path="/invoices/search",
    decode=PageOf(model(Invoice), "data"),
    replay=Replay.SAFE,
    deadline_s=30,
    paging=Paging.PAGE,
    query={
        "q": STRING,
        "page": number(INTEGER, low=1),
        "limit": number(INTEGER, low=1, high=100),
        "status": enum(InvoiceStatus),
        "client_id": STRING,
        "fields": STRING,
        "team": STRING,
    },
)


def build(
    *,
    q: str,
    page: int | None = None,
    limit: int | None = None,
    status: InvoiceStatus | str | None = None,
    client_id: str | None = None,
    fields: str | None = None,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Page[Invoice]]:
    """The operation of `gig.invoices.search`, not sent yet.

    Takes the arguments of that method except `resume`.
    `await gig.request(...)` sends it and gives the whole response.
    For a list that is one page; `gig.paginate(...)` gives all of them.

    Raises:
        InvalidArgumentError: An argument cannot be sent.
    """
    return operation(
        ROUTE,
        query={
            "q": q,
            "page": page,
            "limit": limit,
            "status": status,
            "client_id": client_id,
            "fields": fields,
            "team": team,
        },
        extra_query=extra_query,
    )
