# Written by `make generate` from openapi.yaml; never edited.
"""RetentionStatus: State of a retention."""

from ..._core.schema.enums import OpenEnum


class RetentionStatus(OpenEnum):
    """State of a retention."""

    VALID = "valid"
    CANCELED = "canceled"
