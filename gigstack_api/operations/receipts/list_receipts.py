# Written by `make generate` from openapi.yaml; never edited.
"""GET /receipts: List the receipts of a team.

Docs: https://docs.gigstack.io/list-receipts-20504786e0
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

from ..._generated.models.receipt import Receipt
from ..._generated.models.receipt_status import ReceiptStatus
from ..._generated.models.sort_direction import SortDirection

ROUTE: Route[Page[Receipt]] = Route(
    name="receipts.list",
    method="GET",
    path="/receipts",
    decode=PageOf(model(Receipt), "data"),
    replay=Replay.SAFE,
    deadline_s=30,
    paging=Paging.NEXT,
    query={
        "limit": number(INTEGER, low=1, high=100),
        "next": STRING,
        "status": enum(ReceiptStatus),
        "client_id": STRING,
        "order_by": STRING,
        "sort": enum(SortDirection),
        "created[gte]": number(INTEGER, unit="s"),
        "created[lte]": number(INTEGER, unit="s"),
        "page": number(INTEGER, low=1),
        "team": STRING,
    },
)


def build(
    *,
    limit: int | None = None,
    next: str | None = None,
    status: ReceiptStatus | str | None = None,
    client_id: str | None = None,
    order_by: str | None = None,
    sort: SortDirection | str | None = None,
    created_gte: int | datetime | None = None,
    created_lte: int | datetime | None = None,
    page: int | None = None,
    team: str | None = None,
    metadata: Mapping[str, object] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Page[Receipt]]:
    """The operation of `gig.receipts.list`, not sent yet.

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
            "status": status,
            "client_id": client_id,
            "order_by": order_by,
            "sort": sort,
            "created[gte]": created_gte,
            "created[lte]": created_lte,
            "page": page,
            "team": team,
        },
        metadata=metadata,
        extra_query=extra_query,
    )
