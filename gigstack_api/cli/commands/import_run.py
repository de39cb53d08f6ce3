"""One import: the mapping is shown, the rows are sent, the outcome is reported."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, ExitStack
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click
from msgspec.structs import asdict, replace

from ..._core.schema.data import Data
from ...bulk import RowFile, RowResult, open_rows, open_workers, recognise
from ...bulk.imports import Stop, import_clients, import_invoices, import_services, write_report
from ...bulk.imports.reports import check_report
from ...bulk.journal import Counts, Journal
from ...errors import FileNotSavedError, InvalidArgumentError
from ..connecting import Access, connect, find_access, need_access
from ..exits import Exit, Refused
from ..interrupting import interruptible, resume_command
from ..profiles import Profile
from ..sentences import sentence_of
from ..terminal.output import Output
from ..terminal.progress import ProgressView
from ..texts import text
from .common import resource_text, run_async
from .summary import MOST_FAILURES, show_counts, show_failures

if TYPE_CHECKING:
    from ...bulk import Workers
    from ...bulk.columns import ColumnMap
    from ...client import Gigstack

UNDELIVERED = frozenset({"delivery", "delivery_timeout"})
"""Codes of rows that were not sent, since the API was out of reach."""

BATCH = 500
"""Results that are written at once where no run writes them."""

NO_KEY = Access(Profile("dry-run"), "")
"""Stands for a key where nothing is sent."""


class ImportRequest(Data, frozen=True, kw_only=True):
    """The options of an import; `by_resource` holds those of its resource."""

    file: Path
    by_resource: Mapping[str, Any]
    maps: tuple[tuple[str, str], ...]
    team: str | None
    concurrency: int
    workers: int | None
    scheduler: str | None
    dry_run: bool
    journal: Path | None
    report: Path | None
    limit: int | None
    checks: Any
    sheet: str | None
    encoding: str | None
    yes: bool
    profile: str | None
    as_json: bool
    quiet: bool


class ImportRun:
    """The import of a file."""

    def __init__(self, resource: Any, request: ImportRequest) -> None:
        self._resource = resource
        self._request = request
        self._output = Output(as_json=request.as_json, quiet=request.quiet)
        self._stop = Stop()
        self._was_interrupted = False
        self._forgets = False
        self._codes: Counter[str | None] = Counter()

    def run(self) -> int:
        """Imports, and returns the exit code."""
        request = self._request
        if request.report is not None:
            sources = [request.file, *filter(None, [request.journal])]
            try:
                check_report(request.report, sources=sources)
            except FileNotSavedError as error:
                raise Refused(sentence_of(error), Exit.WRONG_USE) from error
        rows = open_rows(request.file, sheet=request.sheet, encoding=request.encoding)
        columns = recognise(rows.columns, self._resource, dict(request.maps))
        self._show_mapping(rows, columns)
        if columns.problems:
            raise rows.bad("; ".join(columns.problems))
        access = (
            need_access(request.profile)
            if not request.dry_run
            else (find_access(request.profile) or NO_KEY)
        )
        if not self._is_confirmed():
            self._output.say(text("mapping.declined"))
            return Exit.DONE
        with ExitStack() as stack:
            if request.dry_run:
                folder = Path(stack.enter_context(TemporaryDirectory(prefix="gigstack-")))
                path = folder / "dry-run.journal"
            else:
                path = request.journal or default_journal(rows)
            stack.callback(self._forget, path)  # after the journal was closed
            journal = stack.enter_context(_opened(path, rows))
            earlier = journal.counts().done
            if earlier:
                self._output.say(text("summary.earlier", rows=f"{earlier:,}", file=path))
            try:
                run_async(partial(self._send, rows, columns, access, journal))
            except Exception as error:
                counts = journal.counts()
                # The same command would be refused again if an argument is wrong.
                knows_rows = bool(counts.outcomes or counts.in_flight)
                if knows_rows and not isinstance(error, InvalidArgumentError):
                    self._advise()
                self._forgets = request.journal is None and _is_untouched(counts)
                raise
            code = self._report(journal)
            self._forgets = self._may_forget(journal)
        if not (self._forgets or request.dry_run):
            self._output.say(text("summary.journal", file=path))
        return code

    def _forget(self, journal: Path) -> None:
        if self._forgets:
            for suffix in ("", "-wal", "-shm"):
                journal.with_name(f"{journal.name}{suffix}").unlink(missing_ok=True)

    def _show_mapping(self, rows: RowFile, columns: ColumnMap) -> None:
        output, paths = self._output, dict(columns.pairs)
        name = resource_text(self._resource)
        output.say(text("mapping.title", file=rows.path.name, resource=name))
        output.table(
            [text("mapping.column"), text("mapping.field")],
            [[column, paths.get(column, text("mapping.ignored"))] for column in rows.columns],
            is_remark=True,
        )
        for note in rows.notes:
            output.say(sentence_of(note))

    def _is_confirmed(self) -> bool:
        request = self._request
        if request.yes or request.dry_run or not (sys.stdin.isatty() and sys.stderr.isatty()):
            return True
        answer = click.prompt(
            f"{text('mapping.confirm')} [{text('yes')}/{text('no')}]",
            default=text("yes"),
            show_default=False,
            err=True,
        )
        return str(answer).strip().lower()[:1] in {"s", "y"}

    async def _send(
        self, rows: RowFile, columns: ColumnMap, access: Access, journal: Journal
    ) -> int:
        request, output = self._request, self._output
        view = ProgressView(output, resource_text(self._resource))
        async with AsyncExitStack() as stack:
            gig = await stack.enter_async_context(
                connect(access, team=request.team, at_once=request.concurrency)
            )
            workers = None
            if (request.workers or request.scheduler) and not request.dry_run:
                workers = await stack.enter_async_context(
                    open_workers(request.workers, scheduler=request.scheduler)
                )
            results = self._results(gig, rows, columns, journal, view, workers)
            batch: list[RowResult] = []
            with (
                interruptible(
                    output, finish=self._stop.request, end=self._stop.request
                ) as interrupted,
                view,
            ):
                async for result in results:
                    output.emit(asdict(result))
                    self._codes[result.code] += 1
                    if request.dry_run:
                        batch.append(result)
                    if len(batch) == BATCH:
                        journal.write(finished=batch)
                        batch.clear()
            if batch:
                journal.write(finished=batch)
            self._was_interrupted = bool(interrupted)
        return Exit.DONE

    def _results(
        self,
        gig: Gigstack,
        rows: RowFile,
        columns: ColumnMap,
        journal: Journal,
        view: ProgressView,
        workers: Workers | None,
    ) -> AsyncIterator[RowResult]:
        request = self._request
        options: dict[str, Any] = {
            "columns": columns,
            "team": request.team,
            "concurrency": request.concurrency,
            "journal": None if request.dry_run else journal,
            "checks": request.checks,
            "limit": request.limit,
            "dry_run": request.dry_run,
            "progress": view.update,
            "stop": self._stop,
            "workers": workers,
        }
        if self._resource == "invoices":
            options |= {name: value or None for name, value in request.by_resource.items()}
            return import_invoices(gig, rows, **options)
        options |= request.by_resource
        send = import_clients if self._resource == "clients" else import_services
        return send(gig, rows, **options)

    def _report(self, journal: Journal) -> Exit:
        request, output = self._request, self._output
        counts: Counter[str] = Counter(dict(journal.counts().outcomes))
        show_counts(output, counts)
        if counts["failed"] or counts["unknown"]:
            bad = (one for one in journal.results() if one.outcome in {"failed", "unknown"})
            show_failures(output, list(islice(bad, MOST_FAILURES)))
        output.emit({"counts": dict(counts)})
        if request.dry_run:
            output.show(text("summary.dry_run"))
        if request.report is not None:
            self._write_report(request.report, journal)
        if self._was_interrupted:
            output.problem(text("stopped"))
            self._advise()
            return Exit.INTERRUPTED
        if self._codes and self._codes.keys() <= UNDELIVERED:
            output.problem(text("error.nothing_sent"))
            return Exit.CANNOT_START
        return Exit.SOME_FAILED if counts["failed"] or counts["unknown"] else Exit.DONE

    def _write_report(self, report: Path, journal: Journal) -> None:
        try:
            write_report(report, map(_in_language, journal.results()))
        except (FileNotSavedError, OSError):
            self._advise()  # the rows are done, and the next run writes the report
            raise
        self._output.say(text("summary.report", file=report))

    def _advise(self) -> None:
        if not self._request.dry_run:
            self._output.problem(text("resume_with", command=resume_command()))

    def _may_forget(self, journal: Journal) -> bool:
        """Whether the journal was not asked for, and all rows are done.

        Rows that failed are tried again by the next run, since those that are there are found. Only
        documents without a key cannot be.
        """
        request, counts = self._request, journal.counts()
        if _is_untouched(counts):
            return request.journal is None
        has_no_key = self._resource == "invoices" and not request.by_resource["on"]
        return (
            request.journal is None
            and not request.dry_run
            and request.limit is None
            and not has_no_key
            and not self._was_interrupted
            and not counts.left
            and not counts.in_flight
        )


def _in_language(result: RowResult) -> RowResult:
    return replace(result, error=result.error and sentence_of(result.error))


def _is_untouched(counts: Counts) -> bool:
    """Whether nothing was done according to a journal. Then it need not bind its settings."""
    return not (counts.done or counts.in_flight) and counts.outcomes.keys() <= {"failed"}


def _opened(path: Path, rows: RowFile) -> Journal:
    """The journal of a file. One that cannot be opened is wrong usage: nothing was sent."""
    try:
        return Journal.open(path, fingerprint=rows.fingerprint)
    except FileNotSavedError as error:
        raise Refused(sentence_of(error), Exit.WRONG_USE) from error


def default_journal(rows: RowFile) -> Path:
    """The journal of a file: beside it, and another one if its content changes."""
    return rows.path.with_name(f"{rows.path.name}.{rows.fingerprint[:8]}.journal")
