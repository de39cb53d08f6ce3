# Written by `make generate` from openapi.yaml; never edited.
"""GET /invoices/income: List the income invoices of a team.

Docs: https://docs.gigstack.io/list-income-invoices-20352673e0
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.page import Page, PageOf, Paging
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import INTEGER, STRING, enum, number
from gigstack_api._core.schema.objects import model

from ..._generated.models.invoice import Invoice
from ..._generated.models.invoice_status import InvoiceStatus
from ..._generated.models.sort_direction import SortDirection

if TYPE_CHECKING:
    from gigstack_api.catalogs.payment_method import PaymentMethod


ROUTE: Route[Page[Invoice]] = Route(
    name="income_invoices.list",
    method="GET",
    path="/invoices/income",
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
        "series": STRING,
        "payment_method": STRING,
        "team": STRING,
    },
)


@resolvable
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
    series: str | None = None,
    payment_method: PaymentMethod | str | None = None,
    team: str | None = None,
    metadata: Mapping[str, object] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Page[Invoice]]:
    """The operation of `gig.income_invoices.list`, not sent yet.

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
            "series": series,
            "payment_method": payment_method,
            "team": team,
        },
        metadata=metadata,
        extra_query=extra_query,
    )
