"""Masks: texts of others without the secrets of a call, however a host quotes them. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias, TypeVar

from .quoting import LONG, SHORTEST, codes_of, contents_of, decoded, texts_of, wide_texts
from .types import is_list, is_object

T = TypeVar("T")

Parts: TypeAlias = Mapping[str, Sequence[str]]
"""Long secrets by their beginning."""

MASKED = "***"

BEGINNING = 12
"""Of a `LONG` secret, this many letters at its beginning or end are enough to be masked."""

MOST_DECODED = 65_536
"""Of a longer text, only what is quoted plainly or in base64 is masked (in letters)."""


class Mask:
    """Replaces some secrets in texts, bytes and JSON values. Its repr shows none of them.

    A text that holds one in another encoding (percent, JSON, HTML, hex, folded base64, numbers) is
    replaced as a whole. Of a secret that is cut off, the beginning or the end is masked.
    """

    def __init__(self, secrets: Iterable[str | bytes]) -> None:
        given = {secret for secret in secrets if len(secret) >= SHORTEST}
        texts = {text for secret in given for text in texts_of(secret)}
        contents = {content for secret in given for content in contents_of(secret)}
        self._contents = sorted(contents, key=len)[::-1]
        coded = [code for content in self._contents for code in codes_of(content)]
        self._texts = [*sorted(texts, key=len)[::-1], *coded]
        self._coded = [code.encode() for code in coded]
        self._beginnings = _by_beginning(self._texts)
        self._endings = _by_beginning(text[::-1] for text in self._texts)

    def text(self, text: str) -> str:
        """A text without the secrets."""
        if len(text) < SHORTEST:
            return text
        for secret in self._texts:
            text = text.replace(secret, MASKED)
        text = _without_parts(text, self._beginnings)
        text = _without_parts(text[::-1], self._endings)[::-1]
        try:
            is_coded = len(text) <= MOST_DECODED and any(map(self._is_in, decoded(text)))
        except (
            OSError,
            ImportError,
        ):  # a module cannot be imported, since no file descriptor is free
            return MASKED
        return MASKED if is_coded else text

    def bytes(self, content: bytes) -> bytes:
        """The bytes of a text without the secrets."""
        for secret in [*self._contents, *self._coded]:
            content = content.replace(secret, MASKED.encode())
        if len(content) > MOST_DECODED:
            return content
        if any(self.text(text) != text for text in wide_texts(content)):
            return MASKED.encode()
        text = content.decode("utf-8", "surrogateescape")
        return self.text(text).encode("utf-8", "surrogateescape")

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

    def _is_in(self, decoded: str) -> bool:
        folded = decoded.casefold()
        return any(
            secret[:BEGINNING].casefold() in folded if len(secret) >= LONG else secret in decoded
            for secret in self._texts
        )


def _by_beginning(texts: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for text in texts:
        if len(text) >= LONG:
            found.setdefault(text[:BEGINNING], []).append(text)
    return found


def _without_parts(text: str, secrets: Parts) -> str:
    """A text without those parts that a secret begins with: hosts cut what they quote."""
    for beginning, alike in secrets.items():
        while (at := text.find(beginning)) >= 0:
            # Forms of one secret may begin alike, as those in hex do up to its first letter.
            end = at + max(_same_letters(text, at, secret) for secret in alike)
            text = text[:at] + MASKED + text[end:]
    return text


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


NO_SECRETS = Mask(())
"""A mask that changes nothing."""
