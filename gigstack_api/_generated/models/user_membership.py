# Written by `make generate` from openapi.yaml; never edited.
"""UserMembership: A team a user belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import STRING, Kind, enum
from ..._core.model import Model

if TYPE_CHECKING:
    from .user_role import UserRole


@define(kw_only=True, repr=False)
class UserMembership(Model):
    """A team a user belongs to."""

    team_id: str | None = None
    """Id of the team (`team_…`)."""
    team_name: str | None = None
    """Name of the team."""
    role: UserRole | str | None = None
    """What the user may do there."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .user_role import UserRole

        return {
            "team_id": STRING,
            "team_name": STRING,
            "role": enum(UserRole),
        }
