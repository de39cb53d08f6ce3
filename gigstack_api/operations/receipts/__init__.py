# Written by `make generate` from openapi.yaml; never edited.
"""The operations of `gig.receipts`, one module each."""

from typing import TYPE_CHECKING

from gigstack_api._lazy import export_lazily

if TYPE_CHECKING or not export_lazily(__name__):
    from . import cancel_receipt as cancel_receipt
    from . import create_receipt as create_receipt
    from . import get_receipt as get_receipt
    from . import list_receipts as list_receipts
    from . import search_receipts as search_receipts
    from . import stamp_receipt as stamp_receipt
