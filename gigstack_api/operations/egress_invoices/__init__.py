# Written by `make generate` from openapi.yaml; never edited.
"""The operations of `gig.egress_invoices`, one module each."""

from typing import TYPE_CHECKING

from gigstack_api._lazy import export_lazily

if TYPE_CHECKING or not export_lazily(__name__):
    from . import create_egress_invoice as create_egress_invoice
    from . import get_egress_invoice as get_egress_invoice
    from . import list_egress_invoices as list_egress_invoices
