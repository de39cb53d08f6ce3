"""Signed webhooks: what the signature covers, and what is refused."""

from __future__ import annotations

import hmac
import json
import time
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigstack_api import (
    InvalidArgumentError,
    UnreadableEventError,
    WebhookSignatureError,
    webhooks,
)

from .bodies import body

SECRET = "whsec_of_the_panel"
RAW = json.dumps(body(), indent=1).encode()


def signature(raw: bytes = RAW, secret: str = SECRET) -> str:
    return hmac.new(secret.encode(), raw, sha256).hexdigest()


def signed(**more: str) -> dict[str, str]:
    return {"X-Gigstack-Signature": signature(), **more}


def test_the_signature_is_the_hmac_sha256_of_the_body() -> None:
    # The example of the Wikipedia article on HMAC.
    headers = {
        "X-Gigstack-Signature": "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8"
    }
    with pytest.raises(UnreadableEventError, match="not JSON"):
        webhooks.parse("The quick brown fox jumps over the lazy dog", headers=headers, secret="key")


@pytest.mark.parametrize("raw", [RAW, RAW.decode(), bytearray(RAW), memoryview(RAW)], ids=type)
@pytest.mark.parametrize("name", ["X-Gigstack-Signature", "x-gigstack-signature"])
def test_a_signed_body_is_parsed(raw: Any, name: str) -> None:
    for text in (signature(), f" {signature().upper()} "):
        assert webhooks.parse(raw, headers={name: text}, secret=SECRET).id == "evt_1"


@pytest.mark.parametrize(
    ("headers", "text"),
    [
        ({}, "not signed"),
        ({"X-Signature": signature()}, "not signed"),
        ({"X-Gigstack-Signature": ""}, "does not fit"),
        ({"X-Gigstack-Signature": signature()[:-1]}, "does not fit"),
        ({"X-Gigstack-Signature": signature(RAW + b" ")}, "does not fit"),
        ({"X-Gigstack-Signature": signature(secret="whsec_other")}, "does not fit"),
        ({"X-Gigstack-Signature": "ñ\udc80"}, "does not fit"),
    ],
)
def test_a_missing_or_wrong_signature_is_refused(headers: dict[str, str], text: str) -> None:
    with pytest.raises(WebhookSignatureError, match=text) as caught:
        webhooks.parse(RAW, headers=headers, secret=SECRET)
    assert isinstance(caught.value, UnreadableEventError)
    assert SECRET not in str(caught.value)


def test_a_body_that_was_written_again_is_refused() -> None:
    with pytest.raises(WebhookSignatureError):
        webhooks.parse(json.dumps(body()), headers=signed(), secret=SECRET)


@pytest.mark.parametrize(("raw", "headers"), [(RAW, {}), (RAW, None), (body(), signed())])
def test_no_frame_of_the_error_holds_the_secret(raw: Any, headers: dict[str, str] | None) -> None:
    with pytest.raises((WebhookSignatureError, InvalidArgumentError)) as caught:
        webhooks.parse(raw, headers=headers, secret=SECRET)
    own = [
        entry.frame for entry in caught.traceback if Path(entry.path).name != Path(__file__).name
    ]
    assert own
    assert all(SECRET not in repr(frame.f_locals) for frame in own)


@pytest.mark.parametrize("off_s", [-290, 0, 290])
def test_a_recent_timestamp_is_accepted(off_s: int) -> None:
    now = time.time() + off_s
    for text in (
        f"{now:.0f}",
        f" {now * 1000:.0f} ",
        datetime.fromtimestamp(now, UTC).isoformat(),
    ):
        headers = signed(**{"X-Gigstack-Timestamp": text})
        assert webhooks.parse(RAW, headers=headers, secret=SECRET).id == "evt_1"


@pytest.mark.parametrize(
    "text",
    [
        "1700000000",
        "99999999999",
        "",
        "soon",
        "9" * 400,
        "0001-01-01T00:00:00+14:00",
        "\uff19",
    ],
)
def test_an_old_or_unreadable_timestamp_is_refused(text: str) -> None:
    with pytest.raises(WebhookSignatureError, match="Timestamp"):
        webhooks.parse(RAW, headers=signed(**{"X-Gigstack-Timestamp": text}), secret=SECRET)


def test_a_signed_body_may_still_be_no_event() -> None:
    with pytest.raises(UnreadableEventError) as caught:
        webhooks.parse(b"[]", headers={"X-Gigstack-Signature": signature(b"[]")}, secret=SECRET)
    assert not isinstance(caught.value, WebhookSignatureError)


@pytest.mark.parametrize(
    ("raw", "headers", "secret", "text"),
    [
        (RAW, signed(), "", "must not be empty"),
        (RAW, None, SECRET, "headers must be given"),
        (body(), signed(), SECRET, "raw body"),
        (None, signed(), SECRET, "raw body"),
    ],
)
def test_what_cannot_be_verified_is_a_wrong_call(
    raw: Any, headers: dict[str, str] | None, secret: str, text: str
) -> None:
    with pytest.raises(InvalidArgumentError, match=text):
        webhooks.parse(raw, headers=headers, secret=secret)


def test_without_a_secret_signatures_are_not_looked_at() -> None:
    headers = {"X-Gigstack-Signature": "wrong", "X-Gigstack-Timestamp": "1"}
    assert webhooks.parse(RAW, headers=headers).id == "evt_1"
    assert webhooks.parse(body()).id == "evt_1"


@given(text=st.text(max_size=30), stamp=st.text(max_size=30))
def test_any_header_is_accepted_or_refused(text: str, stamp: str) -> None:
    headers = {"X-Gigstack-Signature": text, "X-Gigstack-Timestamp": stamp}
    with pytest.raises(WebhookSignatureError):
        webhooks.parse(RAW, headers=headers, secret=SECRET)
    with pytest.raises(WebhookSignatureError):
        webhooks.parse(RAW, headers=signed(**{"X-Gigstack-Timestamp": stamp}), secret=SECRET)
