"""Rows of Excel workbooks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from datetime import datetime, time
from itertools import repeat
from pathlib import Path

from ..errors import BadFileError
from .book import Book, Cell
from .row_file import RowFile, is_blank

EXACT = 10**15
"""Whole numbers from here on have lost digits in Excel."""


class WorkbookFile(RowFile):
    """The rows of a sheet. Its first row that is not empty holds the names of the columns."""

    def __init__(self, path: Path, *, sheet: str | None) -> None:
        super().__init__(path)
        with closing(Book(self.path, self.bad, formulas=False)) as book:
            self._sheet = self._chosen(book, sheet)
            facts = book.facts(self._sheet)
        if facts.merged:
            raise self.bad(
                f"the cells {facts.merged} of sheet {self._sheet!r} are merged: unmerge them, and"
                " fill each cell"
            )
        self._has_formulas = facts.has_formulas
        if facts.hidden_rows:
            self.notes = (
                f"{path.name}: {facts.hidden_rows} hidden or filtered rows of sheet"
                f" {self._sheet!r} are read too; delete them if they are not meant.",
            )
        line, cells = next(self._rows(), (1, ()))
        if not cells:
            raise self.bad(f"sheet {self._sheet!r} is empty")
        self.columns = self._header(
            ["" if value is None else str(value) for value in self._values(cells, line)], line
        )
        self._refuse_if_without_rows()

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
        rows = self._rows()
        next(rows)
        for line, cells in rows:
            values = self._values(cells, line)
            for place, value in enumerate(values[len(names) :], len(names) + 1):
                if not is_blank(value):
                    raise self.bad(f"cell {place} is in a column without a name", line=line)
            values += [None] * (len(names) - len(values))
            yield line, dict(zip(names, values, strict=False))

    def _rows(self) -> Iterator[tuple[int, Sequence[tuple[Cell, Cell | None]]]]:
        """The line and the cells of each row that is not blank, each cell with its formula."""
        with closing(Book(self.path, self.bad, formulas=False)) as book:
            values = book.rows(self._sheet)
            if not self._has_formulas:
                pairs = zip(values, repeat(()), strict=False)
                yield from self._not_blank(pairs)
                return
            with closing(Book(self.path, self.bad, formulas=True)) as written:
                yield from self._not_blank(zip(values, written.rows(self._sheet), strict=True))

    def _not_blank(
        self, pairs: Iterator[tuple[Sequence[Cell], Sequence[Cell]]]
    ) -> Iterator[tuple[int, Sequence[tuple[Cell, Cell | None]]]]:
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
                f"it holds the error {value}: mend the formula, or empty the cell", line, place
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
