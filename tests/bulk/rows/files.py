"""Files for the tests of rows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from gigstack_api.bulk import BadFileError, open_rows


def text_file(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def workbook(*rows: Sequence[object], sheet: str = "Hoja1") -> Workbook:
    """A workbook of one sheet, not saved yet."""
    book = Workbook()
    assert book.active is not None
    book.active.title = sheet
    for row in rows:
        book.active.append([*row])
    return book


def read(path: Path, **options: str) -> list[list[object]]:
    """The columns, then the line and the values of each row."""
    file = open_rows(path, **options)
    return [[*file.columns], *([row.line, *row.values.values()] for row in file)]


def refusal(path: Path, **options: str) -> str:
    """The sentence with which a file is refused, without its name."""
    with pytest.raises(BadFileError) as caught:
        open_rows(path, **options).check()
    text = str(caught.value)
    assert text.startswith(path.name)
    return text.removeprefix(path.name).lstrip(",: ")
