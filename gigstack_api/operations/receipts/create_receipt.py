# Written by `make generate` from openapi.yaml; never edited.
"""POST /receipts: Create a receipt that can be invoiced later.

Docs: https://docs.gigstack.io/create-receipt-20504787e0
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import KeyPlace, Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import NUMBER, OBJECT, STRING, array, enum
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import OMIT, Omit

from ..._generated.models.inline_client import InlineClient
from ..._generated.models.invoice_config import InvoiceConfig
from ..._generated.models.payment_item_input import PaymentItemInput
from ..._generated.models.receipt import Receipt
from ..._generated.models.receipt_periodicity import ReceiptPeriodicity

if TYPE_CHECKING:
    from gigstack_api._core.schema.undocumented import Extended
    from gigstack_api.catalogs.payment_form import PaymentForm

    from ..._generated.models.client import Client
    from ..._generated.models.invoice_item import InvoiceItem
    from ..._generated.models.payment_item import PaymentItem
    from ..._generated.models.receipt_item import ReceiptItem
    from ..._generated.models.service import Service
    from ..._generated.types import InlineClientDict, InvoiceConfigDict, PaymentItemInputDict


ROUTE: Route[Receipt] = Route(
    name="receipts.create",
    method="POST",
    path="/receipts",
    decode=Value(model(Receipt), "data"),
    replay=Replay.KEYED,
    deadline_s=30,
    key=KeyPlace.BODY,
    body_required=True,
    stamps=True,
    query={
        "team": STRING,
    },
    body={
        "client": model(InlineClient, "Client"),
        "items": array(
            model(PaymentItemInput, "InvoiceItem", "PaymentItem", "ReceiptItem", "Service")
        ),
        "currency": STRING,
        "exchange_rate": NUMBER,
        "periodicity": enum(ReceiptPeriodicity),
        "payment_form": STRING,
        "metadata": OBJECT,
        "idempotency_key": STRING,
        "invoice_config": model(InvoiceConfig),
    },
)


@resolvable
def build(
    *,
    team: str | None = None,
    client: InlineClient | InlineClientDict | Client | Extended,
    items: Sequence[
        PaymentItemInput
        | PaymentItemInputDict
        | InvoiceItem
        | PaymentItem
        | ReceiptItem
        | Service
        | Extended
    ],
    currency: str | Omit = OMIT,
    exchange_rate: float | Decimal | Omit = OMIT,
    periodicity: ReceiptPeriodicity | str | Omit = OMIT,
    payment_form: PaymentForm | str | Omit = OMIT,
    metadata: Mapping[str, Any] | Omit = OMIT,
    idempotency_key: str | Omit = OMIT,
    invoice_config: InvoiceConfig | InvoiceConfigDict | Omit = OMIT,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Receipt]:
    """The operation of `gig.receipts.create`, not sent yet.

    Takes the arguments of that method.
    `await gig.request(...)` sends it and gives the whole response.

    Raises:
        InvalidArgumentError: An argument cannot be sent.
    """
    return operation(
        ROUTE,
        query={
            "team": team,
        },
        extra_query=extra_query,
        body={
            "client": client,
            "items": items,
            "currency": currency,
            "exchange_rate": exchange_rate,
            "periodicity": periodicity,
            "payment_form": payment_form,
            "metadata": metadata,
            "idempotency_key": idempotency_key,
            "invoice_config": invoice_config,
        },
        extra=extra,
    )
