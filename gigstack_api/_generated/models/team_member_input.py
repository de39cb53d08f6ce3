# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamMemberInput`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING, enum
from gigstack_api._core.schema.models import Model


class TeamMemberInput(Model, kw_only=True):
    """A user to attach to a team."""

    id: str | None = None
    """Id of an existing user."""
    role: TeamRole | str | None = None
    """Permissions of the member, for example `viewer`."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "id": STRING,
            "role": enum(TeamRole),
        }


# Below the class, since two models may refer to each other.
from .team_role import TeamRole
