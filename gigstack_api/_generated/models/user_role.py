# Written by `make generate` from openapi.yaml; never edited.
"""The enum `UserRole`."""

from gigstack_api._core.schema.enums import OpenEnum


class UserRole(OpenEnum):
    """Role of a user in a team."""

    ADMIN = "admin"
    EDITOR = "editor"
    VIEWER = "viewer"
    MEMBER = "member"
