# Written by `make generate` from openapi.yaml; never edited.
"""The operations of `gig.sat_invoices`, one module each."""

from typing import TYPE_CHECKING

from gigstack_api._lazy import export_lazily

if TYPE_CHECKING or not export_lazily(__name__):
    from . import generate_sat_invoice_pdf as generate_sat_invoice_pdf
    from . import get_sat_invoice as get_sat_invoice
    from . import list_sat_invoices as list_sat_invoices
    from . import retry_sat_invoice_xml as retry_sat_invoice_xml
