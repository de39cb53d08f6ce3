# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamMember`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.fields import STRING, FieldType, enum
from gigstack_api._core.schema.models import Model


class TeamMember(Model, kw_only=True):
    """A member of a team."""

    id: str | None = None
    """Id of the user."""
    email: str | None = None
    """E-mail address."""
    role: TeamRole | str | None = None
    """Permissions of the member."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "id": STRING,
            "email": STRING,
            "role": enum(TeamRole),
        }


# Below the class, since two models may refer to each other.
from .team_role import TeamRole
