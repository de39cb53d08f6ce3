# Written by `make generate` from openapi.yaml; never edited.
"""The enum `SupportDocumentStatus`."""

from gigstack_api._core.schema.enums import OpenEnum


class SupportDocumentStatus(OpenEnum):
    """State of the review of a support document.

    Only pending_review is in the docs; the rest comes from an official client.
    """

    PENDING_REVIEW = "pending_review"
    VALID = "valid"
    REQUIRES_UPDATE = "requires_update"
    EXPIRED = "expired"
    REJECTED = "rejected"
