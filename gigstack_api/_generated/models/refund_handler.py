# Written by `make generate` from openapi.yaml; never edited.
"""The enum `RefundHandler`."""

from gigstack_api._core.schema.enums import OpenEnum


class RefundHandler(OpenEnum):
    """Handling of an invoice that has to be undone."""

    CREDIT_NOTE = "credit_note"
    CANCEL_RESOURCES = "cancel_resources"
