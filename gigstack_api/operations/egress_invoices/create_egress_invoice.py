# Written by `make generate` from openapi.yaml; never edited.
"""POST /invoices/egress: Create and stamp a credit note.

Docs: https://docs.gigstack.io/create-egress-invoice-20793824e0
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import KeyPlace, Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import BOOLEAN, INTEGER, NUMBER, OBJECT, STRING, array, enum
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import OMIT, Omit

from ..._generated.models.complement import Complement
from ..._generated.models.global_invoice import GlobalInvoice
from ..._generated.models.inline_client import InlineClient
from ..._generated.models.invoice import Invoice
from ..._generated.models.invoice_automation_type import InvoiceAutomationType
from ..._generated.models.line_item_input import LineItemInput
from ..._generated.models.related_document import RelatedDocument

if TYPE_CHECKING:
    from gigstack_api._core.schema.undocumented import Extended
    from gigstack_api.catalogs.cfdi_use import CfdiUse
    from gigstack_api.catalogs.export import Export
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


ROUTE: Route[Invoice] = Route(
    name="egress_invoices.create",
    method="POST",
    path="/invoices/egress",
    decode=Value(model(Invoice), "data"),
    replay=Replay.ONCE,
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
    },
)

Reserved = TypedDict(
    "Reserved",
    {
        "global": "GlobalInvoice | GlobalInvoiceDict | Omit",
    },
    total=False,
)
"""Body fields whose names are Python keywords; `**payload` passes them."""


@resolvable
def build(
    *,
    team: str | None = None,
    client: InlineClient | InlineClientDict | Client | Extended,
    items: Sequence[
        LineItemInput
        | LineItemInputDict
        | InvoiceItem
        | PaymentItem
        | ReceiptItem
        | Service
        | Extended
    ],
    automation_type: InvoiceAutomationType | str | Omit = OMIT,
    currency: str | Omit = OMIT,
    exchange_rate: float | Decimal | Omit = OMIT,
    use: CfdiUse | str | Omit = OMIT,
    payment_form: PaymentForm | str | Omit = OMIT,
    payment_method: PaymentMethod | str | Omit = OMIT,
    series: str | Omit = OMIT,
    folio_number: int | Omit = OMIT,
    idempotency_key: str | Omit = OMIT,
    complements: Sequence[Complement | ComplementDict] | Omit = OMIT,
    related_documents: Sequence[RelatedDocument | RelatedDocumentDict] | Omit = OMIT,
    global_: GlobalInvoice | GlobalInvoiceDict | Omit = OMIT,
    exports: Export | str | Omit = OMIT,
    invoice_pdf_notes: str | Omit = OMIT,
    addenda: str | Omit = OMIT,
    return_files_urls: bool | Omit = OMIT,
    metadata: Mapping[str, Any] | Omit = OMIT,
    send_email: bool | Omit = OMIT,
    emails: Sequence[str] | Omit = OMIT,
    ignore_emails: bool | Omit = OMIT,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    **reserved: Unpack[Reserved],
) -> Operation[Invoice]:
    """The operation of `gig.egress_invoices.create`, not sent yet.

    Takes the arguments of that method.
    `await gig.request(...)` sends it and gives the whole response.

    Raises:
        InvalidArgumentError: An argument cannot be sent.
    """
    if unknown := reserved.keys() - Reserved.__annotations__.keys():
        raise TypeError(
            "egress_invoices.create() got unexpected keyword arguments: "
            + ", ".join(sorted(unknown))
        )
    return operation(
        ROUTE,
        query={
            "team": team,
        },
        extra_query=extra_query,
        body={
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
            **reserved,
        },
        extra=extra,
    )
