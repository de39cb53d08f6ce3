"""`export`: a list as a file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import anyio
import click

from ..._core.files.atomic import mode_to_replace
from ...errors import FileNotSavedError
from ..connecting import connect, need_access
from ..exits import Exit, Refused
from ..framework import Choice, argument, flag, option
from ..framework import command as make
from ..interrupting import interruptible, resume_command
from ..sentences import sentence_of
from ..terminal.output import Output
from ..terminal.progress import ProgressView
from ..texts import counted, text
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


def command() -> click.Command:
    """The command `export`."""
    from ...bulk.exports.resources import EXPORTED

    out = option("--out", key="out", required=True, type=click.Path(path_type=Path), metavar="file")
    return make(
        "export",
        _export,
        [
            argument("resource", metavar="resource", type=Choice(EXPORTED)),
            out,
            *filter_options(),
            team_option(),
            flag("--resume", key="resume"),
            profile_option(),
            *output_options(),
        ],
    )


def _export(
    *,
    resource: str,
    out: Path,
    created_gte: datetime | None,
    created_lte: datetime | None,
    metadata: tuple[tuple[str, str], ...],
    team: str | None,
    resume: bool,
    profile: str | None,
    as_json: bool,
    quiet: bool,
) -> int:
    from ...bulk.exports.exporting import Export, ExportSummary
    from ...bulk.exports.resources import EXPORTED, ExportedResource, Filters
    from ...bulk.rows.writing.formats import WRITERS

    output = Output(as_json=as_json, quiet=quiet)
    if out.suffix.lower() not in WRITERS:
        raise Refused(text("error.target", ending=out.suffix), Exit.WRONG_USE)
    if not out.absolute().parent.is_dir():
        raise Refused(text("error.no_folder", folder=out.absolute().parent), Exit.WRONG_USE)
    try:
        mode_to_replace(out)
    except FileNotSavedError as error:
        raise Refused(sentence_of(error), Exit.WRONG_USE) from error
    known: ExportedResource = next(name for name in EXPORTED if name == resource)
    check_period(created_gte, created_lte)
    filters = Filters(created_gte, created_lte, as_metadata(metadata), team)
    filters.check(known)
    access = need_access(profile)

    async def run() -> int:
        async with connect(access, team=team) as gig:
            view = ProgressView(output, resource_text(resource))
            work = Export(gig, known, out, filters=filters, resume=resume, progress=view.update)
            summary: ExportSummary | None = None
            with (
                anyio.CancelScope() as scope,
                interruptible(output, finish=work.stop, end=scope.cancel),
                view,
            ):
                summary = await _run_or_advise(work, output)
        if summary is None or not summary.is_complete:
            output.problem(text("stopped"))
            if summary is not None:
                output.say(text("export.part", rows=counted(resource, summary.rows), file=out))
            _advise(output)
            return Exit.INTERRUPTED
        _show(output, summary)
        return Exit.DONE

    async def _run_or_advise(work: Export, output: Output) -> ExportSummary:
        try:
            return await work.run()
        except Exception:
            if work.can_be_resumed:
                _advise(output)
            raise

    def _show(output: Output, summary: ExportSummary) -> None:
        if summary.resumed_at:
            output.say(text("export.resumed", rows=counted(resource, summary.resumed_at)))
        output.show(text("export.done", rows=counted(resource, summary.rows), file=out))
        output.emit({"resource": resource, "file": str(out), "rows": summary.rows})

    return run_async(run)


def _advise(output: Output) -> None:
    output.problem(text("resume_with", command=resume_command(also=("--resume",))))
