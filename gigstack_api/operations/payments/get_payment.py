# Written by `make generate` from openapi.yaml; never edited.
"""GET /payments/{id}: Get a payment.

Docs: https://docs.gigstack.io/get-payment-20352679e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.objects import model

from ..._generated.models.payment import Payment

ROUTE: Route[Payment] = Route(
    name="payments.get",
    method="GET",
    path="/payments/{id}",
    decode=Value(model(Payment), "data"),
    ids={
        "id": {
            "Payment": "id",
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
    id: str | Payment,
    /,
    *,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Payment]:
    """The operation of `gig.payments.get`, not sent yet.

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
