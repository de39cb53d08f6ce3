"""Masks: texts of others without the secrets of a call, however a host quotes them. Pure."""

from __future__ import annotations

import re
from binascii import b2a_base64
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from .types import is_list, is_object

T = TypeVar("T")

MASKED = "***"

SHORTEST = 4
"""A secret of fewer letters is not masked: it would be in every text."""

LONG = 16
BEGINNING = 12
"""Of a `LONG` secret, this many letters at its beginning are enough to be masked."""

MOST_DECODED = 65_536
"""Of a longer text, only what is quoted plainly or in base64 is masked (in letters)."""

URL_SAFE = str.maketrans("+/", "-_")

ESCAPED = re.compile(
    r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-3][0-7]{2})|([abfnrtv0])|([\"'\\/]))"
)
CONTROLS = dict(zip("abfnrtv0", "\a\b\f\n\r\t\v\0", strict=True))

NUMBERED = re.compile(r"&#(?:(\d{1,7})|[xX]([0-9a-fA-F]{1,6}));?")

SEPARATORS = re.compile(r"0x|\\x|[\s:,;._-]")
"""What may stand between the bytes of a hex form."""

NUMBERS = re.compile(r"-?\d{1,3}(?:\s*,\s*-?\d{1,3}){3,}")
PLACES = re.compile(r"[\"']?\d+[\"']?\s*:\s*(?=-?\d)")


class Mask:
    """Replaces some secrets in texts, bytes and JSON values. Its repr shows none of them.

    A text that holds one in another encoding (percent, JSON, HTML, hex, folded base64, numbers) is
    replaced as a whole. Of a secret that is cut off, the beginning is masked.
    """

    def __init__(self, secrets: Iterable[str | bytes]) -> None:
        given = {secret for secret in secrets if len(secret) >= SHORTEST}
        # The bytes of a file are quoted as they are, letter by letter, or as what UTF-8 makes of
        # them.
        texts = {
            text
            for secret in given
            for text in ([secret] if isinstance(secret, str) else _texts_of(secret))
        }
        self._secrets = sorted(texts, key=len)[::-1]
        contents = {text.encode("utf-8", "surrogatepass") for text in texts}
        contents |= {secret for secret in given if isinstance(secret, bytes)}
        self._contents = sorted(contents, key=len)[::-1]
        self._coded = [code for content in self._contents for code in _codes_of(content)]

    def text(self, text: str) -> str:
        """A text without the secrets."""
        for secret in [*self._secrets, *self._coded]:
            text = text.replace(secret, MASKED)
        text = self._without_beginnings(text)
        try:
            is_coded = len(text) <= MOST_DECODED and any(map(self._is_in, _decoded(text)))
        except (
            OSError,
            ImportError,
        ):  # a module cannot be imported, since no file descriptor is free
            return MASKED
        return MASKED if is_coded else text

    def bytes(self, content: bytes) -> bytes:
        """The bytes of a text without the secrets."""
        for secret in [*self._contents, *map(str.encode, self._coded)]:
            content = content.replace(secret, MASKED.encode())
        if len(content) <= MOST_DECODED:
            text = content.decode("utf-8", "surrogateescape")
            content = self.text(text).encode("utf-8", "surrogateescape")
        return content

    def data(self, value: T) -> T:
        """A value whose texts, also those inside of lists and objects, hold no secret."""
        return self._data(value)  # type: ignore[no-any-return]  # of the same type

    def _data(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, bytes):
            return self.bytes(value)
        numbers = [*value.values()] if is_object(value) else value
        if is_list(numbers) and len(numbers) >= SHORTEST and set(map(type, numbers)) == {int}:
            text = ",".join(map(str, numbers))
            return value if self.text(text) == text else MASKED
        if is_object(value):
            return {self.text(name): self._data(item) for name, item in value.items()}
        if isinstance(value, tuple):
            items: tuple[Any, ...] = value  # pyright: ignore[reportUnknownVariableType] - of JSON
            return tuple(map(self._data, items))
        return [self._data(item) for item in value] if is_list(value) else value

    def _without_beginnings(self, text: str) -> str:
        """A text without those parts that a secret begins with: hosts cut what they quote."""
        long = [secret for secret in [*self._secrets, *self._coded] if len(secret) >= LONG]
        for beginning in {secret[:BEGINNING] for secret in long}:
            alike = [secret for secret in long if secret.startswith(beginning)]
            while (at := text.find(beginning)) >= 0:
                # Forms of one secret may begin alike, as those in hex do up to its first letter.
                end = at + max(_same_letters(text, at, secret) for secret in alike)
                text = text[:at] + MASKED + text[end:]
        return text

    def _is_in(self, decoded: str) -> bool:
        folded = decoded.casefold()
        return any(
            secret[:BEGINNING].casefold() in folded if len(secret) >= LONG else secret in decoded
            for secret in [*self._secrets, *self._coded]
        )


NO_SECRETS = Mask(())
"""A mask that changes nothing."""


def _codes_of(content: bytes) -> Iterator[str]:
    """The base64 forms of bytes, for each place in a group of three, and their hex forms."""
    yield from (content.hex(), content.hex().upper())
    if len(content) < 2 * SHORTEST:
        return
    for before, first in ((0, 0), (1, 2), (2, 3)):
        padded = bytes(before) + content
        whole = padded[: len(padded) // 3 * 3]
        coded = b2a_base64(whole, newline=False).decode()[first:]
        yield from {coded, coded.translate(URL_SAFE)}


def _texts_of(content: bytes) -> Iterator[str]:
    """The texts that programs make of bytes."""
    yield content.decode("latin-1")
    text = content.decode("utf-8", "replace")
    if len(text) >= LONG:
        yield text


def _same_letters(text: str, at: int, secret: str) -> int:
    """How many letters of a text from a place on are those of a secret."""
    least, most = 0, min(len(secret), len(text) - at)
    while least < most:
        middle = (least + most + 1) // 2
        if text.startswith(secret[:middle], at):
            least = middle
        else:
            most = middle - 1
    return least


def _decoded(text: str) -> Iterator[str]:
    """A text decoded in the ways that hosts encode what they quote, up to two times."""
    from urllib.parse import unquote, unquote_plus

    forms = {text}
    for _ in range(2):
        forms |= {
            decode(form)
            for form in forms
            for decode in (unquote, unquote_plus, _unescaped_html, _unescaped, _unfolded)
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
    four, two, octal, control, other = found.groups()
    if control:
        return CONTROLS[control]
    return other or (chr(int(octal, 8)) if octal else chr(int(four or two, 16)))


def _numbered(found: re.Match[str]) -> str:
    number = int(found[1]) if found[1] else int(found[2], 16)
    return chr(number) if number < 0x110000 else found[0]


def _unseparated(text: str) -> str:
    """A text without what may stand between the bytes of a hex form."""
    return SEPARATORS.sub("", text)


def _unnumbered(text: str) -> str:
    """A text with the letters whose numbers it lists, signed or not."""
    if "," not in text:
        return text
    return NUMBERS.sub(
        lambda found: "".join(chr(int(number) & 0xFF) for number in found[0].split(",")),
        PLACES.sub("", text),
    )


def _unfolded(text: str) -> str:
    return "".join(text.split())
