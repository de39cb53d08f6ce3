# Written by `make generate` from openapi.yaml; never edited.
"""GET /users/{id}: Get a user.

Docs: https://docs.gigstack.io/get-user-20352698e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.objects import model

from ..._generated.models.user import User

ROUTE: Route[User] = Route(
    name="users.get",
    method="GET",
    path="/users/{id}",
    decode=Value(model(User), "data"),
    ids={
        "id": {
            "User": "id",
        },
    },
    replay=Replay.SAFE,
    deadline_s=30,
    query={
        "team": STRING,
    },
)


def build(
    id: str | User,
    /,
    *,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[User]:
    """The operation of `gig.users.get`, not sent yet.

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
    )
