# Written by `make generate` from openapi.yaml; never edited.
"""GET /users: List the users of a team.

Docs: https://docs.gigstack.io/list-users-20352696e0
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
from ..._generated.models.user import User

ROUTE: Route[Page[User]] = Route(
    name="users.list",
    method="GET",
    path="/users",
    decode=PageOf(model(User), "data"),
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
) -> Operation[Page[User]]:
    """The operation of `gig.users.list`, not sent yet.

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
