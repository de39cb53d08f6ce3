# Written by `make generate` from openapi.yaml; never edited.
"""GET /teams/{id}/onboarding-url: Get a fresh link to the fiscal onboarding of a team.

Docs: https://docs.gigstack.io/get-team-onboarding-url-20462248e0
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

from ..._generated.models.onboarding_url import OnboardingUrl

if TYPE_CHECKING:
    from ..._generated.models.team import Team


ROUTE: Route[OnboardingUrl] = Route(
    name="teams.get_onboarding_url",
    method="GET",
    path="/teams/{id}/onboarding-url",
    decode=Value(model(OnboardingUrl), "data"),
    ids={
        "id": {
            "Team": "id",
        },
    },
    replay=Replay.ONCE,
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
) -> Operation[OnboardingUrl]:
    """The operation of `gig.teams.get_onboarding_url`, not sent yet.

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
