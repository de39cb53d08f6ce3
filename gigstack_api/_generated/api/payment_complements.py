# Written by `make generate` from openapi.yaml; never edited.
"""The resource `gig.payment_complements`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gigstack_api._core.limits import LOADING
from gigstack_api._core.resource import Resource

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from gigstack_api._core.pagination.pager import Pager

    from ..models.invoice import Invoice
    from ..models.invoice_status import InvoiceStatus
    from ..models.sort_direction import SortDirection


class PaymentComplementsApi(Resource):
    """The methods of `gig.payment_complements`."""

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
        invoice_id: str | None = None,
        team: str | None = None,
        metadata: Mapping[str, object] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        resume: str | None = None,
    ) -> Pager[Invoice]:
        """List the payment complements of a team.

        Pages through the CFDI of type P (payment complements) by cursor; with a metadata filter by
        page number.

        Args:
            limit: Items per page, 1 to 100. Defaults to 10.
            next: Cursor: the `next` of the page before. Opaque.
            order_by: Field to order by: `created_at`, `timestamp` or `name`.
            sort: Direction of the order. Defaults to `desc`.
            created_gte: Created at or after this time (a `datetime` or Unix seconds).
            created_lte: Created at or before this time (a `datetime` or Unix seconds).
            page: Number of the page, from 1. Takes the place of the cursor where the list is
                filtered by metadata or searched.
            status: Only complements in this state: `valid`, `canceled` or `pending`.
            client_id: Only the complements of this client.
            invoice_id: Only the complements of this PPD invoice.
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

        Operation: gigstack_api.operations.payment_complements.list_payment_complement_invoices

        Docs: https://docs.gigstack.io/list-payment-complement-invoices-23506401e0
        """
        with LOADING:
            from ...operations.payment_complements.list_payment_complement_invoices import build

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
            invoice_id=invoice_id,
            team=team,
            metadata=metadata,
            extra_query=extra_query,
        )
        return self._list(operation, resume)

    async def get(
        self,
        id: str | Invoice,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Invoice:
        """Get a payment complement.

        One CFDI of type P, which proves a payment of a PPD invoice.

        Args:
            id: Id of the invoice: the UUID of its CFDI, or an `invoice_…` id.
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Returns:
            The payment complement.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived.

        Repetition: A plain read; repeated as the retry policy allows.

        Operation: gigstack_api.operations.payment_complements.get_payment_complement_invoice

        Docs: https://docs.gigstack.io/get-payment-complement-invoice-23506402e0
        """
        with LOADING:
            from ...operations.payment_complements.get_payment_complement_invoice import build

        operation = build(
            id,
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)
