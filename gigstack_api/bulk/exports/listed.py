"""The invoices whose files are saved: those of the API, or those of an exported file."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from anyio.to_thread import run_sync

from ..._core.schema.data import Data
from ..._core.schema.encoding import when
from ...errors import InvalidArgumentError
from ..rows import RowFile, open_rows
from .resources import MEXICO_CITY

if TYPE_CHECKING:
    from ...models import Invoice

NO_DATE = "sin-fecha"
"""The folder of invoices whose time is not known."""

UUID_COLUMN = "uuid"
BATCH = 256


class Listed(Data, frozen=True):
    """An invoice whose files are saved.

    Args:
        uuid: Its UUID.
        month: Its folder.
        id: Its id, if it is known.
    """

    uuid: str
    month: str
    id: str | None = None


def listed(invoice: Invoice) -> Listed | None:
    """An invoice of the API; None for a draft, which has no files."""
    if not invoice.uuid:
        return None
    return Listed(invoice.uuid, month_of(invoice.date, invoice.created_at), invoice.id)


def month_of(*times: object) -> str:
    """The folder of an invoice: the month of its first known time in Mexico City, `2026-05`."""
    for found in times:
        with suppress(InvalidArgumentError):
            return when(_as_time(found)).astimezone(MEXICO_CITY).strftime("%Y-%m")
    return NO_DATE


def _as_time(value: object) -> object:
    """The time of a cell. Sheets hold times in UTC, without a zone."""
    if isinstance(value, datetime):
        return value if value.tzinfo is not None else value.replace(tzinfo=UTC)
    return datetime.combine(value, time(), UTC) if isinstance(value, date) else value


async def listed_in(path: Path) -> AsyncGenerator[Listed, None]:
    """The invoices of an exported file, lazily. Rows without a UUID are drafts.

    Raises:
        BadFileError: the file cannot be read, or has no column `uuid`.
    """
    rows = await run_sync(_open, path)
    while batch := await run_sync(lambda: list(islice(rows, BATCH))):
        for invoice in batch:
            yield invoice


def _open(path: Path) -> Iterator[Listed]:
    file = open_rows(path)
    if UUID_COLUMN not in file.columns:
        raise file.bad("it has no column 'uuid': name a file of exported invoices")
    file.check()
    return _rows(file)


def _rows(file: RowFile) -> Iterator[Listed]:
    for row in file:
        uuid = str(row.values[UUID_COLUMN] or "").strip()
        if uuid:
            found = row.values.get("id")
            times = (row.values.get("date"), row.values.get("created_at"))
            yield Listed(uuid, month_of(*times), None if found is None else str(found))
