# Written by `make generate` from openapi.yaml; never edited.
"""The resource `gig.egress_invoices`."""

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

    from ...operations.egress_invoices.create_egress_invoice import (
        Reserved as CreateEgressInvoiceReserved,
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


class EgressInvoicesApi(Resource):
    """The methods of `gig.egress_invoices`."""

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
        team: str | None = None,
        metadata: Mapping[str, object] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        resume: str | None = None,
    ) -> Pager[Invoice]:
        """List the credit notes of a team.

        Pages through the CFDI of type E by cursor; with a metadata filter by page number, because
        then a search index answers. Settled: the guide names created_gte / created_lte and official
        clients send created[gte] / created[lte]; the guide's spelling is sent, both are accepted.
        Unverified: the page was not seen; the parameters are those of the guide and of official
        clients. n8n node 1.1.9 filters by `status` and `client_id` here too; whether `series` works
        here is unknown.

        Args:
            limit: Items per page, 1 to 100. Defaults to 10.
            next: Cursor: the `next` of the page before. Opaque.
            order_by: Field to order by. The guide shows `created_at`; official clients know
                `timestamp` (their default) and `name`.
            sort: Direction of the order. Defaults to `desc`.
            created_gte: Created at or after this time (a `datetime` or Unix seconds).
            created_lte: Created at or before this time (a `datetime` or Unix seconds).
            page: Number of the page, from 1. Takes the place of the cursor where the list is
                filtered by metadata or searched.
            status: Only credit notes in this state. n8n node 1.1.9 sends `valid`, `canceled` or
                `pending`.
            client_id: Only the credit notes of this client.
            team: Team that the call acts for, by its id (gigstack Connect). Needs a key whose
                team has Connect and shares the billing account with that team. Defaults to the team
                of the client or view, which is that of the key unless `team=` or `for_team` names
                another.
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

        Operation: gigstack_api.operations.egress_invoices.list_egress_invoices

        Docs: https://docs.gigstack.io/list-egress-invoices-20793823e0
        """
        with LOADING:
            from ...operations.egress_invoices.list_egress_invoices import build

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
        **reserved: Unpack[CreateEgressInvoiceReserved],
    ) -> Invoice:
        """Create and stamp a credit note.

        Stamps a CFDI of type E, which takes back all or part of an income invoice; `invoice_type`
        of the answer is E. The body is that of an income invoice; the only example leaves
        `payment_method` out. Clients, items, e-mails, failed stamps and events work as for an
        income invoice. Settled: 200 and 201 are both read, since the status was not visible.
        Settled: the example sends the `automation_type` payment here and pue_invoice for income; it
        is an open text. Unverified: the answer was not seen and is taken to be the invoice. That
        `related_documents` with relationship 01 names the income invoice it belongs to is inferred
        from the income body and the SAT catalogue.

        Costs: Each stamp of a live key is a billed CFDI.

        Args:
            team: Team that the call acts for, by its id (gigstack Connect). Needs a key whose
                team has Connect and shares the billing account with that team. Defaults to the team
                of the client or view, which is that of the key unless `team=` or `for_team` names
                another.
            client: The client: `id`, a `search`, or the fields of a new one.
            items: Line items.
            automation_type: Documents gigstack makes besides the invoice. The example sends
                `payment`.
            currency: Currency (ISO 4217); MXN in every example.
            exchange_rate: Pesos for one unit of the currency; needed when it is not MXN, says
                the guide. CLI 0.3.1 has no way to send it with `--currency USD`, and n8n node 1.1.9
                leaves it out if not filled in: the API then has to know a rate. Unverified: which
                one.
            use: SAT use of the invoice. Examples show P01, which CFDI 4.0 dropped; official
                clients take G03 for income invoices.
            payment_form: SAT form of payment, two digits.
            payment_method: PUE for one payment, PPD for deferred or partial ones. The example
                leaves it out.
            series: Series of the folio.
            folio_number: Number in the series; by default gigstack continues the count.
                Unverified: the last part is inferred from the guide.
            idempotency_key: Key of your own that marks repeats of the same creation. Only in an
                older page and in official clients, not in the current example. Unverified: what a
                repeat is answered with.
            complements: Complements of the CFDI. From an older page.
            related_documents: Income invoices it relates to (relationship 01 for a credit
                note). Unverified: inferred from the income body.
            global_: Period, for a global invoice. From an older page.
            exports: SAT export code, 01 to 04. From an older page.
            invoice_pdf_notes: Notes to print on the PDF. From an older page.
            addenda: Addenda, as XML text. From an older page.
            return_files_urls: Whether the answer carries the addresses of the files. From an
                older page. Settled: an official client knows a `return_files` instead; the name of
                the docs is sent.
            metadata: Keys and values of your own.
            send_email: Whether PDF and XML are mailed to the client.
            emails: Further recipients of the e-mail.
            ignore_emails: Unverified: in a test of an official client that also serves
                payments; the meaning is not documented.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The credit note is made and stamped.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out all the same.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`. The idempotency key is sent, but only
            `RetryPolicy(trust_keys=True)` relies on it.

        Operation: gigstack_api.operations.egress_invoices.create_egress_invoice

        Docs: https://docs.gigstack.io/create-egress-invoice-20793824e0
        """
        with LOADING:
            from ...operations.egress_invoices.create_egress_invoice import build

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
        """Get a credit note.

        One CFDI of type E. Unverified: the page was not seen; path and answer are those of official
        clients.

        Args:
            id: Id of the invoice: the UUID of its CFDI, which official clients send; the docs
                show `invoice_…` ids.
            team: Team that the call acts for, by its id (gigstack Connect). Needs a key whose
                team has Connect and shares the billing account with that team. Defaults to the team
                of the client or view, which is that of the key unless `team=` or `for_team` names
                another.
            extra_query: Undocumented query parameters to add.

        Returns:
            The credit note.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived.

        Repetition: A plain read; repeated as the retry policy allows.

        Operation: gigstack_api.operations.egress_invoices.get_egress_invoice

        Docs: https://docs.gigstack.io/get-egress-invoice-20793825e0
        """
        with LOADING:
            from ...operations.egress_invoices.get_egress_invoice import build

        operation = build(
            id,
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)
