# Written by `make generate` from openapi.yaml; never edited.
"""The enum `InvoiceStatus`."""

from gigstack_api._core.schema.enums import OpenEnum


class InvoiceStatus(OpenEnum):
    """State of an invoice.

    Sources differ in spelling: `valid` and `stamped` mean the same, and so do `cancelled` and
    `canceled`. CLI 0.3.1, the only official client that reads a cancelled invoice, expects
    `cancelled`; n8n node 1.1.9 sends `canceled` as a filter and reads neither. Unverified:
    from `paid` on, values seen only in a log of an official client or in the code of an
    integrator.
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
