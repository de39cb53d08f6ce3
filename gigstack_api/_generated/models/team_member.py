# Written by `make generate` from openapi.yaml; never edited.
"""TeamMember: A member of a team."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import STRING, Kind, enum
from ..._core.model import Model

if TYPE_CHECKING:
    from .team_role import TeamRole


@define(kw_only=True, repr=False)
class TeamMember(Model):
    """A member of a team."""

    id: str | None = None
    """Id of the user."""
    email: str | None = None
    """E-mail address."""
    role: TeamRole | str | None = None
    """What the member may do."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .team_role import TeamRole

        return {
            "id": STRING,
            "email": STRING,
            "role": enum(TeamRole),
        }
