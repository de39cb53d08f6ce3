# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamDeletion`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING, enum
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import ABSENT


class TeamDeletion(Model, kw_only=True):
    """Scheduled deletion of a team."""

    id: str = ABSENT
    """Id of the team."""
    status: TeamStatus | str | None = None
    """State of the team."""
    scheduled_deletion: ScheduledDeletion | None = None
    """When and by whom."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "id": STRING.always(),
            "status": enum(TeamStatus),
            "scheduled_deletion": model(ScheduledDeletion),
        }


# Below the class, since two models may refer to each other.
from .scheduled_deletion import ScheduledDeletion
from .team_status import TeamStatus
