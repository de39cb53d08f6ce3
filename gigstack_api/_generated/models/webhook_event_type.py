# Written by `make generate` from openapi.yaml; never edited.
"""The enum `WebhookEventType`."""

from gigstack_api._core.schema.enums import OpenEnum


class WebhookEventType(OpenEnum):
    """Name of an event; an open set.

    Events of clients are called `customer.*`. The first 19 are documented; subscribing to one
    of the last 10 may be refused or never fire.
    """

    PAYMENT_CREATED = "payment.created"
    PAYMENT_UPDATED = "payment.updated"
    PAYMENT_SUCCEEDED = "payment.succeeded"
    PAYMENT_CANCELED = "payment.canceled"
    PAYMENT_DELETED = "payment.deleted"
    PAYMENT_UPCOMING_DUE_DATE = "payment.upcoming_due_date"
    INVOICE_CREATED = "invoice.created"
    INVOICE_CANCELED = "invoice.canceled"
    INVOICE_FAILED = "invoice.failed"
    RECEIPT_CREATED = "receipt.created"
    RECEIPT_UPDATED = "receipt.updated"
    RECEIPT_COMPLETED = "receipt.completed"
    RECEIPT_DELETED = "receipt.deleted"
    CUSTOMER_CREATED = "customer.created"
    CUSTOMER_UPDATED = "customer.updated"
    CUSTOMER_DELETED = "customer.deleted"
    SERVICE_CREATED = "service.created"
    SERVICE_UPDATED = "service.updated"
    SERVICE_DELETED = "service.deleted"
    INVOICE_BATCH_COMPLETED = "invoice_batch.completed"
    SAT_INVOICE_SYNCED = "sat.invoice.synced"
    TEAMS_CREATED = "teams.created"
    TEAMS_SAT_COMPLETED = "teams.sat.completed"
    TEAMS_STRIPE_COMPLETED = "teams.stripe.completed"
    TEAMS_OPENPAY_COMPLETED = "teams.openpay.completed"
    TEAMS_SAT_MANIFEST_SIGNED = "teams.sat.manifest.signed"
    PAYMENT_FAILED = "payment.failed"
    PAYMENT_CANCELLED = "payment.cancelled"
    PAYMENT_REFUNDED = "payment.refunded"
    PAYMENT_COMPLETED = "payment.completed"
    INVOICE_STAMPED = "invoice.stamped"
    INVOICE_CANCELLED = "invoice.cancelled"
    INVOICE_SENT = "invoice.sent"
    RECEIPT_STAMPED = "receipt.stamped"
    RECEIPT_CANCELLED = "receipt.cancelled"
    CLIENT_CREATED = "client.created"
