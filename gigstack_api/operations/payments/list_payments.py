# Written by `make generate` from openapi.yaml; never edited.
"""GET /payments: List the payments of a team.

Docs: https://docs.gigstack.io/list-payments-20352678e0
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

from ..._generated.models.payment import Payment
from ..._generated.models.payment_status import PaymentStatus
from ..._generated.models.sort_direction import SortDirection

ROUTE: Route[Page[Payment]] = Route(
    name="payments.list",
    method="GET",
    path="/payments",
    decode=PageOf(model(Payment), "data"),
    replay=Replay.SAFE,
    deadline_s=30,
    paging=Paging.NEXT,
    query={
        "limit": number(INTEGER, low=1, high=100),
        "next": STRING,
        "team": STRING,
        "status": enum(PaymentStatus),
        "client_id": STRING,
        "currency": STRING,
        "email": STRING,
        "tax_id": STRING,
        "order_by": STRING,
        "sort": enum(SortDirection),
        "created[gte]": number(INTEGER, unit="s"),
        "created[lte]": number(INTEGER, unit="s"),
        "page": number(INTEGER, low=1),
    },
)


def build(
    *,
    limit: int | None = None,
    next: str | None = None,
    team: str | None = None,
    status: PaymentStatus | str | None = None,
    client_id: str | None = None,
    currency: str | None = None,
    email: str | None = None,
    tax_id: str | None = None,
    order_by: str | None = None,
    sort: SortDirection | str | None = None,
    created_gte: int | datetime | None = None,
    created_lte: int | datetime | None = None,
    page: int | None = None,
    metadata: Mapping[str, object] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Page[Payment]]:
    """The operation of `gig.payments.list`, not sent yet.

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
            "team": team,
            "status": status,
            "client_id": client_id,
            "currency": currency,
            "email": email,
            "tax_id": tax_id,
            "order_by": order_by,
            "sort": sort,
            "created[gte]": created_gte,
            "created[lte]": created_lte,
            "page": page,
        },
        metadata=metadata,
        extra_query=extra_query,
    )
