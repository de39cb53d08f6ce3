"""File names from texts of others: one plain name in any folder on any system. Pure."""

from __future__ import annotations

import re

MOST_NAME_BYTES = 255
"""The longest name that common file systems take, in UTF-8."""

DEFAULT_NAME = "download"

SEPARATORS = re.compile(r"[/\\]")

FORBIDDEN = frozenset('<>:"|?*')
"""Letters that Windows allows in no name."""

DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])", re.IGNORECASE)
"""Names of devices on Windows, with any suffix."""


def plain_file_name(name: str) -> str:
    """A name that names a file in the folder that it is put into, and nothing else.

    The parts of a path are joined, `.` and `..` are dropped, and letters that a name cannot have or
    show are replaced. A name is never hidden, a device of Windows, or too long.
    """
    parts = [part for part in SEPARATORS.split(name) if part.strip(". ")]
    joined = "".join(map(_allowed, "_".join(parts)))
    # Windows drops dots and blanks at the end; a dot at the beginning hides a file.
    joined = joined.lstrip(". ").rstrip(". ") or DEFAULT_NAME
    if DEVICE.fullmatch(joined.partition(".")[0].rstrip()):
        joined = f"_{joined}"
    return _shortened(joined)


def _allowed(letter: str) -> str:
    return letter if letter.isprintable() and letter not in FORBIDDEN else "_"


def _shortened(name: str) -> str:
    """A name of at most 255 bytes, with its suffix if that is a short one."""
    if len(name.encode()) <= MOST_NAME_BYTES:
        return name
    stem, dot, suffix = name.rpartition(".")
    end = f".{suffix}".encode() if dot and len(suffix.encode()) <= 16 else b""
    kept = (stem if end else name).encode()[: MOST_NAME_BYTES - len(end)]
    return kept.decode(errors="ignore").rstrip(". ") + end.decode()
