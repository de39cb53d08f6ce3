# Written by `make generate` from openapi.yaml; never edited.
"""UserMembership: A team a user belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.kinds import (
    STRING,
    Kind,
    enum,
)
from gigstack_api._core.model import Model, not_plain, plain_text

if TYPE_CHECKING:
    from .user_role import UserRole


class UserMembership(Model):
    """A team a user belongs to."""

    team_id: str | None
    """Id of the team (`team_…`)."""
    team_name: str | None
    """Name of the team."""
    role: UserRole | str | None
    """What the user may do there."""

    __slots__ = (
        "team_id",
        "team_name",
        "role",
    )

    def __init__(
        self,
        *,
        team_id: str | None = None,
        team_name: str | None = None,
        role: UserRole | str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.team_id = team_id
        self.team_name = team_name
        self.role = role
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        (UserRole,) = _nested()
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.team_id = take("team_id", None)
        made.team_name = take("team_name", None)
        made.role = UserRole.of(take("role", None))
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.team_id) is not None:
            made["team_id"] = value if type(value) is str else plain_text(value)
        if (value := self.team_name) is not None:
            made["team_name"] = value if type(value) is str else plain_text(value)
        if (value := self.role) is not None:
            made["role"] = value if type(value) is str else plain_text(value)
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .user_role import UserRole

        return {
            "team_id": STRING,
            "team_name": STRING,
            "role": enum(UserRole),
        }


@cache
def _nested() -> tuple[type[UserRole],]:
    """The classes of nested values, loaded when the first model is read."""
    from .user_role import UserRole

    return (UserRole,)
