"""One row of a file."""

from __future__ import annotations

from collections.abc import Mapping

from ..._core.schema.data import Data


class Row(Data, frozen=True):
    """One row of a file.

    Args:
        number: Number of the data row, from 1; the header is not counted.
        line: Line that an editor or a spreadsheet shows: the first one, if there are several.
        values: Its values by the names of the columns.
    """

    number: int
    line: int
    values: Mapping[str, object]
