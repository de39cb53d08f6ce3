# Written by `make generate` from openapi.yaml; never edited.
"""The operations of `gig.draft_invoices`, one module each."""

from typing import TYPE_CHECKING

from gigstack_api._lazy import export_lazily

if TYPE_CHECKING or not export_lazily(__name__):
    from . import create_draft_invoice as create_draft_invoice
    from . import delete_draft_invoice as delete_draft_invoice
    from . import get_draft_invoice as get_draft_invoice
    from . import list_draft_invoices as list_draft_invoices
    from . import preview_draft_invoice as preview_draft_invoice
    from . import stamp_draft_invoice as stamp_draft_invoice
    from . import update_draft_invoice as update_draft_invoice
