# Written by `make generate` from openapi.yaml; never edited.
"""UserLoginLink: A link that signs a user in. Unverified: no answer was seen; the names are guesses after the link to the
client portal, and further fields are kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import INTEGER, STRING, Kind, one_of
from ..._core.model import Model


@define(kw_only=True, repr=False)
class UserLoginLink(Model):
    """A link that signs a user in. Unverified: no answer was seen; the names are guesses after the link to the
    client portal, and further fields are kept."""

    url: str | None = None
    """Address that signs the user in; treat it as a password. Unverified: name guessed."""
    link: str | None = None
    """The same in another likely spelling. Unverified: name guessed."""
    token: str | None = None
    """The sign-in token alone; treat it as a password. Unverified: name guessed."""
    expires_at: int | str | None = None
    """When the link ends. Unverified: name guessed; taken to be Unix seconds where it is a number."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "url": STRING.as_secret(),
            "link": STRING.as_secret(),
            "token": STRING.as_secret(),
            "expires_at": one_of(INTEGER, STRING, unit="s"),
        }
