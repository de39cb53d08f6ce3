"""A table as an Excel sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from importlib import import_module
from typing import IO, TYPE_CHECKING, Protocol, cast

from ....errors import ConfigurationError
from .kinds import Cell
from .sink import Sink
from .table import Table

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as SheetCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

MOST_ROWS = 1_048_575
"""Rows of a sheet, without its header."""

MOST_LETTERS = 32_767
"""Letters of a cell. More are cut off."""

TEXT = "@"
TIME = "yyyy-mm-dd hh:mm:ss"


class Appends(Protocol):
    """A sheet that is written row by row."""

    def append(self, row: list[object]) -> None:
        """Writes a row."""


def check_openpyxl() -> None:
    """Checks that openpyxl is there.

    Raises:
        ConfigurationError: it is not installed.
    """
    try:
        import_module("openpyxl")
    except ImportError as error:
        raise ConfigurationError(
            "Excel files need openpyxl: pip install 'gigstack-api[cli]'"
        ) from error


def save_sheet(table: Table, sink: Sink) -> None:
    """Writes a workbook of one sheet. Texts stay texts, and times are dates in UTC."""
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = cast("WriteOnlyWorksheet", book.create_sheet("Datos"))
    sheet.freeze_panes = "A2"
    # Without its size, a reader must read a sheet to the end to open it.
    size = f"A1:{get_column_letter(max(len(table.kinds), 1))}{table.rows + 1}"
    vars(sheet)["calculate_dimension"] = lambda: size
    rows = cast(Appends, cast(object, sheet))
    rows.append([*_cells(sheet, [*table.kinds])])
    for row in table:
        rows.append([*_cells(sheet, row)])
    book.save(cast(IO[bytes], sink))


def _cells(sheet: WriteOnlyWorksheet, row: Sequence[Cell]) -> Iterator[SheetCell | None]:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    for value in row:
        if value is None:
            yield None
            continue
        cell = WriteOnlyCell(sheet)
        if isinstance(value, str):
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[:MOST_LETTERS]
            # A text that begins with = would be a formula otherwise, and #N/A an error.
            cell.data_type = "s"
            cell.number_format = TEXT
        elif isinstance(value, datetime):
            cell.value = value.replace(tzinfo=None)
            cell.number_format = TIME
        else:
            cell.value = value
        yield cell
