"""Files on their way to the API: what an upload may be, and what each operation takes. Pure but for
reading files.
"""

from __future__ import annotations

from inspect import iscoroutinefunction
from os import PathLike
from pathlib import Path
from typing import BinaryIO, TypeAlias

from attrs import field as attribute
from attrs import frozen

from ...errors import InvalidArgumentError
from .content import BY_MEDIA_TYPE, BY_SUFFIX, FileKind, kind_of

FileInput: TypeAlias = str | PathLike[str] | bytes | BinaryIO
"""A path, the bytes themselves, or a binary file object (read from where it stands)."""

MOST_PATH_CHARS = 1_024
"""The longest path that every system takes."""


@frozen(kw_only=True)
class Accepts:
    """What an operation takes as a file: at most so many bytes, of these kinds. What nobody knows
    is not checked.
    """

    max_bytes: int | None = None
    media_types: tuple[str, ...] = ()

    def check_size(self, field: str, size: int) -> None:
        """Returns if a file is small enough.

        Raises:
            InvalidArgumentError: it is not.
        """
        if self.max_bytes is not None and size > self.max_bytes:
            raise InvalidArgumentError(
                f"{field}: the file has {size} bytes; at most {self.max_bytes} are taken"
            )

    def check_kind(self, field: str, content: bytes) -> None:
        """Returns if a file is of a kind that is taken, as far as its beginning tells.

        Raises:
            InvalidArgumentError: it is not.
        """
        kinds = [BY_MEDIA_TYPE[media_type] for media_type in self.media_types]
        found = kind_of(content)
        if not kinds or found in kinds or (found is None and not all(kind.sure for kind in kinds)):
            return
        told = f"not {found.name}" if found else "and this file is none"
        raise InvalidArgumentError(f"{field} takes {_either(kinds)}, {told}")


ANY_FILE = Accepts()


@frozen
class Upload:
    """A file read for sending: the same bytes in every attempt."""

    name: str = attribute(repr=False)
    content: bytes = attribute(repr=False)
    media_type: str


def read_upload(field: str, source: FileInput, accepts: Accepts = ANY_FILE) -> Upload:
    """The file of an upload. Blocks while it reads; a file object is left where it stood.

    Raises:
        InvalidArgumentError: there is nothing to read, or not what the operation takes.
    """
    if isinstance(source, (bytes, bytearray, memoryview)):
        name, content = "", bytes(source)
    elif isinstance(source, (str, PathLike)):
        name, content = _read_path(field, Path(source), accepts)
    else:
        name, content = _name(source), _read(field, source, accepts)
    if not content:
        raise InvalidArgumentError(f"{field}: the file is empty")
    accepts.check_size(field, len(content))
    accepts.check_kind(field, content)
    return Upload(name or field + _extension(content), content, _media_type(name, content))


def _read_path(field: str, path: Path, accepts: Accepts) -> tuple[str, bytes]:
    if (
        len(str(path)) > MOST_PATH_CHARS
    ):  # an error of the system would quote it, and it may be a private key
        raise InvalidArgumentError(
            f"{field}: the text is too long for a path; pass the bytes of a file, decoded from base64"
        )
    try:
        accepts.check_size(field, path.stat().st_size)
        return path.name, path.read_bytes()
    except InvalidArgumentError:  # is a ValueError
        raise
    except (OSError, ValueError) as error:
        raise InvalidArgumentError(
            f"{field}: cannot read {path.name!r}: {getattr(error, 'strerror', error)}"
        ) from error


def _read(field: str, source: BinaryIO, accepts: Accepts) -> bytes:
    if not hasattr(source, "read"):
        raise InvalidArgumentError(
            f"{field} takes a path, bytes or a binary file object, not {type(source).__name__}"
        )
    if iscoroutinefunction(source.read):
        raise InvalidArgumentError(
            f"{field}: this file object is awaited; pass `await file.read()`"
        )
    try:
        start = source.tell() if hasattr(source, "seekable") and source.seekable() else None
        if start is not None:
            size = source.seek(0, 2) - start
            source.seek(start)
            accepts.check_size(field, size)
        content: object = source.read()
        if start is not None:
            source.seek(start)
    except InvalidArgumentError:
        raise
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
    return BY_SUFFIX.get(suffix, "application/octet-stream")


def _either(kinds: list[FileKind]) -> str:
    """The names of kinds, for a sentence."""
    *names, last = [kind.name for kind in kinds]
    return f"{', '.join(names)} or {last}" if names else last
