# Written by `make generate` from openapi.yaml; never edited.
"""The resource `gig.invoices`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gigstack_api._core.limits import LOADING
from gigstack_api._core.resource import Resource
from gigstack_api._core.schema.types import OMIT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gigstack_api._core.files.upload import FileInput
    from gigstack_api._core.pagination.pager import Pager
    from gigstack_api._core.schema.types import Omit
    from gigstack_api.catalogs.cancellation_motive import CancellationMotive

    from ..models.cfdi_error import CfdiError
    from ..models.cfdi_error_type import CfdiErrorType
    from ..models.email_delivery import EmailDelivery
    from ..models.invoice import Invoice
    from ..models.invoice_file_type import InvoiceFileType
    from ..models.invoice_files import InvoiceFiles
    from ..models.invoice_status import InvoiceStatus
    from ..models.support_document import SupportDocument
    from ..models.support_document_type import SupportDocumentType


class InvoicesApi(Resource):
    """The methods of `gig.invoices`."""

    __slots__ = ()

    def list_errors(
        self,
        *,
        code: str | None = None,
        q: str | None = None,
        type: CfdiErrorType | str | None = None,
        limit: int | None = None,
        page: int | None = None,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
        resume: str | None = None,
    ) -> Pager[CfdiError]:
        """List the known rejection codes of CFDI.

        The codes with which the SAT or the certifying provider refuses a CFDI, each with its cause
        and its remedy. Use it to explain the code that comes with a `cfdi_service_error`; the
        failed invoices of a team are not in it. Counted by page number; there is no cursor.

        Args:
            code: Only this exact code, for example `CFDI140223`.
            q: Text to look for in code, description, explanation and solution.
            type: Only errors about this part of the CFDI.
            limit: Items per page, 1 to 100. Defaults to 50.
            page: Number of the page, from 1. Defaults to 1.
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

        Operation: gigstack_api.operations.invoices.list_cfdi_errors

        Docs: https://docs.gigstack.io/list-cfdi-errors-25854588e0
        """
        with LOADING:
            from ...operations.invoices.list_cfdi_errors import build

        operation = build(
            code=code,
            q=q,
            type=type,
            limit=limit,
            page=page,
            team=team,
            extra_query=extra_query,
        )
        return self._list(operation, resume)

    async def get_files(
        self,
        id: str | Invoice,
        /,
        *,
        file_type: InvoiceFileType | str | None = None,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> InvoiceFiles:
        """Get the addresses of the PDF and XML of an invoice.

        The answer holds addresses, not the files; either one can be missing. `bundle` downloads
        both. The addresses need no API key, and it must not be sent there: `gig.download` leaves it
        out.

        Args:
            id: Id of the invoice: the UUID of its CFDI, or an `invoice_…` id.
            file_type: Only this file. Defaults to both.
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Returns:
            The addresses.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived.

        Repetition: A plain read; repeated as the retry policy allows.

        Operation: gigstack_api.operations.invoices.get_invoice_files

        Docs: https://docs.gigstack.io/get-invoice-files-20352676e0
        """
        with LOADING:
            from ...operations.invoices.get_invoice_files import build

        operation = build(
            id,
            file_type=file_type,
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)

    def list_support_documents(
        self,
        id: str | Invoice,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
        resume: str | None = None,
    ) -> Pager[SupportDocument]:
        """List the support documents of an invoice.

        All documents at once; there are no pages.

        Args:
            id: Id of the invoice: the UUID of its CFDI, or an `invoice_…` id.
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

        Operation: gigstack_api.operations.invoices.list_invoice_support_documents

        Docs: https://docs.gigstack.io/list-support-documents-28014934e0
        """
        with LOADING:
            from ...operations.invoices.list_invoice_support_documents import build

        operation = build(
            id,
            team=team,
            extra_query=extra_query,
        )
        return self._list(operation, resume)

    async def upload_support_document(
        self,
        id: str | Invoice,
        /,
        *,
        team: str | None = None,
        file: FileInput,
        documentType: SupportDocumentType | str,
        name: str | Omit = OMIT,
        description: str | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> SupportDocument:
        """Attach a support document to an invoice.

        The document then waits for its review (`pending_review`); the upload starts none.

        Args:
            id: Id of the invoice: the UUID of its CFDI, or an `invoice_…` id.
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            file: The document, not empty and at most 10 MiB: a PDF, or an image (PNG, JPG,
                JPEG, WEBP).
            documentType: Kind of proof it gives. Camel case when sent, `document_type` in the
                answer.
            name: Visible name; defaults to the name of the file.
            description: Subject of the document.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The document as stored.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

        Example:
            from pathlib import Path

            document = await gig.invoices.upload_support_document(
                invoice, file=Path("acuse_de_entrega.pdf"), documentType="delivery_proof"
            )
            print(document.id, document.compliance_status)

        Operation: gigstack_api.operations.invoices.upload_invoice_support_document

        Docs: https://docs.gigstack.io/upload-support-document-28014933e0
        """
        with LOADING:
            from ...operations.invoices.upload_invoice_support_document import build

        operation = build(
            id,
            team=team,
            file=file,
            documentType=documentType,
            name=name,
            description=description,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def cancel(
        self,
        id: str | Invoice,
        /,
        *,
        team: str | None = None,
        motive: CancellationMotive | str,
        substitution_uuid: str | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Invoice:
        """Cancel an invoice at the SAT.

        Cancels an income invoice, a credit note or a payment complement. The SAT can take its time:
        `cancellation` of the invoice tells how far it is, and the event invoice.canceled follows.
        Motive 01 needs `substitution_uuid`, the UUID of the invoice that replaces it; leave it out
        with the others.

        Args:
            id: Id of the invoice: the UUID of its CFDI, or an `invoice_…` id.
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            motive: SAT motive: 01 issued with errors and replaced, 02 issued with errors and
                not replaced, 03 the operation did not take place, 04 nominative operation included
                in a global invoice.
            substitution_uuid: UUID of the CFDI that takes the place of this one. Required with
                motive 01, of no use with the others.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The invoice, cancelled or with its cancellation under way.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Sent twice it has the same effect as sent once, so it is repeated as the
            retry policy allows. Where an earlier attempt may have been carried out, a 404 counts as
            success, and a refusal such as 400 or 409 raises `OutcomeUnknownError`.

        Example:
            invoice = await gig.invoices.cancel(invoice, motive="02")
            print(invoice.status)

        Operation: gigstack_api.operations.invoices.cancel_invoice

        Docs: https://docs.gigstack.io/cancel-invoice-20352677e0
        """
        with LOADING:
            from ...operations.invoices.cancel_invoice import build

        operation = build(
            id,
            team=team,
            motive=motive,
            substitution_uuid=substitution_uuid,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    def search(
        self,
        *,
        q: str,
        page: int | None = None,
        limit: int | None = None,
        status: InvoiceStatus | str | None = None,
        client_id: str | None = None,
        fields: str | None = None,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
        resume: str | None = None,
    ) -> Pager[Invoice]:
        """Search invoices by free text.

        Looks in name and RFC of the client and in the UUID, and tolerates typing errors. Counted by
        page number, not by cursor.

        Args:
            q: Free text to look for; tolerates typing errors.
            page: Number of the page, from 1. Takes the place of the cursor where the list is
                filtered by metadata or searched.
            limit: Items per page, 1 to 100. Defaults to 10.
            status: Only invoices of this status. Not confirmed by the API's documentation.
            client_id: Only invoices of this client. Not confirmed by the API's documentation.
            fields: Names of the fields to search in, separated by commas.
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

        Operation: gigstack_api.operations.invoices.search_invoices

        Docs: https://docs.gigstack.io/search-invoices-29768771e0
        """
        with LOADING:
            from ...operations.invoices.search_invoices import build

        operation = build(
            q=q,
            page=page,
            limit=limit,
            status=status,
            client_id=client_id,
            fields=fields,
            team=team,
            extra_query=extra_query,
        )
        return self._list(operation, resume)

    async def resend_email(
        self,
        id: str | Invoice,
        /,
        *,
        team: str | None = None,
        emails: Sequence[str] | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> EmailDelivery:
        """Send the files of an invoice by e-mail again.

        Mails PDF and XML to the client and to the addresses in `emails`.

        Args:
            id: Id of the invoice: the UUID of its CFDI, or an `invoice_…` id.
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            emails: Further recipients.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            Who got what.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

        Example:
            await gig.invoices.resend_email(invoice, emails=["contabilidad@ejemplo.com"])

        Operation: gigstack_api.operations.invoices.resend_invoice_email

        Docs: https://docs.gigstack.io/resend-invoice-email-33958086e0
        """
        with LOADING:
            from ...operations.invoices.resend_invoice_email import build

        operation = build(
            id,
            team=team,
            emails=emails,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)
