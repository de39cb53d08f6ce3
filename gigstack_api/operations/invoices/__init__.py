# Written by `make generate` from openapi.yaml; never edited.
"""The operations of `gig.invoices`, one module each."""

from typing import TYPE_CHECKING

from gigstack_api._lazy import export_lazily

if TYPE_CHECKING or not export_lazily(__name__):
    from . import cancel_invoice as cancel_invoice
    from . import get_invoice_files as get_invoice_files
    from . import list_cfdi_errors as list_cfdi_errors
    from . import list_invoice_support_documents as list_invoice_support_documents
    from . import resend_invoice_email as resend_invoice_email
    from . import search_invoices as search_invoices
    from . import upload_invoice_support_document as upload_invoice_support_document
