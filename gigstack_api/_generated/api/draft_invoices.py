# Written by `make generate` from openapi.yaml; never edited.
"""The resource `gig.draft_invoices`."""

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

    from gigstack_api._core.files.download import Download
    from gigstack_api._core.pagination.pager import Pager
    from gigstack_api._core.schema.types import Omit
    from gigstack_api._core.schema.undocumented import Extended
    from gigstack_api.catalogs.cfdi_use import CfdiUse
    from gigstack_api.catalogs.export import Export
    from gigstack_api.catalogs.invoice_type import InvoiceType
    from gigstack_api.catalogs.payment_form import PaymentForm
    from gigstack_api.catalogs.payment_method import PaymentMethod

    from ...operations.draft_invoices.create_draft_invoice import (
        Reserved as CreateDraftInvoiceReserved,
    )
    from ...operations.draft_invoices.update_draft_invoice import (
        Reserved as UpdateDraftInvoiceReserved,
    )
    from ..models.client import Client
    from ..models.complement import Complement
    from ..models.draft_invoice import DraftInvoice
    from ..models.global_invoice import GlobalInvoice
    from ..models.inline_client import InlineClient
    from ..models.invoice import Invoice
    from ..models.invoice_automation_type import InvoiceAutomationType
    from ..models.invoice_item import InvoiceItem
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


