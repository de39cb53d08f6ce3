# Written by `make generate` from openapi.yaml; never edited.
"""The model `Invoice`."""

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


class Invoice(Model, kw_only=True):
    """A CFDI made with gigstack; one form for income invoices (I), credit notes (E), payment
    complements (P) and transfers (T). Lists can hold a short form.
    """

    uuid: str = ABSENT
    """UUID of the CFDI, the key of an invoice in every path."""
    id: str | None = None
    """Id of gigstack, 1 to 160 letters, digits, `_` or `-`; often missing. Read `uuid` first."""
    client: Client | None = None
    """Client as it was when the invoice was made; a short form in some answers."""
    created_at: float | str = ABSENT
    """When it was made (Unix seconds)."""
    currency: str | None = None
    """Currency (ISO 4217); MXN in Mexico, COP in Colombia."""
    exchange_rate: float | None = None
    """Pesos for one unit of the currency."""
    total: float | None = None
    """Total, in currency units."""
    subtotal: float | None = None
    """Sum before taxes, in currency units."""
    taxes: float | None = None
    """Taxes of the whole invoice, in currency units; a list only inside `items`."""
    discount: float | None = None
    """Discounts, in currency units."""
    withholding_taxes: float | None = None
    """Withheld taxes, in currency units."""
    series: str | None = None
    """Series of the folio."""
    folio_number: float | None = None
    """Number in the series, counted by gigstack."""
    invoice_type: str | None = None
    """Type of CFDI: I, E, P or T."""
    use: str | None = None
    """SAT use of the invoice."""
    payment_form: str | None = None
    """SAT form of payment."""
    payment_method: str | None = None
    """PUE counts as paid from the start; PPD stays open until payment complements bring
    `last_balance` to 0.
    """
    payment_conditions: str | None = None
    """Conditions of payment, in words."""
    status: InvoiceStatus | str | None = None
    """State at the SAT. Says nothing about money: a valid PPD invoice can still be owed."""
    livemode: bool | None = None
    """Whether it was made with a live key."""
    owner: str | None = None
    """Id of the user who owns it."""
    team: str | None = None
    """Id of its team."""
    billing_account: str | None = None
    """Id of the billing account."""
    from_: str | None = None
    """Where it was made: `api`, `manual` and others."""
    items: list[InvoiceItem] | None = None
    """Line items."""
    payments: list[str] | None = None
    """Ids of its payments."""
    invoices: list[str] | None = None
    """Ids of related invoices."""
    stamp: InvoiceStamp | None = None
    """Stamp of the SAT."""
    cancellation: InvoiceCancellation | None = None
    """How its cancellation stands."""
    cancellation_status: str | None = None
    """State of the cancellation; it may stand under `cancellation` instead."""
    cancellation_receipt: str | None = None
    """Receipt (acuse) of the cancellation; it may stand under `cancellation` instead."""
    verification_url: str | None = None
    """Address where the SAT verifies the CFDI."""
    exports: str | None = None
    """SAT export code."""
    addenda: str | None = None
    """Addenda, as XML text."""
    invoice_pdf_notes: str | None = None
    """Notes printed on the PDF."""
    files: InvoiceFiles | None = None
    """Addresses of the PDF and the XML."""
    idempotency_key: str | None = None
    """Key that the creation was sent with."""
    date: int | None = None
    """Date of the invoice (Unix milliseconds)."""
    global_: GlobalInvoice | None = None
    """Period of a global invoice."""
    related_documents: list[RelatedDocument] | None = None
    """Earlier CFDI it relates to."""
    complements: list[Complement] | None = None
    """Complements of the CFDI."""
    metadata: dict[str, Any] | None = None
    """Keys and values of your own; values may be nested."""
    emails: list[str] | None = None
    """Further recipients of the e-mail."""
    issuer_info: InvoiceIssuer | None = None
    """Who issued it."""
    namespaces: list[InvoiceNamespace] | None = None
    """XML namespaces added to the CFDI."""
    payment_complements: float | None = None
    """Amount paid by payment complements, in currency units."""
    last_balance: float | None = None
    """Amount still owed on a PPD invoice, in currency units; above 0 it is not paid off."""
    installments: float | None = None
    """Number of installments. Not confirmed by the API's documentation."""
    automations: list[InvoiceAutomation] | None = None
    """Automations that took part."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "uuid": STRING.always(),
            "id": STRING,
            "client": model(Client),
            "created_at": one_of(NUMBER, STRING, unit="s").always(),
            "currency": STRING,
            "exchange_rate": NUMBER,
            "total": NUMBER,
            "subtotal": NUMBER,
            "taxes": NUMBER,
            "discount": NUMBER,
            "withholding_taxes": NUMBER,
            "series": STRING,
            "folio_number": NUMBER,
            "invoice_type": STRING,
            "use": STRING,
            "payment_form": STRING,
            "payment_method": STRING,
            "payment_conditions": STRING,
            "status": enum(InvoiceStatus),
            "livemode": BOOLEAN,
            "owner": STRING,
            "team": STRING,
            "billing_account": STRING,
            "from": STRING,
            "items": array(model(InvoiceItem)),
            "payments": array(STRING),
            "invoices": array(STRING),
            "stamp": model(InvoiceStamp),
            "cancellation": model(InvoiceCancellation),
            "cancellation_status": STRING,
            "cancellation_receipt": STRING,
            "verification_url": STRING,
            "exports": STRING,
            "addenda": STRING,
            "invoice_pdf_notes": STRING,
            "files": model(InvoiceFiles).as_secret(),
            "idempotency_key": STRING,
            "date": number(INTEGER, unit="ms"),
            "global": model(GlobalInvoice),
            "related_documents": array(model(RelatedDocument)),
            "complements": array(model(Complement)),
            "metadata": OBJECT,
            "emails": array(STRING),
            "issuer_info": model(InvoiceIssuer),
            "namespaces": array(model(InvoiceNamespace)),
            "payment_complements": NUMBER,
            "last_balance": NUMBER,
            "installments": NUMBER,
            "automations": array(model(InvoiceAutomation)),
        }


# Below the class, since two models may refer to each other.
from .client import Client
from .complement import Complement
from .global_invoice import GlobalInvoice
from .invoice_automation import InvoiceAutomation
from .invoice_cancellation import InvoiceCancellation
from .invoice_files import InvoiceFiles
from .invoice_issuer import InvoiceIssuer
from .invoice_item import InvoiceItem
from .invoice_namespace import InvoiceNamespace
from .invoice_stamp import InvoiceStamp
from .invoice_status import InvoiceStatus
from .related_document import RelatedDocument
