# Written by `make generate` from openapi.yaml; never edited.
"""POST /users: Create a user.

Docs: https://docs.gigstack.io/create-user-20352697e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import BOOLEAN, STRING, enum
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import OMIT, Omit

from ..._generated.models.user import User
from ..._generated.models.user_address import UserAddress
from ..._generated.models.user_role import UserRole

if TYPE_CHECKING:
    from ..._generated.types import UserAddressDict


ROUTE: Route[User] = Route(
    name="users.create",
    method="POST",
    path="/users",
    decode=Value(model(User), "data"),
    replay=Replay.ONCE,
    deadline_s=30,
    body_required=True,
    query={
        "team": STRING,
    },
    body={
        "email": STRING,
        "first_name": STRING,
        "last_name": STRING,
        "phone": STRING,
        "company_role": STRING,
        "address": model(UserAddress),
        "auto_join": BOOLEAN,
        "role": enum(UserRole),
    },
)


@resolvable
def build(
    *,
    team: str | None = None,
    email: str | Omit = OMIT,
    first_name: str | Omit = OMIT,
    last_name: str | Omit = OMIT,
    phone: str | Omit = OMIT,
    company_role: str | Omit = OMIT,
    address: UserAddress | UserAddressDict | Omit = OMIT,
    auto_join: bool | Omit = OMIT,
    role: UserRole | str | Omit = OMIT,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[User]:
    """The operation of `gig.users.create`, not sent yet.

    Takes the arguments of that method.
    `await gig.request(...)` sends it and gives the whole response.

    Raises:
        InvalidArgumentError: An argument cannot be sent.
    """
    return operation(
        ROUTE,
        query={
            "team": team,
        },
        extra_query=extra_query,
        body={
            "email": email,
            "first_name": first_name,
            "last_name": last_name,
            "phone": phone,
            "company_role": company_role,
            "address": address,
            "auto_join": auto_join,
            "role": role,
        },
        extra=extra,
    )
