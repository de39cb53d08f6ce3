# Written by `make generate` from openapi.yaml; never edited.
"""PUT /invoices/draft/{id}: Change a draft invoice.

Docs: https://docs.gigstack.io/update-draft-invoice-30478228e0
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import BOOLEAN, INTEGER, NUMBER, OBJECT, STRING, array, enum
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import OMIT, Omit

from ..._generated.models.complement import Complement
from ..._generated.models.draft_invoice import DraftInvoice
from ..._generated.models.global_invoice import GlobalInvoice
from ..._generated.models.inline_client import InlineClient
from ..._generated.models.invoice_automation_type import InvoiceAutomationType
from ..._generated.models.line_item_input import LineItemInput
from ..._generated.models.related_document import RelatedDocument

if TYPE_CHECKING:
    from gigstack_api._core.schema.undocumented import Extended
    from gigstack_api.catalogs.cfdi_use import CfdiUse
    from gigstack_api.catalogs.export import Export
    from gigstack_api.catalogs.invoice_type import InvoiceType
    from gigstack_api.catalogs.payment_form import PaymentForm
    from gigstack_api.catalogs.payment_method import PaymentMethod

    from ..._generated.models.client import Client
    from ..._generated.models.invoice_item import InvoiceItem
    from ..._generated.models.payment_item import PaymentItem
    from ..._generated.models.receipt_item import ReceiptItem
    from ..._generated.models.service import Service
    from ..._generated.types import (
        ComplementDict,
        GlobalInvoiceDict,
        InlineClientDict,
        LineItemInputDict,
        RelatedDocumentDict,
    )


ROUTE: Route[DraftInvoice] = Route(
    name="draft_invoices.update",
    method="PUT",
    path="/invoices/draft/{id}",
    decode=Value(model(DraftInvoice), "data"),
    ids={
        "id": {
            "DraftInvoice": "id",
        },
    },
    replay=Replay.IDEMPOTENT,
    deadline_s=30,
    body_required=True,
    stamps=True,
    query={
        "team": STRING,
    },
    body={
        "invoice_type": STRING,
        "client": model(InlineClient, "Client"),
        "items": array(
            model(LineItemInput, "InvoiceItem", "PaymentItem", "ReceiptItem", "Service")
        ),
        "automation_type": enum(InvoiceAutomationType),
        "currency": STRING,
        "exchange_rate": NUMBER,
        "use": STRING,
        "payment_form": STRING,
        "payment_method": STRING,
        "series": STRING,
        "folio_number": INTEGER,
        "idempotency_key": STRING,
        "complements": array(model(Complement)),
        "related_documents": array(model(RelatedDocument)),
        "global": model(GlobalInvoice),
        "exports": STRING,
        "invoice_pdf_notes": STRING,
        "addenda": STRING,
        "return_files_urls": BOOLEAN,
        "metadata": OBJECT,
        "send_email": BOOLEAN,
        "emails": array(STRING),
        "ignore_emails": BOOLEAN,
        "description": STRING,
    },
)

Reserved = TypedDict(
    "Reserved",
    {
        "global": "GlobalInvoice | GlobalInvoiceDict | None | Omit",
    },
    total=False,
)
"""Body fields whose names are Python keywords; `**payload` passes them."""


@resolvable
def build(
    id: str | DraftInvoice,
    /,
    *,
    team: str | None = None,
    invoice_type: InvoiceType | str | None | Omit = OMIT,
    client: InlineClient | InlineClientDict | Client | Extended | None | Omit = OMIT,
    items: Sequence[
        LineItemInput
        | LineItemInputDict
        | InvoiceItem
        | PaymentItem
        | ReceiptItem
        | Service
        | Extended
    ]
    | None
    | Omit = OMIT,
    automation_type: InvoiceAutomationType | str | None | Omit = OMIT,
    currency: str | None | Omit = OMIT,
    exchange_rate: float | Decimal | None | Omit = OMIT,
    use: CfdiUse | str | None | Omit = OMIT,
    payment_form: PaymentForm | str | None | Omit = OMIT,
    payment_method: PaymentMethod | str | None | Omit = OMIT,
    series: str | None | Omit = OMIT,
    folio_number: int | None | Omit = OMIT,
    idempotency_key: str | None | Omit = OMIT,
    complements: Sequence[Complement | ComplementDict] | None | Omit = OMIT,
    related_documents: Sequence[RelatedDocument | RelatedDocumentDict] | None | Omit = OMIT,
    global_: GlobalInvoice | GlobalInvoiceDict | None | Omit = OMIT,
    exports: Export | str | None | Omit = OMIT,
    invoice_pdf_notes: str | None | Omit = OMIT,
    addenda: str | None | Omit = OMIT,
    return_files_urls: bool | None | Omit = OMIT,
    metadata: Mapping[str, Any] | None | Omit = OMIT,
    send_email: bool | None | Omit = OMIT,
    emails: Sequence[str] | None | Omit = OMIT,
    ignore_emails: bool | None | Omit = OMIT,
    description: str | None | Omit = OMIT,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    **reserved: Unpack[Reserved],
) -> Operation[DraftInvoice]:
    """The operation of `gig.draft_invoices.update`, not sent yet.

    Takes the arguments of that method.
    `await gig.request(...)` sends it and gives the whole response.

    Raises:
        InvalidArgumentError: An argument cannot be sent.
    """
    if unknown := reserved.keys() - Reserved.__annotations__.keys():
        raise TypeError(
            "draft_invoices.update() got unexpected keyword arguments: "
            + ", ".join(sorted(unknown))
        )
    return operation(
        ROUTE,
        id,
        query={
            "team": team,
        },
        extra_query=extra_query,
        body={
            "invoice_type": invoice_type,
            "client": client,
            "items": items,
            "automation_type": automation_type,
            "currency": currency,
            "exchange_rate": exchange_rate,
            "use": use,
            "payment_form": payment_form,
            "payment_method": payment_method,
            "series": series,
            "folio_number": folio_number,
            "idempotency_key": idempotency_key,
            "complements": complements,
            "related_documents": related_documents,
            "global": global_,
            "exports": exports,
            "invoice_pdf_notes": invoice_pdf_notes,
            "addenda": addenda,
            "return_files_urls": return_files_urls,
            "metadata": metadata,
            "send_email": send_email,
            "emails": emails,
            "ignore_emails": ignore_emails,
            "description": description,
            **reserved,
        },
        extra=extra,
    )
