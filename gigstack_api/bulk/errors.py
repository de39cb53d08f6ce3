"""The errors about files and their rows."""

from __future__ import annotations

from ..errors import InvalidArgumentError


class BadFileError(InvalidArgumentError):
    """A file cannot be read as it is; nothing was sent.

    The text names the file, the line and the column, and says what to do. `line` is the number
    that a spreadsheet or an editor shows; `row` counts data rows from 1.
    """

    def __init__(
        self,
        text: str,
        *,
        row: int | None = None,
        line: int | None = None,
        column: str | None = None,
    ) -> None:
        self.row = row
        self.line = line
        self.column = column
        super().__init__(text)


class RowError(BadFileError):
    """A value of one row cannot be sent. Other rows are not concerned."""
