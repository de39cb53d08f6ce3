# Written by `make generate` from openapi.yaml; never edited.
"""The model `User`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, INTEGER, STRING, array, enum, number
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import ABSENT


class User(Model, kw_only=True):
    """A user of gigstack. Lists hold id, e-mail, name, role and creation time."""

    id: str = ABSENT
    """Id (`user_…`, or a bare id of 28 characters)."""
    email: str | None = None
    """E-mail address."""
    name: str | None = None
    """Full name."""
    first_name: str | None = None
    """First name. Not confirmed by the API's documentation."""
    last_name: str | None = None
    """Last name. Not confirmed by the API's documentation."""
    firstName: str | None = None
    """First name, where `first_name` is missing."""
    lastName: str | None = None
    """Last name, where `last_name` is missing."""
    phone: str | None = None
    """Phone number."""
    company_role: str | None = None
    """Position in the company."""
    role: UserRole | str | None = None
    """Role of the user."""
    address: UserAddress | None = None
    """Postal address."""
    created_at: int = ABSENT
    """When it was created (Unix seconds)."""
    last_login: int | None = None
    """When the user last signed in (Unix seconds)."""
    teams: list[UserMembership] | None = None
    """Teams of the user."""
    invitation_sent: bool | None = None
    """Whether an invitation was mailed. In the answer of a creation."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
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


# Below the class, since two models may refer to each other.
from .user_address import UserAddress
from .user_membership import UserMembership
from .user_role import UserRole
