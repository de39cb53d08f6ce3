# Written by `make generate` from openapi.yaml; never edited.
"""GET /webhooks: List the webhooks of a team.

Docs: https://docs.gigstack.io/list-webhooks-25590325e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.page import Page, PageOf, Paging
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import INTEGER, STRING, enum, number
from gigstack_api._core.schema.objects import model

from ..._generated.models.webhook import Webhook
from ..._generated.models.webhook_status import WebhookStatus

ROUTE: Route[Page[Webhook]] = Route(
    name="webhooks.list",
    method="GET",
    path="/webhooks",
    decode=PageOf(model(Webhook), "data"),
    replay=Replay.SAFE,
    deadline_s=30,
    paging=Paging.CURSOR,
    query={
        "limit": number(INTEGER, low=1, high=100),
        "status": enum(WebhookStatus),
        "cursor": STRING,
        "team": STRING,
    },
)


def build(
    *,
    limit: int | None = None,
    status: WebhookStatus | str | None = None,
    cursor: str | None = None,
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
            "cursor": cursor,
            "team": team,
        },
        extra_query=extra_query,
    )
