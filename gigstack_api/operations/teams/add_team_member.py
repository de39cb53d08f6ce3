# Written by `make generate` from openapi.yaml; never edited.
"""POST /teams/{id}/add-member: Add a user to a team.

Docs: https://docs.gigstack.io/add-team-member-20352690e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.operations.decoders import Nothing
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import STRING, enum
from gigstack_api._core.schema.types import OMIT, Omit

from ..._generated.models.team_role import TeamRole

if TYPE_CHECKING:
    from ..._generated.models.team import Team


ROUTE: Route[None] = Route(
    name="teams.add_member",
    method="POST",
    path="/teams/{id}/add-member",
    decode=Nothing(),
    ids={
        "id": {
            "Team": "id",
        },
    },
    replay=Replay.ONCE,
    deadline_s=30,
    body_required=True,
    query={
        "team": STRING,
    },
    body={
        "id": STRING,
        "role": enum(TeamRole),
    },
)


@resolvable
def build(
    team_id: str | Team,
    /,
    *,
    team: str | None = None,
    id: str,
    role: TeamRole | str | Omit = OMIT,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[None]:
    """The operation of `gig.teams.add_member`, not sent yet.

    Takes the arguments of that method.
    `await gig.request(...)` sends it and gives the whole response.

    Raises:
        InvalidArgumentError: An argument cannot be sent.
    """
    return operation(
        ROUTE,
        team_id,
        query={
            "team": team,
        },
        extra_query=extra_query,
        body={
            "id": id,
            "role": role,
        },
        extra=extra,
    )
