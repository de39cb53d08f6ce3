# Written by `make generate` from openapi.yaml; never edited.
"""GET /services/{id}: Get a service.

Docs: https://docs.gigstack.io/get-service-20352670e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.objects import model

from ..._generated.models.service import Service

ROUTE: Route[Service] = Route(
    name="services.get",
    method="GET",
    path="/services/{id}",
    decode=Value(model(Service), "data"),
    ids={
        "id": {
            "Service": "id",
        },
    },
    replay=Replay.SAFE,
    deadline_s=30,
    query={
        "team": STRING,
    },
)


def build(
    id: str | Service,
    /,
    *,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Service]:
    """The operation of `gig.services.get`, not sent yet.

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
