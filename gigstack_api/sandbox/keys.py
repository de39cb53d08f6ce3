"""API keys of the sandbox: JWTs like the real ones, signed so that a real key is told apart. Pure."""

from __future__ import annotations

import hashlib
import hmac
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from typing import Any

from attrs import frozen

SECRET = b"gigstack_api sandbox: signs nothing of value"


@frozen
class Key:
    """Who calls: the team of the key, and whether it is a live one."""

    team: str
    livemode: bool


def issue(team: str, *, livemode: bool = False) -> str:
    """A key of the sandbox."""
    payload = {"team": team, "livemode": livemode, "key_id": f"key_{team}_{'live' if livemode else 'test'}"}
    signed = f"{_encode({'alg': 'HS256', 'typ': 'JWT'})}.{_encode(payload)}"
    return f"{signed}.{_signature(signed)}"


def read(token: str) -> Key | None:
    """The key of a token; None if the sandbox did not issue it."""
    signed, _, signature = token.rpartition(".")
    if not hmac.compare_digest(_signature(signed).encode(), signature.encode()):
        return None
    try:
        payload: dict[str, Any] = json.loads(urlsafe_b64decode(signed.partition(".")[2] + "=="))
    except (ValueError, Base64Error):
        return None
    return Key(str(payload["team"]), bool(payload["livemode"]))


def _encode(value: dict[str, Any]) -> str:
    return urlsafe_b64encode(json.dumps(value, separators=(",", ":")).encode()).decode().rstrip("=")


def _signature(signed: str) -> str:
    return urlsafe_b64encode(hmac.digest(SECRET, signed.encode(), hashlib.sha256)).decode().rstrip("=")
