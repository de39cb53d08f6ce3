"""The errors about files and their rows, and the codes of all errors in results."""

from __future__ import annotations

from ..errors import FiscalError, InvalidArgumentError


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


def code_of(error: Exception) -> str:
    """The short name of an error: the code of the API or of a fiscal rule, or a name of our own."""
    if isinstance(error, FiscalError):
        return next((found.code for found in error.findings if found.severity == "error"), "fiscal")
    if isinstance(error, RowError):
        return "bad_row"
    name = getattr(error, "code", None)
    if isinstance(name, str):
        return name
    words = type(error).__name__.removesuffix("Error")
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in words)[1:]
