# Written by `make generate` from openapi.yaml; never edited.
"""PUT /users/{id}: Change some fields of a user.

Docs: https://docs.gigstack.io/update-user-20352699e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import OMIT, Omit

from ..._generated.models.user import User
from ..._generated.models.user_address import UserAddress

if TYPE_CHECKING:
    from ..._generated.types import UserAddressDict


ROUTE: Route[User] = Route(
    name="users.update",
    method="PUT",
    path="/users/{id}",
    decode=Value(model(User), "data"),
    ids={
        "id": {
            "User": "id",
        },
    },
    replay=Replay.IDEMPOTENT,
    deadline_s=30,
    body_required=True,
    query={
        "team": STRING,
    },
    body={
        "first_name": STRING,
        "last_name": STRING,
        "phone": STRING,
        "company_role": STRING,
        "address": model(UserAddress),
    },
)


@resolvable
def build(
    id: str | User,
    /,
    *,
    team: str | None = None,
    first_name: str | Omit = OMIT,
    last_name: str | Omit = OMIT,
    phone: str | Omit = OMIT,
    company_role: str | Omit = OMIT,
    address: UserAddress | UserAddressDict | Omit = OMIT,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[User]:
    """The operation of `gig.users.update`, not sent yet.

    Takes the arguments of that method.
    `await gig.request(...)` sends it and gives the whole response.

    Raises:
        InvalidArgumentError: An argument cannot be sent.
    """
    return operation(
        ROUTE,
        id,
        query={
            "team": team,
        },
        extra_query=extra_query,
        body={
            "first_name": first_name,
            "last_name": last_name,
            "phone": phone,
            "company_role": company_role,
            "address": address,
        },
        extra=extra,
    )
