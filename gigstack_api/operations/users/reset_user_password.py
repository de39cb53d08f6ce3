# Written by `make generate` from openapi.yaml; never edited.
"""POST /users/reset-password/{id}: Send a user a mail to reset the password.

Docs: https://docs.gigstack.io/reset-user-password-20352700e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.operations.decoders import Nothing
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.types import OMIT, Omit

if TYPE_CHECKING:
    from ..._generated.models.user import User


ROUTE: Route[None] = Route(
    name="users.reset_password",
    method="POST",
    path="/users/reset-password/{id}",
    decode=Nothing(),
    ids={
        "id": {
            "User": "id",
        },
    },
    replay=Replay.ONCE,
    deadline_s=30,
    body_required=True,
    query={
        "team": STRING,
    },
    body={
        "email": STRING,
    },
)


@resolvable
def build(
    id: str | User,
    /,
    *,
    team: str | None = None,
    email: str | Omit = OMIT,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[None]:
    """The operation of `gig.users.reset_password`, not sent yet.

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
            "email": email,
        },
        extra=extra,
    )
