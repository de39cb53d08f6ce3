# Written by `make generate` from openapi.yaml; never edited.
"""GET /teams/{id}/series: List the invoice series of a team.

Docs: https://docs.gigstack.io/get-team-series-20352692e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.page import Page, PageOf, Paging
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.objects import model

from ..._generated.models.series import Series

if TYPE_CHECKING:
    from ..._generated.models.team import Team


ROUTE: Route[Page[Series]] = Route(
    name="teams.list_series",
    method="GET",
    path="/teams/{id}/series",
    decode=PageOf(model(Series), "data"),
    ids={
        "id": {
            "Team": "id",
        },
    },
    replay=Replay.SAFE,
    deadline_s=30,
    paging=Paging.SINGLE,
    query={
        "team": STRING,
    },
)


@resolvable
def build(
    id: str | Team,
    /,
    *,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Page[Series]]:
    """The operation of `gig.teams.list_series`, not sent yet.

    Takes the arguments of that method except `resume`.
    `await gig.request(...)` sends it and gives the whole response.
    For a list that is one page; `gig.paginate(...)` gives all of them.

    Raises:
        InvalidArgumentError: An argument cannot be sent.
    """
    return operation(
        ROUTE,
        id,
        query={
            "team": team,
        },
        extra_query=extra_query,
    )
