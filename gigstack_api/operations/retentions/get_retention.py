# Written by `make generate` from openapi.yaml; never edited.
"""GET /retentions/{id}: Get a retention.

Docs: https://docs.gigstack.io/get-retention-29880641e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.objects import model

from ..._generated.models.retention import Retention

ROUTE: Route[Retention] = Route(
    name="retentions.get",
    method="GET",
    path="/retentions/{id}",
    decode=Value(model(Retention), "data"),
    ids={
        "id": {
            "Retention": "id",
        },
    },
    replay=Replay.SAFE,
    deadline_s=30,
    query={
        "team": STRING,
    },
)


def build(
    id: str | Retention,
    /,
    *,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Retention]:
    """The operation of `gig.retentions.get`, not sent yet.

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
