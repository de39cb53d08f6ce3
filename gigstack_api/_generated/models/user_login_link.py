# Written by `make generate` from openapi.yaml; never edited.
"""The model `UserLoginLink`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, STRING, one_of
from gigstack_api._core.schema.models import Model


class UserLoginLink(Model, kw_only=True):
    """A link that signs a user in.

    Unverified: no answer was seen; the names are guesses after the link to the client portal,
    and further fields are kept.
    """

    url: str | None = None
    """Address that signs the user in; treat it as a password. Unverified: name guessed."""
    link: str | None = None
    """The same in another likely spelling. Unverified: name guessed."""
    token: str | None = None
    """The sign-in token alone; treat it as a password. Unverified: name guessed."""
    expires_at: int | str | None = None
    """When the link ends. Unverified: name guessed; taken to be Unix seconds where it is a
    number.
    """

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "url": STRING.as_secret(),
            "link": STRING.as_secret(),
            "token": STRING.as_secret(),
            "expires_at": one_of(INTEGER, STRING, unit="s"),
        }
