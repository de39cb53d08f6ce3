"""How a file shows that it is whole, where nothing else says how long it is. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import BinaryIO

from ..limits import LOADING_TO_CHECK
from .content import detect_file_type, file_type_for

PDF_TAIL_BYTES = 1_024
"""Where readers look for the end of a PDF: something may follow it."""

ZIP_END = b"PK\x05\x06"
ZIP_END_BYTES = 22
ZIP_TAIL_BYTES = ZIP_END_BYTES + 65_535
"""The record at the end of a ZIP, with the longest comment."""


UNTOLD = frozenset({"", "application/octet-stream", "binary/octet-stream"})
"""Media types that say nothing."""


def find_missing_end(file: BinaryIO | bytes, media_type: str) -> str | None:
    """The part that is missing from a file, as the end of a sentence; None if it is whole.

    Only PDF, ZIP and XML files show their end; others count as whole. A file whose media type says
    nothing is judged by its first bytes. An open file is read in pieces.
    """
    opened = BytesIO(file) if isinstance(file, bytes) else file
    name = _type_name(opened, media_type)
    is_whole = ENDINGS.get(name)
    if is_whole is None or is_whole(opened):
        return None
    return f"is cut off: the end of the {name} is missing"


def _type_name(file: BinaryIO, media_type: str) -> str:
    if media_type not in UNTOLD:
        found = file_type_for(media_type)
        return found.name if found else ""
    file.seek(0)
    head = file.read(1_024)
    found = detect_file_type(head)
    # Other texts begin with an angle bracket too.
    is_certain = found and (found.name != "XML" or b"<?xml" in head)
    return found.name if found and is_certain else ""


def _tail(file: BinaryIO, size: int) -> bytes:
    file.seek(max(0, file.seek(0, 2) - size))
    return file.read(size)


def _is_whole_pdf(file: BinaryIO) -> bool:
    return b"%%EOF" in _tail(file, PDF_TAIL_BYTES)


def _is_whole_zip(file: BinaryIO) -> bool:
    """Whether a ZIP has the record of its directory, and after it its whole comment."""
    tail = _tail(file, ZIP_TAIL_BYTES)
    at = tail.rfind(ZIP_END)
    while at >= 0:
        record = tail[at : at + ZIP_END_BYTES]
        comment_bytes = int.from_bytes(record[20:], "little")
        if len(record) == ZIP_END_BYTES and at + ZIP_END_BYTES + comment_bytes <= len(tail):
            return True
        at = tail.rfind(ZIP_END, 0, at)
    return False


def _is_whole_xml(file: BinaryIO) -> bool:
    with LOADING_TO_CHECK:
        from xml.parsers.expat import ExpatError, ParserCreate  # only some downloads need it

    parser = ParserCreate()
    file.seek(0)
    try:
        parser.ParseFile(file)
    except (ExpatError, ValueError, LookupError):
        return False
    return True


ENDINGS: Mapping[str, Callable[[BinaryIO], bool]] = {
    "PDF": _is_whole_pdf,
    "ZIP": _is_whole_zip,
    "XML": _is_whole_xml,
}
