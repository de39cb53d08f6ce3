"""The parts of pyarrow that are used, with types: it has none of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from types import ModuleType
from typing import Protocol, cast

from ...errors import ConfigurationError


class ArrowType(Protocol):
    """A type of a column, or of a field inside."""

    @property
    def num_fields(self) -> int:
        """How many fields a struct has."""
        ...

    def field(self, index: int, /) -> ArrowField:
        """A field of a struct."""
        ...


class ArrowField(Protocol):
    """A name and its type."""

    name: str
    type: ArrowType


class RecordBatch(Protocol):
    """Some rows."""

    def to_pylist(self) -> list[dict[str, object]]:
        """The rows."""
        ...


class ParquetFile(Protocol):
    """A Parquet file to read."""

    @property
    def schema_arrow(self) -> Sequence[ArrowField]:
        """Its columns."""
        ...

    def iter_batches(self, *, batch_size: int, use_threads: bool) -> Iterator[RecordBatch]:
        """Its rows."""
        ...

    def close(self) -> None:
        """Closes it."""
        ...


class ParquetWriter(Protocol):
    """A Parquet file to write."""

    def write_batch(self, batch: RecordBatch) -> None:
        """Appends rows."""
        ...

    def close(self) -> None:
        """Completes the file."""
        ...


class Arrow(Protocol):
    """The module `pyarrow`."""

    ArrowException: type[Exception]

    def schema(self, fields: Sequence[tuple[str, object]]) -> object:
        """A schema."""
        ...

    def string(self) -> object:
        """The type of texts."""
        ...

    def bool_(self) -> object:
        """The type of truth values."""
        ...

    def int64(self) -> object:
        """The type of whole numbers."""
        ...

    def float64(self) -> object:
        """The type of numbers."""
        ...

    def timestamp(self, unit: str, *, tz: str) -> object:
        """The type of times."""
        ...


def arrow() -> Arrow:
    """The module `pyarrow`.

    Raises:
        ConfigurationError: it is not installed.
    """
    return cast(Arrow, _module("pyarrow"))


def is_struct(kind: ArrowType) -> bool:
    """Whether values of a type have fields."""
    return bool(_module("pyarrow.types").is_struct(kind))


def open_parquet(path: str) -> ParquetFile:
    """A Parquet file to read."""
    return cast(ParquetFile, _module("pyarrow.parquet").ParquetFile(path))


def create_parquet(sink: object, schema: object) -> ParquetWriter:
    """A Parquet file to write."""
    return cast(ParquetWriter, _module("pyarrow.parquet").ParquetWriter(sink, schema))


def batch_of(rows: Sequence[dict[str, object]], schema: object) -> RecordBatch:
    """The rows as a batch."""
    return cast(RecordBatch, _module("pyarrow").RecordBatch.from_pylist(rows, schema=schema))


def _module(name: str) -> ModuleType:
    try:
        return import_module(name)
    except ImportError as error:
        raise ConfigurationError(
            "Parquet files need pyarrow: pip install 'gigstack-api[parquet]'"
        ) from error
