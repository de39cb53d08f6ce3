"""Opens a file of rows, whatever its format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

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

CONTENTS: Mapping[bytes, str] = {
    b"PK\x03\x04": "xlsx",
    b"PAR1": "parquet",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "xls",
    b"%PDF": "a PDF",
}
"""The format of a file, by its first bytes."""

OPTIONS: Mapping[str, tuple[str, ...]] = {
    "csv": ("encoding", "delimiter"),
    "xlsx": ("sheet",),
}

OLD_EXCEL = (
    "it is an Excel workbook of the old format or with a password:"
    " save it as .xlsx without a password"
)


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
        head = file.read(8)
    if not head:
        raise BadFileError(f"{path.name}: it is empty")
    found = next((kind for start, kind in CONTENTS.items() if head.startswith(start)), None)
    if found == "xls":
        raise BadFileError(f"{path.name}: {OLD_EXCEL}")
    kind = FORMATS.get(path.suffix.lower())
    if kind is None:
        raise BadFileError(
            f"{path.name}: rows are read from .csv, .xlsx, .jsonl and .parquet files: save it as"
            " one of them"
        )
    if found not in {None, kind}:
        name = f".{found}" if found in FORMATS.values() else found
        raise BadFileError(f"{path.name}: its content is {name}, not {path.suffix}: rename it")
    return kind


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
