# Written by `make generate` from openapi.yaml; never edited.
"""The enum `TeamRole`."""

from gigstack_api._core.schema.enums import OpenEnum


class TeamRole(OpenEnum):
    """Permissions of a member."""

    ADMIN = "admin"
    EDITOR = "editor"
    VIEWER = "viewer"
    BLOCKED = "blocked"
    MEMBER = "member"
