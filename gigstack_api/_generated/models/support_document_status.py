# Written by `make generate` from openapi.yaml; never edited.
"""The enum `SupportDocumentStatus`."""

from gigstack_api._core.schema.enums import OpenEnum


class SupportDocumentStatus(OpenEnum):
    """State of the review of a support document."""

    PENDING_REVIEW = "pending_review"
    VALID = "valid"
    REQUIRES_UPDATE = "requires_update"
    EXPIRED = "expired"
    REJECTED = "rejected"
