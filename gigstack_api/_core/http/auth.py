"""The API key: kept out of every text, and read for its mode and team."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Never

from ...errors import ConfigurationError
from ..limits import LOADING
from ..schema.json import parse_json
from ..schema.types import is_object


class ApiKey:
    """An API key that no text shows.

    `livemode` and `team` come from its JWT payload, unverified; None if it is not a JWT.
    """

    __slots__ = ("_secret", "livemode", "team")

    def __init__(self, secret: str) -> None:
        if not isinstance(secret, str):
            raise ConfigurationError(f"the API key must be a string, not {type(secret).__name__}")
        if not secret.isascii() or not secret.isprintable() or " " in secret:
            raise ConfigurationError(
                "the API key contains invalid characters; was it copied completely?"
            )
        payload = _payload(secret)
        livemode, team = payload.get("livemode"), payload.get("team")
        self._secret = secret
        self.livemode: bool | None = livemode if isinstance(livemode, bool) else None
        self.team: str | None = team if isinstance(team, str) else None

    @property
    def secret(self) -> str:
        """The key itself."""
        return self._secret

    def header(self) -> str:
        """The value of the Authorization header."""
        return f"Bearer {self._secret}"

    def hidden_in(self, headers: Mapping[str, str]) -> dict[str, str]:
        """The headers of an answer, without the key if the host sent it back."""
        return {name: value.replace(self._secret, "***") for name, value in headers.items()}

    def __repr__(self) -> str:
        return "ApiKey(***)"

    def __reduce__(self) -> Never:
        raise TypeError("an API key cannot be pickled")


ALLOW_LIVE = "GIGSTACK_ALLOW_LIVE_KEY"

PYTEST = ("PYTEST_CURRENT_TEST", "PYTEST_VERSION")
"""Variables that pytest sets: the first during a test, the second during the whole run."""


def check_live_key(key: ApiKey, environment: Mapping[str, str], *, local: bool) -> None:
    """Refuses a live key under pytest, unless it is allowed or the API is `local` to this machine.

    Raises:
        ConfigurationError: a test would stamp real invoices.
    """
    tested = any(name in environment for name in PYTEST)
    if key.livemode and tested and not local and environment.get(ALLOW_LIVE) != "1":
        raise ConfigurationError(
            "a live API key under pytest would create real invoices: use a test key, or the sandbox"
            f" (the fixture `gigstack`), or set {ALLOW_LIVE}=1 to allow it"
        )


def _payload(secret: str) -> dict[str, Any]:
    parts = secret.split(".")
    if len(parts) != 3:
        return {}
    with LOADING:
        from base64 import urlsafe_b64decode

    try:
        payload = parse_json(urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    except ValueError:
        return {}
    return payload if is_object(payload) else {}
