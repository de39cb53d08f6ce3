# Written by `make generate` from openapi.yaml; never edited.
"""GET /teams/{id}: Get a team.

Docs: https://docs.gigstack.io/get-team-20352687e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.objects import model

from ..._generated.models.team import Team

ROUTE: Route[Team] = Route(
    name="teams.get",
    method="GET",
    path="/teams/{id}",
    decode=Value(model(Team), "data"),
    ids={
        "id": {
            "Team": "id",
        },
    },
    replay=Replay.SAFE,
    deadline_s=30,
    query={
        "team": STRING,
    },
    reserved=frozenset(
        {
            "integrations",
        }
    ),
)


def build(
    id: str | Team,
    /,
    *,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Team]:
    """The operation of `gig.teams.get`, not sent yet.

    Takes the arguments of that method.
    `await gig.request(...)` sends it and gives the whole response.

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