class DraftInvoicesApi(Resource):
    """The methods of `gig.draft_invoices`."""

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
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
        resume: str | None = None,
    ) -> Pager[DraftInvoice]:
        """List the draft invoices of a team.

        Pages through the drafts by cursor.

        Args:
            limit: Items per page, 1 to 100. Defaults to 10.
            next: Cursor: the `next` of the page before. Opaque.
            order_by: Field to order by: `created_at`, `timestamp` or `name`.
            sort: Direction of the order. Defaults to `desc`.
            created_gte: Created at or after this time (a `datetime` or Unix seconds).
            created_lte: Created at or before this time (a `datetime` or Unix seconds).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
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

        Operation: gigstack_api.operations.draft_invoices.list_draft_invoices

        Docs: https://docs.gigstack.io/list-draft-invoices-30478225e0
        """
        with LOADING:
            from ...operations.draft_invoices.list_draft_invoices import build

        operation = build(
            limit=limit,
            next=next,
            order_by=order_by,
            sort=sort,
            created_gte=created_gte,
            created_lte=created_lte,
            team=team,
            extra_query=extra_query,
        )
        return self._list(operation, resume)

    async def create(
        self,
        *,
        team: str | None = None,
        invoice_type: InvoiceType | str,
        client: InlineClient | InlineClientDict | Client | Extended | Omit = OMIT,
        items: Sequence[
            LineItemInput
            | LineItemInputDict
            | InvoiceItem
            | PaymentItem
            | ReceiptItem
            | Service
            | Extended
        ]
        | Omit = OMIT,
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
        **reserved: Unpack[CreateDraftInvoiceReserved],
    ) -> DraftInvoice:
        """Create a draft invoice.

        Stores a draft (pre-factura); the SAT does not hear of it. Only `invoice_type` is required:
        the rest can be filled in until the draft is stamped.

        Args:
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            invoice_type: Type of the CFDI to be: I (income) or E (credit note).
            client: The client: an existing one by id, one found or made by search, or fields of
                a new one.
            items: Line items.
            automation_type: Actions of gigstack besides the invoice, for example about its
                payment.
            currency: ISO 4217 code, for example MXN.
            exchange_rate: Pesos for one unit of the currency; needed if that is not MXN.
            use: SAT use of the invoice.
            payment_form: SAT form of payment, two digits.
            payment_method: SAT method of payment.
            series: Series.
            folio_number: Number within the series. gigstack counts the numbers of a series
                itself.
            idempotency_key: Key of your own for this creation. What a repeat with it is
                answered is not documented.
            complements: Complements of the CFDI. Not confirmed by the API's documentation.
            related_documents: Invoices this one relates to. Not confirmed by the API's
                documentation.
            global_: Period of a global invoice. Not confirmed by the API's documentation.
            exports: SAT export code. Not confirmed by the API's documentation.
            invoice_pdf_notes: Notes printed on the PDF. Not confirmed by the API's
                documentation.
            addenda: Addenda, as XML text. Not confirmed by the API's documentation.
            return_files_urls: Whether the answer carries the addresses of the files. Not
                confirmed by the API's documentation.
            metadata: Keys and values of your own; values may be nested.
            send_email: Whether PDF and XML are mailed to the client.
            emails: Further recipients of the mail.
            ignore_emails: Whether no mail is sent. Not confirmed by the API's documentation.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The new draft.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`. The idempotency key is sent, but only
            `RetryPolicy(trust_keys=True)` relies on it.

        Example:
            draft = await gig.draft_invoices.create(
                invoice_type="I",
                client={"search": {"on_key": "tax_id", "on_value": "PEGJ800101AB6"}},
                items=[{"description": "Anticipo", "quantity": 1, "unit_price": 5000}],
                payment_form="03",
            )

        Operation: gigstack_api.operations.draft_invoices.create_draft_invoice

        Docs: https://docs.gigstack.io/create-draft-invoice-pre-factura-30478226e0
        """
        with LOADING:
            from ...operations.draft_invoices.create_draft_invoice import build

        operation = build(
            team=team,
            invoice_type=invoice_type,
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
        id: str | DraftInvoice,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> DraftInvoice:
        """Get a draft invoice.

        Once a preview was made, it comes along as a PDF in base64 and can be large.

        Args:
            id: Id of the draft as its creation answers it (for example `abc123def456`); not the
                UUID of a CFDI.
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Returns:
            The draft.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived.

        Repetition: A plain read; repeated as the retry policy allows.

        Operation: gigstack_api.operations.draft_invoices.get_draft_invoice

        Docs: https://docs.gigstack.io/get-draft-invoice-30478227e0
        """
        with LOADING:
            from ...operations.draft_invoices.get_draft_invoice import build

        operation = build(
            id,
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def update(
        self,
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
        **reserved: Unpack[UpdateDraftInvoiceReserved],
    ) -> DraftInvoice:
        """Change a draft invoice.

        Send the whole body: fields left out may be lost, items too. So get the draft, change it,
        send all of it, and read it again before it is stamped.

        Args:
            id: Id of the draft as its creation answers it (for example `abc123def456`); not the
                UUID of a CFDI.
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            invoice_type: Type of the CFDI to be: I (income) or E (credit note).
            client: The client: an existing one by id, one found or made by search, or fields of
                a new one.
            items: Line items.
            automation_type: Actions of gigstack besides the invoice, for example about its
                payment.
            currency: ISO 4217 code.
            exchange_rate: Pesos for one unit of the currency. Needed when the currency is not
                MXN.
            use: SAT use of the invoice.
            payment_form: SAT form of payment, two digits.
            payment_method: SAT method of payment.
            series: Series.
            folio_number: Number within the series. gigstack counts the numbers of a series
                itself.
            idempotency_key: Key of your own. What a repeat with it is answered is not
                documented.
            complements: Complements of the CFDI. Not confirmed by the API's documentation.
            related_documents: Invoices this one relates to. Not confirmed by the API's
                documentation.
            global_: Period of a global invoice. Not confirmed by the API's documentation.
            exports: SAT export code. Not confirmed by the API's documentation.
            invoice_pdf_notes: Notes printed on the PDF. Not confirmed by the API's
                documentation.
            addenda: Addenda, as XML text. Not confirmed by the API's documentation.
            return_files_urls: Whether the answer carries the addresses of the files. Not
                confirmed by the API's documentation.
            metadata: Keys and values of your own; values may be nested.
            send_email: Whether PDF and XML are mailed to the client.
            emails: Further recipients of the mail.
            ignore_emails: Whether no mail is sent. Not confirmed by the API's documentation.
            description: Description of the draft. Not confirmed by the API's documentation.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The draft as it is now.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Sent twice it has the same effect as sent once, so it is repeated as the
            retry policy allows. Where an earlier attempt may have been carried out, a 400 or 409
            raises `OutcomeUnknownError`.

        Example:
            draft = await gig.draft_invoices.update(
                draft,
                client={"search": {"on_key": "tax_id", "on_value": "PEGJ800101AB6"}},
                items=[{"description": "Anticipo", "quantity": 2, "unit_price": 5000}],
                payment_form="03",
            )

        Operation: gigstack_api.operations.draft_invoices.update_draft_invoice

        Docs: https://docs.gigstack.io/update-draft-invoice-30478228e0
        """
        with LOADING:
            from ...operations.draft_invoices.update_draft_invoice import build

        operation = build(
            id,
            team=team,
            invoice_type=invoice_type,
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
            description=description,
            extra=extra,
            extra_query=extra_query,
            **reserved,
        )
        return await self._call(operation)

    async def delete(
        self,
        id: str | DraftInvoice,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> None:
        """Delete a draft invoice for good.

        The files of its preview go too. It cannot be undone.

        Args:
            id: Id of the draft as its creation answers it (for example `abc123def456`); not the
                UUID of a CFDI.
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Sent twice it has the same effect as sent once, so it is repeated as the
            retry policy allows. Where an earlier attempt may have been carried out, a 404 counts as
            success, and a refusal such as 400 or 409 raises `OutcomeUnknownError`.

        Example:
            await gig.draft_invoices.delete(draft)

        Operation: gigstack_api.operations.draft_invoices.delete_draft_invoice

        Docs: https://docs.gigstack.io/delete-draft-invoice-30478229e0
        """
        with LOADING:
            from ...operations.draft_invoices.delete_draft_invoice import build

        operation = build(
            id,
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def stamp(
        self,
        id: str | DraftInvoice,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Invoice:
        """Stamp a draft invoice.

        Makes a valid CFDI at the SAT out of the draft, which becomes an invoice with a UUID. A
        refused stamp is a `StampingError` with a code that `gig.invoices.list_errors` explains.

        Costs: Each stamp of a live key is a billed CFDI.

        Args:
            id: Id of the draft as its creation answers it (for example `abc123def456`); not the
                UUID of a CFDI.
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Returns:
            The stamped invoice.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

        Example:
            invoice = await gig.draft_invoices.stamp(draft)
            print(invoice.uuid)

        Operation: gigstack_api.operations.draft_invoices.stamp_draft_invoice

        Docs: https://docs.gigstack.io/stamp-draft-invoice-finalize-30478230e0
        """
        with LOADING:
            from ...operations.draft_invoices.stamp_draft_invoice import build

        operation = build(
            id,
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def preview(
        self,
        id: str | DraftInvoice,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Download:
        """Make the preview PDF of a draft invoice.

        The PDF has the watermark "Sin Validez Fiscal"; nothing is stamped. The draft keeps it: from
        then on `get` brings it along.

        Args:
            id: Id of the draft as its creation answers it (for example `abc123def456`); not the
                UUID of a CFDI.
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Returns:
            The file.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

        Example:
            preview = await gig.draft_invoices.preview(draft)
            print(preview.save("borrador.pdf"))

        Operation: gigstack_api.operations.draft_invoices.preview_draft_invoice

        Docs: https://docs.gigstack.io/generate-draft-preview-pdf-pre-factura-30478231e0
        """
        with LOADING:
            from ...operations.draft_invoices.preview_draft_invoice import build

        operation = build(
            id,
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)
