# Written by `make generate` from openapi.yaml; never edited.
"""The enum `SatDownloadRequestStatus`."""

from gigstack_api._core.schema.enums import OpenEnum


class SatDownloadRequestStatus(OpenEnum):
    """How far a download request is."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"
    EXPIRED = "expired"
