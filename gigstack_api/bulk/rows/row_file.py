"""A file of rows, and the rules that all formats share."""

from __future__ import annotations

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from ..errors import BadFileError
from .row import Row

MOST_COLUMNS = 16_384
"""Columns of a file: as many as a sheet of Excel has."""

CHUNK = 1 << 20

Bad = Callable[..., BadFileError]
"""Makes the error about a place of a file."""


class RowFile(ABC):
    """The rows of a file. Each iteration starts anew, and reads lazily.

    Attributes:
        path: The file.
        columns: Names of its columns, in their order.
        notes: Sentences about how it is read, to be shown before anything is sent.
    """

    path: Path
    columns: tuple[str, ...]
    notes: tuple[str, ...]

    def __init__(self, path: Path) -> None:
        self.path = path
        self.columns = ()
        self.notes = ()
        self._version = self._current_version()
        self._digest: str | None = None

    @property
    def fingerprint(self) -> str:
        """Hash (SHA-256) of the content and of the settings it is read with."""
        if self._digest is None:
            self._digest = digest_of(self.path)
        settings = "\0".join((self._digest, *self._settings()))
        return hashlib.sha256(settings.encode()).hexdigest()

    def __iter__(self) -> Iterator[Row]:
        """The rows, in order.

        Raises:
            BadFileError: a row cannot be read, or the file has changed since it was opened.
        """
        if self._current_version() != self._version:
            raise self.bad("it has changed since it was opened: start again")
        for number, (line, values) in enumerate(self._records(), 1):
            self._refuse_header(line, values)
            yield Row(number, line, values)

    def check(self) -> int:
        """The number of rows, after all of them were read once.

        Raises:
            BadFileError: a row cannot be read.
        """
        return sum(1 for _ in self)

    def bad(
        self, problem: str, *, line: int | None = None, column: str | None = None
    ) -> BadFileError:
        """The error about a place of this file."""
        places = [self.path.name]
        places += [] if line is None else [f"line {line}"]
        places += [] if column is None else [f"column {column!r}"]
        return BadFileError(f"{', '.join(places)}: {problem}", line=line, column=column)

    @abstractmethod
    def _records(self) -> Iterator[tuple[int, Mapping[str, object]]]:
        """The line and the values of each row that is not blank."""

    @abstractmethod
    def _settings(self) -> tuple[str, ...]:
        """The settings that change the rows."""

    def _refuse_header(self, line: int, values: Mapping[str, object]) -> None:
        """Refuses the names of the columns as a row: two files were joined into one."""
        first = values[self.columns[0]]
        if isinstance(first, str) and first.strip("\ufeff ") == self.columns[0]:
            others = self.columns[1:]
            if others and all(str(values[name]).strip() == name for name in others):
                raise self.bad("the header is here again: delete the row", line=line)

    def _refuse_if_without_rows(self) -> None:
        if next(self._records(), None) is None:
            raise self.without_rows()

    def without_rows(self) -> BadFileError:
        """The error about a file that has a header only."""
        return self.bad("it has columns and no rows: add some rows")

    def _current_version(self) -> tuple[int, int]:
        stat = self.path.stat()
        return stat.st_size, stat.st_mtime_ns

    def _header(self, cells: Sequence[str], line: int) -> tuple[str, ...]:
        """The names of the columns. Unnamed ones at the end are left out."""
        names = [cell.strip() for cell in cells]
        while names and not names[-1]:
            names.pop()
        if len(names) > MOST_COLUMNS:
            raise self.bad(f"it has more than {MOST_COLUMNS:,} columns", line=line)
        places: dict[str, int] = {}
        for place, name in enumerate(names, 1):
            if not name:
                raise self.bad(f"column {place} has no name: name it, or delete it", line=line)
            if name in places:
                raise self.bad(
                    f"columns {places[name]} and {place} have the same name: rename or delete one",
                    line=line,
                    column=name,
                )
            places[name] = place
        return tuple(names)


def is_blank(value: object) -> bool:
    """Whether a cell is empty."""
    return value is None or (isinstance(value, str) and not value.strip())


def digest_of(path: Path) -> str:
    """The SHA-256 of the content of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
