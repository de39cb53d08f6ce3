# Written by `make generate` from openapi.yaml; never edited.
"""The operations of `gig.clients`, one module each."""

from typing import TYPE_CHECKING

from gigstack_api._lazy import export_lazily

if TYPE_CHECKING or not export_lazily(__name__):
    from . import create_client as create_client
    from . import create_client_portal_token as create_client_portal_token
    from . import delete_client as delete_client
    from . import get_client as get_client
    from . import list_client_support_documents as list_client_support_documents
    from . import list_clients as list_clients
    from . import search_clients as search_clients
    from . import stamp_client_pending_receipts as stamp_client_pending_receipts
    from . import update_client as update_client
    from . import upload_client_csf as upload_client_csf
    from . import upload_client_support_document as upload_client_support_document
    from . import validate_client as validate_client
