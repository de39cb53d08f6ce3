# Written by `make generate` from openapi.yaml; never edited.
"""The enum `InvoiceStatus`."""

from gigstack_api._core.schema.enums import OpenEnum


class InvoiceStatus(OpenEnum):
    """State of an invoice.

    `valid` and `stamped` mean the same, and so do `cancelled` and `canceled`.
    """

    VALID = "valid"
    STAMPED = "stamped"
    CANCELLED = "cancelled"
    CANCELED = "canceled"
    PENDING = "pending"
    DRAFT = "draft"
    FAILED = "failed"
    PAID = "paid"
    UNPAID = "unpaid"
    ACTIVE = "active"
    COMPLETED = "completed"
    PROCESSING = "processing"
    CREATED = "created"
