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

ESCAPED = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\"'\\/]))")


class Mask:
    """Replaces some secrets in texts, bytes and JSON values. Its repr shows none of them.

    A text that holds one in another encoding (percent, JSON, HTML, hex, folded base64) is replaced
    as a whole.
    """

    def __init__(self, secrets: Iterable[str | bytes]) -> None:
        given = {secret for secret in secrets if len(secret) >= SHORTEST}
        # The bytes of a file are quoted as they are, or letter by letter.
        texts = {
            secret if isinstance(secret, str) else secret.decode("latin-1") for secret in given
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
            if len(secret) >= LONG:
                text = _without_beginnings(text, secret)
        try:
            is_coded = len(text) <= MOST_DECODED and any(map(self._is_in, _decoded(text)))
        except OSError:  # a module cannot be imported, since no file descriptor is free
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
        if is_object(value):
            return {self.text(name): self._data(item) for name, item in value.items()}
        if isinstance(value, tuple):
            items: tuple[Any, ...] = value  # pyright: ignore[reportUnknownVariableType] - of JSON
            return tuple(map(self._data, items))
        return [self._data(item) for item in value] if is_list(value) else value

    def _is_in(self, decoded: str) -> bool:
        folded = decoded.casefold()
        return any(
            secret[:BEGINNING].casefold() in folded if len(secret) >= LONG else secret in decoded
            for secret in [*self._secrets, *self._coded]
        )


NO_SECRETS = Mask(())
"""A mask that changes nothing."""


def _codes_of(content: bytes) -> Iterator[str]:
    """The base64 forms of bytes, for each place in a group of three, and their hex form."""
    if len(content) < 2 * SHORTEST:
        return
    for before, first in ((0, 0), (1, 2), (2, 3)):
        padded = bytes(before) + content
        whole = padded[: len(padded) // 3 * 3]
        coded = b2a_base64(whole, newline=False).decode()[first:]
        yield from {coded, coded.translate(URL_SAFE)}
    yield content.hex()


def _without_beginnings(text: str, secret: str) -> str:
    """A text without those parts that a secret begins with: hosts cut what they quote."""
    while (at := text.find(secret[:BEGINNING])) >= 0:
        end = BEGINNING
        while secret.startswith(text[at : at + end + 1]) and at + end < len(text):
            end += 1
        text = text[:at] + MASKED + text[at + end :]
    return text


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
    yield from forms - {text}


def _unescaped_html(text: str) -> str:
    if "&" not in text:
        return text
    from html import unescape  # rarely needed

    return unescape(text)


def _unescaped(text: str) -> str:
    return ESCAPED.sub(lambda found: found[3] or chr(int(found[1] or found[2], 16)), text)


def _unfolded(text: str) -> str:
    return "".join(text.split())
