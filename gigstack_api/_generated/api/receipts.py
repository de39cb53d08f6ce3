# Written by `make generate` from openapi.yaml; never edited.
"""The resource `gig.receipts`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gigstack_api._core.limits import LOADING
from gigstack_api._core.resource import Resource
from gigstack_api._core.schema.types import OMIT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from decimal import Decimal

    from gigstack_api._core.pagination.pager import Pager
    from gigstack_api._core.schema.types import Omit
    from gigstack_api._core.schema.undocumented import Extended
    from gigstack_api.catalogs.payment_form import PaymentForm

    from ..models.client import Client
    from ..models.fiscal_information import FiscalInformation
    from ..models.inline_client import InlineClient
    from ..models.invoice_config import InvoiceConfig
    from ..models.invoice_item import InvoiceItem
    from ..models.payment_item import PaymentItem
    from ..models.payment_item_input import PaymentItemInput
    from ..models.receipt import Receipt
    from ..models.receipt_item import ReceiptItem
    from ..models.receipt_periodicity import ReceiptPeriodicity
    from ..models.receipt_status import ReceiptStatus
    from ..models.service import Service
    from ..models.sort_direction import SortDirection
    from ..models.stamp_to import StampTo
    from ..models.stamped_receipt import StampedReceipt
    from ..types import (
        FiscalInformationDict,
        InlineClientDict,
        InvoiceConfigDict,
        PaymentItemInputDict,
    )


class ReceiptsApi(Resource):
    """The methods of `gig.receipts`."""

    __slots__ = ()

    def list(
        self,
        *,
        limit: int | None = None,
        next: str | None = None,
        status: ReceiptStatus | str | None = None,
        client_id: str | None = None,
        order_by: str | None = None,
        sort: SortDirection | str | None = None,
        created_gte: int | datetime | None = None,
        created_lte: int | datetime | None = None,
        page: int | None = None,
        team: str | None = None,
        metadata: Mapping[str, object] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        resume: str | None = None,
    ) -> Pager[Receipt]:
        """List the receipts of a team.

        Pages through the receipts by cursor; with a metadata filter by page number. A pending
        receipt is money already collected that waits to be invoiced, never money owed. Entries can
        be null.

        Args:
            limit: Items per page, 1 to 100. Defaults to 10.
            next: Cursor: the `next` of the page before. Opaque.
            status: Only receipts in this state, for example `pending`, `invoiced` or
                `cancelled`.
            client_id: Only receipts of this client (`client_…` or `cus_…`).
            order_by: Field to order by: `created_at`, `timestamp` or `name`.
            sort: Direction of the order. Defaults to `desc`.
            created_gte: Created at or after this time (a `datetime` or Unix seconds).
            created_lte: Created at or before this time (a `datetime` or Unix seconds).
            page: Number of the page, from 1. Takes the place of the cursor where the list is
                filtered by metadata or searched.
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

        Operation: gigstack_api.operations.receipts.list_receipts

        Docs: https://docs.gigstack.io/list-receipts-20504786e0
        """
        with LOADING:
            from ...operations.receipts.list_receipts import build

        operation = build(
            limit=limit,
            next=next,
            status=status,
            client_id=client_id,
            order_by=order_by,
            sort=sort,
            created_gte=created_gte,
            created_lte=created_lte,
            page=page,
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
            PaymentItemInput
            | PaymentItemInputDict
            | InvoiceItem
            | PaymentItem
            | ReceiptItem
            | Service
            | Extended
        ],
        currency: str | Omit = OMIT,
        exchange_rate: float | Decimal | Omit = OMIT,
        periodicity: ReceiptPeriodicity | str | Omit = OMIT,
        payment_form: PaymentForm | str | Omit = OMIT,
        metadata: Mapping[str, Any] | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
        invoice_config: InvoiceConfig | InvoiceConfigDict | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Receipt:
        """Create a receipt that can be invoiced later.

        A receipt records a sale whose money is in and whose client has given no fiscal data yet.
        The client invoices it in the self-invoicing portal, or a call stamps it. Receipts not
        invoiced by the end of the month go into one global CFDI for XAXX010101000; the team
        settings global_invoice_disabled, invoice_per_receipt, avoid_receipts and periodicity change
        that. The server computes totals and taxes from the items. A client that does not exist yet
        is created, from `client.search` or the fields of `client`. With an `idempotency_key` that a
        receipt already has, that receipt is returned.

        Args:
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            client: An existing client by its id, or one found or created on the way.
            items: Line items: fields of a new line, or `id` of a service with `quantity` and
                `unit_price`.
            currency: Currency, three letters (ISO 4217: `MXN`).
            exchange_rate: Pesos for one unit of the currency, for example 1.0.
            periodicity: How long it can be invoiced, for example `month`.
            payment_form: SAT form of payment.
            metadata: Keys and values of your own.
            idempotency_key: Key of this creation: where a receipt has it already, that one is
                returned and none is made.
            invoice_config: Settings (`serie`, `folio`) of the invoice it will become.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The receipt, new or the one that has the same key.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: A repeat with the same idempotency key returns the first answer. A call
            without a key is given one, so it is repeated as the retry policy allows.

        Example:
            receipt = await gig.receipts.create(
                client={"name": "Mostrador", "email": "mostrador@ejemplo.com"},
                items=[{"description": "Libro impreso", "quantity": 3, "unit_price": 280}],
                payment_form="01",
            )
            print(receipt.url)  # where the client invoices it

        Operation: gigstack_api.operations.receipts.create_receipt

        Docs: https://docs.gigstack.io/create-receipt-20504787e0
        """
        with LOADING:
            from ...operations.receipts.create_receipt import build

        operation = build(
            team=team,
            client=client,
            items=items,
            currency=currency,
            exchange_rate=exchange_rate,
            periodicity=periodicity,
            payment_form=payment_form,
            metadata=metadata,
            idempotency_key=idempotency_key,
            invoice_config=invoice_config,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def get(
        self,
        id: str | Receipt,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Receipt:
        """Get a receipt.

        Args:
            id: Id of the receipt (`receipt_…`).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Returns:
            The receipt.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived.

        Repetition: A plain read; repeated as the retry policy allows.

        Operation: gigstack_api.operations.receipts.get_receipt

        Docs: https://docs.gigstack.io/get-receipt-20504788e0
        """
        with LOADING:
            from ...operations.receipts.get_receipt import build

        operation = build(
            id,
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def cancel(
        self,
        id: str | Receipt,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> None:
        """Cancel a receipt.

        It cannot be undone.

        Args:
            id: Id of the receipt (`receipt_…`).
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
            await gig.receipts.cancel(receipt)

        Operation: gigstack_api.operations.receipts.cancel_receipt

        Docs: https://docs.gigstack.io/cancel-receipt-20504789e0
        """
        with LOADING:
            from ...operations.receipts.cancel_receipt import build

        operation = build(
            id,
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def stamp(
        self,
        id: str | Receipt,
        /,
        *,
        team: str | None = None,
        stamp_to: StampTo | str | Omit = OMIT,
        fiscal_information: FiscalInformation | FiscalInformationDict | Omit = OMIT,
        date: int | datetime | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> StampedReceipt:
        """Stamp a receipt as an income invoice.

        Turns the receipt into a CFDI of type I, either for its own client or for the general public
        (`stamp_to`). What is answered may be the invoice or the receipt: read `id`.

        Costs: A stamp of a live key is a billed CFDI.

        Args:
            id: Id of the receipt (`receipt_…`).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            stamp_to: Whom the invoice is made out to. Send it: whether it can be left out is
                not documented.
            fiscal_information: Fiscal data that take the place of the stored ones.
            date: Date of the invoice (a `datetime` or Unix milliseconds, unlike the seconds of
                a payment marked as paid). Defaults to now.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The stamped invoice, or the receipt: read `id`.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

        Example:
            stamped = await gig.receipts.stamp(receipt, stamp_to="client")
            print(stamped.id)

        Operation: gigstack_api.operations.receipts.stamp_receipt

        Docs: https://docs.gigstack.io/stamp-receipt-20504790e0
        """
        with LOADING:
            from ...operations.receipts.stamp_receipt import build

        operation = build(
            id,
            team=team,
            stamp_to=stamp_to,
            fiscal_information=fiscal_information,
            date=date,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    def search(
        self,
        *,
        q: str,
        limit: int | None = None,
        page: int | None = None,
        fields: str | None = None,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
        resume: str | None = None,
    ) -> Pager[Receipt]:
        """Search receipts by free text.

        Tolerates typing errors. Counted by page number.

        Args:
            q: Free text to look for; tolerates typing errors.
            limit: Items per page, 1 to 100. Defaults to 10.
            page: Number of the page, from 1. Takes the place of the cursor where the list is
                filtered by metadata or searched.
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

        Operation: gigstack_api.operations.receipts.search_receipts

        Docs: https://docs.gigstack.io/search-receipts-29768772e0
        """
        with LOADING:
            from ...operations.receipts.search_receipts import build

        operation = build(
            q=q,
            limit=limit,
            page=page,
            fields=fields,
            team=team,
            extra_query=extra_query,
        )
        return self._list(operation, resume)
