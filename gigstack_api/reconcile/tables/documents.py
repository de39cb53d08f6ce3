"""Strategies for writes to invoices, payments, receipts and retentions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..._generated.api import Resources
from ...errors import NotFoundError
from .. import matching, state_checks
from ..strategies import (
    PER_PAGE,
    DocumentResource,
    ListLookup,
    ResourceLookup,
    Strategy,
    list_created_in_window,
    read_by_id,
    support_document_upload,
)

DOCUMENT = frozenset({"client", "items", "currency", "metadata"})
RETENTION = {
    "retention_key": "retention_key",
    "client.tax_id": "receiver.tax_id",
    "period_year": "period.year",
    "total_operation": "totals.total_operation",
}
"""The fields of a retention as they are sent, and where answers show them."""


async def read_invoice(gig: Resources, invoice_id: str) -> Any:
    """The invoice of that id, of any type.

    Raises:
        NotFoundError: there is no such invoice.
    """
    for get in (gig.income_invoices.get, gig.egress_invoices.get):
        try:
            return await get(invoice_id)
        except NotFoundError:
            continue
    return await gig.payment_complements.get(invoice_id)


def _creation(resource: Callable[[Resources], DocumentResource]) -> ListLookup:
    """The lookup of a new document by its key, or by everything that it shows."""
    return ListLookup(
        list_documents=list_created_in_window(resource),
        match=matching.by_key,
        fields=DOCUMENT,
        read_full=lambda gig, document_id: resource(gig).get(document_id),
    )


_read_draft = read_by_id(lambda gig: gig.draft_invoices.get)
_read_payment = read_by_id(lambda gig: gig.payments.get)
_read_receipt = read_by_id(lambda gig: gig.receipts.get)

DOCUMENTS: dict[str, Strategy] = {
    "income_invoices.create": _creation(lambda gig: gig.income_invoices),
    "egress_invoices.create": _creation(lambda gig: gig.egress_invoices),
    "invoices.cancel": ResourceLookup(
        read=lambda gig, sent: read_invoice(gig, sent.ids["id"]),
        check=state_checks.invoice_cancelled,
    ),
    "invoices.upload_support_document": support_document_upload(
        lambda gig: gig.invoices.list_support_documents
    ),
    "draft_invoices.create": _creation(lambda gig: gig.draft_invoices),
    "draft_invoices.update": ResourceLookup(
        read=_read_draft, check=state_checks.updated(), fields=None
    ),
    "draft_invoices.delete": ResourceLookup(read=_read_draft, check=state_checks.deleted),
    "draft_invoices.stamp": ResourceLookup(read=_read_draft, check=state_checks.draft_stamped),
    "payments.request": _creation(lambda gig: gig.payments),
    "payments.register": _creation(lambda gig: gig.payments),
    "payments.mark_as_paid": ResourceLookup(
        read=_read_payment,
        check=state_checks.has_value(
            "succeeded", "succeeded_", "refunded", unclear=("processing",)
        ),
    ),
    "payments.refund": ResourceLookup(
        read=_read_payment, check=state_checks.refunded, fields=frozenset({"amount"})
    ),
    "payments.update": ResourceLookup(
        read=_read_payment, check=state_checks.updated(patched=("items",)), fields=None
    ),
    "payments.cancel": ResourceLookup(read=_read_payment, check=state_checks.cancelled),
    "payments.upload_support_document": support_document_upload(
        lambda gig: gig.payments.list_support_documents
    ),
    "receipts.create": _creation(lambda gig: gig.receipts),
    "receipts.stamp": ResourceLookup(read=_read_receipt, check=state_checks.receipt_stamped),
    "receipts.cancel": ResourceLookup(read=_read_receipt, check=state_checks.cancelled),
    "retentions.create": ListLookup(
        list_documents=lambda gig, _, window: gig.retentions.list(
            limit=PER_PAGE, created_gte=window.since
        ),
        match=matching.by_fields(RETENTION),
        fields=frozenset({"retention_key", "client", "period_year", "total_operation"}),
    ),
    "retentions.cancel": ResourceLookup(
        read=lambda gig, sent: gig.retentions.get(sent.ids["id"]), check=state_checks.cancelled
    ),
    "sat_invoices.retry_xml": ResourceLookup(
        read=lambda gig, sent: gig.sat_invoices.get(sent.ids["uuid"]),
        check=state_checks.has_value(True, place="has_xml", unclear=(False,)),
    ),
}
