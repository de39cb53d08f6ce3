"""How writes to invoices, payments, receipts and retentions are looked up."""

from __future__ import annotations

from typing import Any

from .._generated.api import Resources
from ..errors import NotFoundError
from . import judging as judge
from . import likeness as like
from .ways import PER_PAGE, Listing, Reading, Way

DOCUMENT = frozenset({"client", "items", "currency", "metadata"})
CANCELLED = judge.gone_or("canceled", "cancelled")
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


DOCUMENTS: dict[str, Way] = {
    "income_invoices.create": Listing(
        every=lambda gig, _, window: gig.income_invoices.list(limit=PER_PAGE, created_gte=window.since, created_lte=window.until),
        likeness=like.keyed,
        fields=DOCUMENT,
        whole=lambda gig, document_id: gig.income_invoices.get(document_id),
    ),
    "egress_invoices.create": Listing(
        every=lambda gig, _, window: gig.egress_invoices.list(limit=PER_PAGE, created_gte=window.since, created_lte=window.until),
        likeness=like.keyed,
        fields=DOCUMENT,
        whole=lambda gig, document_id: gig.egress_invoices.get(document_id),
    ),
    "invoices.cancel": Reading(read=lambda gig, sent: invoice(gig, sent.ids["id"]), judge=judge.cancelled_invoice),
    "invoices.upload_support_document": Listing(
        every=lambda gig, sent, _: gig.invoices.list_support_documents(sent.ids["id"]),
        likeness=like.alike(like.SUPPORT),
        fields=frozenset(like.SUPPORT),
    ),
    "draft_invoices.create": Listing(
        every=lambda gig, _, window: gig.draft_invoices.list(limit=PER_PAGE, created_gte=window.since, created_lte=window.until),
        likeness=like.keyed,
        fields=DOCUMENT,
        whole=lambda gig, document_id: gig.draft_invoices.get(document_id),
    ),
    "draft_invoices.update": Reading(
        read=lambda gig, sent: gig.draft_invoices.get(sent.ids["id"]), judge=judge.changed(), fields=None
    ),
    "draft_invoices.delete": Reading(read=lambda gig, sent: gig.draft_invoices.get(sent.ids["id"]), judge=judge.gone),
    "draft_invoices.stamp": Reading(read=lambda gig, sent: gig.draft_invoices.get(sent.ids["id"]), judge=judge.stamped_draft),
    "payments.request": Listing(
        every=lambda gig, _, window: gig.payments.list(limit=PER_PAGE, created_gte=window.since, created_lte=window.until),
        likeness=like.keyed,
        fields=DOCUMENT,
        whole=lambda gig, document_id: gig.payments.get(document_id),
    ),
    "payments.register": Listing(
        every=lambda gig, _, window: gig.payments.list(limit=PER_PAGE, created_gte=window.since, created_lte=window.until),
        likeness=like.keyed,
        fields=DOCUMENT,
        whole=lambda gig, document_id: gig.payments.get(document_id),
    ),
    "payments.mark_as_paid": Reading(
        read=lambda gig, sent: gig.payments.get(sent.ids["id"]),
        judge=judge.becomes("succeeded", "succeeded_", "refunded", unclear=("processing",)),
    ),
    "payments.refund": Reading(
        read=lambda gig, sent: gig.payments.get(sent.ids["id"]), judge=judge.refunded, fields=frozenset({"amount"})
    ),
    "payments.update": Reading(
        read=lambda gig, sent: gig.payments.get(sent.ids["id"]), judge=judge.changed(patched=("items",)), fields=None
    ),
    "payments.cancel": Reading(read=lambda gig, sent: gig.payments.get(sent.ids["id"]), judge=CANCELLED),
    "payments.upload_support_document": Listing(
        every=lambda gig, sent, _: gig.payments.list_support_documents(sent.ids["id"]),
        likeness=like.alike(like.SUPPORT),
        fields=frozenset(like.SUPPORT),
    ),
    "receipts.create": Listing(
        every=lambda gig, _, window: gig.receipts.list(limit=PER_PAGE, created_gte=window.since, created_lte=window.until),
        likeness=like.keyed,
        fields=DOCUMENT,
        whole=lambda gig, document_id: gig.receipts.get(document_id),
    ),
    "receipts.stamp": Reading(read=lambda gig, sent: gig.receipts.get(sent.ids["id"]), judge=judge.stamped_receipt),
    "receipts.cancel": Reading(read=lambda gig, sent: gig.receipts.get(sent.ids["id"]), judge=CANCELLED),
    "retentions.create": Listing(
        every=lambda gig, _, window: gig.retentions.list(limit=PER_PAGE, created_gte=window.since),
        likeness=like.alike(RETENTION),
        fields=frozenset({"retention_key", "client", "period_year", "total_operation"}),
    ),
    "retentions.cancel": Reading(read=lambda gig, sent: gig.retentions.get(sent.ids["id"]), judge=CANCELLED),
    "sat_invoices.retry_xml": Reading(
        read=lambda gig, sent: gig.sat_invoices.get(sent.ids["uuid"]),
        judge=judge.becomes(True, place="has_xml", unclear=(False,)),
    ),
}
