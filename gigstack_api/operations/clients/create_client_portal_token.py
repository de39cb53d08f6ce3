# Written by `make generate` from openapi.yaml; never edited.
"""POST /clients/customerportal: Get a link to the portal of a client.

Docs: https://docs.gigstack.io/get-client-customer-portal-access-token-21625392e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import OMIT, Omit

from ..._generated.models.client_portal import ClientPortal

ROUTE: Route[ClientPortal] = Route(
    name="clients.create_portal_token",
    method="POST",
    path="/clients/customerportal",
    decode=Value(model(ClientPortal), "data"),
    replay=Replay.ONCE,
    deadline_s=30,
    body_required=True,
    query={
        "team": STRING,
    },
    body={
        "id": STRING,
        "email": STRING,
    },
)


def build(
    *,
    team: str | None = None,
    id: str | Omit = OMIT,
    email: str | Omit = OMIT,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[ClientPortal]:
    """The operation of `gig.clients.create_portal_token`, not sent yet.

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
            "id": id,
            "email": email,
        },
        extra=extra,
    )
