# Written by `make generate` from openapi.yaml; never edited.
"""GET /teams: List the teams you can reach.

Docs: https://docs.gigstack.io/list-teams-20352685e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.page import Page, PageOf, Paging
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import INTEGER, STRING, enum, number
from gigstack_api._core.schema.objects import model

from ..._generated.models.sort_direction import SortDirection
from ..._generated.models.team import Team

ROUTE: Route[Page[Team]] = Route(
    name="teams.list",
    method="GET",
    path="/teams",
    decode=PageOf(model(Team), "data"),
    replay=Replay.SAFE,
    deadline_s=30,
    paging=Paging.NEXT,
    query={
        "limit": number(INTEGER, low=1, high=100),
        "next": STRING,
        "order_by": STRING,
        "sort": enum(SortDirection),
        "team": STRING,
    },
)


def build(
    *,
    limit: int | None = None,
    next: str | None = None,
    order_by: str | None = None,
    sort: SortDirection | str | None = None,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Page[Team]]:
    """The operation of `gig.teams.list`, not sent yet.

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
            "team": team,
        },
        extra_query=extra_query,
    )
