"""The API key: kept out of every text, and read for its mode and team."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Never
from urllib.parse import quote

from ...errors import ConfigurationError
from ..limits import LOADING
from ..schema.data import Data
from ..schema.json import parse_json
from ..schema.types import is_object


class AuthScheme(Data, frozen=True):
    """Where a request carries the key.

    `place` is `header`, `query` or `cookie`, `name` that of the header, parameter or cookie;
    `prefix` stands before the key. For `basic` the key is `user:password`.
    """

    place: str = "header"
    name: str = "Authorization"
    prefix: str = "Bearer "
    basic: bool = False


BEARER = AuthScheme()
BASIC = AuthScheme(prefix="Basic ", basic=True)


def key_in(place: str, name: str) -> AuthScheme:
    """The scheme of an API key in a header, a query parameter or a cookie (`apiKey`)."""
    return AuthScheme(place, name, "")


class ApiKey:
    """An API key that no text shows.

    `livemode` and `team` come from its JWT payload, unverified; None if it is not a JWT.
    """

    __slots__ = ("_scheme", "_secret", "_sent", "livemode", "team")

    def __init__(self, secret: str, scheme: AuthScheme = BEARER) -> None:
        if not isinstance(secret, str):
            raise ConfigurationError(f"the API key must be a string, not {type(secret).__name__}")
        if not secret.isascii() or not secret.isprintable() or " " in secret:
            raise ConfigurationError(
                "the API key contains invalid characters; was it copied completely?"
            )
        payload = _payload(secret)
        livemode, team = payload.get("livemode"), payload.get("team")
        self._secret = secret
        self._scheme = scheme
        self._sent = _in_base64(secret) if scheme.basic else secret
        self.livemode: bool | None = livemode if isinstance(livemode, bool) else None
        self.team: str | None = team if isinstance(team, str) else None

    @property
    def secret(self) -> str:
        """The key itself."""
        return self._secret

    def sign(self, url: str, headers: dict[str, str]) -> str:
        """Adds the key to the headers, or returns the URL with it. An empty key is not sent."""
        scheme, sent = self._scheme, self._sent
        if not sent:
            return url
        if scheme.place == "header":
            headers[scheme.name] = scheme.prefix + sent
        elif scheme.place == "cookie":
            cookies = [headers["Cookie"]] if "Cookie" in headers else []
            headers["Cookie"] = "; ".join([*cookies, f"{scheme.name}={sent}"])
        else:
            return f"{url}{'&' if '?' in url else '?'}{quote(scheme.name)}={quote(sent, safe='')}"
        return url

    def hidden_in(self, headers: Mapping[str, str]) -> dict[str, str]:
        """The headers of an answer, without the key if the host sent it back."""
        if not self._secret:
            return dict(headers)
        sent = self._sent
        return {
            name: value.replace(self._secret, "***").replace(sent, "***")
            for name, value in headers.items()
        }

    def __repr__(self) -> str:
        return "ApiKey(***)"

    def __reduce__(self) -> Never:
        raise TypeError("an API key cannot be pickled")


def _in_base64(text: str) -> str:
    with LOADING:
        from base64 import b64encode

    return b64encode(text.encode()).decode()


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
