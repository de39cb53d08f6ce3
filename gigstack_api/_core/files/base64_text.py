"""Files that the API takes as Base64 texts in JSON."""

from __future__ import annotations

import os.path
from binascii import Error, a2b_base64, b2a_base64

from ...errors import InvalidArgumentError
from .reading import read_off_loop
from .upload import MOST_PATH_CHARS, Accepts, FileInput, read_upload


async def read_base64(field: str, source: FileInput, accepts: Accepts) -> str:
    """The Base64 text of a file, read off the event loop. A `str` is that text already.

    Raises:
        InvalidArgumentError: the file cannot be read, is empty, or is not accepted; or a `str` is
            the path of a file.
    """
    if isinstance(source, str) and is_base64(source):
        return source
    return await read_off_loop(_read, field, source, accepts)


def _read(field: str, source: FileInput, accepts: Accepts) -> str:
    if not isinstance(source, str):
        return b2a_base64(read_upload(field, source, accepts).content, newline=False).decode()
    # If it is neither Base64 nor a path, the API says what is wrong with it.
    if _is_path(source):
        raise InvalidArgumentError(
            f"{field}: a str is the Base64 text of the file; to have a file read, pass"
            " pathlib.Path(...)"
        )
    return source


def is_base64(text: str) -> bool:
    """Whether a text is Base64, folded into lines or not."""
    try:
        return bool(a2b_base64("".join(text.split()), strict_mode=True))
    except (Error, ValueError):  # the latter for other letters than ASCII
        return False


def _is_path(text: str) -> bool:
    # `Path.exists` raises an error for some texts that cannot be a path.
    return len(text) <= MOST_PATH_CHARS and os.path.exists(text)  # noqa: PTH110
