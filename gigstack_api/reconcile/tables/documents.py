"""How writes to invoices, payments, receipts and retentions are looked up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..._generated.api import Resources
from ...errors import NotFoundError
from .. import matching as like
from .. import state_checks as judge
from ..strategies import PER_PAGE, Listing, Reading, Shelf, Way, attached, by_id, made_in_window

DOCUMENT = frozenset({"client", "items", "currency", "metadata"})
RETENTION = {
    "retention_key": "retention_key",
    "client.tax_id": "receiver.tax_id",
    "period_year": "period.year",
    "total_operation": "totals.total_operation",
}
"""What is sent of a retention, and where answers show it."""


async def invoice(gig: Resources, invoice_id: str) -> Any:
    """The invoice of any type.

    Raises:
        NotFoundError: there is none.
    """
    for get in (gig.income_invoices.get, gig.egress_invoices.get):
        try:
            return await get(invoice_id)
        except NotFoundError:
            continue
    return await gig.payment_complements.get(invoice_id)


def _made(shelf: Callable[[Resources], Shelf]) -> Listing:
    """The creation of a document that is recognised by its key, or by all that its resource
    shows.
    """
    return Listing(
        every=made_in_window(shelf),
        likeness=like.keyed,
        fields=DOCUMENT,
        whole=lambda gig, document_id: shelf(gig).get(document_id),
    )


_draft = by_id(lambda gig: gig.draft_invoices.get)
_payment = by_id(lambda gig: gig.payments.get)
_receipt = by_id(lambda gig: gig.receipts.get)

DOCUMENTS: dict[str, Way] = {
    "income_invoices.create": _made(lambda gig: gig.income_invoices),
    "egress_invoices.create": _made(lambda gig: gig.egress_invoices),
    "invoices.cancel": Reading(
        read=lambda gig, sent: invoice(gig, sent.ids["id"]), judge=judge.cancelled_invoice
    ),
    "invoices.upload_support_document": attached(lambda gig: gig.invoices.list_support_documents),
    "draft_invoices.create": _made(lambda gig: gig.draft_invoices),
    "draft_invoices.update": Reading(read=_draft, judge=judge.changed(), fields=None),
    "draft_invoices.delete": Reading(read=_draft, judge=judge.gone),
    "draft_invoices.stamp": Reading(read=_draft, judge=judge.stamped_draft),
    "payments.request": _made(lambda gig: gig.payments),
    "payments.register": _made(lambda gig: gig.payments),
    "payments.mark_as_paid": Reading(
        read=_payment,
        judge=judge.becomes("succeeded", "succeeded_", "refunded", unclear=("processing",)),
    ),
    "payments.refund": Reading(read=_payment, judge=judge.refunded, fields=frozenset({"amount"})),
    "payments.update": Reading(read=_payment, judge=judge.changed(patched=("items",)), fields=None),
    "payments.cancel": Reading(read=_payment, judge=judge.cancelled),
    "payments.upload_support_document": attached(lambda gig: gig.payments.list_support_documents),
    "receipts.create": _made(lambda gig: gig.receipts),
    "receipts.stamp": Reading(read=_receipt, judge=judge.stamped_receipt),
    "receipts.cancel": Reading(read=_receipt, judge=judge.cancelled),
    "retentions.create": Listing(
        every=lambda gig, _, window: gig.retentions.list(limit=PER_PAGE, created_gte=window.since),
        likeness=like.alike(RETENTION),
        fields=frozenset({"retention_key", "client", "period_year", "total_operation"}),
    ),
    "retentions.cancel": Reading(
        read=lambda gig, sent: gig.retentions.get(sent.ids["id"]), judge=judge.cancelled
    ),
    "sat_invoices.retry_xml": Reading(
        read=lambda gig, sent: gig.sat_invoices.get(sent.ids["uuid"]),
        judge=judge.becomes(True, place="has_xml", unclear=(False,)),
    ),
}
