# Written by `make generate` from openapi.yaml; never edited.
"""The operations of `gig.payments`, one module each."""

from typing import TYPE_CHECKING

from gigstack_api._lazy import export_lazily

if TYPE_CHECKING or not export_lazily(__name__):
    from . import cancel_payment as cancel_payment
    from . import get_payment as get_payment
    from . import list_payment_support_documents as list_payment_support_documents
    from . import list_payments as list_payments
    from . import mark_payment_as_paid as mark_payment_as_paid
    from . import refund_payment as refund_payment
    from . import register_payment as register_payment
    from . import request_payment as request_payment
    from . import search_payments as search_payments
    from . import update_payment as update_payment
    from . import upload_payment_support_document as upload_payment_support_document
