# Written by `make generate` from openapi.yaml; never edited.
"""The model `DraftInvoice`."""

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


class DraftInvoice(Model, kw_only=True):
    """A draft (pre-factura): an invoice that was not stamped."""

    id: str = ABSENT
    """Id of the draft; not a UUID."""
    draft: bool | None = None
    """True."""
    invoice_type: str | None = None
    """Type of the CFDI to be."""
    client: Client | None = None
    """The client, in full. Its `created_at` is in seconds, unlike that of the draft."""
    created_at: int = ABSENT
    """When it was created (Unix milliseconds)."""
    updated_at: int | None = None
    """When it was last changed (Unix milliseconds)."""
    currency: str | None = None
    """ISO 4217 code."""
    exchange_rate: float | None = None
    """Pesos for one unit of the currency."""
    total: float | None = None
    """Total in currency units."""
    subtotal: float | None = None
    """Sum before taxes, in currency units."""
    discount: float | None = None
    """Discount in currency units."""
    series: str | None = None
    """Series."""
    folio_number: int | None = None
    """Number within the series; 0 while it is not stamped."""
    use: str | None = None
    """SAT use of the invoice."""
    payment_form: str | None = None
    """SAT form of payment."""
    payment_method: str | None = None
    """SAT method of payment."""
    date: int | None = None
    """Date of the invoice (Unix milliseconds); 0 if it has none yet."""
    livemode: bool | None = None
    """Whether it was made with a live key."""
    owner: str | None = None
    """Id of the user who owns it."""
    from_: str | None = None
    """Where it was made, for example `api`."""
    status: InvoiceStatus | str | None = None
    """Status: `draft`."""
    team: str | None = None
    """Id of its team. Not confirmed by the API's documentation."""
    items: list[InvoiceItem] | None = None
    """Line items. Not confirmed by the API's documentation."""
    metadata: dict[str, Any] | None = None
    """Keys and values of your own. Not confirmed by the API's documentation."""
    automation_type: InvoiceAutomationType | str | None = None
    """Actions of gigstack besides the invoice, for example about its payment. Not confirmed by
    the API's documentation.
    """
    idempotency_key: str | None = None
    """Key it was created with. Not confirmed by the API's documentation."""
    complements: list[Complement] | None = None
    """Complements of the CFDI. Not confirmed by the API's documentation."""
    related_documents: list[RelatedDocument] | None = None
    """Invoices this one relates to. Not confirmed by the API's documentation."""
    global_: GlobalInvoice | None = None
    """Period of a global invoice. Not confirmed by the API's documentation."""
    exports: str | None = None
    """SAT export code. Not confirmed by the API's documentation."""
    invoice_pdf_notes: str | None = None
    """Notes printed on the PDF. Not confirmed by the API's documentation."""
    addenda: str | None = None
    """Addenda, as XML text. Not confirmed by the API's documentation."""
    send_email: bool | None = None
    """Whether PDF and XML are mailed to the client. Not confirmed by the API's documentation."""
    emails: list[str] | None = None
    """Further recipients of the mail. Not confirmed by the API's documentation."""
    preview: str | DraftInvoicePreview | None = None
    """PDF of the preview in base64, once there is one; it may come as `pdf` instead. Not
    confirmed by the API's documentation.
    """
    pdf: str | None = None
    """PDF of the preview in base64; it may come as `preview` instead. Not confirmed by the API's
    documentation.
    """

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "id": STRING.always(),
            "draft": BOOLEAN,
            "invoice_type": STRING,
            "client": model(Client),
            "created_at": number(INTEGER, unit="ms").always(),
            "updated_at": number(INTEGER, unit="ms"),
            "currency": STRING,
            "exchange_rate": NUMBER,
            "total": NUMBER,
            "subtotal": NUMBER,
            "discount": NUMBER,
            "series": STRING,
            "folio_number": INTEGER,
            "use": STRING,
            "payment_form": STRING,
            "payment_method": STRING,
            "date": number(INTEGER, unit="ms"),
            "livemode": BOOLEAN,
            "owner": STRING,
            "from": STRING,
            "status": enum(InvoiceStatus),
            "team": STRING,
            "items": array(model(InvoiceItem)),
            "metadata": OBJECT,
            "automation_type": enum(InvoiceAutomationType),
            "idempotency_key": STRING,
            "complements": array(model(Complement)),
            "related_documents": array(model(RelatedDocument)),
            "global": model(GlobalInvoice),
            "exports": STRING,
            "invoice_pdf_notes": STRING,
            "addenda": STRING,
            "send_email": BOOLEAN,
            "emails": array(STRING),
            "preview": one_of(STRING, model(DraftInvoicePreview)),
            "pdf": STRING.as_secret(),
        }


# Below the class, since two models may refer to each other.
from .client import Client
from .complement import Complement
from .draft_invoice_preview import DraftInvoicePreview
from .global_invoice import GlobalInvoice
from .invoice_automation_type import InvoiceAutomationType
from .invoice_item import InvoiceItem
from .invoice_status import InvoiceStatus
from .related_document import RelatedDocument
