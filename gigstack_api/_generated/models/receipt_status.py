# Written by `make generate` from openapi.yaml; never edited.
"""The enum `ReceiptStatus`."""

from gigstack_api._core.schema.enums import OpenEnum


class ReceiptStatus(OpenEnum):
    """Where a receipt stands. Several words can mean the same state."""

    PENDING = "pending"
    OPEN = "open"
    INVOICED = "invoiced"
    COMPLETED = "completed"
    STAMPED = "stamped"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    CANCELED = "canceled"
