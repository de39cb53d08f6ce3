# Written by `make generate` from openapi.yaml; never edited.
"""POST /clients/validate/{id}: Compare the fiscal data of a client with the SAT.

Docs: https://docs.gigstack.io/validate-client-fiscal-information-20352665e0
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
    name="clients.validate",
    method="POST",
    path="/clients/validate/{id}",
    decode=Value(model(Client), "data"),
    ids={
        "id": {
            "Client": "id",
        },
    },
    replay=Replay.ONCE,
    deadline_s=90,
    query={
        "team": STRING,
    },
    reserved=frozenset(
        {
            "stamp-pending-receipts",
            "support-documents",
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
    """The operation of `gig.clients.validate`, not sent yet.

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
