"""The secrets of a call, masked in its errors: a host may quote what it was sent."""

from __future__ import annotations

from binascii import Error, a2b_base64, b2a_base64
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

from ...errors import GigstackError
from ..files.upload import Upload
from ..http.auth import ApiKey
from ..http.messages import Lost
from ..operations.operation import Operation
from ..operations.route import KEY_NAMES, KeyPlace
from ..schema.masking import Mask
from ..schema.types import is_list, is_object

KEPT = frozenset({"idempotency_key", "method", "operation", "sent"})
"""Attributes of errors that come from the call, not from an answer."""

FILE_BYTES = 64 * 1024
"""Of a file, so many bytes are masked: key files are smaller, and more would take long."""

FILE_LETTERS = 100
"""A text with fewer letters is a password, not the Base64 of a file."""


def mask_of(operation: Operation[Any], key: ApiKey) -> Mask:
    """The mask of a call: its key, its secret headers and fields, and its files."""
    return Mask([key.secret, *_secrets_of(operation)])


def hide_secrets(error: BaseException, mask: Mask) -> None:
    """Masks an error, and the errors of this package that it came from."""
    waiting: list[BaseException | None] = [error]
    seen: set[int] = set()
    while waiting:
        current = waiting.pop()
        if not isinstance(current, (GigstackError, Lost)) or id(current) in seen:
            continue
        seen.add(id(current))
        current.args = mask.data(current.args)
        for name, value in vars(current).items():
            if name not in KEPT:
                setattr(current, name, mask.data(value))
        waiting += [current.__cause__, current.__context__]


def _secrets_of(operation: Operation[Any]) -> Iterator[str | bytes]:
    idempotency = KEY_NAMES[KeyPlace.HEADER]
    typed = operation.route.headers  # numbers, enums and the like are no secrets
    for name, value in operation.headers.items():
        if name == "Cookie":
            yield from (pair.partition("=")[2] for pair in value.split("; "))
        elif name != idempotency and name not in typed:
            yield value
    fields = operation.route.body
    for name, value in (operation.body or {}).items():
        if name in fields and fields[name].secret:
            for text in _texts_in(value):
                yield text
                yield from _files_in(text)
    for file in _files_of(operation):
        content = file.content if isinstance(file, Upload) else file
        if isinstance(content, bytes):
            content = content[:FILE_BYTES]
            yield from (content, b2a_base64(content, newline=False).decode())


def _files_in(text: str) -> Iterator[bytes]:
    """The bytes of a file that is sent as Base64, as `sign_manifest` sends its key."""
    if len(text) >= FILE_LETTERS:
        with suppress(Error, ValueError):
            yield a2b_base64(text[:FILE_BYTES], strict_mode=True)


def _files_of(operation: Operation[Any]) -> Iterator[object]:
    for files in operation.files.values():
        yield from files if isinstance(files, (list, tuple)) else [files]


def _texts_in(value: Any) -> Iterable[str]:
    if is_object(value):
        value = [*value.values()]
    if is_list(value):
        return [text for item in value for text in _texts_in(item)]
    return [value] if isinstance(value, str) else []
