# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamDeletion`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.fields import STRING, FieldType, enum
from gigstack_api._core.schema.models import Model, model


class TeamDeletion(Model, kw_only=True):
    """Scheduled deletion of a team."""

    id: str | None = None
    """Id of the team."""
    status: TeamStatus | str | None = None
    """State of the team."""
    scheduled_deletion: ScheduledDeletion | None = None
    """When and by whom."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "id": STRING,
            "status": enum(TeamStatus),
            "scheduled_deletion": model(ScheduledDeletion),
        }


# Below the class, since two models may refer to each other.
from .scheduled_deletion import ScheduledDeletion
from .team_status import TeamStatus
