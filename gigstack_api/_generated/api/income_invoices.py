# Written by `make generate` from openapi.yaml; never edited.
"""The resource `gig.income_invoices`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gigstack_api._core.limits import LOADING
from gigstack_api._core.resource import Resource
from gigstack_api._core.schema.types import OMIT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from decimal import Decimal
    from typing import Unpack

    from gigstack_api._core.pagination.pager import Pager
    from gigstack_api._core.schema.types import Omit
    from gigstack_api._core.schema.undocumented import Extended
    from gigstack_api.catalogs.cfdi_use import CfdiUse
    from gigstack_api.catalogs.export import Export
    from gigstack_api.catalogs.payment_form import PaymentForm
    from gigstack_api.catalogs.payment_method import PaymentMethod

    from ...operations.income_invoices.create_income_invoice import (
        Reserved as CreateIncomeInvoiceReserved,
    )
    from ..models.client import Client
    from ..models.complement import Complement
    from ..models.global_invoice import GlobalInvoice
    from ..models.inline_client import InlineClient
    from ..models.invoice import Invoice
    from ..models.invoice_automation_type import InvoiceAutomationType
    from ..models.invoice_item import InvoiceItem
    from ..models.invoice_status import InvoiceStatus
    from ..models.line_item_input import LineItemInput
    from ..models.payment_item import PaymentItem
    from ..models.receipt_item import ReceiptItem
    from ..models.related_document import RelatedDocument
    from ..models.service import Service
    from ..models.sort_direction import SortDirection
    from ..types import (
        ComplementDict,
        GlobalInvoiceDict,
        InlineClientDict,
        LineItemInputDict,
        RelatedDocumentDict,
    )


class IncomeInvoicesApi(Resource):
    """The methods of `gig.income_invoices`."""

    __slots__ = ()

    def list(
        self,
        *,
        limit: int | None = None,
        next: str | None = None,
        order_by: str | None = None,
        sort: SortDirection | str | None = None,
        created_gte: int | datetime | None = None,
        created_lte: int | datetime | None = None,
        page: int | None = None,
        status: InvoiceStatus | str | None = None,
        client_id: str | None = None,
        series: str | None = None,
        payment_method: PaymentMethod | str | None = None,
        team: str | None = None,
        metadata: Mapping[str, object] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        resume: str | None = None,
    ) -> Pager[Invoice]:
        """List the income invoices of a team.

        Pages through the CFDI of type I by cursor; with a metadata filter by page number. A stamped
        invoice is `valid` here and `stamped` in the answer to its creation; both mean the same.
        Entries can be null.

        Args:
            limit: Items per page, 1 to 100. Defaults to 10.
            next: Cursor: the `next` of the page before. Opaque.
            order_by: Field to order by: `created_at`, `timestamp` or `name`.
            sort: Direction of the order. Defaults to `desc`.
            created_gte: Created at or after this time (a `datetime` or Unix seconds).
            created_lte: Created at or before this time (a `datetime` or Unix seconds).
            page: Number of the page, from 1. Takes the place of the cursor where the list is
                filtered by metadata or searched.
            status: Only invoices in this state, for example `valid` or `cancelled`.
            client_id: Only the invoices of this client.
            series: Only the invoices of this series.
            payment_method: Only invoices of this method of payment, PUE or PPD. The filter may
                have no effect: check `payment_method` of what comes back.
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            metadata: Only resources whose metadata has these values. The list then goes by page
                number instead of by cursor.
            extra_query: Undocumented query parameters to add.
            resume: Checkpoint of an earlier pager over the same list; the new one continues there.

        Returns:
            A pager: `await` it for the first page or iterate over it for all items. No request is
            sent before that.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived.

        Repetition: A plain read; repeated as the retry policy allows.

        Operation: gigstack_api.operations.income_invoices.list_income_invoices

        Docs: https://docs.gigstack.io/list-income-invoices-20352673e0
        """
        with LOADING:
            from ...operations.income_invoices.list_income_invoices import build

        operation = build(
            limit=limit,
            next=next,
            order_by=order_by,
            sort=sort,
            created_gte=created_gte,
            created_lte=created_lte,
            page=page,
            status=status,
            client_id=client_id,
            series=series,
            payment_method=payment_method,
            team=team,
            metadata=metadata,
            extra_query=extra_query,
        )
        return self._list(operation, resume)

    async def create(
        self,
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
        **reserved: Unpack[CreateIncomeInvoiceReserved],
    ) -> Invoice:
        """Create and stamp an income invoice.

        The CFDI of type I is stamped by the SAT before the call returns; to prepare one without a
        stamp, create a draft. The client is an existing one (`id`), one found or created by
        `search` (several matches are refused with 409, ids in `error.details`), or one made from
        the fields. A line item can start from a service of the catalogue by `id`; its other fields
        take precedence. `send_email` mails PDF and XML to the client and to the addresses in
        `emails`. A refused stamp is a `StampingError` with the code of the SAT or its provider,
        which `gig.invoices.list_errors` explains. The event invoice.created or invoice.failed
        follows.

        Costs: Each stamp of a live key is a billed CFDI.

        Args:
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            client: The client: `id`, a `search`, or the fields of a new one.
            items: Line items.
            automation_type: Documents that gigstack makes besides the invoice: `payment`,
                `payment_and_complement`, `pue_invoice` or `none`.
            currency: Currency (ISO 4217), for example MXN.
            exchange_rate: Pesos for one unit of the currency; needed if that is not MXN.
            use: SAT use of the invoice, for example G03. CFDI 4.0 dropped P01.
            payment_form: SAT form of payment, two digits, for example 03 for a transfer; 99
                with PPD.
            payment_method: PUE for one payment, PPD for deferred or partial ones that need
                payment complements.
            series: Series of the folio.
            folio_number: Number in the series. Left out, gigstack goes on counting.
            idempotency_key: Key of your own that marks repeats of the same creation. What a
                repeat is answered is not documented.
            complements: Complements of the CFDI.
            related_documents: Earlier CFDI it relates to.
            global_: Period, for a global invoice.
            exports: SAT export code, 01 to 04.
            invoice_pdf_notes: Notes to print on the PDF.
            addenda: Addenda, as XML text.
            return_files_urls: Whether the answer carries the addresses of the files.
            metadata: Keys and values of your own.
            send_email: Whether PDF and XML are mailed to the client.
            emails: Further recipients of the e-mail.
            ignore_emails: Whether no mail is sent. Not confirmed by the API's documentation.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The stamped invoice.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`. The idempotency key is sent, but only
            `RetryPolicy(trust_keys=True)` relies on it.

        Example:
            invoice = await gig.income_invoices.create(
                client={"search": {"on_key": "tax_id", "on_value": "PEGJ800101AB6"}},
                items=[{"description": "Diseño", "quantity": 1, "unit_price": 1000,
                        "taxes": [{"type": "IVA", "rate": 0.16}]}],
                use="G03",
                payment_form="03",
                payment_method="PUE",
            )

        Operation: gigstack_api.operations.income_invoices.create_income_invoice

        Docs: https://docs.gigstack.io/create-income-invoice-20352674e0
        """
        with LOADING:
            from ...operations.income_invoices.create_income_invoice import build

        operation = build(
            team=team,
            client=client,
            items=items,
            automation_type=automation_type,
            currency=currency,
            exchange_rate=exchange_rate,
            use=use,
            payment_form=payment_form,
            payment_method=payment_method,
            series=series,
            folio_number=folio_number,
            idempotency_key=idempotency_key,
            complements=complements,
            related_documents=related_documents,
            global_=global_,
            exports=exports,
            invoice_pdf_notes=invoice_pdf_notes,
            addenda=addenda,
            return_files_urls=return_files_urls,
            metadata=metadata,
            send_email=send_email,
            emails=emails,
            ignore_emails=ignore_emails,
            extra=extra,
            extra_query=extra_query,
            **reserved,
        )
        return await self._call(operation)

    async def get(
        self,
        id: str | Invoice,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Invoice:
        """Get an income invoice.

        Just after a payment a 404 can mean that the invoice is not stamped yet. The status
        `stamped` or `valid` means stamped; `pending`, `processing`, `created` or `draft` means not
        yet.

        Args:
            id: Id of the invoice: the UUID of its CFDI, or an `invoice_…` id.
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Returns:
            The invoice.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived.

        Repetition: A plain read; repeated as the retry policy allows.

        Operation: gigstack_api.operations.income_invoices.get_income_invoice

        Docs: https://docs.gigstack.io/get-income-invoice-20352675e0
        """
        with LOADING:
            from ...operations.income_invoices.get_income_invoice import build

        operation = build(
            id,
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)
