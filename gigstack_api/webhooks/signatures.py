"""Verifies the signature of a webhook.

Unverified: two posts of the vendor's blog give the header `X-Gigstack-Signature` as the hexadecimal
HMAC-SHA256 of the raw body under the secret of the webhook, and a third one adds
`X-Gigstack-Timestamp`. The docs promise neither.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from hashlib import sha256
from hmac import compare_digest, digest

from .._core.schema.encoding import parse_timestamp
from ..errors import InvalidArgumentError, WebhookSignatureError

SIGNATURE = "x-gigstack-signature"
TIMESTAMP = "x-gigstack-timestamp"

TOLERANCE_S = 300.0
"""How far the timestamp of an event may be from the clock of this machine (seconds)."""

LONGEST_TIME = 20
"""Digits of a timestamp that is read as a number."""


def signature_problem(
    body: object, headers: Mapping[str, str] | None, secret: str
) -> WebhookSignatureError | InvalidArgumentError | None:
    """Why a webhook is not accepted as one that was signed with a secret; None if it is.

    The signatures are compared in constant time. A timestamp is checked where there is one. It is
    not signed, so it only tells a late event. The error is returned, not raised: error reporters
    would send the secret away with the variables of the frame.
    """
    if not secret:
        return InvalidArgumentError(
            "secret must not be empty; leave it out to accept events without a signature"
        )
    if headers is None:
        return InvalidArgumentError("headers must be given with secret; they hold the signature")
    raw = body.encode() if isinstance(body, str) else body
    if not isinstance(raw, (bytes, bytearray, memoryview)):
        return InvalidArgumentError(
            "body must be the raw body where a secret is given; a decoded one cannot be verified"
        )
    found = {name.lower(): value for name, value in headers.items()}
    if SIGNATURE not in found:
        return WebhookSignatureError("the event is not signed: it has no X-Gigstack-Signature")
    signature = digest(secret.encode(), bytes(raw), sha256).hex()  # pyright: ignore[reportUnknownArgumentType] - a view of any items
    sent = found[SIGNATURE].strip().lower()
    if not compare_digest(signature.encode(), sent.encode(errors="replace")):
        return WebhookSignatureError(
            "the signature does not fit; check the secret, and pass the raw body"
        )
    if TIMESTAMP in found and not _is_recent(found[TIMESTAMP].strip()):
        return WebhookSignatureError(
            "X-Gigstack-Timestamp is more than 5 minutes off, or not a time"
        )
    return None


def _is_recent(text: str) -> bool:
    """Whether a timestamp is of these minutes: Unix seconds or milliseconds, or ISO 8601."""
    is_number = text.isdecimal() and len(text) <= LONGEST_TIME
    sent_s = parse_timestamp(int(text) if is_number else text)
    return sent_s is not None and abs(time.time() - sent_s) <= TOLERANCE_S
