"""Opens a file of rows, whatever its format."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from ..errors import BadFileError
from .row_file import RowFile

FORMATS: Mapping[str, str] = {
    ".csv": "csv",
    ".tsv": "csv",
    ".txt": "csv",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
}
"""The format of a file, by its ending."""

HEAD = 256
"""Bytes that show what a file is."""

CONTENTS: Mapping[bytes, str] = {
    b"PK\x03\x04": "zip",
    b"PAR1": "parquet",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "xls",
    b"\x1f\x8b": "packed",
    b"%PDF": "pdf",
}
"""The format of a file, by its first bytes."""

JSON_OBJECT = re.compile(rb'\{\s*"')

ADVICE: Mapping[str | None, str] = {
    "xls": "it is an Excel workbook of the old format or with a password: save it as .xlsx without"
    " a password",
    "packed": "its content is compressed: unpack it",
    "ods": "its content is OpenDocument: save it as .xlsx",
    "pdf": "its content is a PDF: export the rows as .csv or .xlsx where it was made",
    "xml": "its content is a web page or XML: open it in Excel or LibreOffice, and save it as"
    " .xlsx",
}
"""What to do with files of other formats."""

OPTIONS: Mapping[str, tuple[str, ...]] = {
    "csv": ("encoding", "delimiter"),
    "xlsx": ("sheet",),
}


def open_rows(
    path: str | Path,
    *,
    sheet: str | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
) -> RowFile:
    """The rows of a file. Its ending says the format: `.csv`, `.xlsx`, `.jsonl` or `.parquet`.

    CSV and JSON Lines files are read once now, to learn their encoding and their columns.

    Args:
        path: The file.
        sheet: Name of the sheet, for `.xlsx`. It may be left out if there is only one.
        encoding: Encoding of the text, for `.csv`. UTF-8, UTF-16 with a byte order mark and
            Windows-1252 are recognised.
        delimiter: Character between two cells, for `.csv`. Comma, semicolon, tab and `|` are
            recognised.

    Raises:
        BadFileError: the file cannot be read as it is.
        ConfigurationError: the package that reads this format is not installed.
    """
    path = Path(path)
    kind = _format_of(path)
    options = {"sheet": sheet, "encoding": encoding, "delimiter": delimiter}
    used = OPTIONS.get(kind, ())
    for name, value in options.items():
        if value is not None and name not in used:
            raise BadFileError(f"{path.name}: leave {name} out: a {path.suffix} file has none")
    return OPENERS[kind](path, **{name: options[name] for name in used})


def _format_of(path: Path) -> str:
    if not path.is_file():
        what = "it is not a regular file" if path.exists() else "there is no such file"
        raise BadFileError(f"{path}: {what}")
    with path.open("rb") as file:
        head = file.read(HEAD)
    if not head:
        raise BadFileError(f"{path.name}: it is empty")
    kind, ending = FORMATS.get(path.suffix.lower()), path.suffix
    found = _content_of(path, head)
    if found in ADVICE:
        raise BadFileError(f"{path.name}: {ADVICE[found]}")
    if found in FORMATS.values() and found != kind:
        raise BadFileError(f"{path.name}: its content is .{found}, not {ending}: rename it")
    if kind is None:
        raise BadFileError(
            f"{path.name}: rows are read from .csv, .xlsx, .jsonl and .parquet files: save it as"
            " one of them"
        )
    if found is None and kind == "xlsx":
        raise BadFileError(
            f"{path.name}: its content is not {ending}: rename it, or save it as {ending}"
        )
    return kind


def _content_of(path: Path, head: bytes) -> str | None:
    """The format that the content of a file has, as far as its first bytes show it."""
    found = next((kind for start, kind in CONTENTS.items() if head.startswith(start)), None)
    if found == "zip":
        return _packed(path)
    text = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if found is None and text.startswith(b"<"):
        return "xml"
    if found is None and JSON_OBJECT.match(text):
        return "jsonl"
    return found


def _packed(path: Path) -> str:
    """The format of a zip file, by the files in it; that of a workbook if it is cut."""
    try:
        with ZipFile(path) as archive:
            names = set(archive.namelist())
    except (BadZipFile, OSError):
        return "xlsx"
    if "[Content_Types].xml" in names:
        return "xlsx"
    return "ods" if "mimetype" in names else "packed"


def _csv(path: Path, *, encoding: str | None, delimiter: str | None) -> RowFile:
    from .delimited import DelimitedFile

    return DelimitedFile(path, encoding=encoding, delimiter=delimiter)


def _xlsx(path: Path, *, sheet: str | None) -> RowFile:
    from .workbook import WorkbookFile

    return WorkbookFile(path, sheet=sheet)


def _jsonl(path: Path) -> RowFile:
    from .json_lines import JsonLinesFile

    return JsonLinesFile(path)


def _parquet(path: Path) -> RowFile:
    from .parquet import ParquetRows

    return ParquetRows(path)


OPENERS: Mapping[str, Callable[..., RowFile]] = {
    "csv": _csv,
    "xlsx": _xlsx,
    "jsonl": _jsonl,
    "parquet": _parquet,
}
