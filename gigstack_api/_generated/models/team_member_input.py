# Written by `make generate` from openapi.yaml; never edited.
"""TeamMemberInput: A user to attach to a team."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import STRING, Kind, enum
from ..._core.model import Model

if TYPE_CHECKING:
    from .team_role import TeamRole


@define(kw_only=True, repr=False)
class TeamMemberInput(Model):
    """A user to attach to a team."""

    id: str | None = None
    """Id of an existing user."""
    role: TeamRole | str | None = None
    """What the member may do; an official client sends `viewer` when nothing is said. `blocked` and `member`
    are not shown here."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .team_role import TeamRole

        return {
            "id": STRING,
            "role": enum(TeamRole),
        }
