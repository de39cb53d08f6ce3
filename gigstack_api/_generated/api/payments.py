# Written by `make generate` from openapi.yaml; never edited.
"""The resource `gig.payments`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gigstack_api._core.limits import LOADING
from gigstack_api._core.resource import Resource
from gigstack_api._core.schema.types import OMIT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from decimal import Decimal

    from gigstack_api._core.files.upload import FileInput
    from gigstack_api._core.pagination.pager import Pager
    from gigstack_api._core.schema.types import Omit
    from gigstack_api._core.schema.undocumented import Extended
    from gigstack_api.catalogs.payment_form import PaymentForm

    from ..models.allowed_payment_method import AllowedPaymentMethod
    from ..models.automation_type import AutomationType
    from ..models.client import Client
    from ..models.inline_client import InlineClient
    from ..models.invoice_config import InvoiceConfig
    from ..models.invoice_item import InvoiceItem
    from ..models.payment import Payment
    from ..models.payment_client_patch import PaymentClientPatch
    from ..models.payment_item import PaymentItem
    from ..models.payment_item_input import PaymentItemInput
    from ..models.payment_item_patch import PaymentItemPatch
    from ..models.payment_status import PaymentStatus
    from ..models.receipt_item import ReceiptItem
    from ..models.service import Service
    from ..models.sort_direction import SortDirection
    from ..models.support_document import SupportDocument
    from ..models.support_document_type import SupportDocumentType
    from ..types import (
        InlineClientDict,
        InvoiceConfigDict,
        PaymentClientPatchDict,
        PaymentItemInputDict,
        PaymentItemPatchDict,
    )


class PaymentsApi(Resource):
    """The methods of `gig.payments`."""

    __slots__ = ()

    def list(
        self,
        *,
        limit: int | None = None,
        next: str | None = None,
        team: str | None = None,
        status: PaymentStatus | str | None = None,
        client_id: str | None = None,
        currency: str | None = None,
        email: str | None = None,
        tax_id: str | None = None,
        order_by: str | None = None,
        sort: SortDirection | str | None = None,
        created_gte: int | datetime | None = None,
        created_lte: int | datetime | None = None,
        page: int | None = None,
        metadata: Mapping[str, object] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        resume: str | None = None,
    ) -> Pager[Payment]:
        """List the payments of a team.

        Pages through the payments by cursor. An entry can lack `total`: then take `subtotal` plus
        `taxes`, or `amount` / 100, or add up quantity * unit_price - discount of the items. Entries
        can be null.

        Args:
            limit: Items per page, 1 to 100. Defaults to 10.
            next: Cursor: the `next` of the page before. Opaque.
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            status: Only payments in this state, for example `succeeded` or
                `requires_payment_method`. `pending` may leave out payments that nobody has begun to
                pay.
            client_id: Only payments of the client with this id.
            currency: Only payments in this currency (ISO 4217: `MXN`, `USD`, ...).
            email: Only payments of the client with this e-mail address.
            tax_id: Only payments of the client with this RFC.
            order_by: Field to order by: `created_at`, `timestamp` or `name`.
            sort: Direction of the order. Defaults to `desc`.
            created_gte: Created at or after this time (a `datetime` or Unix seconds).
            created_lte: Created at or before this time (a `datetime` or Unix seconds).
            page: Number of the page, from 1. Takes the place of the cursor where the list is
                filtered by metadata or searched.
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

        Operation: gigstack_api.operations.payments.list_payments

        Docs: https://docs.gigstack.io/list-payments-20352678e0
        """
        with LOADING:
            from ...operations.payments.list_payments import build

        operation = build(
            limit=limit,
            next=next,
            team=team,
            status=status,
            client_id=client_id,
            currency=currency,
            email=email,
            tax_id=tax_id,
            order_by=order_by,
            sort=sort,
            created_gte=created_gte,
            created_lte=created_lte,
            page=page,
            metadata=metadata,
            extra_query=extra_query,
        )
        return self._list(operation, resume)

    async def get(
        self,
        id: str | Payment,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Payment:
        """Get a payment.

        Its invoices and receipts are named in `invoices` and `receipts`, or in `invoice_id` and
        `receipt_id`.

        Args:
            id: Id of the payment (`payment_…`).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Returns:
            The payment.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived.

        Repetition: A plain read; repeated as the retry policy allows.

        Operation: gigstack_api.operations.payments.get_payment

        Docs: https://docs.gigstack.io/get-payment-20352679e0
        """
        with LOADING:
            from ...operations.payments.get_payment import build

        operation = build(
            id,
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def update(
        self,
        id: str | Payment,
        /,
        *,
        team: str | None = None,
        items: Sequence[PaymentItemPatch | PaymentItemPatchDict | PaymentItem] | Omit = OMIT,
        automation_type: AutomationType | str | Omit = OMIT,
        client: PaymentClientPatch | PaymentClientPatchDict | Client | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Payment:
        """Correct item texts, automation or client of a payment.

        Send at least one of `items`, `automation_type` and `client`. Of an item, named by its id
        within the payment, only the description can change. `automation_type` (pue_invoice,
        ppd_invoice_and_complement or none) can be set while the payment carries no automation;
        after that the answer is 400. `client` changes the copy in the payment and the client as
        stored; the SAT is not asked again. Succeeded and cancelled payments can be corrected too;
        linked CFDI stay as they were issued. Giving a succeeded payment pue_invoice or
        ppd_invoice_and_complement starts the automation: the status is `succeeded_` for a moment.

        Costs: A CFDI that the automation stamps with a live key is billed.

        Args:
            id: Id of the payment (`payment_…`).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            items: New texts of items.
            automation_type: Automation of a payment that has none yet: pue_invoice,
                ppd_invoice_and_complement or none.
            client: Fields of the client to change.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The payment as it is now, if the API returns it.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Sent twice it has the same effect as sent once, so it is repeated as the
            retry policy allows. Where an earlier attempt may have been carried out, a 400 or 409
            raises `OutcomeUnknownError`.

        Example:
            payment = await gig.payments.update(payment, automation_type="pue_invoice")
            print(payment.automation_type)

        Operation: gigstack_api.operations.payments.update_payment

        Docs: https://docs.gigstack.io/update-payment-34569173e0
        """
        with LOADING:
            from ...operations.payments.update_payment import build

        operation = build(
            id,
            team=team,
            items=items,
            automation_type=automation_type,
            client=client,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def cancel(
        self,
        id: str | Payment,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> None:
        """Cancel a payment before it is collected.

        The server decides which payments can be cancelled.

        Args:
            id: Id of the payment (`payment_…`).
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
            await gig.payments.cancel(payment)

        Operation: gigstack_api.operations.payments.cancel_payment

        Docs: https://docs.gigstack.io/cancel-payment-20352680e0
        """
        with LOADING:
            from ...operations.payments.cancel_payment import build

        operation = build(
            id,
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def request(
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
        automation_type: AutomationType | str | Omit = OMIT,
        allowed_payment_methods: Sequence[AllowedPaymentMethod | str] | Omit = OMIT,
        send_email: bool | Omit = OMIT,
        emails: Sequence[str] | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
        metadata: Mapping[str, Any] | Omit = OMIT,
        invoice_config: InvoiceConfig | InvoiceConfigDict | Omit = OMIT,
        ignore_emails: bool | Omit = OMIT,
        ppd_invoice_id: str | None | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Payment:
        """Ask a client for a payment with a link.

        Makes a payment in state requires_payment_method with a link to share, `short_url`.
        `automation_type` says what happens once it is paid. Card, oxxo and stripe-spei need a team
        with Stripe. `send_email` mails the link to the client and to the addresses in `emails`. A
        client search that matches several clients is refused with 409.

        Args:
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            client: The client who is to pay: an existing one by id, or one found or created by
                `search`.
            items: The items to pay for.
            currency: Currency (ISO 4217), for example MXN.
            exchange_rate: Exchange rate of the currency, 1 for `MXN`.
            automation_type: Automation to run once it is paid: pue_invoice,
                ppd_invoice_and_complement or none.
            allowed_payment_methods: How it can be paid. A bank transfer is `spei` or `bank`;
                send both.
            send_email: Whether the link is mailed to the client.
            emails: Further e-mail addresses that get the link.
            idempotency_key: Key of your own that keeps a repeated call from making a second
                payment.
            metadata: Keys and values of your own; values may be nested.
            invoice_config: Settings of the invoice to be made. Not confirmed by the API's
                documentation.
            ignore_emails: Whether no mail is sent. Not confirmed by the API's documentation.
            ppd_invoice_id: Id of an existing PPD invoice that the payment belongs to. Not
                confirmed by the API's documentation.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The payment that waits, with its link.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: A repeat with the same idempotency key returns the first answer. A call
            without a key is given one, so it is repeated as the retry policy allows.

        Example:
            payment = await gig.payments.request(
                client={"search": {"on_key": "tax_id", "on_value": "PEGJ800101AB6"}},
                items=[{"description": "Mensualidad", "quantity": 1, "unit_price": 500}],
                automation_type="pue_invoice",
            )
            print(payment.short_url)  # for the client

        Operation: gigstack_api.operations.payments.request_payment

        Docs: https://docs.gigstack.io/request-payment-20352681e0
        """
        with LOADING:
            from ...operations.payments.request_payment import build

        operation = build(
            team=team,
            client=client,
            items=items,
            currency=currency,
            exchange_rate=exchange_rate,
            automation_type=automation_type,
            allowed_payment_methods=allowed_payment_methods,
            send_email=send_email,
            emails=emails,
            idempotency_key=idempotency_key,
            metadata=metadata,
            invoice_config=invoice_config,
            ignore_emails=ignore_emails,
            ppd_invoice_id=ppd_invoice_id,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def register(
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
        payment_form: PaymentForm | str,
        automation_type: AutomationType | str | Omit = OMIT,
        currency: str | Omit = OMIT,
        exchange_rate: float | Decimal | Omit = OMIT,
        metadata: Mapping[str, Any] | Omit = OMIT,
        invoice_config: InvoiceConfig | InvoiceConfigDict | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
        send_email: bool | Omit = OMIT,
        emails: Sequence[str] | Omit = OMIT,
        ignore_emails: bool | Omit = OMIT,
        ppd_invoice_id: str | None | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Payment:
        """Record a payment already received.

        For money that came in outside gigstack (transfer, cash, ...): the payment is `succeeded` at
        once. With pue_invoice a PUE income invoice is stamped, with ppd_invoice_and_complement a
        PPD one and its complement, with none nothing; `invoices` holds their ids. Stamping may end
        after the answer: read the payment again while `invoices` is empty. The client is named by
        `id`, or found or created by `search`; a search that matches several is refused with 409. A
        client without fiscal data gets a receipt with a link to invoice itself instead.

        Costs: A CFDI that the automation stamps with a live key is billed.

        Args:
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            client: The client who paid: an existing one by id, or one found or created by
                `search` with further fields such as name, legal_name, email, tax_id and phone.
            items: The items paid for.
            payment_form: SAT form of payment.
            automation_type: Automation to run at once: pue_invoice, ppd_invoice_and_complement
                or none.
            currency: Currency (ISO 4217: `MXN`, `USD`, ...).
            exchange_rate: Exchange rate of the currency, 1 for `MXN`.
            metadata: Keys and values of your own; values may be nested.
            invoice_config: Settings of the invoice to be made, such as its series and folio.
            idempotency_key: Key of your own that keeps a repeated call from making a second
                payment.
            send_email: Whether the client gets an e-mail. Not confirmed by the API's
                documentation.
            emails: Further e-mail addresses. Not confirmed by the API's documentation.
            ignore_emails: Whether no mail is sent. Not confirmed by the API's documentation.
            ppd_invoice_id: Id of an existing PPD invoice that the payment belongs to. Not
                confirmed by the API's documentation.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The payment, succeeded.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: A repeat with the same idempotency key returns the first answer. A call
            without a key is given one, so it is repeated as the retry policy allows.

        Example:
            payment = await gig.payments.register(
                client={"search": {"on_key": "tax_id", "on_value": "PEGJ800101AB6"}},
                items=[{"description": "Mensualidad", "quantity": 1, "unit_price": 500}],
                payment_form="03",
                automation_type="pue_invoice",
            )
            print(payment.status, payment.invoices)

        Operation: gigstack_api.operations.payments.register_payment

        Docs: https://docs.gigstack.io/register-payment-20352682e0
        """
        with LOADING:
            from ...operations.payments.register_payment import build

        operation = build(
            team=team,
            client=client,
            items=items,
            payment_form=payment_form,
            automation_type=automation_type,
            currency=currency,
            exchange_rate=exchange_rate,
            metadata=metadata,
            invoice_config=invoice_config,
            idempotency_key=idempotency_key,
            send_email=send_email,
            emails=emails,
            ignore_emails=ignore_emails,
            ppd_invoice_id=ppd_invoice_id,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def mark_as_paid(
        self,
        id: str | Payment,
        /,
        *,
        team: str | None = None,
        payment_form: PaymentForm | str,
        date: int | datetime | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Payment:
        """Mark a requested payment as paid.

        The payment becomes `succeeded` with the given SAT form of payment, and its automation
        fires.

        Costs: A CFDI that the automation stamps with a live key is billed.

        Args:
            id: Id of the payment (`payment_…`).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            payment_form: SAT form of payment.
            date: When it was paid (a `datetime` or Unix seconds). Defaults to now.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The payment as it is now.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

        Example:
            payment = await gig.payments.mark_as_paid(payment, payment_form="03")
            print(payment.status)

        Operation: gigstack_api.operations.payments.mark_payment_as_paid

        Docs: https://docs.gigstack.io/mark-payment-as-paid-20352683e0
        """
        with LOADING:
            from ...operations.payments.mark_payment_as_paid import build

        operation = build(
            id,
            team=team,
            payment_form=payment_form,
            date=date,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def refund(
        self,
        id: str | Payment,
        /,
        *,
        team: str | None = None,
        amount: float | Decimal | Omit = OMIT,
        reason: str | Omit = OMIT,
        external_processor_refund: bool | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Payment:
        """Refund a payment in full or in part.

        Gives back the whole amount or a part of it. With `external_processor_refund` the processor
        (for example Stripe) returns the money too.

        Args:
            id: Id of the payment (`payment_…`).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            amount: How much to give back in currency units; less than the total for a partial
                refund. Left out, the whole of what is left. Not confirmed by the API's
                documentation.
            reason: Why, for example `duplicate`.
            external_processor_refund: Whether the processor is asked to return the money too.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The payment as it is now.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

        Example:
            payment = await gig.payments.refund(payment, amount=100, reason="duplicate")
            print(payment.refunds)

        Operation: gigstack_api.operations.payments.refund_payment

        Docs: https://docs.gigstack.io/refund-payment-20352684e0
        """
        with LOADING:
            from ...operations.payments.refund_payment import build

        operation = build(
            id,
            team=team,
            amount=amount,
            reason=reason,
            external_processor_refund=external_processor_refund,
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
        status: PaymentStatus | str | None = None,
        currency: str | None = None,
        client_id: str | None = None,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
        resume: str | None = None,
    ) -> Pager[Payment]:
        """Search payments by free text.

        Tolerates typing errors. Counted by page number.

        Args:
            q: Free text to look for; tolerates typing errors.
            limit: Items per page, 1 to 100. Defaults to 10.
            page: Number of the page, from 1. Takes the place of the cursor where the list is
                filtered by metadata or searched.
            fields: Names of the fields to search in, separated by commas.
            status: Only payments in this state.
            currency: Only payments in this currency (ISO 4217: `MXN`, `USD`, ...).
            client_id: Only payments of the client with this id.
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

        Operation: gigstack_api.operations.payments.search_payments

        Docs: https://docs.gigstack.io/search-payments-25791638e0
        """
        with LOADING:
            from ...operations.payments.search_payments import build

        operation = build(
            q=q,
            limit=limit,
            page=page,
            fields=fields,
            status=status,
            currency=currency,
            client_id=client_id,
            team=team,
            extra_query=extra_query,
        )
        return self._list(operation, resume)

    def list_support_documents(
        self,
        id: str | Payment,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
        resume: str | None = None,
    ) -> Pager[SupportDocument]:
        """List the support documents of a payment.

        All documents at once; there are no pages.

        Args:
            id: Id of the payment (`payment_…`).
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

        Operation: gigstack_api.operations.payments.list_payment_support_documents

        Docs: https://docs.gigstack.io/list-support-documents-28014936e0
        """
        with LOADING:
            from ...operations.payments.list_payment_support_documents import build

        operation = build(
            id,
            team=team,
            extra_query=extra_query,
        )
        return self._list(operation, resume)

    async def upload_support_document(
        self,
        id: str | Payment,
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
        """Attach a support document to a payment.

        The document then waits for its review (`pending_review`); the upload starts none.

        Args:
            id: Id of the payment (`payment_…`).
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

            document = await gig.payments.upload_support_document(
                payment, file=Path("comprobante.pdf"), documentType="payment_proof"
            )
            print(document.id, document.compliance_status)

        Operation: gigstack_api.operations.payments.upload_payment_support_document

        Docs: https://docs.gigstack.io/upload-support-document-28014935e0
        """
        with LOADING:
            from ...operations.payments.upload_payment_support_document import build

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
