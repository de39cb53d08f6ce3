"""Files read in a worker thread, so that the event loop goes on."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TypeVar

from ...errors import InvalidArgumentError
from ..limits import LOADING
from .upload import Accepts, FileInput

T = TypeVar("T")

Reader = Callable[[str, FileInput, Accepts], T]


async def read_off_loop(read: Reader[T], field: str, source: FileInput, accepts: Accepts) -> T:
    """The result of a reader for a file.

    Raises:
        InvalidArgumentError: the file cannot be read, or is not accepted.
    """
    with LOADING:
        import_module("pathlib")  # for the thread
        from anyio.to_thread import run_sync  # which takes long to load

    found = await run_sync(_result_or_refusal, read, field, source, accepts)
    if isinstance(found, InvalidArgumentError):
        raise found
    return found


def _result_or_refusal(
    read: Reader[T], field: str, source: FileInput, accepts: Accepts
) -> T | InvalidArgumentError:
    # Raised through the thread, the error would show a frame that runs on and keeps the file.
    try:
        return read(field, source, accepts)
    except InvalidArgumentError as error:
        return error
