"""`reconcile`: whether a call whose answer was lost was carried out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..connecting import connect, need_access
from ..exits import Exit, Refused
from ..framework import Seconds, argument, option
from ..framework import command as make
from ..sentences import problem_of, sentence_of
from ..terminal.output import Output
from ..texts import text
from .common import output_options, profile_option, run_async

if TYPE_CHECKING:
    from ...reconcile import Reconciled

TEXTS = {True: "reconcile.done", False: "reconcile.not_done", None: "reconcile.unknown"}


def command() -> click.Command:
    """The command `reconcile`."""
    return make(
        "reconcile",
        _reconcile,
        [
            argument("file", metavar="record", type=click.Path(path_type=Path)),
            option("--settle", "settle_s", key="settle", type=Seconds(), metavar="seconds"),
            profile_option(),
            *output_options(),
        ],
    )


def _reconcile(
    *, file: Path, settle_s: float | None, profile: str | None, as_json: bool, quiet: bool
) -> int:
    from ...reconcile.records import read_record

    output = Output(as_json=as_json, quiet=quiet)
    try:
        record = file.read_bytes()
    except OSError as error:
        message = text("error.file", file=file, problem=problem_of(error))
        raise Refused(message, Exit.WRONG_USE) from error
    lost = read_record(record)
    access = need_access(profile)

    async def run() -> int:
        async with connect(access) as gig:
            found = await gig.reconcile(lost, settle_s=settle_s)
        _show(output, found)
        return Exit.SOME_FAILED if found.done is None else Exit.DONE

    return run_async(run)


def _show(output: Output, found: Reconciled) -> None:
    candidates = [id_of(candidate) for candidate in found.candidates]
    value = id_of(found.value)
    output.emit({"done": found.done, "why": found.why, "id": value, "candidates": candidates})
    output.show(text(TEXTS[found.done], why=sentence_of(found.why)))
    if value is not None:
        output.show(text("reconcile.id", id=value))
    for candidate in candidates:
        output.show(text("reconcile.candidate", id=candidate))


def id_of(document: object) -> object:
    """The UUID of an invoice, or the id of any other document."""
    return getattr(document, "uuid", None) or getattr(document, "id", None)
