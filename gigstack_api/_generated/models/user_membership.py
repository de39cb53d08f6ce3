# Written by `make generate` from openapi.yaml; never edited.
"""The model `UserMembership`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING, enum
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.types import ABSENT


class UserMembership(Model, kw_only=True):
    """A team a user belongs to."""

    team_id: str = ABSENT
    """Id of the team (`team_…`)."""
    team_name: str | None = None
    """Name of the team."""
    role: UserRole | str | None = None
    """Role of the user there."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "team_id": STRING.always(),
            "team_name": STRING,
            "role": enum(UserRole),
        }


# Below the class, since two models may refer to each other.
from .user_role import UserRole
