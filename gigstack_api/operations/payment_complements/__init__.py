# Written by `make generate` from openapi.yaml; never edited.
"""The operations of `gig.payment_complements`, one module each."""

from typing import TYPE_CHECKING

from gigstack_api._lazy import export_lazily

if TYPE_CHECKING or not export_lazily(__name__):
    from . import get_payment_complement_invoice as get_payment_complement_invoice
    from . import list_payment_complement_invoices as list_payment_complement_invoices
