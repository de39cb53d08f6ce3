# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamMember`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING, enum
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.types import ABSENT


class TeamMember(Model, kw_only=True):
    """A member of a team."""

    id: str = ABSENT
    """Id of the user."""
    email: str | None = None
    """E-mail address."""
    role: TeamRole | str | None = None
    """Permissions of the member."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "id": STRING.always(),
            "email": STRING,
            "role": enum(TeamRole),
        }


# Below the class, since two models may refer to each other.
from .team_role import TeamRole
