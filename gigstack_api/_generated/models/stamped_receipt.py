# Written by `make generate` from openapi.yaml; never edited.
"""The model `StampedReceipt`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, INTEGER, NUMBER, STRING, number
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model


class StampedReceipt(Model, kw_only=True):
    """Result of stamping a receipt."""

    id: str | None = None
    """Id of the invoice or of the receipt."""
    uuid: str | None = None
    """UUID of the CFDI, in case it is the invoice."""
    status: str | None = None
    """State of the invoice or of the receipt (see InvoiceStatus, ReceiptStatus)."""
    client: Client | None = None
    """The client it is made out to."""
    currency: str | None = None
    """Currency, three letters (ISO 4217: `MXN`)."""
    total: float | None = None
    """Total with taxes, in currency units."""
    subtotal: float | None = None
    """Sum before taxes, in currency units."""
    taxes: float | None = None
    """Taxes, in currency units."""
    series: str | None = None
    """Series, in case it is the invoice."""
    folio_number: float | None = None
    """Number within the series, in case it is the invoice."""
    payment_form: str | None = None
    """SAT form of payment."""
    payment_method: str | None = None
    """SAT method of payment, in case it is the invoice."""
    invoice: ReceiptInvoice | None = None
    """The invoice, in case it is the receipt."""
    invoice_id: str | None = None
    """Id of the invoice, in case it is the receipt."""
    invoiceId: str | None = None
    """Id of the invoice."""
    invoiced_at: int | None = None
    """When it was invoiced (Unix seconds), in case it is the receipt."""
    files: InvoiceFiles | None = None
    """Its PDF and XML, in case it is the invoice."""
    livemode: bool | None = None
    """Whether it was made with a live key."""
    created: int | None = None
    """When it was created (Unix seconds), as receipts spell it."""
    created_at: float | None = None
    """When it was created (Unix seconds)."""
    url: str | None = None
    """Page of the self-invoicing portal, in case it is the receipt."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "id": STRING,
            "uuid": STRING,
            "status": STRING,
            "client": model(Client),
            "currency": STRING,
            "total": NUMBER,
            "subtotal": NUMBER,
            "taxes": NUMBER,
            "series": STRING,
            "folio_number": NUMBER,
            "payment_form": STRING,
            "payment_method": STRING,
            "invoice": model(ReceiptInvoice),
            "invoice_id": STRING,
            "invoiceId": STRING,
            "invoiced_at": number(INTEGER, unit="s"),
            "files": model(InvoiceFiles).as_secret(),
            "livemode": BOOLEAN,
            "created": number(INTEGER, unit="s"),
            "created_at": number(NUMBER, unit="s"),
            "url": STRING,
        }


# Below the class, since two models may refer to each other.
from .client import Client
from .invoice_files import InvoiceFiles
from .receipt_invoice import ReceiptInvoice
