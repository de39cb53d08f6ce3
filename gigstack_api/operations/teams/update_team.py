# Written by `make generate` from openapi.yaml; never edited.
"""PUT /teams/{id}: Change brand, fiscal and contact data of a team.

Docs: https://docs.gigstack.io/update-team-20352688e0
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import BOOLEAN, STRING, array
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import OMIT, Omit

from ..._generated.models.team import Team
from ..._generated.models.team_address_input import TeamAddressInput
from ..._generated.models.team_brand_input import TeamBrandInput
from ..._generated.models.team_member_input import TeamMemberInput

if TYPE_CHECKING:
    from gigstack_api.catalogs.tax_regime import TaxRegime

    from ..._generated.models.team_address import TeamAddress
    from ..._generated.models.team_brand import TeamBrand
    from ..._generated.models.team_member import TeamMember
    from ..._generated.types import TeamAddressInputDict, TeamBrandInputDict, TeamMemberInputDict


ROUTE: Route[Team] = Route(
    name="teams.update",
    method="PUT",
    path="/teams/{id}",
    decode=Value(model(Team), "data"),
    ids={
        "id": {
            "Team": "id",
        },
    },
    replay=Replay.IDEMPOTENT,
    deadline_s=30,
    body_required=True,
    query={
        "team": STRING,
    },
    body={
        "brand": model(TeamBrandInput, "TeamBrand"),
        "address": model(TeamAddressInput, "TeamAddress"),
        "tax_id": STRING,
        "tax_system": STRING,
        "support_email": STRING,
        "support_phone": STRING,
        "generate_onboarding_url": BOOLEAN,
        "add_members": array(model(TeamMemberInput, "TeamMember")),
        "add_master_team_members": BOOLEAN,
    },
)


@resolvable
def build(
    id: str | Team,
    /,
    *,
    team: str | None = None,
    brand: TeamBrandInput | TeamBrandInputDict | TeamBrand | Omit = OMIT,
    address: TeamAddressInput | TeamAddressInputDict | TeamAddress | Omit = OMIT,
    tax_id: str | Omit = OMIT,
    tax_system: TaxRegime | str | Omit = OMIT,
    support_email: str | Omit = OMIT,
    support_phone: str | Omit = OMIT,
    generate_onboarding_url: bool | Omit = OMIT,
    add_members: Sequence[TeamMemberInput | TeamMemberInputDict | TeamMember] | Omit = OMIT,
    add_master_team_members: bool | Omit = OMIT,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Team]:
    """The operation of `gig.teams.update`, not sent yet.

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
        body={
            "brand": brand,
            "address": address,
            "tax_id": tax_id,
            "tax_system": tax_system,
            "support_email": support_email,
            "support_phone": support_phone,
            "generate_onboarding_url": generate_onboarding_url,
            "add_members": add_members,
            "add_master_team_members": add_master_team_members,
        },
        extra=extra,
    )
