# Written by `make generate` from openapi.yaml; never edited.
"""The model `UserLoginLink`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, STRING, one_of
from gigstack_api._core.schema.models import Model


class UserLoginLink(Model, kw_only=True):
    """A link that signs a user in."""

    url: str | None = None
    """Address that signs the user in; treat it as a password. Not confirmed by the API's
    documentation.
    """
    link: str | None = None
    """Address that signs the user in, where `url` is missing; treat it as a password. Not
    confirmed by the API's documentation.
    """
    token: str | None = None
    """The sign-in token alone; treat it as a password. Not confirmed by the API's documentation."""
    expires_at: int | str | None = None
    """When the link ends (Unix seconds, or a text). Not confirmed by the API's documentation."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "url": STRING.as_secret(),
            "link": STRING.as_secret(),
            "token": STRING.as_secret(),
            "expires_at": one_of(INTEGER, STRING, unit="s"),
        }
