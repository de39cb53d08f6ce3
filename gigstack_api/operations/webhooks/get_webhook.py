# Written by `make generate` from openapi.yaml; never edited.
"""GET /webhooks/{id}: Get a webhook.

Docs: https://docs.gigstack.io/get-webhook-25590327e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.objects import model

from ..._generated.models.webhook import Webhook

ROUTE: Route[Webhook] = Route(
    name="webhooks.get",
    method="GET",
    path="/webhooks/{id}",
    decode=Value(model(Webhook), "data"),
    ids={
        "id": {
            "Webhook": "id",
        },
    },
    replay=Replay.SAFE,
    deadline_s=30,
    query={
        "team": STRING,
    },
)


def build(
    id: str | Webhook,
    /,
    *,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Webhook]:
    """The operation of `gig.webhooks.get`, not sent yet.

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
