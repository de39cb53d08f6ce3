# Written by `make generate` from openapi.yaml; never edited.
"""GET /payments/search: Search payments by free text.

Docs: https://docs.gigstack.io/search-payments-25791638e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.page import Page, PageOf, Paging
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import INTEGER, STRING, enum, number
from gigstack_api._core.schema.objects import model

from ..._generated.models.payment import Payment
from ..._generated.models.payment_status import PaymentStatus

ROUTE: Route[Page[Payment]] = Route(
    name="payments.search",
    method="GET",
    path="/payments/search",
    decode=PageOf(model(Payment), "data"),
    replay=Replay.SAFE,
    deadline_s=30,
    paging=Paging.PAGE,
    query={
        "q": STRING,
        "limit": number(INTEGER, low=1, high=100),
        "page": number(INTEGER, low=1),
        "fields": STRING,
        "status": enum(PaymentStatus),
        "currency": STRING,
        "client_id": STRING,
        "team": STRING,
    },
)


def build(
    *,
    q: str,
    limit: int | None = None,
    page: int | None = None,
    fields: str | None = None,
    status: PaymentStatus | str | None = None,
    currency: str | None = None,
    client_id: str | None = None,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Page[Payment]]:
    """The operation of `gig.payments.search`, not sent yet.

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
            "limit": limit,
            "page": page,
            "fields": fields,
            "status": status,
            "currency": currency,
            "client_id": client_id,
            "team": team,
        },
        extra_query=extra_query,
    )
