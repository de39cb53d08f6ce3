"""Rows of CSV files."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from .encodings import scan
from .row_file import RowFile, is_blank

MOST_LETTERS = 1 << 20
"""Letters of a row. More are a quotation mark that is not closed, or not a CSV file."""

DELIMITERS = (",", ";", "\t", "|")
SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\r?\n?', re.IGNORECASE)
"""The first line by which Excel is given the delimiter."""

NAMES = {"\t": "tab"}

QUOTES = (
    ("unexpected end", "a quotation mark is opened here and not closed: close or delete it"),
    ("expected after", "a quotation mark inside of a cell must be written twice"),
    ("field larger", "a cell is too long: is a quotation mark not closed?"),
)
"""Meanings of the errors of the standard library."""


class DelimitedFile(RowFile):
    """The rows of a CSV file. Its cells are texts."""

    def __init__(self, path: Path, *, encoding: str | None, delimiter: str | None) -> None:
        super().__init__(path)
        if delimiter is not None and (len(delimiter) != 1 or delimiter in '"\r\n'):
            raise self.bad(f"a delimiter is one character, not {delimiter!r}")
        text = scan(path, encoding, self.bad)
        self._encoding = text.encoding
        self._digest = text.digest
        self._first_line = 1
        if text.guessed:
            self.notes = (
                f"{path.name} is read as Windows-1252, since it is not UTF-8. If letters are wrong,"
                " save it as CSV UTF-8, or name its encoding.",
            )
        self._delimiter = delimiter or self._recognised()
        line, cells = self._first()
        self._width = len(cells)
        self.columns = self._header(cells, line)
        self._refuse_if_without_rows()

    def _settings(self) -> tuple[str, ...]:
        return ("csv", self._encoding, self._delimiter)

    def _recognised(self) -> str:
        """The delimiter that the first rows are written with."""
        with self._open() as file:
            if found := SEPARATOR_LINE.fullmatch(file.readline(16)):
                self._first_line = 2
                return found[1]
        widths = {one: self._widths(one) for one in DELIMITERS}
        most = max(len(cells) for cells, _ in widths.values())
        wide = [one for one, (cells, _) in widths.items() if len(cells) == most]
        if most == 1:
            return ","
        if len(wide) > 1:
            wide = [one for one in wide if widths[one][1] == most] or wide
        if len(wide) > 1:
            names = " and ".join(repr(NAMES.get(one, one)) for one in wide)
            raise self.bad(f"{names} could both be the delimiter: name it", line=self._first_line)
        return wide[0]

    def _widths(self, delimiter: str) -> tuple[list[str], int]:
        """The cells of the first row under a delimiter, and the width of the second."""
        self._delimiter = delimiter
        rows = self._rows()
        _, first = self._first()
        next(rows, None)
        second = next(rows, None)
        return first, len(second[1]) if second else 0

    def _first(self) -> tuple[int, list[str]]:
        found = next(self._rows(), None)
        if found is None:
            raise self.bad("it is empty")
        return found

    def _records(self) -> Iterator[tuple[int, Mapping[str, object]]]:
        rows = self._rows()
        next(rows)
        names, width = self.columns, self._width
        for line, cells in rows:
            if len(cells) != width:
                self._check_width(cells, line)
            elif width > len(names) and not all(map(is_blank, cells[len(names) :])):
                raise self.bad(f"cell {len(names) + 1} is in a column without a name", line=line)
            yield line, dict(zip(names, cells, strict=False))

    def _check_width(self, cells: list[str], line: int) -> None:
        found = len(cells)
        while found > self._width and is_blank(cells[found - 1]):
            found -= 1
        if found == self._width:
            return
        if found < self._width:
            raise self.bad(f"it has {found} of the {self._width} cells of the header", line=line)
        raise self.bad(
            f"it has {found} cells, more than the {self._width} of the header: put cells that hold"
            f" {NAMES.get(self._delimiter, self._delimiter)!r} into quotation marks",
            line=line,
        )

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        """The first line and the cells of each row that is not blank."""
        with self._open() as file:
            lines = Lines(file)
            for _ in range(1, self._first_line):
                next(lines)
            reader = csv.reader(
                lines, delimiter=self._delimiter, strict=True, skipinitialspace=True
            )
            while True:
                start = lines.begin()
                try:
                    cells = next(reader)
                except StopIteration:
                    return
                except csv.Error as error:
                    raise self.bad(_explained(str(error)), line=start) from error
                except TooLong as error:
                    raise self.bad(
                        f"the row is longer than {MOST_LETTERS:,} characters: it has too many"
                        " columns, or a quotation mark is not closed",
                        line=start,
                    ) from error
                if cells and not all(map(is_blank, cells)):
                    yield start, cells

    def _open(self) -> io.TextIOWrapper:
        return self.path.open(encoding=self._encoding, newline="")


class TooLong(Exception):
    """A row is too long."""


class Lines:
    """The lines of a file, with a limit for those of one row."""

    def __init__(self, file: io.TextIOWrapper) -> None:
        self._readline = file.readline
        self._left = MOST_LETTERS
        self._count = 0

    def begin(self) -> int:
        """The number of the line where the next row begins."""
        self._left = MOST_LETTERS
        return self._count + 1

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._readline(self._left + 1)
        if not line:
            raise StopIteration
        self._left -= len(line)
        if self._left < 0:
            raise TooLong
        self._count += 1
        return line


def _explained(error: str) -> str:
    return next((text for part, text in QUOTES if part in error), error)
