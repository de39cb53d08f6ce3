# Written by `make generate` from openapi.yaml; never edited.
"""TeamDeletion: Scheduled deletion of a team."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import STRING, Kind, enum, model
from ..._core.model import Model

if TYPE_CHECKING:
    from .scheduled_deletion import ScheduledDeletion
    from .team_status import TeamStatus


@define(kw_only=True, repr=False)
class TeamDeletion(Model):
    """Scheduled deletion of a team."""

    id: str | None = None
    """Id of the team."""
    status: TeamStatus | str | None = None
    """State of the team."""
    scheduled_deletion: ScheduledDeletion | None = None
    """When and by whom."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .scheduled_deletion import ScheduledDeletion
        from .team_status import TeamStatus

        return {
            "id": STRING,
            "status": enum(TeamStatus),
            "scheduled_deletion": model(ScheduledDeletion),
        }
