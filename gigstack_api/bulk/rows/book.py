"""An open Excel workbook, and the sentences about one that is broken."""

from __future__ import annotations

import warnings
import zlib
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast
from zipfile import BadZipFile, ZipFile

from ...errors import ConfigurationError
from ..errors import BadFileError
from .row_file import Bad
from .sheet_scan import SheetFacts, scan_sheet

if TYPE_CHECKING:
    from openpyxl.reader.excel import ExcelReader

MOST_BYTES = 2 << 30
"""Bytes of an unpacked workbook."""

BATCH = 256

BROKEN = (
    *(BadZipFile, zlib.error, EOFError, OSError, SyntaxError),  # XML errors are SyntaxErrors
    *(AttributeError, IndexError, KeyError, TypeError, ValueError, NotImplementedError),
)
"""What openpyxl raises for files that are not as they should be."""


class Cell(Protocol):
    """A cell of a sheet."""

    @property
    def value(self) -> object:
        """Its value, or its formula."""
        ...

    @property
    def data_type(self) -> str:
        """`e` for an error, `f` for a formula."""
        ...


class Part(Protocol):
    """A sheet in the list of the workbook, and where it is."""

    name: str
    target: str


class Book:
    """An open workbook."""

    def __init__(self, path: Path, bad: Bad, *, formulas: bool) -> None:
        self._bad = bad
        # openpyxl leaves parts open when it fails, and they keep a file open that is theirs.
        self._file = path.open("rb")
        try:
            self._reader = self._read(formulas=formulas)
        except BaseException:
            self._file.close()
            raise

    @property
    def names(self) -> list[str]:
        """The names of its sheets."""
        return [sheet.title for sheet in self._reader.wb.worksheets]

    @property
    def visible(self) -> list[str]:
        """The names of its sheets that are not hidden; all if all are."""
        sheets = self._reader.wb.worksheets
        return [sheet.title for sheet in sheets if sheet.sheet_state == "visible"] or self.names

    def facts(self, sheet: str) -> SheetFacts:
        """The facts about a sheet that its cells do not show."""
        found = cast(Iterator[tuple[Part, Part]], self._reader.parser.find_sheets())
        parts = {part.name: relation.target for part, relation in found}
        try:
            with self._reader.archive.open(parts[sheet]) as part:
                return scan_sheet(part)
        except BROKEN as error:
            raise self._broken() from error

    def rows(self, sheet: str) -> Iterator[Sequence[Cell]]:
        """The cells of each row, from the first line on."""
        found = self._reader.wb[sheet]
        found.reset_dimensions()
        rows = cast(Iterator[Sequence[Cell]], found.iter_rows())
        line = 0
        while True:
            try:
                with warnings.catch_warnings():
                    # About parts that hold no values, and about dates, whose cells become errors.
                    warnings.simplefilter("ignore")
                    batch = list(islice(rows, BATCH))
            except BROKEN as error:
                raise self._broken(line) from error
            if not batch:
                return
            line += len(batch)
            yield from batch

    def close(self) -> None:
        """Closes the file."""
        self._reader.archive.close()
        self._file.close()

    def _read(self, *, formulas: bool) -> ExcelReader:
        try:
            from openpyxl.reader.excel import ExcelReader
        except ImportError as error:
            raise ConfigurationError(
                "Excel files need openpyxl: pip install 'gigstack-api[cli]'"
            ) from error
        try:
            with ZipFile(self._file) as archive:
                size = sum(part.file_size for part in archive.infolist())
            if size > MOST_BYTES:
                raise self._bad("it is larger than 2 GiB when unpacked: save it as CSV UTF-8")
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                reader = ExcelReader(self._file, read_only=True, data_only=not formulas)
                reader.read()
        except BadFileError:
            raise
        except BROKEN as error:
            raise self._broken() from error
        return reader

    def _broken(self, line: int = 0) -> BadFileError:
        after = f" after line {line}" if line else ""
        return self._bad(
            f"it cannot be read as an Excel workbook{after}; it may be cut: save it again"
        )
