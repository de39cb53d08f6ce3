# Written by `make generate` from openapi.yaml; never edited.
"""POST /payments/{id}/paid: Mark a requested payment as paid.

Docs: https://docs.gigstack.io/mark-payment-as-paid-20352683e0
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import INTEGER, STRING, number
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import OMIT, Omit

from ..._generated.models.payment import Payment

if TYPE_CHECKING:
    from gigstack_api.catalogs.payment_form import PaymentForm


ROUTE: Route[Payment] = Route(
    name="payments.mark_as_paid",
    method="POST",
    path="/payments/{id}/paid",
    decode=Value(model(Payment), "data"),
    ids={
        "id": {
            "Payment": "id",
        },
    },
    replay=Replay.ONCE,
    deadline_s=90,
    body_required=True,
    stamps=True,
    query={
        "team": STRING,
    },
    body={
        "payment_form": STRING,
        "date": number(INTEGER, unit="s"),
    },
)


@resolvable
def build(
    id: str | Payment,
    /,
    *,
    team: str | None = None,
    payment_form: PaymentForm | str,
    date: int | datetime | Omit = OMIT,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Payment]:
    """The operation of `gig.payments.mark_as_paid`, not sent yet.

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
            "payment_form": payment_form,
            "date": date,
        },
        extra=extra,
    )
