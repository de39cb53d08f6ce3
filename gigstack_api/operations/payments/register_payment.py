# Written by `make generate` from openapi.yaml; never edited.
"""POST /payments/register: Record a payment already received.

Docs: https://docs.gigstack.io/register-payment-20352682e0
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import KeyPlace, Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import BOOLEAN, NUMBER, OBJECT, STRING, array, enum
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import OMIT, Omit

from ..._generated.models.automation_type import AutomationType
from ..._generated.models.inline_client import InlineClient
from ..._generated.models.invoice_config import InvoiceConfig
from ..._generated.models.payment import Payment
from ..._generated.models.payment_item_input import PaymentItemInput

if TYPE_CHECKING:
    from gigstack_api._core.schema.undocumented import Extended
    from gigstack_api.catalogs.payment_form import PaymentForm

    from ..._generated.models.client import Client
    from ..._generated.models.invoice_item import InvoiceItem
    from ..._generated.models.payment_item import PaymentItem
    from ..._generated.models.receipt_item import ReceiptItem
    from ..._generated.models.service import Service
    from ..._generated.types import InlineClientDict, InvoiceConfigDict, PaymentItemInputDict


ROUTE: Route[Payment] = Route(
    name="payments.register",
    method="POST",
    path="/payments/register",
    decode=Value(model(Payment), "data"),
    replay=Replay.KEYED,
    deadline_s=90,
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
        "payment_form": STRING,
        "automation_type": enum(AutomationType),
        "currency": STRING,
        "exchange_rate": NUMBER,
        "metadata": OBJECT,
        "invoice_config": model(InvoiceConfig),
        "idempotency_key": STRING,
        "send_email": BOOLEAN,
        "emails": array(STRING),
        "ignore_emails": BOOLEAN,
        "ppd_invoice_id": STRING,
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
    payment_form: PaymentForm | str,
    automation_type: AutomationType | str | Omit = OMIT,
    currency: str | Omit = OMIT,
    exchange_rate: float | Decimal | Omit = OMIT,
    metadata: Mapping[str, Any] | Omit = OMIT,
    invoice_config: InvoiceConfig | InvoiceConfigDict | Omit = OMIT,
    idempotency_key: str | Omit = OMIT,
    send_email: bool | Omit = OMIT,
    emails: Sequence[str] | Omit = OMIT,
    ignore_emails: bool | Omit = OMIT,
    ppd_invoice_id: str | None | Omit = OMIT,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Payment]:
    """The operation of `gig.payments.register`, not sent yet.

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
            "payment_form": payment_form,
            "automation_type": automation_type,
            "currency": currency,
            "exchange_rate": exchange_rate,
            "metadata": metadata,
            "invoice_config": invoice_config,
            "idempotency_key": idempotency_key,
            "send_email": send_email,
            "emails": emails,
            "ignore_emails": ignore_emails,
            "ppd_invoice_id": ppd_invoice_id,
        },
        extra=extra,
    )
