"""The rows that were written, as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from ...._core.schema.data import Data
from ...._core.schema.json import parse_json
from ..json_lines import flat
from .kinds import Cell, Kind, cell_of, fitting, kind_of_value


class Table(Data, frozen=True):
    """The rows of a part.

    Args:
        part: The file.
        kinds: The kinds of its columns, in the order in which they appear.
        rows: How many rows there are.
    """

    part: Path
    kinds: Mapping[str, Kind]
    rows: int

    @classmethod
    def of(cls, part: Path, known: Mapping[str, Kind]) -> Table:
        """The table of a part, whose rows are read once. Columns without values are left out."""
        kinds: dict[str, Kind] = {}
        count = 0
        for row in _flat_rows(part):
            count += 1
            for path, value in row.items():
                kind = kinds.get(path) or known.get(path) or kind_of_value(value)
                kinds[path] = fitting(kind, value)
        return cls(part, kinds, count)

    def __iter__(self) -> Iterator[list[Cell]]:
        """The cells of each row."""
        for row in _flat_rows(self.part):
            yield [cell_of(row.get(path), kind) for path, kind in self.kinds.items()]


def _flat_rows(part: Path) -> Iterator[dict[str, object]]:
    with part.open("rb") as file:
        for line in file:
            yield flat(parse_json(line))
