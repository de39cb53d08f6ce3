"""How hosts encode what they quote, so that a secret is found in it. Pure."""

from __future__ import annotations

import re
from binascii import b2a_base64
from collections.abc import Iterator

SHORTEST = 4
"""A secret of fewer letters is not looked for: it would be in every text."""

LONG = 16

URL_SAFE = str.maketrans("+/", "-_")

ESCAPED = re.compile(
    r"[\\%]u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})|\\u\{([0-9a-fA-F]{1,6})\}|\\x([0-9a-fA-F]{2})"
    r"|\\([0-3][0-7]{2})|\\([abfnrtv0])|\\([\"'\\/])"
)
CONTROLS = dict(zip("abfnrtv0", "\a\b\f\n\r\t\v\0", strict=True))

NUMBERED = re.compile(r"&#(?:(\d{1,7})|[xX]([0-9a-fA-F]{1,6}));?")

INVISIBLE = re.compile("[\0\u00ad\u200b-\u200d\u2060\ufeff]")

SEPARATORS = re.compile(r"0x|\\x|[\s:,;._-]")
"""What may stand between the bytes of a hex form."""

ENCODED = re.compile(rf"[%\\&+]|{INVISIBLE.pattern}|{SEPARATORS.pattern}")
"""In every text that `decoded` changes."""

NUMBERS = re.compile(r"-?\d{1,3}(?:\s*,\s*-?\d{1,3}){3,}")
PLACES = re.compile(r"[\"']?\d+[\"']?\s*:\s*(?=-?\d)")

WIDE = {"utf-16-le": 2, "utf-16-be": 2, "utf-32-le": 4, "utf-32-be": 4}
"""Encodings of several bytes a letter, and how many."""


def texts_of(secret: str | bytes) -> Iterator[str]:
    """The texts that programs make of a secret: read in another encoding, or with losses."""
    if isinstance(secret, bytes):
        yield secret.decode("latin-1")
        text = secret.decode("utf-8", "replace")
        if len(text) >= LONG:
            yield text
        return
    yield secret
    if secret.isascii():
        return
    content = secret.encode("utf-8", "surrogatepass")
    yield from (content.decode("latin-1"), content.decode("cp1252", "replace"))
    if sum(letter.isascii() for letter in secret) >= SHORTEST:
        yield secret.encode("ascii", "replace").decode()
        yield secret.encode("latin-1", "replace").decode("utf-8", "replace")


def contents_of(secret: str | bytes) -> Iterator[bytes]:
    """The bytes of a secret, in the encodings of one byte a letter too."""
    if isinstance(secret, bytes):
        yield secret
    yield from (text.encode("utf-8", "surrogatepass") for text in texts_of(secret))
    if isinstance(secret, str) and not secret.isascii():
        for encoding in ("latin-1", "cp1252"):
            try:
                yield secret.encode(encoding)
            except UnicodeError:
                continue


def codes_of(content: bytes) -> Iterator[str]:
    """The base64 forms of bytes, for each place in a group of three, and their hex forms."""
    yield from (content.hex(), content.hex().upper())
    if len(content) < 2 * SHORTEST:
        return
    for before, first in ((0, 0), (1, 2), (2, 3)):
        padded = bytes(before) + content
        whole = padded[: len(padded) // 3 * 3]
        coded = b2a_base64(whole, newline=False).decode()[first:]
        yield from {coded, coded.translate(URL_SAFE)}


def wide_texts(content: bytes) -> Iterator[str]:
    """The texts of bytes in encodings of several bytes a letter, wherever these begin."""
    if b"\0" in content:
        for encoding, width in WIDE.items():
            for start in range(width):
                yield content[start:].decode(encoding, "ignore")


def decoded(text: str) -> Iterator[str]:
    """A text decoded in the ways that hosts encode what they quote, up to two times."""
    if ENCODED.search(text) is None:
        yield text
        return
    from urllib.parse import unquote, unquote_plus

    forms = {text}
    for _ in range(2):
        forms |= {
            decode(form)
            for form in forms
            for decode in (
                unquote,
                unquote_plus,
                _unescaped_html,
                _unescaped,
                _unfolded,
                _visible,
            )
        }
    yield from forms
    yield from {decode(form) for form in forms for decode in (_unseparated, _unnumbered)}


def _unescaped_html(text: str) -> str:
    if "&" not in text:
        return text
    text = NUMBERED.sub(_numbered, text)  # which `unescape` takes for Windows-1252
    from html import unescape  # rarely needed

    return unescape(text)


def _unescaped(text: str) -> str:
    return ESCAPED.sub(_letter, text)


def _letter(found: re.Match[str]) -> str:
    *numbers, octal, control, other = found.groups()
    if control:
        return CONTROLS[control]
    return other or _letter_of(int(octal, 8) if octal else int("".join(filter(None, numbers)), 16))


def _numbered(found: re.Match[str]) -> str:
    return _letter_of(int(found[1]) if found[1] else int(found[2], 16))


def _letter_of(number: int) -> str:
    return chr(number) if number < 0x110000 else "\ufffd"


def _unseparated(text: str) -> str:
    return SEPARATORS.sub("", text)


def _unnumbered(text: str) -> str:
    """A text with the letters whose numbers it lists, signed or not."""
    if "," not in text:
        return text
    return NUMBERS.sub(
        lambda found: "".join(chr(int(number) & 0xFF) for number in found[0].split(",")),
        PLACES.sub("", text),
    )


def _visible(text: str) -> str:
    return INVISIBLE.sub("", text)


def _unfolded(text: str) -> str:
    return "".join(text.split())
