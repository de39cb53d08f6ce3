# Written by `make generate` from openapi.yaml; never edited.
"""The model `Payment`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import (
    BOOLEAN,
    INTEGER,
    NUMBER,
    OBJECT,
    STRING,
    array,
    enum,
    number,
    one_of,
)
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import ABSENT


class Payment(Model, kw_only=True):
    """A payment: money asked for or received, with what was invoiced for it.

    Lists can hold a short form.
    """

    id: str = ABSENT
    """Id (`payment_…`)."""
    client: Client | None = None
    """The client who pays; in full, or in a short form with id, name, email and tax_id."""
    status: PaymentStatus | str | None = None
    """State. Only `succeeded` means that the money was collected."""
    currency: str | None = None
    """Currency (ISO 4217: `MXN`, `USD`, ...)."""
    exchange_rate: float | None = None
    """Exchange rate of the currency, 1 for `MXN`."""
    payment_form: str | None = None
    """SAT form of payment."""
    total: float | None = None
    """Total with taxes in currency units. Can be missing in lists."""
    subtotal: float | None = None
    """Total before taxes in currency units. Missing where `total` is."""
    taxes: float | None = None
    """Sum of the taxes in currency units; a number, unlike the list of taxes of an item."""
    discount: float | None = None
    """Discount in currency units."""
    items: list[PaymentItem] | None = None
    """The items paid for."""
    invoices: list[str | Invoice] | None = None
    """Ids of the invoices made for it."""
    receipts: list[str] | None = None
    """Ids of the receipts made for it."""
    refunds: list[Refund] | None = None
    """The items refunded."""
    payments: list[str | dict[str, Any]] | None = None
    """Related payments. Not confirmed by the API's documentation."""
    allowed_payment_methods: list[PaymentAllowedMethod] | None = None
    """How it can be paid; objects here, plain texts in a request."""
    emails: list[str] | None = None
    """E-mail addresses that get the link and the documents."""
    invoice_config: InvoiceConfig | None = None
    """Settings of the invoice to be made for it."""
    metadata: dict[str, Any] | None = None
    """Keys and values of your own; values may be nested."""
    idempotency_key: str | None = None
    """Key it was made with."""
    short_url: str | None = None
    """Link to pay it, for example https://pay.gigstack.io/p/abc123."""
    payment_processor: PaymentProcessor | str | None = None
    """Who collects the money; `api` for a registered payment."""
    created_at: float | str | None = None
    """When it was created (Unix seconds)."""
    succeeded_at: int | None = None
    """When the money was collected (Unix seconds)."""
    livemode: bool | None = None
    """Whether it was made with a live key; only the key tells test and live apart."""
    team: str | None = None
    """Id of its team."""
    owner: str | None = None
    """Id of the user who owns it."""
    from_: str | None = None
    """Where it was made, for example `api`."""
    automation_type: AutomationType | str | None = None
    """Automation to run once it is paid."""
    processor: PaymentProcessor | str | None = None
    """Who collects the money."""
    invoice: Invoice | None = None
    """The invoice made for it, with its `uuid`."""
    invoice_id: str | None = None
    """Id of the invoice made for it."""
    invoiceId: str | None = None
    """Id of the invoice made for it."""
    receipt_id: str | None = None
    """Id of the receipt made for it."""
    receiptId: str | None = None
    """Id of the receipt made for it."""
    amount: float | None = None
    """Total in hundredths of a currency unit, where `total` is missing."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "id": STRING.always(),
            "client": model(Client),
            "status": enum(PaymentStatus),
            "currency": STRING,
            "exchange_rate": NUMBER,
            "payment_form": STRING,
            "total": NUMBER,
            "subtotal": NUMBER,
            "taxes": NUMBER,
            "discount": NUMBER,
            "items": array(model(PaymentItem)),
            "invoices": array(one_of(STRING, model(Invoice))),
            "receipts": array(STRING),
            "refunds": array(model(Refund)),
            "payments": array(one_of(STRING, OBJECT)),
            "allowed_payment_methods": array(model(PaymentAllowedMethod)),
            "emails": array(STRING),
            "invoice_config": model(InvoiceConfig),
            "metadata": OBJECT,
            "idempotency_key": STRING,
            "short_url": STRING,
            "payment_processor": enum(PaymentProcessor),
            "created_at": one_of(NUMBER, STRING, unit="s"),
            "succeeded_at": number(INTEGER, unit="s"),
            "livemode": BOOLEAN,
            "team": STRING,
            "owner": STRING,
            "from": STRING,
            "automation_type": enum(AutomationType),
            "processor": enum(PaymentProcessor),
            "invoice": model(Invoice),
            "invoice_id": STRING,
            "invoiceId": STRING,
            "receipt_id": STRING,
            "receiptId": STRING,
            "amount": NUMBER,
        }


# Below the class, since two models may refer to each other.
from .automation_type import AutomationType
from .client import Client
from .invoice import Invoice
from .invoice_config import InvoiceConfig
from .payment_allowed_method import PaymentAllowedMethod
from .payment_item import PaymentItem
from .payment_processor import PaymentProcessor
from .payment_status import PaymentStatus
from .refund import Refund
