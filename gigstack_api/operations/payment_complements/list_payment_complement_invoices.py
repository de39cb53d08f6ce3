# Written by `make generate` from openapi.yaml; never edited.
"""GET /invoices/payment: List the payment complements of a team.

Docs: https://docs.gigstack.io/list-payment-complement-invoices-23506401e0
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.page import Page, PageOf, Paging
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import INTEGER, STRING, enum, number
from gigstack_api._core.schema.objects import model

from ..._generated.models.invoice import Invoice
from ..._generated.models.invoice_status import InvoiceStatus
from ..._generated.models.sort_direction import SortDirection

ROUTE: Route[Page[Invoice]] = Route(
    name="payment_complements.list",
    method="GET",
    path="/invoices/payment",
    decode=PageOf(model(Invoice), "data"),
    replay=Replay.SAFE,
    deadline_s=30,
    paging=Paging.NEXT,
    query={
        "limit": number(INTEGER, low=1, high=100),
        "next": STRING,
        "order_by": STRING,
        "sort": enum(SortDirection),
        "created_gte": number(INTEGER, unit="s"),
        "created_lte": number(INTEGER, unit="s"),
        "page": number(INTEGER, low=1),
        "status": enum(InvoiceStatus),
        "client_id": STRING,
        "invoice_id": STRING,
        "team": STRING,
    },
)


def build(
    *,
    limit: int | None = None,
    next: str | None = None,
    order_by: str | None = None,
    sort: SortDirection | str | None = None,
    created_gte: int | datetime | None = None,
    created_lte: int | datetime | None = None,
    page: int | None = None,
    status: InvoiceStatus | str | None = None,
    client_id: str | None = None,
    invoice_id: str | None = None,
    team: str | None = None,
    metadata: Mapping[str, object] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Page[Invoice]]:
    """The operation of `gig.payment_complements.list`, not sent yet.

    Takes the arguments of that method except `resume`.
    `await gig.request(...)` sends it and gives the whole response.
    For a list that is one page; `gig.paginate(...)` gives all of them.

    Raises:
        InvalidArgumentError: An argument cannot be sent.
    """
    return operation(
        ROUTE,
        query={
            "limit": limit,
            "next": next,
            "order_by": order_by,
            "sort": sort,
            "created_gte": created_gte,
            "created_lte": created_lte,
            "page": page,
            "status": status,
            "client_id": client_id,
            "invoice_id": invoice_id,
            "team": team,
        },
        metadata=metadata,
        extra_query=extra_query,
    )
