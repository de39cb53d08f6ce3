"""Secrets are masked in texts of others, however they are quoted."""

from __future__ import annotations

import json
from base64 import b64encode, encodebytes, urlsafe_b64encode
from collections.abc import Callable
from html import escape
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigstack_api._core.schema.masking import Mask

KEY = "gs_test_SECRETKEY1234567890"
WORD = 'pá"s/ <w>&\\1'
MASK = Mask([KEY, WORD, "", "abc"])

QUOTED: dict[str, Callable[[str], str]] = {
    "plain": lambda secret: secret,
    "percent": lambda secret: quote(secret, safe=""),
    "percent, twice": lambda secret: quote(quote(secret, safe=""), safe=""),
    "form": quote_plus,
    "every letter": lambda secret: "".join(f"%{byte:02x}" for byte in secret.encode()),
    "JSON": lambda secret: json.dumps(secret)[1:-1],
    "JSON, with slashes": lambda secret: json.dumps(secret)[1:-1].replace("/", "\\/"),
    "JSON of JSON": lambda secret: json.dumps(json.dumps(secret))[1:-1],
    "every letter in JSON": lambda secret: "".join(f"\\u{ord(letter):04x}" for letter in secret),
    "repr": lambda secret: repr(secret)[1:-1],
    "HTML": escape,
    "base64": lambda secret: b64encode(secret.encode()).decode(),
    "base64 behind another letter": lambda secret: b64encode(f"x{secret}y".encode()).decode(),
    "base64 behind two letters": lambda secret: b64encode(f"xy{secret}y".encode()).decode(),
    "base64 for URLs": lambda secret: urlsafe_b64encode(f":{secret}".encode()).decode(),
    "folded base64": lambda secret: encodebytes(f"{'x' * 70}{secret}".encode()).decode(),
    "percent-encoded base64": lambda secret: quote(b64encode(secret.encode()).decode(), safe=""),
    "hex": lambda secret: secret.encode().hex(),
}


@pytest.mark.parametrize("way", QUOTED)
@pytest.mark.parametrize("secret", [KEY, WORD])
def test_a_secret_is_masked_however_it_is_quoted(way: str, secret: str) -> None:
    quoted = QUOTED[way](secret)
    text = MASK.text(f"cannot parse: Authorization: Bearer {quoted}, sorry")
    assert quoted not in text
    assert "***" in text
    body = MASK.bytes(f'{{"error": "{quoted}"}}'.encode())
    assert quoted.encode() not in body


@pytest.mark.parametrize("kept", [12, 20, 26])
def test_the_beginning_of_a_long_secret_is_masked(kept: int) -> None:
    assert MASK.text(f"got {KEY[:kept]}") == "got ***"
    assert MASK.text(f"got {KEY[:kept]}... and {KEY[:kept]}?") == "got ***... and ***?"


@pytest.mark.parametrize(
    "text",
    ["", "a key begins with gs_test_", "abc", "100% of $1", "C:\\users", "Juan Pérez \ud800"],
)
def test_other_texts_are_left_alone(text: str) -> None:
    assert MASK.text(text) == text
    content = text.encode("utf-8", "surrogatepass")
    assert MASK.bytes(content) == content


def test_values_are_masked_inside_of_lists_and_objects() -> None:
    value = {"a": [KEY, 1, None, {KEY: (WORD,)}], "b": KEY.encode()}
    assert MASK.data(value) == {"a": ["***", 1, None, {"***": ("***",)}], "b": b"***"}
    assert KEY not in repr(MASK)


def test_a_long_text_is_masked_where_it_is_plain() -> None:
    assert KEY not in MASK.text("%" * 100_000 + KEY)
    assert KEY.encode() not in MASK.bytes(b"\xff" * 100_000 + KEY.encode())


@given(st.text(), st.text())
def test_any_text_is_masked(before: str, after: str) -> None:
    assert KEY not in MASK.text(f"{before}{KEY}{after}")
