"""Opens a file of rows, whatever its format."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path

from .row import Row


class RowFile(ABC):
    """The rows of a file. Each iteration starts anew, and reads lazily.

    Attributes:
        path: The file.
        columns: Names of its columns, in their order.
        fingerprint: Hash of the content and of the settings it is read with.
    """

    path: Path
    columns: tuple[str, ...]

    @property
    @abstractmethod
    def fingerprint(self) -> str:
        """Hash of the content and of the settings it is read with."""

    @abstractmethod
    def __iter__(self) -> Iterator[Row]:
        """The rows, in order.

        Raises:
            BadFileError: a row cannot be read.
        """

    def check(self) -> int:
        """The number of rows, after all of them were read once.

        Raises:
            BadFileError: a row cannot be read.
        """
        return sum(1 for _ in self)


def open_rows(
    path: str | Path,
    *,
    sheet: str | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
) -> RowFile:
    """The rows of a file. Its ending says the format: `.csv`, `.xlsx`, `.jsonl` or `.parquet`.

    Args:
        path: The file.
        sheet: Name of the sheet, for `.xlsx`. It may be left out if there is only one.
        encoding: Encoding of the text, for `.csv`. UTF-8 or Windows-1252 are recognised.
        delimiter: Character between two cells, for `.csv`. It is recognised.

    Raises:
        BadFileError: the file cannot be read as it is.
    """
    raise NotImplementedError
