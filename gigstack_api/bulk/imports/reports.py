"""The report of a run: one line per row."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, islice
from pathlib import Path

from ..._core.files.atomic import StagedFile, mode_to_replace
from ...errors import InvalidArgumentError
from ..results import RowResult

LINES = 1000
COLUMNS = RowResult.__struct_fields__


def write_report(path: str | Path, results: Iterable[RowResult]) -> Path:
    """The path of a report, `.jsonl` or `.csv`, with one line per result.

    It replaces an earlier one once it is complete. With a journal, `journal.results()` gives all
    rows in their order, those of earlier runs too.

    Raises:
        InvalidArgumentError: the file has another ending.
        FileNotSavedError: it cannot be written; what was there is unchanged.
    """
    path = Path(path)
    check_report(path)
    lines = WRITERS[path.suffix.lower()](results)
    with StagedFile(path) as staged:
        while chunk := "".join(islice(lines, LINES)):
            staged.write(chunk.encode("utf-8", "replace"))
        staged.close()
        staged.commit()
    return path


def check_report(path: str | Path, *, sources: Iterable[Path] = ()) -> None:
    """Checks that a report can be written to a path, before anything is sent.

    Args:
        path: The path.
        sources: Files that it must not replace: the rows and the journal.

    Raises:
        InvalidArgumentError: it cannot.
        FileNotSavedError: something else than a file is there.
    """
    path = Path(path)
    if path.suffix.lower() not in WRITERS:
        raise InvalidArgumentError(f"{path}: a report ends in {' or '.join(WRITERS)}")
    if path.is_dir() or not path.absolute().parent.is_dir():
        raise InvalidArgumentError(
            f"{path}: it is a folder, or its folder does not exist: name a file in a folder that"
            " exists"
        )
    mode_to_replace(path)
    if any(path.resolve() == source.resolve() for source in sources):
        raise InvalidArgumentError(
            f"{path}: the report would replace the rows or the journal: name another file"
        )


def _json_lines(results: Iterable[RowResult]) -> Iterator[str]:
    for result in results:
        fields = {name: getattr(result, name) for name in COLUMNS}
        yield f"{json.dumps(fields, ensure_ascii=False)}\n"


def _csv_lines(results: Iterable[RowResult]) -> Iterator[str]:
    line = io.StringIO()
    writer = csv.writer(line)
    rows = ([getattr(result, name) for name in COLUMNS] for result in results)
    for row in chain([COLUMNS], rows):
        writer.writerow(row)
        yield line.getvalue()
        line.seek(0)
        line.truncate()


WRITERS: Mapping[str, Callable[[Iterable[RowResult]], Iterator[str]]] = {
    ".jsonl": _json_lines,
    ".csv": _csv_lines,
}
