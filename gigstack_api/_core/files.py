"""Files on their way in and out: what an upload may be, and what a download gives. Pure but for reading and saving files."""

from __future__ import annotations

import os
from base64 import b64decode
from os import PathLike
from pathlib import Path
from typing import BinaryIO, TypeAlias
from urllib.parse import unquote_to_bytes
from uuid import uuid4

from attrs import field as attribute
from attrs import frozen

from ..errors import InvalidArgumentError

FileInput: TypeAlias = str | PathLike[str] | bytes | BinaryIO
"""A path, the bytes themselves, or a binary file object (read from where it stands)."""

MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".xml": "application/xml",
}


@frozen
class Upload:
    """A file read for sending: the same bytes in every attempt."""

    name: str = attribute(repr=False)
    content: bytes = attribute(repr=False)
    media_type: str


def read_upload(field: str, source: FileInput) -> Upload:
    """The file of an upload. Blocks while it reads; a file object is left where it stood.

    Raises:
        InvalidArgumentError: there is nothing to read.
    """
    if isinstance(source, (bytes, bytearray, memoryview)):
        name, content = "", bytes(source)
    elif isinstance(source, (str, PathLike)):
        path = Path(source)
        try:
            name, content = path.name, path.read_bytes()
        except (OSError, ValueError) as error:
            raise InvalidArgumentError(f"{field}: cannot read {path.name!r}: {getattr(error, 'strerror', error)}") from error
    else:
        name, content = _name(source), _read(field, source)
    if not content:
        raise InvalidArgumentError(f"{field}: the file is empty")
    return Upload(name or field + _extension(content), content, _media_type(name, content))


def _read(field: str, source: BinaryIO) -> bytes:
    if not hasattr(source, "read"):
        raise InvalidArgumentError(f"{field} takes a path, bytes or a binary file object, not {type(source).__name__}")
    try:
        start = source.tell() if hasattr(source, "seekable") and source.seekable() else None
        content: object = source.read()
        if start is not None:
            source.seek(start)
    except (OSError, ValueError) as error:
        raise InvalidArgumentError(f"{field}: cannot read the file object: {error}") from error
    if not isinstance(content, bytes):
        raise InvalidArgumentError(f'{field}: open the file in binary mode ("rb")')
    return content


def _name(source: BinaryIO) -> str:
    """The name of a file object; a temporary one has a number for a name, or None."""
    name: object = getattr(source, "name", None)
    return Path(name).name if isinstance(name, str) else ""


def _extension(content: bytes) -> str:
    return ".pdf" if content.startswith(b"%PDF-") else ""


def _media_type(name: str, content: bytes) -> str:
    suffix = Path(name).suffix.lower() or _extension(content)
    return MEDIA_TYPES.get(suffix, "application/octet-stream")


@frozen
class Download:
    """A file the API gave: PDF, XML or ZIP."""

    content: bytes
    file_name: str
    media_type: str

    def save(self, path: str | PathLike[str]) -> Path:
        """Writes the file and gives its path; into a directory, under `file_name`.

        Nobody ever sees half a file. Blocks while it writes.
        """
        target = Path(path)
        if target.is_dir():
            target = target / self.file_name
        temporary = target.with_name(f".{target.name}.{uuid4().hex[:8]}")
        try:
            with temporary.open("xb") as file:
                file.write(self.content)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        return target

    def __repr__(self) -> str:
        return f"Download({len(self.content)} bytes, {self.file_name!r}, {self.media_type!r})"


@frozen
class Link:
    """A file the API named by its address, which opens it for anybody; fetched without the key."""

    url: str = attribute(repr=False)
    file_name: str
    media_type: str


def file_of_text(text: str, file_name: str, media_type: str) -> Download | Link | None:
    """The file a JSON text stands for: an address, a data URL, XML as it is, or base64; None if it is none of them."""
    if text.startswith(("https://", "http://")):
        return Link(text, file_name, media_type)
    try:
        content = _content(text)
    except ValueError:
        return None
    return Download(content, file_name, media_type) if content and not is_web_page(content) else None


def is_web_page(content: bytes) -> bool:
    """Whether a body begins as HTML does, whatever it is called: a login or error page of something in between."""
    head = content[:1024].lower()
    return b"<html" in head or b"<!doctype html" in head


def _content(text: str) -> bytes:
    if text.startswith("data:"):
        head, _, tail = text.partition(",")
        content = unquote_to_bytes(tail)
        return b64decode(content) if head.endswith(";base64") else content
    if text.lstrip("\ufeff \t\r\n").startswith("<"):
        return text.encode()
    return b64decode("".join(text.split()), validate=True)
