"""Files for the API: read once, and checked against what an operation accepts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from inspect import iscoroutinefunction
from os import PathLike, urandom
from typing import TYPE_CHECKING, BinaryIO, TypeAlias

from ...errors import InvalidArgumentError
from ..schema.data import Data
from .content import BY_MEDIA_TYPE, BY_SUFFIX, FileType, detect_file_type

if TYPE_CHECKING:
    from pathlib import Path

FileInput: TypeAlias = str | PathLike[str] | bytes | BinaryIO
"""A path, the bytes themselves, or a binary file object (read from its current position)."""

QUOTED = re.compile(r'[\x00-\x1f"]')

MOST_PATH_CHARS = 1_024
"""The longest path that every operating system accepts."""


class Accepts(Data, frozen=True, kw_only=True):
    """The files that an operation accepts: at most `max_bytes`, of one of these media types.

    A limit that is not documented is not checked.
    """

    max_bytes: int | None = None
    media_types: tuple[str, ...] = ()

    def check_size(self, field: str, size: int) -> None:
        """Checks the size of a file, in bytes.

        Raises:
            InvalidArgumentError: the file is too large.
        """
        if self.max_bytes is not None and size > self.max_bytes:
            raise InvalidArgumentError(
                f"{field}: the file has {size} bytes; at most {self.max_bytes} are accepted"
            )

    def check_type(self, field: str, content: bytes) -> None:
        """Checks the type of a file, as far as its first bytes show it.

        Raises:
            InvalidArgumentError: the file is of another type.
        """
        accepted = [BY_MEDIA_TYPE[media_type] for media_type in self.media_types]
        found = detect_file_type(content)
        if not accepted or found in accepted:
            return
        if found is None and not all(file_type.is_certain for file_type in accepted):
            return

        got = f", got {found.name}" if found else ""
        raise InvalidArgumentError(
            f"{field}: unsupported file type; expected {_join_names(accepted)}{got}"
        )


ANY_FILE = Accepts()


class Upload(Data, frozen=True):
    """A file read for sending: the same bytes in every attempt."""

    name: str
    content: bytes
    media_type: str

    in_repr = ("media_type",)


def read_upload(field: str, source: FileInput, accepts: Accepts = ANY_FILE) -> Upload:
    """The file of an upload. Blocks while it reads; a seekable file object keeps its position.

    Raises:
        InvalidArgumentError: the file cannot be read, is empty, or is not accepted.
    """
    if isinstance(source, (bytes, bytearray, memoryview)):
        name, content = "", bytes(source)
    elif isinstance(source, (str, PathLike)):
        from pathlib import Path

        name, content = _read_path(field, Path(source), accepts)
    else:
        name, content = _file_object_name(source), _read_file_object(field, source, accepts)

    if not content:
        raise InvalidArgumentError(f"{field}: the file is empty")
    accepts.check_size(field, len(content))
    accepts.check_type(field, content)
    return Upload(name or field + _extension(content), content, _media_type(name, content))


def _read_path(field: str, path: Path, accepts: Accepts) -> tuple[str, bytes]:
    # An error of the system would quote the string, and it may be a private key in base64.
    if len(str(path)) > MOST_PATH_CHARS:
        raise InvalidArgumentError(
            f"{field}: the string is too long for a path; decode base64 and pass the bytes"
        )
    try:
        accepts.check_size(field, path.stat().st_size)
        return path.name, path.read_bytes()
    except InvalidArgumentError:  # a ValueError too, but not from the file system
        raise
    except (OSError, ValueError) as error:
        raise InvalidArgumentError(
            f"{field}: cannot read {path.name!r}: {getattr(error, 'strerror', error)}"
        ) from error


def _read_file_object(field: str, source: BinaryIO, accepts: Accepts) -> bytes:
    if not hasattr(source, "read"):
        raise InvalidArgumentError(
            f"{field} takes a path, bytes or a binary file object, not {type(source).__name__}"
        )
    if iscoroutinefunction(source.read):
        raise InvalidArgumentError(
            f"{field}: this file object is async; pass `await file.read()` instead"
        )

    try:
        content = _read_and_rewind(field, source, accepts)
    except InvalidArgumentError:
        raise
    except (OSError, ValueError) as error:
        raise InvalidArgumentError(f"{field}: cannot read the file object: {error}") from error
    if not isinstance(content, bytes):
        raise InvalidArgumentError(f'{field}: open the file in binary mode ("rb")')
    return content


def _read_and_rewind(field: str, source: BinaryIO, accepts: Accepts) -> object:
    """The rest of a file object, and back to where it stood if it is seekable."""
    if not hasattr(source, "seekable") or not source.seekable():
        return source.read()

    start = source.tell()
    size = source.seek(0, 2) - start
    source.seek(start)
    accepts.check_size(field, size)
    content = source.read()
    source.seek(start)
    return content


def _file_object_name(source: BinaryIO) -> str:
    """The file name of a file object; empty if it has none."""
    from pathlib import Path

    # Temporary files have a number for a name, or None.
    name: object = getattr(source, "name", None)
    return Path(name).name if isinstance(name, str) else ""


def _extension(content: bytes) -> str:
    return ".pdf" if content.startswith(b"%PDF-") else ""


def _media_type(name: str, content: bytes) -> str:
    from pathlib import Path

    suffix = Path(name).suffix.lower() or _extension(content)
    return BY_SUFFIX.get(suffix, "application/octet-stream")


def _join_names(file_types: list[FileType]) -> str:
    """The names of file types for a sentence: "PDF, PNG or WEBP"."""
    *names, last = [file_type.name for file_type in file_types]
    return f"{', '.join(names)} or {last}" if names else last


def encode_multipart(
    fields: Mapping[str, str], files: Sequence[tuple[str, Upload]]
) -> tuple[str, bytes]:
    """The content type and bytes of a multipart form, with a random boundary."""
    boundary = urandom(16).hex()
    parts = [(f'name="{_quoted(name)}"', value.encode()) for name, value in fields.items()]
    for name, upload in files:
        place = f'name="{_quoted(name)}"; filename="{_quoted(upload.name)}"'
        parts.append((f"{place}\r\nContent-Type: {upload.media_type}", upload.content))
    pieces = [
        f"--{boundary}\r\nContent-Disposition: form-data; {head}\r\n\r\n".encode() + body + b"\r\n"
        for head, body in parts
    ]
    end = f"--{boundary}--\r\n".encode()
    return f"multipart/form-data; boundary={boundary}", b"".join([*pieces, end])


def _quoted(text: str) -> str:
    """A name in a form, as browsers write it (HTML, 4.10.21.8), backslashes escaped."""
    return QUOTED.sub(lambda found: f"%{ord(found[0]):02X}", text.replace("\\", "\\\\"))
