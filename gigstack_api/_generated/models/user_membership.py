# Written by `make generate` from openapi.yaml; never edited.
"""The model `UserMembership`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING, enum
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.types import ABSENT

if TYPE_CHECKING:
    from .user_role import UserRole


class UserMembership(Model):
    """A team a user belongs to."""

    team_id: str
    """Id of the team (`team_…`)."""
    team_name: str | None
    """Name of the team."""
    role: UserRole | str | None
    """Role of the user there."""

    __slots__ = (
        "team_id",
        "team_name",
        "role",
    )

    def __init__(
        self,
        *,
        team_id: str = ABSENT,
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
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (UserRole,) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.team_id = take("team_id", None)
        instance.team_name = take("team_name", None)
        instance.role = UserRole.of(take("role", None))
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.team_id) is not ABSENT:
            fields["team_id"] = value if type(value) is str else enum_text(value)
        if (value := self.team_name) is not None:
            fields["team_name"] = value if type(value) is str else enum_text(value)
        if (value := self.role) is not None:
            fields["role"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .user_role import UserRole

        return {
            "team_id": STRING.always(),
            "team_name": STRING,
            "role": enum(UserRole),
        }


@cache
def _nested() -> tuple[type[UserRole],]:
    """The classes of nested values, imported when the first object is read."""
    from .user_role import UserRole

    return (UserRole,)
