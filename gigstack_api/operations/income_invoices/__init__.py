# Written by `make generate` from openapi.yaml; never edited.
"""The operations of `gig.income_invoices`, one module each."""

from typing import TYPE_CHECKING

from gigstack_api._lazy import export_lazily

if TYPE_CHECKING or not export_lazily(__name__):
    from . import create_income_invoice as create_income_invoice
    from . import get_income_invoice as get_income_invoice
    from . import list_income_invoices as list_income_invoices
