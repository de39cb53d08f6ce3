# Written by `make generate` from openapi.yaml; never edited.
"""DELETE /clients/{id}: Delete a client.

Docs: https://docs.gigstack.io/delete-client-20352664e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.operations.decoders import Nothing
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import STRING

if TYPE_CHECKING:
    from ..._generated.models.client import Client


ROUTE: Route[None] = Route(
    name="clients.delete",
    method="DELETE",
    path="/clients/{id}",
    decode=Nothing(),
    ids={
        "id": {
            "Client": "id",
        },
    },
    replay=Replay.IDEMPOTENT,
    deadline_s=30,
    query={
        "team": STRING,
    },
)


@resolvable
def build(
    id: str | Client,
    /,
    *,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[None]:
    """The operation of `gig.clients.delete`, not sent yet.

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
