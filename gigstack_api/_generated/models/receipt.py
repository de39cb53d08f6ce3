# Written by `make generate` from openapi.yaml; never edited.
"""The model `Receipt`."""

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
)
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import ABSENT


class Receipt(Model, kw_only=True):
    """A sale without fiscal value that its client can invoice in the self-invoicing portal."""

    id: str = ABSENT
    """Id (`receipt_…`)."""
    client: Client | None = None
    """The client, in a short form (id, name, tax_id). None stands for the general public."""
    status: ReceiptStatus | str | None = None
    """Where it stands."""
    total: float | None = None
    """Total with taxes, in currency units."""
    subtotal: float | None = None
    """Sum before taxes, in currency units."""
    taxes: float | None = None
    """Taxes, in currency units."""
    currency: str | None = None
    """Currency, three letters (ISO 4217: `MXN`)."""
    periodicity: ReceiptPeriodicity | str | None = None
    """How long it can be invoiced."""
    payment_form: str | None = None
    """SAT form of payment."""
    created: int | None = None
    """When it was created (Unix seconds); it may come as `created_at` instead."""
    created_at: int | None = None
    """When it was created (Unix seconds); it may come as `created` instead."""
    validUntil: int | None = None
    """Until when it can be invoiced (Unix seconds). Camel case in this API is an exception."""
    valid_until: int | None = None
    """The same in the spelling usual in this API (Unix seconds). Not confirmed by the API's
    documentation.
    """
    url: str | None = None
    """Page of the self-invoicing portal: `https://invoicing.gigstack.pro/autofactura?id=` and
    the id.
    """
    invoice: ReceiptInvoice | None = None
    """The invoice it became."""
    invoice_id: str | None = None
    """Id of the invoice it became."""
    invoiceId: str | None = None
    """Id of the invoice it became."""
    invoiced_at: int | None = None
    """When it was invoiced (Unix seconds). Not confirmed by the API's documentation."""
    items: list[ReceiptItem] | None = None
    """Line items. Not confirmed by the API's documentation."""
    invoice_config: InvoiceConfig | None = None
    """Settings of the invoice to come. Not confirmed by the API's documentation."""
    exchange_rate: float | None = None
    """Pesos for one unit of the currency. Not confirmed by the API's documentation."""
    metadata: dict[str, Any] | None = None
    """Keys and values of your own. Not confirmed by the API's documentation."""
    idempotency_key: str | None = None
    """Key it was created with. Not confirmed by the API's documentation."""
    livemode: bool | None = None
    """Whether it was made with a live key. Not confirmed by the API's documentation."""
    team: str | None = None
    """Id of its team. Not confirmed by the API's documentation."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "id": STRING.always(),
            "client": model(Client),
            "status": enum(ReceiptStatus),
            "total": NUMBER,
            "subtotal": NUMBER,
            "taxes": NUMBER,
            "currency": STRING,
            "periodicity": enum(ReceiptPeriodicity),
            "payment_form": STRING,
            "created": number(INTEGER, unit="s"),
            "created_at": number(INTEGER, unit="s"),
            "validUntil": number(INTEGER, unit="s"),
            "valid_until": number(INTEGER, unit="s"),
            "url": STRING,
            "invoice": model(ReceiptInvoice),
            "invoice_id": STRING,
            "invoiceId": STRING,
            "invoiced_at": number(INTEGER, unit="s"),
            "items": array(model(ReceiptItem)),
            "invoice_config": model(InvoiceConfig),
            "exchange_rate": NUMBER,
            "metadata": OBJECT,
            "idempotency_key": STRING,
            "livemode": BOOLEAN,
            "team": STRING,
        }


# Below the class, since two models may refer to each other.
from .client import Client
from .invoice_config import InvoiceConfig
from .receipt_invoice import ReceiptInvoice
from .receipt_item import ReceiptItem
from .receipt_periodicity import ReceiptPeriodicity
from .receipt_status import ReceiptStatus
