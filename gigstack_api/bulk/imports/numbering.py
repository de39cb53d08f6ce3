"""Rows with their numbers."""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Mapping
from typing import Any

from ..rows.row import Row


class AsyncRows(AsyncIterator[Row]):
    """Rows of an async iterable, numbered as `as_rows` does."""

    def __init__(self, rows: AsyncIterable[Row | Mapping[str, Any]]) -> None:
        self._rows = aiter(rows)
        self._count = 0

    async def __anext__(self) -> Row:
        row = await anext(self._rows)
        self._count += 1
        return _numbered(self._count, row)


def as_rows(rows: Iterable[Row | Mapping[str, Any]]) -> Iterator[Row]:
    """Rows; plain mappings are numbered from 1."""
    return (_numbered(number, row) for number, row in enumerate(rows, 1))


def _numbered(number: int, row: Row | Mapping[str, Any]) -> Row:
    return row if isinstance(row, Row) else Row(number, number, row)
