# Written by `make generate` from openapi.yaml; never edited.
"""GET /retentions: List the retentions of a team.

Docs: https://docs.gigstack.io/list-retentions-29880639e0
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

from ..._generated.models.retention import Retention
from ..._generated.models.retention_status import RetentionStatus
from ..._generated.models.sort_direction import SortDirection

ROUTE: Route[Page[Retention]] = Route(
    name="retentions.list",
    method="GET",
    path="/retentions",
    decode=PageOf(model(Retention), "data"),
    replay=Replay.SAFE,
    deadline_s=30,
    paging=Paging.NEXT,
    query={
        "limit": number(INTEGER, low=1, high=100),
        "next": STRING,
        "order_by": STRING,
        "sort": enum(SortDirection),
        "created_gte": number(INTEGER, unit="ms"),
        "created_lte": number(INTEGER, unit="ms"),
        "status": enum(RetentionStatus),
        "retention_key": STRING,
        "client_id": STRING,
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
    status: RetentionStatus | str | None = None,
    retention_key: str | None = None,
    client_id: str | None = None,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Page[Retention]]:
    """The operation of `gig.retentions.list`, not sent yet.

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
            "status": status,
            "retention_key": retention_key,
            "client_id": client_id,
            "team": team,
        },
        extra_query=extra_query,
    )
