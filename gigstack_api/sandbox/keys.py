"""API keys of the sandbox.

They are JWTs like the real ones, with a signature that tells them from real keys.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any, cast

from attrs import frozen

SECRET = b"gigstack_api sandbox: signs nothing of value"
PARTNER_KEY = "partner_sandbox"
"""The X-Internal-API-Key of a partner of the sandbox."""


@frozen
class Key:
    """The owner of a key: its team, and whether it is a live key."""

    team: str
    livemode: bool


def issue(team: str, *, livemode: bool = False) -> str:
    """A new key of the sandbox."""
    payload = {
        "team": team,
        "livemode": livemode,
        "key_id": f"key_{team}_{'live' if livemode else 'test'}",
    }
    signed = f"{_encode({'alg': 'HS256', 'typ': 'JWT'})}.{_encode(payload)}"
    return f"{signed}.{_signature(signed)}"


def read(authorization: str) -> Key | None:
    """The key of an Authorization header; None if the sandbox did not issue it."""
    token = _token(authorization)
    signed, _, signature = token.rpartition(".")
    if not hmac.compare_digest(_signature(signed).encode(), signature.encode()):
        return None
    payload = _payload(token)
    return Key(str(payload["team"]), bool(payload["livemode"]))


def explain_rejection(authorization: str) -> str:
    """Why the sandbox does not accept an Authorization header."""
    if not authorization:
        return "no key; send it as Authorization: Bearer <key>"
    token = _token(authorization)
    if not token:
        return "the key must be sent as Authorization: Bearer <key>"
    if "team" in _payload(token):
        return (
            "this looks like a real key, but the sandbox accepts only keys that it issued; "
            "keep the real one for the real API"
        )
    return "the sandbox did not issue this key; it prints its own when it starts"


def _token(authorization: str) -> str:
    scheme, _, token = authorization.partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def _payload(token: str) -> dict[str, Any]:
    """The claims of a JWT; empty if the text is not a JWT."""
    parts = token.split(".")
    if len(parts) != 3:
        return {}
    try:
        payload: object = json.loads(urlsafe_b64decode(parts[1] + "=="))
    except (ValueError, RecursionError):
        return {}
    return cast("dict[str, Any]", payload) if isinstance(payload, dict) else {}


def _encode(value: dict[str, Any]) -> str:
    return urlsafe_b64encode(json.dumps(value, separators=(",", ":")).encode()).decode().rstrip("=")


def _signature(signed: str) -> str:
    return (
        urlsafe_b64encode(hmac.digest(SECRET, signed.encode(), hashlib.sha256)).decode().rstrip("=")
    )
