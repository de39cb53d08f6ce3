# Written by `make generate` from openapi.yaml; never edited.
"""The resource `gig.sat_invoices`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gigstack_api._core.limits import LOADING
from gigstack_api._core.resource import Resource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gigstack_api._core.files.download import Download
    from gigstack_api._core.pagination.pager import Pager
    from gigstack_api.catalogs.invoice_type import InvoiceType

    from ..models.sat_invoice import SatInvoice
    from ..models.sat_invoice_direction import SatInvoiceDirection
    from ..models.sat_invoice_status import SatInvoiceStatus
    from ..models.sat_xml_retry import SatXmlRetry


class SatInvoicesApi(Resource):
    """The methods of `gig.sat_invoices`."""

    __slots__ = ()

    def list(
        self,
        *,
        limit: int | None = None,
        starting_after: str | None = None,
        from_: str | None = None,
        to: str | None = None,
        direction: SatInvoiceDirection | str | None = None,
        status: SatInvoiceStatus | str | None = None,
        invoice_type: InvoiceType | str | None = None,
        issuer_rfc: str | None = None,
        receiver_rfc: str | None = None,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
        resume: str | None = None,
    ) -> Pager[SatInvoice]:
        """List the invoices mirrored from the SAT.

        Invoices that the mass download (descarga masiva) brought from the SAT; they need not have
        been made with gigstack.

        Args:
            limit: Items per page, 1 to 100.
            starting_after: Cursor: the `next` of the page before.
            from_: Issued from this date on, YYYY-MM-DD. Compared as a text, so short forms such
                as `2026-05` or `30d` give wrong results.
            to: Issued up to this date, YYYY-MM-DD. Compared as a text with the date and time of
                issue: a bare `2026-05-31` leaves out the invoices of that day; append a time to
                keep them (`2026-05-31T23:59:59`).
            direction: Only issued or only received ones. Defaults to both.
            status: Only invoices of this status at the SAT. Spanish, with a capital.
            invoice_type: Only CFDI of this type: I, E, P, N or T.
            issuer_rfc: Only invoices issued by this RFC.
            receiver_rfc: Only invoices received by this RFC.
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

        Operation: gigstack_api.operations.sat_invoices.list_sat_invoices

        Docs: https://docs.gigstack.io/list-sat-invoices-32452829e0
        """
        with LOADING:
            from ...operations.sat_invoices.list_sat_invoices import build

        operation = build(
            limit=limit,
            starting_after=starting_after,
            from_=from_,
            to=to,
            direction=direction,
            status=status,
            invoice_type=invoice_type,
            issuer_rfc=issuer_rfc,
            receiver_rfc=receiver_rfc,
            team=team,
            extra_query=extra_query,
        )
        return self._list(operation, resume)

    async def get(
        self,
        uuid: str | SatInvoice,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> SatInvoice:
        """Get an invoice mirrored from the SAT.

        Args:
            uuid: UUID of the CFDI (folio fiscal).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Returns:
            The mirrored invoice.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived.

        Repetition: A plain read; repeated as the retry policy allows.

        Operation: gigstack_api.operations.sat_invoices.get_sat_invoice

        Docs: https://docs.gigstack.io/get-a-sat-invoice-32452830e0
        """
        with LOADING:
            from ...operations.sat_invoices.get_sat_invoice import build

        operation = build(
            uuid,
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def retry_xml(
        self,
        uuid: str | SatInvoice,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> SatXmlRetry:
        """Fetch the XML of a received invoice again.

        For a received invoice whose XML is stuck in processing or in error. `credit_charged` of the
        answer says whether the credit was taken. 422 is a refusal of the provider behind gigstack,
        502 a failure or timeout on the way to it; the error then has a text and no code.

        Costs: One credit, 0.20 MXN, may be taken for the download.

        Args:
            uuid: UUID of the CFDI (folio fiscal).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Returns:
            State of the XML, and whether a credit was charged.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

        Example:
            retry = await gig.sat_invoices.retry_xml(sat_invoice)
            print(retry.credit_charged)

        Operation: gigstack_api.operations.sat_invoices.retry_sat_invoice_xml

        Docs: https://docs.gigstack.io/retry-xml-download-32452831e0
        """
        with LOADING:
            from ...operations.sat_invoices.retry_sat_invoice_xml import build

        operation = build(
            uuid,
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def generate_pdf(
        self,
        uuid: str | SatInvoice,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Download:
        """Make the PDF of a received invoice.

        It is made from the stored XML, so `has_xml` of the invoice must be true.

        Args:
            uuid: UUID of the CFDI (folio fiscal).
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
            pdf = await gig.sat_invoices.generate_pdf(sat_invoice)
            print(pdf.save("."))

        Operation: gigstack_api.operations.sat_invoices.generate_sat_invoice_pdf

        Docs: https://docs.gigstack.io/generate-pdf-for-a-received-sat-invoice-32452832e0
        """
        with LOADING:
            from ...operations.sat_invoices.generate_sat_invoice_pdf import build

        operation = build(
            uuid,
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)
