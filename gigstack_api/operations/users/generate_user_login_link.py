# Written by `make generate` from openapi.yaml; never edited.
"""POST /users/login-link: Make a link that signs a user in.

Docs: https://docs.gigstack.io/generate-login-link-24832690e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.objects import model

from ..._generated.models.user_login_link import UserLoginLink

ROUTE: Route[UserLoginLink] = Route(
    name="users.generate_login_link",
    method="POST",
    path="/users/login-link",
    decode=Value(model(UserLoginLink), "data"),
    replay=Replay.ONCE,
    deadline_s=30,
    body_required=True,
    query={
        "team": STRING,
    },
    body={
        "user_id": STRING,
    },
)


def build(
    *,
    team: str | None = None,
    user_id: str,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[UserLoginLink]:
    """The operation of `gig.users.generate_login_link`, not sent yet.

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
            "user_id": user_id,
        },
        extra=extra,
    )
