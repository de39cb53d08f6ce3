"""A table as CSV, Excel, JSON Lines or Parquet."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from datetime import datetime
from itertools import islice
from pathlib import Path

from ...._core.files.atomic import StagedFile
from ...errors import BadFileError
from ..arrow import arrow, batch_of, create_parquet
from ..row_file import CHUNK, MOST_COLUMNS
from .kinds import Kind
from .sheet import MOST_ROWS, check_openpyxl, save_sheet
from .sink import Sink
from .table import Table

WriteTable = Callable[[Table, StagedFile], None]

BATCH = 1024
LETTERS = 1 << 16


def format_of(target: Path) -> WriteTable:
    """How the format of the ending is written.

    Raises:
        BadFileError: there is no such format.
        ConfigurationError: the package that writes it is not installed.
    """
    suffix = target.suffix.lower()
    if suffix not in WRITERS:
        raise BadFileError(f"{target.name}: rows are written to {', '.join(WRITERS)}")
    if suffix == ".xlsx":
        check_openpyxl()
    elif suffix == ".parquet":
        arrow()
    return WRITERS[suffix]


def _csv(table: Table, staged: StagedFile) -> None:
    """UTF-8. A text that begins with `=` is written unchanged: a spreadsheet may calculate it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(table.kinds)
    for row in table:
        writer.writerow([_csv_cell(cell) for cell in row])
        if text.tell() > LETTERS:
            staged.write(text.getvalue().encode())
            text.seek(0)
            text.truncate()
    staged.write(text.getvalue().encode())


def _csv_cell(cell: object) -> object:
    if isinstance(cell, datetime):
        return cell.isoformat()
    return str(cell).lower() if isinstance(cell, bool) else cell


def _jsonl(table: Table, staged: StagedFile) -> None:
    with table.part.open("rb") as file:
        while chunk := file.read(CHUNK):
            staged.write(chunk)


def _xlsx(table: Table, staged: StagedFile) -> None:
    if table.rows > MOST_ROWS or len(table.kinds) > MOST_COLUMNS:
        raise BadFileError(
            f"a sheet holds {MOST_ROWS:,} rows and {MOST_COLUMNS:,} columns, and there are"
            f" {table.rows:,} and {len(table.kinds):,}: choose .csv or .parquet"
        )
    save_sheet(table, Sink(staged))


def _parquet(table: Table, staged: StagedFile) -> None:
    pa = arrow()
    time = pa.timestamp("ms", tz="UTC")
    types: Mapping[Kind, object] = {
        "text": pa.string(),
        "number": pa.float64(),
        "whole": pa.int64(),
        "boolean": pa.bool_(),
        "time_s": time,
        "time_ms": time,
    }
    schema = pa.schema([(name, types[kind]) for name, kind in table.kinds.items()])
    writer = create_parquet(Sink(staged), schema)
    try:
        rows = iter(table)
        while batch := list(islice(rows, BATCH)):
            named: list[dict[str, object]] = [
                dict(zip(table.kinds, row, strict=True)) for row in batch
            ]
            writer.write_batch(batch_of(named, schema))
    finally:
        writer.close()


WRITERS: Mapping[str, WriteTable] = {
    ".csv": _csv,
    ".jsonl": _jsonl,
    ".xlsx": _xlsx,
    ".parquet": _parquet,
}
