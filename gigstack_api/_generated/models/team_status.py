# Written by `make generate` from openapi.yaml; never edited.
"""The enum `TeamStatus`."""

from gigstack_api._core.schema.enums import OpenEnum


class TeamStatus(OpenEnum):
    """State of a team."""

    PENDING_DELETION = "pending_deletion"
