# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamMember`."""

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
    from .team_role import TeamRole


class TeamMember(Model):
    """A member of a team."""

    id: str
    """Id of the user."""
    email: str | None
    """E-mail address."""
    role: TeamRole | str | None
    """Permissions of the member."""

    __slots__ = (
        "id",
        "email",
        "role",
    )

    def __init__(
        self,
        *,
        id: str = ABSENT,
        email: str | None = None,
        role: TeamRole | str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.id = id
        self.email = email
        self.role = role
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (TeamRole,) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.id = take("id", None)
        instance.email = take("email", None)
        instance.role = TeamRole.of(take("role", None))
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.id) is not ABSENT:
            fields["id"] = value if type(value) is str else enum_text(value)
        if (value := self.email) is not None:
            fields["email"] = value if type(value) is str else enum_text(value)
        if (value := self.role) is not None:
            fields["role"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .team_role import TeamRole

        return {
            "id": STRING.always(),
            "email": STRING,
            "role": enum(TeamRole),
        }


@cache
def _nested() -> tuple[type[TeamRole],]:
    """The classes of nested values, imported when the first object is read."""
    from .team_role import TeamRole

    return (TeamRole,)
