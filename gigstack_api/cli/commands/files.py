"""`files`: the PDF and XML of all invoices."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from pathlib import Path

import anyio
import click

from ..connecting import connect, need_access
from ..exits import Exit
from ..framework import Folder, Whole, option
from ..framework import command as make
from ..interrupting import interruptible, resume_command
from ..sentences import sentence_of
from ..terminal.output import Output
from ..terminal.progress import ProgressView
from ..texts import text
from .common import (
    as_metadata,
    check_period,
    filter_options,
    output_options,
    profile_option,
    resource_text,
    run_async,
    team_option,
)
from .summary import MOST_FAILURES


def command() -> click.Command:
    """The command `files`."""
    return make(
        "files",
        _files,
        [
            option(
                "--out",
                key="folder",
                required=True,
                type=Folder(),
                metavar="folder",
            ),
            option(
                "--from",
                "exported",
                key="from",
                type=click.Path(path_type=Path),
                metavar="file",
            ),
            *filter_options(),
            team_option(),
            option("--concurrency", key="concurrency", type=Whole(1), default=8, metavar="n"),
            profile_option(),
            *output_options(),
        ],
    )


def _files(
    *,
    out: Path,
    exported: Path | None,
    created_gte: datetime | None,
    created_lte: datetime | None,
    metadata: tuple[tuple[str, str], ...],
    team: str | None,
    concurrency: int,
    profile: str | None,
    as_json: bool,
    quiet: bool,
) -> int:
    from ...bulk.exports.files import Files
    from ...bulk.exports.resources import Filters
    from ...bulk.results import RowResult

    output = Output(as_json=as_json, quiet=quiet)
    check_period(created_gte, created_lte)
    access = need_access(profile)
    counts: Counter[str] = Counter()
    failures: list[RowResult] = []

    async def run() -> int:
        async with connect(access, team=team, at_once=3 * concurrency) as gig:
            view = ProgressView(output, resource_text("invoices"))
            work = Files(
                gig,
                out,
                filters=Filters(created_gte, created_lte, as_metadata(metadata), team),
                exported=exported,
                concurrency=concurrency,
                progress=view.update,
            )
            with (
                anyio.CancelScope() as scope,
                interruptible(output, finish=work.stop, end=scope.cancel) as interrupted,
                view,
            ):
                async for result in work:
                    counts[result.outcome] += 1
                    if result.outcome == "failed" and len(failures) < MOST_FAILURES:
                        failures.append(result)
                    output.emit({"uuid": result.key, "outcome": result.outcome,
                                 "error": result.error, "code": result.code})  # fmt: skip
        output.table(
            [text("summary.outcome"), text("summary.count")],
            [
                [text(f"files.{outcome}"), f"{counts[outcome]:,}"]
                for outcome in ("created", "skipped", "failed")
            ],
        )
        for failure in failures:
            output.show_entry(
                text("files.failure", key=failure.key, error=sentence_of(failure.error))
            )
        if interrupted:
            output.problem(text("stopped"))
            output.problem(text("resume_with", command=resume_command()))
            return Exit.INTERRUPTED
        return Exit.SOME_FAILED if counts["failed"] else Exit.DONE

    return run_async(run)
