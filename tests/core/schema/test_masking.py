"""Secrets are masked in texts of others, however they are quoted."""

from __future__ import annotations

import json
from base64 import b64encode, encodebytes, urlsafe_b64encode
from collections.abc import Callable
from html import escape
from time import process_time
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
    "numbers of its bytes": lambda secret: str([*secret.encode()]),
    "repr of its bytes": lambda secret: repr(secret.encode())[2:-1],
    "escape() of JavaScript": lambda secret: "".join(f"%u{ord(letter):04X}" for letter in secret),
    "percent, in Latin-1": lambda secret: quote(secret.encode("latin-1"), safe=""),
    "braces": lambda secret: "".join(f"\\u{{{ord(letter):x}}}" for letter in secret),
    "eight digits": lambda secret: "".join(f"\\U{ord(letter):08x}" for letter in secret),
    "UTF-8 read as Latin-1": lambda secret: secret.encode().decode("latin-1"),
    "UTF-8 read as Windows-1252": lambda secret: secret.encode().decode("cp1252"),
    "Latin-1 read as UTF-8": lambda secret: secret.encode("latin-1").decode("utf-8", "replace"),
    "ASCII": lambda secret: secret.encode("ascii", "replace").decode(),
    "base64 of Latin-1": lambda secret: b64encode(f":{secret}".encode("latin-1")).decode(),
    "NUL between letters": "\0".join,
    "blanks without width between letters": "\u200b".join,
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


@pytest.mark.parametrize("kept", [12, 20, 26])
def test_the_ending_of_a_long_secret_is_masked(kept: int) -> None:
    assert MASK.text(f"got ...{KEY[-kept:]}") == "got ...***"
    assert MASK.text(f"{KEY[-kept:]} and ...{KEY[-kept:]}?") == "*** and ...***?"


@pytest.mark.parametrize(
    "encoding",
    ["latin-1", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"],
)
@pytest.mark.parametrize("secret", [KEY, WORD])
@pytest.mark.parametrize("before", [b"", b"!", b"<p>"])
def test_a_secret_is_masked_in_bytes_of_any_encoding(
    encoding: str, secret: str, before: bytes
) -> None:
    content = before + f"got {secret}, sorry".encode(encoding)
    masked = MASK.bytes(content)
    assert secret.encode(encoding)[-8:] not in masked
    assert b"***" in masked


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32-be"])
def test_other_bytes_are_left_alone(encoding: str) -> None:
    content = "a key begins with gs_test_, Juan Pérez".encode(encoding)
    assert MASK.bytes(content) == content


KEY_FILE = bytes.fromhex("308204f2300006092a864886f70d01") + bytes(range(256))
"""Begins like the private keys of the SAT, and holds every byte."""

BYTES_QUOTED: dict[str, Callable[[bytes], str]] = {
    "base64": lambda content: b64encode(content).decode(),
    "base64 for URLs": lambda content: urlsafe_b64encode(content).decode(),
    "base64 for URLs without padding": lambda content: urlsafe_b64encode(content).decode()[:-1],
    "base64 behind other bytes": lambda content: b64encode(b"x" + content + b"yz").decode(),
    "folded base64": lambda content: encodebytes(content).decode(),
    "folded base64 in JSON": lambda content: json.dumps(encodebytes(content).decode()),
    "percent": lambda content: quote(content, safe=""),
    "percent, twice": lambda content: quote(quote(content, safe=""), safe=""),
    "every byte in percent": lambda content: "".join(f"%{byte:02x}" for byte in content),
    "hex": lambda content: content.hex(),
    "hex in capitals": lambda content: content.hex().upper(),
    "hex with colons": lambda content: content.hex(":"),
    "hex with colons in capitals": lambda content: content.hex(":").upper(),
    "hex with blanks": lambda content: content.hex(" "),
    "hex with dashes": lambda content: content.hex("-").upper(),
    "hex in words": lambda content: content.hex(" ", 2),
    "hex in lines": lambda content: "\n".join(
        f"{at:08x}: {content[at : at + 16].hex(' ', 2)}" for at in range(0, len(content), 16)
    ),
    "hex of C": lambda content: ", ".join(f"0x{byte:02X}" for byte in content),
    "JSON": lambda content: json.dumps(content.decode("latin-1"))[1:-1],
    "JSON beyond ASCII": lambda content: json.dumps(content.decode("latin-1"), ensure_ascii=False)[
        1:-1
    ],
    "JSON of what UTF-8 makes of it": lambda content: json.dumps(
        content.decode("utf-8", "replace")
    )[1:-1],
    "what UTF-8 makes of it": lambda content: content.decode("utf-8", "replace"),
    "repr": repr,
    "octal": lambda content: "".join(f"\\{byte:03o}" for byte in content),
    "HTML": lambda content: "".join(f"&#{byte};" for byte in content),
    "HTML in hex": lambda content: "".join(f"&#x{byte:X};" for byte in content),
    "numbers": lambda content: str([*content]),
    "signed numbers": lambda content: str([(byte + 128) % 256 - 128 for byte in content]),
    "numbers by place": lambda content: json.dumps({str(at): n for at, n in enumerate(content)}),
}


@pytest.mark.parametrize("way", BYTES_QUOTED)
def test_the_bytes_of_a_file_are_masked_however_they_are_quoted(way: str) -> None:
    mask = Mask([KEY_FILE])
    quoted = BYTES_QUOTED[way](KEY_FILE)
    for part in (quoted, quoted[: len(quoted) // 2]):
        text = mask.text(f"cannot parse <{part}>, sorry")
        assert part not in text
        assert part[:60] not in text
        assert "***" in text
        body = mask.bytes(f'{{"error": "{part}"}}'.encode())
        assert part[:60].encode() not in body


@pytest.mark.parametrize(
    "value",
    [
        [*KEY_FILE],
        {"type": "Buffer", "data": [*KEY_FILE]},
        {str(place): byte for place, byte in enumerate(KEY_FILE)},
    ],
)
def test_the_numbers_of_a_file_are_masked(value: object) -> None:
    assert "134, 72, 134" not in str(Mask([KEY_FILE]).data(value))
    assert Mask([KEY]).data(value) == value


@pytest.mark.parametrize("way", ["hex", "hex in capitals", "hex with colons", "percent", "numbers"])
def test_a_short_secret_is_masked_in_bytes(way: str) -> None:
    quoted = BYTES_QUOTED[way](b"pa55word")
    assert quoted not in Mask(["pa55word"]).text(f"got {quoted}")


def test_masking_a_long_text_takes_little_time() -> None:
    content = bytes(range(256)) * 256
    mask = Mask([content, KEY])
    began = process_time()
    assert len(mask.text(content.hex()[:-100] * 10)) < 100
    mask.text("\\x41%41&#65;1,2,3 " * 3_500)
    assert process_time() - began < 2


def test_masking_many_short_texts_takes_little_time() -> None:
    mask = Mask([KEY, WORD])
    began = process_time()
    mask.data([{"a": "b"}] * 100_000)
    mask.data(["plain"] * 20_000)
    assert process_time() - began < 2


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
