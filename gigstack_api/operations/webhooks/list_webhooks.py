# Written by `make generate` from openapi.yaml; never edited.
"""GET /webhooks: List the webhooks of a team.

Docs: https://docs.gigstack.io/list-webhooks-25590325e0
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

from ..._generated.models.sort_direction import SortDirection
from ..._generated.models.webhook import Webhook
from ..._generated.models.webhook_status import WebhookStatus

ROUTE: Route[Page[Webhook]] = Route(
    name="webhooks.list",
    method="GET",
    path="/webhooks",
    decode=PageOf(model(Webhook), "data"),
    replay=Replay.SAFE,
    deadline_s=30,
    paging=Paging.NEXT,
    query={
        "limit": number(INTEGER, low=1, high=100),
        "status": enum(WebhookStatus),
        "next": STRING,
        "order_by": STRING,
        "sort": enum(SortDirection),
        "created_gte": number(INTEGER, unit="s"),
        "created_lte": number(INTEGER, unit="s"),
        "team": STRING,
    },
)


def build(
    *,
    limit: int | None = None,
    status: WebhookStatus | str | None = None,
    next: str | None = None,
    order_by: str | None = None,
    sort: SortDirection | str | None = None,
    created_gte: int | datetime | None = None,
    created_lte: int | datetime | None = None,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Page[Webhook]]:
    """The operation of `gig.webhooks.list`, not sent yet.

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
            "status": status,
            "next": next,
            "order_by": order_by,
            "sort": sort,
            "created_gte": created_gte,
            "created_lte": created_lte,
            "team": team,
        },
        extra_query=extra_query,
    )
