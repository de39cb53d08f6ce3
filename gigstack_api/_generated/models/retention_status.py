# Written by `make generate` from openapi.yaml; never edited.
"""The enum `RetentionStatus`."""

from gigstack_api._core.schema.enums import OpenEnum


class RetentionStatus(OpenEnum):
    """State of a retention."""

    VALID = "valid"
    CANCELED = "canceled"
