"""Bulk work in one call: rows from anywhere, to the API, with a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterable, Callable, Iterable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, Unpack, cast

import anyio.to_thread
from msgspec.structs import replace

from .._core.schema.annotations import resolvable
from .._core.schema.data import Data
from ..client import Gigstack
from ..errors import InvalidArgumentError
from .columns import ColumnMap, recognise
from .frames import Frame, FrameRows, fingerprint_of_rows, is_frame
from .imports import Import, import_clients, import_invoices, import_services, write_report
from .imports.reports import check_report
from .imports.terms import ImportOptions, RunOptions
from .journal import Journal
from .results import Outcome, RowResult
from .rows import RowFile, open_rows
from .rows.row import Row

if TYPE_CHECKING:
    from .cluster import Workers
    from .cluster.opening import Client


SyncResource = Literal["clients", "services", "invoices"]

Source: TypeAlias = (
    str
    | Path
    | RowFile
    | Frame
    | Iterable[Row | Mapping[str, Any]]
    | AsyncIterable[Row | Mapping[str, Any]]
)
"""Path of a file, a DataFrame or table, or rows."""

KEYS: Mapping[SyncResource, str] = {
    "clients": "tax_id",
    "services": "sku",
    "invoices": "metadata.document",
}
"""What rows are matched by, unless the caller says."""


class Summary(Data, frozen=True):
    """The outcomes of a run.

    Args:
        outcomes: Rows of this run by their outcome.
        report: The file with one line per row, if one was asked for.
    """

    outcomes: Mapping[Outcome, int]
    report: Path | None = None

    @property
    def rows(self) -> int:
        """Rows of this run."""
        return sum(self.outcomes.values())

    @property
    def is_complete(self) -> bool:
        """Whether no row of this run failed or is unknown."""
        return not (self.outcomes.get("failed") or self.outcomes.get("unknown"))


class _Plan(Data, frozen=True, kw_only=True):
    """The arguments of `sync`, whatever its options."""

    resource: SyncResource
    on: str
    update: bool
    document: str | None
    client_on: str | None


@resolvable
async def sync(
    source: Source,
    *,
    gig: Gigstack,
    resource: SyncResource = "clients",
    on: str | None = None,
    update: bool = False,
    document: str | None = None,
    client_on: str | None = "tax_id",
    mapping: Mapping[str, str] | None = None,
    workers: int | Workers | None = None,
    scheduler: str | Client | None = None,
    report: str | Path | None = None,
    on_result: Callable[[RowResult], object] | None = None,
    **options: Unpack[RunOptions],
) -> Summary:
    """The outcomes of all rows: each client, service or invoice is found, updated or created.

    Failing rows do not stop the others. With a `journal`, a run that was interrupted goes on where
    it ended when it is started again with the same source.

    Args:
        source: Path of a file (CSV, Excel, JSON Lines, Parquet), a DataFrame of pandas, polars or
            Dask, a pyarrow table, or rows: mappings of field names.
        gig: The client.
        resource: What the rows are.
        on: Name of the field to match; by default `tax_id` for clients, `sku` for services,
            `metadata.document` for invoices.
        update: Whether matches are updated with the row; otherwise they are left unchanged.
        document: Invoices only: column with the key of the document that a line belongs to.
        client_on: Invoices only: field by which the client is found or created.
        mapping: Field paths by column, for columns of files and frames that are not recognised.
        workers: Number of processes to start on this machine, or workers of `open_workers`.
        scheduler: A Dask cluster instead: address of its scheduler, or a `distributed.Client`.
        report: File to write, `.jsonl` or `.csv`, with one line per row in the order of the rows.
        on_result: Called with the result of each row, in the order in which they end.
        options: See `RunOptions`.

    Raises:
        InvalidArgumentError: an argument is invalid, or the journal is that of another run.
        BadFileError: the file cannot be read, or a column is not recognised; nothing was sent.
        AuthenticationError: the key is refused.
        DeliveryError: the API is out of reach.
        FileNotSavedError: the journal or the report cannot be written.
        ConfigurationError: workers are asked for without the extra `distributed`, or on trio.
        GigstackError: the cluster is lost.
    """
    if resource not in KEYS:
        raise InvalidArgumentError(f"resource must be one of {', '.join(KEYS)}, not {resource!r}")
    if report is not None:
        files = (source, options.get("journal"))
        check_report(report, sources=[Path(file) for file in files if isinstance(file, str | Path)])
    if isinstance(workers, int):
        from .cluster.starting import end_if_main_is_imported

        end_if_main_is_imported()  # the journal is that of another process then
    plan = _Plan(
        resource=resource,
        on=on or KEYS[resource],
        update=update,
        document=document,
        client_on=client_on,
    )
    terms = cast("ImportOptions", {**options})
    rows, columns = await anyio.to_thread.run_sync(
        lambda: _open(source, plan, mapping, options.get("columns"))
    )
    terms["columns"] = columns
    async with AsyncExitStack() as stack:
        journal = await stack.enter_async_context(
            _journal_for(rows, options.get("journal"), report=report)
        )
        if journal is not None:
            terms["journal"] = journal
        if workers is not None or scheduler is not None:
            terms["workers"] = await stack.enter_async_context(_opened(workers, scheduler))
        results = _start(gig, rows, plan, terms)
        summary = await _carry_out(results, on_result)
        if report is not None and journal is not None:
            written = await anyio.to_thread.run_sync(write_report, report, journal.results())
            summary = replace(summary, report=written)
    return summary


async def _carry_out(results: Import, on_result: Callable[[RowResult], object] | None) -> Summary:
    outcomes: Counter[Outcome] = Counter()
    try:
        async for result in results:
            outcomes[result.outcome] += 1
            if on_result is not None:
                on_result(result)
    finally:
        await results.aclose()
    return Summary(dict(outcomes))


Opened: TypeAlias = (
    RowFile | FrameRows | Iterable[Row | Mapping[str, Any]] | AsyncIterable[Row | Mapping[str, Any]]
)


def _open(
    source: Source, plan: _Plan, mapping: Mapping[str, str] | None, columns: ColumnMap | None
) -> tuple[Opened, ColumnMap | None]:
    """The rows of a source, and what its columns hold. Runs in a thread."""
    rows: Opened
    if isinstance(source, str | Path):
        rows = open_rows(source)
    elif isinstance(source, RowFile) or _is_rows(source):
        rows = cast("Opened", source)
    else:
        rows = FrameRows(cast("Frame", source))
    if columns is not None or not isinstance(rows, RowFile | FrameRows):
        if mapping is not None:
            raise InvalidArgumentError("mapping is for files and frames without columns=")
        return rows, columns
    columns = recognise(rows.columns, plan.resource, mapping)
    if columns.problems and isinstance(rows, RowFile):
        raise rows.bad("; ".join(columns.problems))
    columns.check()
    return rows, columns


def _is_rows(source: object) -> bool:
    """Whether these are rows, and no frame, which may be iterable too."""
    return not is_frame(source) and isinstance(source, Iterable | AsyncIterable)


@asynccontextmanager
async def _journal_for(
    rows: Opened, given: Journal | str | Path | None, *, report: str | Path | None
) -> AsyncGenerator[Journal | None, None]:
    """The journal of a run: that of the caller, or, for the report only, one that is removed."""
    if isinstance(given, Journal):
        yield given
        return
    if given is None and report is None:
        yield None
        return
    with TemporaryDirectory() as folder:
        path = Path(folder, "journal") if given is None else given
        fingerprint = "" if given is None else await anyio.to_thread.run_sync(_fingerprint, rows)
        journal = await anyio.to_thread.run_sync(
            lambda: Journal.open(path, fingerprint=fingerprint)
        )
        try:
            yield journal
        finally:
            await anyio.to_thread.run_sync(journal.close)


def _fingerprint(rows: Opened) -> str:
    if isinstance(rows, RowFile):
        return rows.fingerprint
    if isinstance(rows, AsyncIterable) or iter(rows) is rows:
        raise InvalidArgumentError(
            "with a journal, rows are read twice: pass a file, a frame or a list, not an iterator"
        )
    return fingerprint_of_rows(rows)


@asynccontextmanager
async def _opened(
    workers: int | Workers | None, scheduler: str | Client | None
) -> AsyncGenerator[Workers, None]:
    from .cluster import Workers, open_workers

    if isinstance(workers, Workers):
        if scheduler is not None:
            raise InvalidArgumentError("pass either workers or a scheduler")
        yield workers
        return
    async with open_workers(workers, scheduler=scheduler) as found:
        yield found


def _start(gig: Gigstack, rows: Opened, plan: _Plan, options: ImportOptions) -> Import:
    if plan.resource == "invoices":
        if plan.update:
            raise InvalidArgumentError("update is for clients and services: invoices are stamped")
        return import_invoices(
            gig,
            cast("RowFile", rows),
            on=plan.on,
            document=plan.document,
            client_on=plan.client_on,
            **options,
        )
    if plan.document is not None:
        raise InvalidArgumentError("document is for invoices")
    start = import_clients if plan.resource == "clients" else import_services
    return start(gig, rows, on=plan.on, update=plan.update, **options)
