"""Documents of several lines, which follow each other in a file."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterable, Iterable, Iterator, Mapping
from contextlib import closing
from itertools import groupby
from typing import Any

from ..._core.schema.data import Data
from ..._core.schema.types import is_mapping, is_object
from ...errors import InvalidArgumentError
from ..columns.unfit import Unfit
from ..columns.values import own_value
from ..errors import BadFileError
from ..rows.row import Row
from ..rows.row_file import RowFile, is_blank
from .numbering import as_rows


class Document(Data, frozen=True):
    """The lines of one document.

    Args:
        number: Number of its first row.
        key: What the lines have in common.
        lines: Its lines.
    """

    number: int
    key: str
    lines: tuple[Row, ...]


class Documents:
    """Rows grouped by a column. The lines of a document have to follow each other.

    Attributes:
        rows: The rows.

    Args:
        rows: A file, or rows that can be read more than once.
        column: Name of the column; None makes a document of each row.
    """

    def __init__(self, rows: RowFile | Iterable[Any], column: str | None) -> None:
        if isinstance(rows, AsyncIterable) or iter(rows) is rows:
            raise InvalidArgumentError(
                "lines of documents are read twice: pass a file or a list, not an iterator"
            )
        self.rows = rows
        self._column = column

    def __iter__(self) -> Iterator[Document]:
        """The documents, lazily."""
        for key, lines in groupby(as_rows(self.rows), self._key_of):
            rows = tuple(lines)
            yield Document(rows[0].number, key, rows)

    def check(self) -> int:
        """The number of documents, after all lines were read once, in flat memory.

        Raises:
            BadFileError: a line has no key, or the lines of a document are in two places.
        """
        count = 0
        # A database without a name is a temporary file: keys of any number of documents fit.
        with closing(sqlite3.connect("", isolation_level=None)) as seen:
            seen.execute("PRAGMA cache_size = -4000")
            seen.execute("CREATE TABLE seen (key TEXT PRIMARY KEY, line INTEGER) WITHOUT ROWID")
            seen.execute("BEGIN")
            for document in self:
                count += 1
                first = document.lines[0].line
                try:
                    seen.execute("INSERT INTO seen VALUES (?, ?)", (document.key, first))
                except sqlite3.IntegrityError:
                    found = seen.execute("SELECT line FROM seen WHERE key = ?", (document.key,))
                    raise self._split(document, found.fetchone()[0]) from None
        return count

    def _split(self, document: Document, earlier: int) -> BadFileError:
        line = document.lines[0].line
        return BadFileError(
            f"line {line}, column {self._column!r}: document {document.key!r} begins in line"
            f" {earlier} and goes on here, after other documents: sort the rows by this column",
            row=document.number,
            line=line,
            column=self._column,
        )

    def _key_of(self, row: Row) -> str:
        if self._column is None:
            return str(row.number)
        value = row.values.get(self._column)
        if is_blank(value):
            raise self._bad_key(row, "it is empty: fill in the key of the document")
        try:
            return str(own_value(value))
        except Unfit as error:  # several keys may have become the same
            raise self._bad_key(row, str(error)) from None

    def _bad_key(self, row: Row, problem: str) -> BadFileError:
        return BadFileError(
            f"line {row.line}, column {self._column!r}: {problem}",
            row=row.number,
            line=row.line,
            column=self._column,
        )


def key_text(value: object) -> str:
    """A key as text: 12.0 and " 12 " are 12."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def merged(payloads: Iterable[Mapping[str, Any]]) -> tuple[dict[str, Any], str | None]:
    """The fields of a document, with the items of all lines, and a field whose values differ."""
    found: dict[str, Any] = {}
    items: list[Any] = []
    for payload in payloads:
        items += payload.get("items", ())
        rest = {name: value for name, value in payload.items() if name != "items"}
        if (differing := _merge(found, rest)) is not None:
            return found, differing
    return {**found, "items": items}, None


def _merge(found: dict[str, Any], given: Mapping[str, Any], prefix: str = "") -> str | None:
    """Adds fields in place. Returns the path of one that has another value already."""
    for name, value in given.items():
        known = found.get(name)
        if known is None:
            found[name] = value
        elif is_object(known) and is_mapping(value):
            if (differing := _merge(known, value, f"{prefix}{name}.")) is not None:
                return differing
        elif known != value:
            return f"{prefix}{name}"
    return None
