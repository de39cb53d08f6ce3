"""Rows of Excel workbooks."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import datetime, time
from itertools import repeat
from pathlib import Path

from ..errors import BadFileError
from .book import Book, Cell
from .row_file import RowFile, is_blank
from .sheet_scan import SheetFacts

EXACT = 10**15
"""Whole numbers from here on have lost digits in Excel."""


LineOfCells = tuple[int, Sequence[tuple[Cell, Cell | None]]]


class WorkbookFile(RowFile):
    """The rows of a sheet. Its first row that is not empty holds the names of the columns."""

    def __init__(self, path: Path, *, sheet: str | None) -> None:
        super().__init__(path)
        # Opening one takes as long as reading it if it does not say its size.
        with closing(Book(self.path, self.bad, formulas=False)) as book:
            self._sheet = self._chosen(book, sheet)
            self._has_formulas = self._learned(book.facts(self._sheet))
            with closing(self._rows(book)) as rows:
                line, cells = next(rows, (1, ()))
                if not cells:
                    raise self.bad(f"sheet {self._sheet!r} is empty")
                names = ["" if name is None else str(name) for name in self._values(cells, line)]
                self.columns = self._header(names, line)
                if next(rows, None) is None:
                    raise self.without_rows()

    def _learned(self, facts: SheetFacts) -> bool:
        """Whether the sheet has formulas, if nothing else is wrong with it."""
        if facts.merged:
            raise self.bad(
                f"the cells {facts.merged} of sheet {self._sheet!r} are merged: unmerge them, and"
                " fill each cell"
            )
        if facts.hidden_rows:
            self.notes = (
                f"{self.path.name}: hidden or filtered rows of sheet {self._sheet!r} are read too"
                f" ({facts.hidden_rows}); delete them if they are not meant.",
            )
        return facts.has_formulas

    def _settings(self) -> tuple[str, ...]:
        return ("xlsx", self._sheet)

    def _chosen(self, book: Book, sheet: str | None) -> str:
        names = book.visible
        if not names:
            raise self.bad("it has no sheet with cells")
        if sheet is None and len(names) == 1:
            return names[0]
        listed = ", ".join(map(repr, names))
        if sheet is None:
            raise self.bad(f"it has the sheets {listed}: name the one to read")
        if sheet not in book.names:
            raise self.bad(f"it has no sheet {sheet!r}; there are {listed}")
        return sheet

    def _records(self) -> Iterator[tuple[int, Mapping[str, object]]]:
        names = self.columns
        with closing(Book(self.path, self.bad, formulas=False)) as book:
            rows = self._rows(book)
            next(rows)
            for line, cells in rows:
                values = self._values(cells, line)
                for place, value in enumerate(values[len(names) :], len(names) + 1):
                    if not is_blank(value):
                        raise self.bad(f"cell {place} is in a column without a name", line=line)
                values += [None] * (len(names) - len(values))
                yield line, dict(zip(names, values, strict=False))

    def _rows(self, book: Book) -> Generator[LineOfCells, None, None]:
        """The line and the cells of each row that is not blank, each cell with its formula."""
        values = book.rows(self._sheet)
        if not self._has_formulas:
            yield from self._not_blank(zip(values, repeat(()), strict=False))
            return
        with closing(Book(self.path, self.bad, formulas=True)) as written:
            yield from self._not_blank(zip(values, written.rows(self._sheet), strict=True))

    def _not_blank(
        self, pairs: Iterator[tuple[Sequence[Cell], Sequence[Cell]]]
    ) -> Iterator[LineOfCells]:
        for line, (cells, formulas) in enumerate(pairs, 1):
            if formulas:
                if any(not is_blank(cell.value) for cell in formulas):
                    yield line, list(zip(cells, formulas, strict=True))
            elif any(not is_blank(cell.value) for cell in cells):
                yield line, [(cell, None) for cell in cells]

    def _values(self, cells: Sequence[tuple[Cell, Cell | None]], line: int) -> list[object]:
        return [self._value(*pair, line, place) for place, pair in enumerate(cells)]

    def _value(self, cell: Cell, formula: Cell | None, line: int, place: int) -> object:
        value: object = cell.value
        if value is None:
            if formula is not None and formula.data_type == "f":
                raise self._bad_cell(
                    "it holds a formula without its result: open the file in Excel or LibreOffice"
                    " and save it, or paste the values",
                    line,
                    place,
                )
            return None
        if cell.data_type == "e":
            raise self._bad_cell(
                f"it holds the error {value}: correct the formula, or empty the cell", line, place
            )
        if isinstance(value, datetime):
            return value.date() if value.time() == time() else value
        if isinstance(value, float) and value.is_integer() and abs(value) < EXACT:
            return int(value)
        return value

    def _bad_cell(self, problem: str, line: int, place: int) -> BadFileError:
        from openpyxl.utils import get_column_letter

        letter = get_column_letter(place + 1)
        name = self.columns[place] if place < len(self.columns) else letter
        return self.bad(f"cell {letter}{line}: {problem}", line=line, column=name)
