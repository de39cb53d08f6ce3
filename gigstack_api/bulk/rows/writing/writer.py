"""Writes rows to a file: first into a part beside it, at the end as one."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Self

from ...._core.files.atomic import StagedFile, explained, mode_to_replace
from ...._core.schema.json import encode_json
from ...errors import BadFileError
from .formats import format_of
from .kinds import Kind
from .table import Table


class RowWriter:
    """Appends rows to a file. Use it in a `with` block, and call `finish` at the end.

    The rows are kept in a part beside the target, as JSON Lines. `finish` makes the target from it,
    which appears complete or not at all. If the block ends before that, the part is kept: pass
    `resume_at` to go on.

    All methods block.
    """

    def __init__(self, target: Path, kinds: Mapping[str, Kind], resume_at: int | None) -> None:
        self.target = target
        self.part = target.with_name(f"{target.name}.part")
        self._kinds = kinds
        self._write_table = format_of(target)
        mode_to_replace(target)  # refused now, and not once all rows are there
        with explained(target):
            self._file = self.part.open("wb" if resume_at is None else "r+b")
            if resume_at is not None:
                self._cut(resume_at)

    def write(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Appends rows: JSON objects, as `to_dict()` gives them.

        Raises:
            FileNotSavedError: the disk is full, or another limit is reached.
        """
        with explained(self.target):
            for row in rows:
                self._file.write(encode_json(row) + b"\n")

    def checkpoint(self) -> int:
        """The place to resume at, in bytes, after everything written so far is on the disk."""
        with explained(self.target):
            self._file.flush()
            os.fsync(self._file.fileno())
            return self._file.tell()

    def finish(self) -> int:
        """Makes the target from all rows. Returns how many there are.

        Raises:
            FileNotSavedError: the target cannot be written; the part is kept.
            BadFileError: an Excel sheet cannot hold so many rows or columns.
        """
        self.checkpoint()
        self._file.close()
        table = Table.of(self.part, self._kinds)
        with StagedFile(self.target) as staged:
            self._write_table(table, staged)
            staged.close()
            staged.commit()
        self.part.unlink()
        return table.rows

    def close(self) -> None:
        """Closes the part, which is kept.

        Raises:
            FileNotSavedError: the disk is full, or another limit is reached.
        """
        with explained(self.target):
            self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _cut(self, place: int) -> None:
        size = self._file.seek(0, os.SEEK_END)
        if size < place:
            self._file.close()
            raise BadFileError(
                f"{self.part.name}: it ends before the place to resume at: start again without"
                " resuming"
            )
        self._file.seek(place)
        self._file.truncate()


def open_writer(
    target: str | Path,
    *,
    kinds: Mapping[str, Kind] | None = None,
    resume_at: int | None = None,
) -> RowWriter:
    """A writer of a file. Its ending says the format: `.csv`, `.xlsx`, `.jsonl` or `.parquet`.

    Args:
        target: The file, which is replaced at the end.
        kinds: Kinds of columns by their paths (`kinds_of`). Others depend on their values.
        resume_at: What `checkpoint` returned in an earlier run. Rows after it are discarded.

    Raises:
        BadFileError: the ending is another one, or the part does not reach `resume_at`.
        ConfigurationError: the package that writes this format is not installed.
        FileNotSavedError: the target is not a regular file, or the machine is at a limit.
        OSError: the part cannot be opened.
    """
    return RowWriter(Path(target), kinds or {}, resume_at)
