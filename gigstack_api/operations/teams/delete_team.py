# Written by `make generate` from openapi.yaml; never edited.
"""DELETE /teams/{id}: Schedule the deletion of a team.

Docs: https://docs.gigstack.io/delete-team-34064730e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.objects import model

from ..._generated.models.team_deletion import TeamDeletion

if TYPE_CHECKING:
    from ..._generated.models.team import Team


ROUTE: Route[TeamDeletion] = Route(
    name="teams.delete",
    method="DELETE",
    path="/teams/{id}",
    decode=Value(model(TeamDeletion), "data"),
    ids={
        "id": {
            "Team": "id",
        },
    },
    replay=Replay.IDEMPOTENT,
    deadline_s=30,
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
) -> Operation[TeamDeletion]:
    """The operation of `gig.teams.delete`, not sent yet.

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
