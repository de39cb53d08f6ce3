"""What the shop hears from gigstack. Events may come twice, late or in any order: the end is the
same.
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
"""What the webhook is registered for."""


def hooks(orders: Orders, secret: str) -> WebhookRouter:
    """The router that keeps orders up to date. It believes no body: `confirm` fetches what gigstack
    knows.
    """
    router = WebhookRouter(secret=secret, confirm=True)

    @router.on(PaymentEvent)
    async def payment_changed(event: PaymentEvent, gig: Gigstack) -> None:
        order = orders.named_in(event.object.metadata)
        if order is None or is_behind(event, status=order.payment_status):
            return
        invoice = next(
            (each for each in event.object.invoices or () if isinstance(each, str)), order.invoice
        )
        orders.keep(evolve(order, payment_status=event.status, invoice=invoice))

    @router.on(InvoiceEvent)
    async def invoice_changed(event: InvoiceEvent, gig: Gigstack) -> None:
        # Unverified: that the automation copies the metadata of the payment; if not, the payment
        # tells of its invoice.
        order = orders.named_in(event.object.metadata)
        if (
            order is None
            or event.object.invoice_type != "I"
            or is_behind(event, status=order.invoice_status)
        ):
            return
        orders.keep(evolve(order, invoice=event.object_id, invoice_status=event.status))

    return router
