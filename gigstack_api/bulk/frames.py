"""Rows of DataFrames and tables: pandas, polars, pyarrow and Dask. It imports none of them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, Protocol, TypeAlias, cast

from ..errors import InvalidArgumentError

BLOCK = 1000

Values: TypeAlias = Mapping[str, Any]


class PandasFrame(Protocol):
    """A `pandas.DataFrame`."""

    columns: Any
    iloc: Any

    def notna(self) -> Any:
        """Where there is a value."""
        ...


class PolarsFrame(Protocol):
    """A `polars.DataFrame`."""

    columns: list[str]

    def iter_slices(self, n_rows: int) -> Iterator[Any]:
        """The frame in parts."""
        ...


class ArrowTable(Protocol):
    """A `pyarrow.Table` or a `pyarrow.RecordBatch`, or a data set of them."""

    schema: Any

    def to_batches(self) -> Iterable[Any]:
        """The table in parts."""
        ...


class DaskFrame(Protocol):
    """A `dask.dataframe.DataFrame`."""

    columns: Any
    partitions: Any
    npartitions: int


class LazyFrame(Protocol):
    """A `polars.LazyFrame`."""

    def collect_schema(self) -> Any:
        """The names and types of its columns."""
        ...

    def collect(self) -> PolarsFrame:
        """The frame itself."""
        ...


Frame: TypeAlias = PandasFrame | PolarsFrame | ArrowTable | DaskFrame | LazyFrame


class FrameRows(Iterable[Values]):
    """The rows of a frame, block by block. Missing values (NaN, NaT, NA) are None."""

    def __init__(self, frame: Frame) -> None:
        columns, self._blocks = _reader(frame)
        for name in columns:
            if not isinstance(name, str):
                raise InvalidArgumentError(
                    f"the columns of a frame must have names, not {name!r}: rename them"
                )
        self.columns = tuple(str(name) for name in columns)

    def __iter__(self) -> Iterator[Values]:
        return chain.from_iterable(self._blocks())


def fingerprint_of_rows(rows: Iterable[object]) -> str:
    """The hash of rows that can be read again."""
    digest = hashlib.sha256()
    for row in rows:
        digest.update(repr(row).encode())
        digest.update(b"\0")
    return digest.hexdigest()


def is_frame(source: object) -> bool:
    """Whether this is a frame or a table."""
    return _kind_of(source) is not None


def _kind_of(source: object) -> str | None:
    """The library of a frame, by the names of its class: reading those of the frame may be slow."""
    return next((kind for kind, names in SIGNS.items() if _has(source, names)), None)


def _has(source: object, names: tuple[str, ...]) -> bool:
    return all(hasattr(type(source), name) for name in names)


SIGNS: Mapping[str, tuple[str, ...]] = {
    "lazy": ("collect", "collect_schema"),
    "dask": ("partitions", "npartitions", "columns"),
    "pandas": ("iloc", "notna"),
    "polars": ("iter_slices", "columns"),
    "arrow": ("to_batches", "schema"),
}


def _reader(frame: Frame) -> tuple[Iterable[object], Callable[[], Iterator[list[Values]]]]:
    """The columns of a frame, and what gives its blocks from the first one."""
    kind = _kind_of(frame)
    if kind == "lazy":
        return _reader(cast("LazyFrame", frame).collect())
    if kind == "dask":
        dask = cast("DaskFrame", frame)
        return dask.columns, lambda: _of_dask(dask)
    if kind == "pandas":
        pandas = cast("PandasFrame", frame)
        return pandas.columns, lambda: _of_pandas(pandas)
    if kind == "polars":
        polars = cast("PolarsFrame", frame)
        return polars.columns, lambda: (part.to_dicts() for part in polars.iter_slices(BLOCK))
    if kind == "arrow":
        arrow = cast("ArrowTable", frame)
        return arrow.schema.names, lambda: _of_arrow(arrow)
    raise InvalidArgumentError(
        f"{type(frame).__name__} holds no rows: pass a path, a frame or an iterable of mappings"
    )


def _of_dask(frame: DaskFrame) -> Iterator[list[Values]]:
    for number in range(frame.npartitions):
        # In threads of this process: the cluster that sends the rows has other work.
        yield from _of_pandas(frame.partitions[number].compute(scheduler="threads"))


def _of_pandas(frame: PandasFrame) -> Iterator[list[Values]]:
    for begin in range(0, len(frame.iloc[:, 0]) if len(frame.columns) else 0, BLOCK):
        block = frame.iloc[begin : begin + BLOCK].astype(object)
        yield block.where(block.notna(), None).to_dict("records")


def _of_arrow(frame: ArrowTable) -> Iterator[list[Values]]:
    for batch in frame.to_batches():
        for begin in range(0, batch.num_rows, BLOCK):
            yield batch.slice(begin, BLOCK).to_pylist()
