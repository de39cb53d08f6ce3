# Written by `make generate` from openapi.yaml; never edited.
"""PUT /payments/{id}: Correct item texts, automation or client of a payment.

Docs: https://docs.gigstack.io/update-payment-34569173e0
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import STRING, array, enum
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import OMIT, Omit

from ..._generated.models.automation_type import AutomationType
from ..._generated.models.payment import Payment
from ..._generated.models.payment_client_patch import PaymentClientPatch
from ..._generated.models.payment_item_patch import PaymentItemPatch

if TYPE_CHECKING:
    from ..._generated.models.client import Client
    from ..._generated.models.payment_item import PaymentItem
    from ..._generated.types import PaymentClientPatchDict, PaymentItemPatchDict


ROUTE: Route[Payment] = Route(
    name="payments.update",
    method="PUT",
    path="/payments/{id}",
    decode=Value(model(Payment), "data"),
    ids={
        "id": {
            "Payment": "id",
        },
    },
    replay=Replay.IDEMPOTENT,
    deadline_s=90,
    body_required=True,
    stamps=True,
    query={
        "team": STRING,
    },
    body={
        "items": array(model(PaymentItemPatch, "PaymentItem")),
        "automation_type": enum(AutomationType),
        "client": model(PaymentClientPatch, "Client"),
    },
)


@resolvable
def build(
    id: str | Payment,
    /,
    *,
    team: str | None = None,
    items: Sequence[PaymentItemPatch | PaymentItemPatchDict | PaymentItem] | Omit = OMIT,
    automation_type: AutomationType | str | Omit = OMIT,
    client: PaymentClientPatch | PaymentClientPatchDict | Client | Omit = OMIT,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Payment]:
    """The operation of `gig.payments.update`, not sent yet.

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
            "items": items,
            "automation_type": automation_type,
            "client": client,
        },
        extra=extra,
    )
