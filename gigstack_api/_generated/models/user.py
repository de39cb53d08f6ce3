# Written by `make generate` from openapi.yaml; never edited.
"""The model `User`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, INTEGER, STRING, array, enum, number
from gigstack_api._core.schema.models import Model, encode_models, model
from gigstack_api._core.schema.types import ABSENT, is_list, is_object

if TYPE_CHECKING:
    from .user_address import UserAddress
    from .user_membership import UserMembership
    from .user_role import UserRole


class User(Model):
    """A user of gigstack.

    Lists hold id, e-mail, name, role and creation time. Unverified: the page of the schema
    was not seen; the fields come from the samples of the guide.
    """

    id: str
    """Id (`user_…`, or a bare id of 28 characters)."""
    email: str | None
    """E-mail address."""
    name: str | None
    """Full name."""
    first_name: str | None
    """First name. Unverified: spelling inferred from the request."""
    last_name: str | None
    """Last name. Unverified: spelling inferred from the request."""
    firstName: str | None
    """First name, in the spelling of an older form of the guide."""
    lastName: str | None
    """Last name, in the spelling of an older form of the guide."""
    phone: str | None
    """Phone number."""
    company_role: str | None
    """Position in the company."""
    role: UserRole | str | None
    """Role of the user."""
    address: UserAddress | None
    """Postal address."""
    created_at: int
    """When it was created (Unix seconds)."""
    last_login: int | None
    """When the user last signed in (Unix seconds)."""
    teams: list[UserMembership] | None
    """Teams of the user."""
    invitation_sent: bool | None
    """Whether an invitation was mailed. In the answer of a creation."""

    __slots__ = (
        "id",
        "email",
        "name",
        "first_name",
        "last_name",
        "firstName",
        "lastName",
        "phone",
        "company_role",
        "role",
        "address",
        "created_at",
        "last_login",
        "teams",
        "invitation_sent",
    )

    def __init__(
        self,
        *,
        id: str = ABSENT,
        email: str | None = None,
        name: str | None = None,
        first_name: str | None = None,
        last_name: str | None = None,
        firstName: str | None = None,
        lastName: str | None = None,
        phone: str | None = None,
        company_role: str | None = None,
        role: UserRole | str | None = None,
        address: UserAddress | None = None,
        created_at: int = ABSENT,
        last_login: int | None = None,
        teams: list[UserMembership] | None = None,
        invitation_sent: bool | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.id = id
        self.email = email
        self.name = name
        self.first_name = first_name
        self.last_name = last_name
        self.firstName = firstName
        self.lastName = lastName
        self.phone = phone
        self.company_role = company_role
        self.role = role
        self.address = address
        self.created_at = created_at
        self.last_login = last_login
        self.teams = teams
        self.invitation_sent = invitation_sent
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        UserAddress, UserMembership, UserRole = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.id = take("id", None)
        instance.email = take("email", None)
        instance.name = take("name", None)
        instance.first_name = take("first_name", None)
        instance.last_name = take("last_name", None)
        instance.firstName = take("firstName", None)
        instance.lastName = take("lastName", None)
        instance.phone = take("phone", None)
        instance.company_role = take("company_role", None)
        instance.role = UserRole.of(take("role", None))
        instance.address = (
            UserAddress.from_dict(value) if is_object(value := take("address", None)) else value
        )
        instance.created_at = take("created_at", None)
        instance.last_login = take("last_login", None)
        instance.teams = (
            [UserMembership.from_dict(item) if is_object(item) else item for item in value]
            if is_list(value := take("teams", None))
            else value
        )
        instance.invitation_sent = take("invitation_sent", None)
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
        if (value := self.name) is not None:
            fields["name"] = value if type(value) is str else enum_text(value)
        if (value := self.first_name) is not None:
            fields["first_name"] = value if type(value) is str else enum_text(value)
        if (value := self.last_name) is not None:
            fields["last_name"] = value if type(value) is str else enum_text(value)
        if (value := self.firstName) is not None:
            fields["firstName"] = value if type(value) is str else enum_text(value)
        if (value := self.lastName) is not None:
            fields["lastName"] = value if type(value) is str else enum_text(value)
        if (value := self.phone) is not None:
            fields["phone"] = value if type(value) is str else enum_text(value)
        if (value := self.company_role) is not None:
            fields["company_role"] = value if type(value) is str else enum_text(value)
        if (value := self.role) is not None:
            fields["role"] = value if type(value) is str else enum_text(value)
        if (value := self.address) is not None:
            fields["address"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.created_at) is not ABSENT:
            fields["created_at"] = value if (type(value) is int) else needs_conversion()
        if (value := self.last_login) is not None:
            fields["last_login"] = value if (type(value) is int) else needs_conversion()
        if (value := self.teams) is not None:
            fields["teams"] = encode_models(value)
        if (value := self.invitation_sent) is not None:
            fields["invitation_sent"] = value if (type(value) is bool) else needs_conversion()
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .user_address import UserAddress
        from .user_membership import UserMembership
        from .user_role import UserRole

        return {
            "id": STRING.always(),
            "email": STRING,
            "name": STRING,
            "first_name": STRING,
            "last_name": STRING,
            "firstName": STRING,
            "lastName": STRING,
            "phone": STRING,
            "company_role": STRING,
            "role": enum(UserRole),
            "address": model(UserAddress),
            "created_at": number(INTEGER, unit="s").always(),
            "last_login": number(INTEGER, unit="s"),
            "teams": array(model(UserMembership)),
            "invitation_sent": BOOLEAN,
        }


@cache
def _nested() -> tuple[
    type[UserAddress],
    type[UserMembership],
    type[UserRole],
]:
    """The classes of nested values, imported when the first object is read."""
    from .user_address import UserAddress
    from .user_membership import UserMembership
    from .user_role import UserRole

    return UserAddress, UserMembership, UserRole
