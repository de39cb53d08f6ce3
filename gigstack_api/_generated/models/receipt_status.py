# Written by `make generate` from openapi.yaml; never edited.
"""The enum `ReceiptStatus`."""

from gigstack_api._core.schema.enums import OpenEnum


class ReceiptStatus(OpenEnum):
    """Where a receipt stands. The sources disagree; all their values are here."""

    PENDING = "pending"
    OPEN = "open"
    INVOICED = "invoiced"
    COMPLETED = "completed"
    STAMPED = "stamped"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    CANCELED = "canceled"
