# Written by `make generate` from openapi.yaml; never edited.
"""GET /sat-lists: List the SAT lists that are tracked.

Docs: https://docs.gigstack.io/list-sat-lists-and-sync-status-39959228e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.page import Page, PageOf, Paging
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import OBJECT, STRING

ROUTE: Route[Page[dict[str, Any]]] = Route(
    name="sat_lists.list",
    method="GET",
    path="/sat-lists",
    decode=PageOf(OBJECT, "data"),
    replay=Replay.SAFE,
    deadline_s=30,
    paging=Paging.SINGLE,
    query={
        "team": STRING,
    },
)


def build(
    *,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Page[dict[str, Any]]]:
    """The operation of `gig.sat_lists.list`, not sent yet.

    Takes the arguments of that method except `resume`.
    `await gig.request(...)` sends it and gives the whole response.
    For a list that is one page; `gig.paginate(...)` gives all of them.

    Raises:
        InvalidArgumentError: An argument cannot be sent.
    """
    return operation(
        ROUTE,
        query={
            "team": team,
        },
        extra_query=extra_query,
    )
