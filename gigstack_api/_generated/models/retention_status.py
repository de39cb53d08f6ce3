# Written by `make generate` from openapi.yaml; never edited.
"""RetentionStatus: State of a retention."""

from gigstack_api._core.enums import OpenEnum


class RetentionStatus(OpenEnum):
    """State of a retention."""

    VALID = "valid"
    CANCELED = "canceled"
