"""The API key: kept out of every text, and what its own payload says. Pure."""

from __future__ import annotations

import binascii
import json
from base64 import urlsafe_b64decode
from typing import Any

from ..errors import ConfigurationError
from .shapes import is_object


class ApiKey:
    """A key that never prints. `livemode` and `team` come from its JWT payload, unverified; None where it is no JWT."""

    __slots__ = ("_secret", "livemode", "team")

    def __init__(self, secret: str) -> None:
        if not secret.isascii() or not secret.isprintable() or " " in secret:
            raise ConfigurationError("the API key holds characters that no key has; check how it was copied")
        payload = _payload(secret)
        livemode, team = payload.get("livemode"), payload.get("team")
        self._secret = secret
        self.livemode: bool | None = livemode if isinstance(livemode, bool) else None
        self.team: str | None = team if isinstance(team, str) else None

    def header(self) -> str:
        """The value of the Authorization header."""
        return f"Bearer {self._secret}"

    def __repr__(self) -> str:
        return "ApiKey(***)"

    def __reduce__(self) -> Any:
        raise TypeError("an API key is not pickled")


def _payload(secret: str) -> dict[str, Any]:
    parts = secret.split(".")
    if len(parts) != 3:
        return {}
    try:
        payload = json.loads(urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    except (ValueError, binascii.Error):
        return {}
    return payload if is_object(payload) else {}
