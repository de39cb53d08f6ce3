"""Recognises the encoding of a text file."""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from ..._core.schema.data import Data
from .row_file import CHUNK, Bad

WIDE = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}

SAVE_AS_UTF8 = "save it as CSV UTF-8, or name its encoding"


class Text(Data, frozen=True):
    """A text file that was read once.

    Args:
        encoding: Encoding that all of it can be read with.
        digest: SHA-256 of its bytes.
        guessed: Whether the encoding is the only one left.
    """

    encoding: str
    digest: str
    guessed: bool = False


def scan(path: Path, encoding: str | None, bad: Bad) -> Text:
    """The encoding of a file, which is read once.

    Raises:
        BadFileError: it holds a NUL character, or no encoding fits.
    """
    digest = hashlib.sha256()
    asked = encoding or _by_mark(path)
    problem = _first_problem(path, asked or "utf-8-sig", bad, digest.update)
    if problem is None:
        return Text(asked or "utf-8-sig", digest.hexdigest())
    line, after_other_letters = problem
    if asked is not None:
        raise bad(f"it is not {asked}: {SAVE_AS_UTF8}", line=line)
    if after_other_letters:
        # In the other encoding, every letter with an accent before this one would be wrong.
        raise bad(f"it is not UTF-8, but the lines above are: {SAVE_AS_UTF8}", line=line)
    digest = hashlib.sha256()
    if problem := _first_problem(path, "cp1252", bad, digest.update):
        raise bad(f"it is neither UTF-8 nor Windows-1252: {SAVE_AS_UTF8}", line=problem[0])
    return Text("cp1252", digest.hexdigest(), guessed=True)


def _by_mark(path: Path) -> str | None:
    with path.open("rb") as file:
        return WIDE.get(file.read(2))


def _first_problem(
    path: Path, encoding: str, bad: Bad, update: Callable[[bytes], None]
) -> tuple[int, bool] | None:
    """The first line that cannot be decoded, and whether letters beyond ASCII come before it."""
    try:
        decoder = codecs.getincrementaldecoder(encoding)("strict")
    except LookupError as error:
        raise bad(f"there is no encoding {encoding!r}") from error
    line, has_letters = 1, False
    for chunk, is_last in _chunks(path):
        update(chunk)
        try:
            text = decoder.decode(chunk, is_last)
        except UnicodeDecodeError as error:
            before = bytes(error.object[: error.start])
            return line + before.count(b"\n"), has_letters or not before.isascii()
        if (place := text.find("\0")) >= 0:
            raise bad(
                "it holds a NUL character: save it again as CSV UTF-8",
                line=line + text.count("\n", 0, place),
            )
        line += text.count("\n")
        has_letters = has_letters or not text.isascii()
    return None


def _chunks(path: Path) -> Iterator[tuple[bytes, bool]]:
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk, False
    yield b"", True
