"""The import of one night: what cron starts, and may start again at any time."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import anyio
from attrs import frozen

from gigstack_api import FileNotSavedError, Gigstack, GigstackError, InvalidArgumentError
from gigstack_api.bulk import (
    BadFileError,
    ColumnMap,
    Journal,
    RowFile,
    RowResult,
    import_clients,
    open_rows,
    recognise,
    write_report,
)

KEEP_S = 30 * 86_400
"""How long journals and reports are kept (seconds)."""

MOST_SHOWN = 20


@frozen
class Night:
    """The result of a night.

    Args:
        outcomes: How many rows have which outcome.
        bad_rows: The first rows that failed, or whose outcome is unknown.
        report: The report of all rows; None if the file could not be read.
        problem: Why the run ended early; None if it did not.
        exit_code: 0 all done, 1 some rows failed, 2 the file is wrong, 3 the run ended early.
    """

    outcomes: Counter[str]
    bad_rows: list[RowResult]
    report: Path | None
    problem: str | None
    exit_code: int


def sync(file: Path, folder: Path, make_client: Callable[[], Gigstack]) -> Night:
    """The result of the import of a file. Journal and report are in the folder.

    The journal is named after the content of the file. So a run that was killed goes on, and a file
    that did not change sends nothing.
    """
    try:
        rows = open_rows(file)
        columns = recognise(rows.columns, "clients")
        columns.check()
    except BadFileError as error:
        return Night(Counter(), [], None, str(error), 2)
    folder.mkdir(parents=True, exist_ok=True)
    remove_old(folder)
    name = f"clients-{rows.fingerprint[:16]}"
    journal, report = folder / f"{name}.journal", folder / f"{name}.csv"
    problem: str | None = None
    try:
        anyio.run(send, make_client, rows, columns, journal)
    except (InvalidArgumentError, FileNotSavedError) as error:  # the journal cannot be used
        return Night(Counter(), [], None, str(error), 3)
    except GigstackError as error:  # its text may hold personal data
        problem = f"{type(error).__name__}: the next run goes on where this one ended"
    with Journal.open(journal, fingerprint=rows.fingerprint) as done:
        write_report(report, done.results())
        outcomes = Counter(done.counts().outcomes)
        bad = (each for each in done.results() if each.outcome in {"failed", "unknown"})
        bad_rows = list(islice(bad, MOST_SHOWN))
    exit_code = 3 if problem else int(bool(bad_rows))
    return Night(outcomes, bad_rows, report, problem, exit_code)


async def send(
    make_client: Callable[[], Gigstack], rows: RowFile, columns: ColumnMap, journal: Path
) -> None:
    """Sends the rows that the journal does not know as done."""
    async with make_client() as gig:
        async for _ in import_clients(gig, rows, columns=columns, update=True, journal=journal):
            pass


def remove_old(folder: Path) -> None:
    """Removes journals and reports of long ago."""
    for path in folder.glob("clients-*"):
        if path.stat().st_mtime < time.time() - KEEP_S:
            path.unlink()
