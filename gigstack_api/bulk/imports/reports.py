"""The report of a run: one line per row."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, islice
from pathlib import Path

from ..._core.files.atomic import StagedFile
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
    write = WRITERS.get(path.suffix.lower())
    if write is None:
        raise InvalidArgumentError(f"{path}: a report ends in {' or '.join(WRITERS)}")
    lines = write(results)
    with StagedFile(path) as staged:
        while chunk := "".join(islice(lines, LINES)):
            staged.write(chunk.encode("utf-8", "replace"))
        staged.close()
        staged.commit()
    return path


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
