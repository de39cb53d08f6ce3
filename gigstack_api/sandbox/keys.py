"""API keys of the sandbox: JWTs like the real ones, signed so that a real key is told apart.
Pure.
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
"""What a partner of the sandbox sends as X-Internal-API-Key."""


@frozen
class Key:
    """Who calls: the team of the key, and whether it is a live one."""

    team: str
    livemode: bool


def issue(team: str, *, livemode: bool = False) -> str:
    """A key of the sandbox."""
    payload = {
        "team": team,
        "livemode": livemode,
        "key_id": f"key_{team}_{'live' if livemode else 'test'}",
    }
    signed = f"{_encode({'alg': 'HS256', 'typ': 'JWT'})}.{_encode(payload)}"
    return f"{signed}.{_signature(signed)}"


def read(authorization: str) -> Key | None:
    """The key of an Authorization header; None if there is none that the sandbox issued."""
    token = _token(authorization)
    signed, _, signature = token.rpartition(".")
    if not hmac.compare_digest(_signature(signed).encode(), signature.encode()):
        return None
    payload = _payload(token)
    return Key(str(payload["team"]), bool(payload["livemode"]))


def explain_rejection(authorization: str) -> str:
    """Why an Authorization header holds no key of the sandbox."""
    if not authorization:
        return "there is no key; send it as Authorization: Bearer <key>"
    token = _token(authorization)
    if not token:
        return "the key must come as Authorization: Bearer <key>"
    if "team" in _payload(token):
        return "this looks like a real key, and the sandbox takes only keys that it issued; keep the real one for the real API"
    return "this is no key of the sandbox; it prints its own when it starts"


def _token(authorization: str) -> str:
    scheme, _, token = authorization.partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def _payload(token: str) -> dict[str, Any]:
    """What a JWT says of itself; empty if it is none."""
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
