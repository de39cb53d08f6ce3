"""Where the rows of a run come from."""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Mapping, Sized
from typing import Any, TypeAlias

import anyio.to_thread

from ..._core.schema.data import Data
from ...errors import InvalidArgumentError
from ..frames import FrameRows
from ..rows.row import Row
from ..rows.row_file import RowFile
from .documents import Documents
from .numbering import AsyncRows, as_rows

Rows: TypeAlias = (
    RowFile | Iterable[Row | Mapping[str, Any]] | AsyncIterable[Row | Mapping[str, Any]]
)
"""A file of rows, or rows of your own: mappings, numbered from 1."""


class Opened(Data, frozen=True):
    """Rows that are ready to be read.

    Args:
        rows: The rows, or documents.
        total: How many there are, if that is known.
        in_thread: Whether they may be read in another thread.
    """

    rows: Iterator[Any] | AsyncIterator[Any]
    total: int | None
    in_thread: bool


async def open_source(rows: Rows | Documents) -> Opened:
    """The rows. Files and documents are read once to their end, so that nothing is sent of one
    that is bad further down.

    Raises:
        BadFileError: a row cannot be read, or a document is in two places.
    """
    if isinstance(rows, RowFile | Documents):
        return Opened(iter(rows), await anyio.to_thread.run_sync(rows.check), in_thread=True)
    if isinstance(rows, AsyncIterable):
        return Opened(AsyncRows(rows), None, in_thread=False)
    if isinstance(rows, FrameRows):
        return Opened(as_rows(rows), None, in_thread=True)
    total = len(rows) if isinstance(rows, Sized) else None
    return Opened(as_rows(rows), total, in_thread=False)


def fingerprint_of(rows: Rows | Documents) -> str:
    """The hash of a file of rows.

    Raises:
        InvalidArgumentError: the rows are not a file.
    """
    file = rows.rows if isinstance(rows, Documents) else rows
    if isinstance(file, RowFile):
        return file.fingerprint
    raise InvalidArgumentError(
        "only files have a fingerprint: for other rows open the journal with"
        " Journal.open(path, fingerprint=...)"
    )
