# Written by `make generate` from openapi.yaml; never edited.
"""POST /payments/{id}/refund: Refund a payment in full or in part.

Docs: https://docs.gigstack.io/refund-payment-20352684e0
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import BOOLEAN, NUMBER, STRING
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import OMIT, Omit

from ..._generated.models.payment import Payment

ROUTE: Route[Payment] = Route(
    name="payments.refund",
    method="POST",
    path="/payments/{id}/refund",
    decode=Value(model(Payment), "data"),
    ids={
        "id": {
            "Payment": "id",
        },
    },
    replay=Replay.ONCE,
    deadline_s=90,
    stamps=True,
    query={
        "team": STRING,
    },
    body={
        "amount": NUMBER,
        "reason": STRING,
        "external_processor_refund": BOOLEAN,
    },
)


def build(
    id: str | Payment,
    /,
    *,
    team: str | None = None,
    amount: float | Decimal | Omit = OMIT,
    reason: str | Omit = OMIT,
    external_processor_refund: bool | Omit = OMIT,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Payment]:
    """The operation of `gig.payments.refund`, not sent yet.

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
        body={
            "amount": amount,
            "reason": reason,
            "external_processor_refund": external_processor_refund,
        },
        extra=extra,
    )
