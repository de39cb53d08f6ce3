"""The events that the shop handles.

They may arrive twice, late or in any order: the result is the same.
"""

from __future__ import annotations

from attrs import evolve

from gigstack_api import Gigstack
from gigstack_api.fastapi import WebhookRouter
from gigstack_api.webhooks import InvoiceEvent, PaymentEvent, is_behind

from .orders import Orders

EVENTS = (
    "payment.succeeded",
    "payment.updated",
    "payment.canceled",
    "invoice.created",
    "invoice.canceled",
)
"""The event types that the webhook is registered for."""


def webhook_router(orders: Orders, secret: str) -> WebhookRouter:
    """The router that keeps orders up to date.

    It does not trust the bodies: `confirm` fetches the current state from gigstack.
    """
    router = WebhookRouter(secret=secret, confirm=True)

    @router.on(PaymentEvent)
    async def update_payment(event: PaymentEvent, gig: Gigstack) -> None:
        order = orders.named_in(event.object.metadata)
        if order is None or is_behind(event, status=order.payment_status):
            return
        invoice = next(
            (uuid for uuid in event.object.invoices or () if isinstance(uuid, str)), order.invoice
        )
        orders.save(evolve(order, payment_status=event.status, invoice=invoice))

    @router.on(InvoiceEvent)
    async def update_invoice(event: InvoiceEvent, gig: Gigstack) -> None:
        # Unverified: that the automation copies the metadata of the payment. If it does not, the
        # payment event names the invoice.
        order = orders.named_in(event.object.metadata)
        if (
            order is None
            or event.object.invoice_type != "I"
            or is_behind(event, status=order.invoice_status)
        ):
            return
        orders.save(evolve(order, invoice=event.object_id, invoice_status=event.status))

    return router
