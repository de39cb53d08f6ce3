"""Rows of Parquet files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from .arrow import ArrowField, ParquetFile, arrow, is_struct, open_parquet
from .json_lines import flat
from .row_file import RowFile

BATCH = 1024


class ParquetRows(RowFile):
    """The rows of a Parquet file. A field of a struct has a path: `address.zip`."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        file = self._open()
        names = [name for field in file.schema_arrow for name in _leaves(field, "")]
        file.close()
        self.columns = self._header(names, 1)
        self._refuse_if_without_rows()

    def _settings(self) -> tuple[str, ...]:
        return ("parquet",)

    def _records(self) -> Iterator[tuple[int, Mapping[str, object]]]:
        empty = dict.fromkeys(self.columns)
        line = 0
        file = self._open()
        try:
            for batch in file.iter_batches(batch_size=BATCH, use_threads=False):
                for values in batch.to_pylist():
                    line += 1
                    yield line, {**empty, **flat(values)}
        except (arrow().ArrowException, OSError, ValueError) as error:
            raise self.bad(
                f"it cannot be read after row {line}; it may be cut: write it again ({error})"
            ) from error
        finally:
            file.close()

    def _open(self) -> ParquetFile:
        try:
            return open_parquet(str(self.path))
        except (arrow().ArrowException, OSError) as error:
            raise self.bad(
                "it is not a complete Parquet file; it may be cut: write it again"
            ) from error


def _leaves(field: ArrowField, prefix: str) -> Iterator[str]:
    if not is_struct(field.type):
        yield f"{prefix}{field.name}"
        return
    for index in range(field.type.num_fields):
        yield from _leaves(field.type.field(index), f"{prefix}{field.name}.")
