# Written by `make generate` from openapi.yaml; never edited.
"""GET /clients/{id}: Get a client.

Docs: https://docs.gigstack.io/get-client-20352662e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.objects import model

from ..._generated.models.client import Client

ROUTE: Route[Client] = Route(
    name="clients.get",
    method="GET",
    path="/clients/{id}",
    decode=Value(model(Client), "data"),
    ids={
        "id": {
            "Client": "id",
        },
    },
    replay=Replay.SAFE,
    deadline_s=30,
    query={
        "team": STRING,
    },
    reserved=frozenset(
        {
            "search",
        }
    ),
)


def build(
    id: str | Client,
    /,
    *,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Client]:
    """The operation of `gig.clients.get`, not sent yet.

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
