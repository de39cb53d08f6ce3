"""`doctor`: what a run needs, checked one after the other."""

from __future__ import annotations

import click

from ..checkup import checkup
from ..exits import Exit
from ..framework import command as make
from ..terminal.output import Output
from ..texts import text
from .common import output_options, profile_option, run_async


def command() -> click.Command:
    """The command `doctor`."""
    return make("doctor", _doctor, [profile_option(), *output_options()])


def _doctor(*, profile: str | None, as_json: bool, quiet: bool) -> int:
    output = Output(as_json=as_json, quiet=quiet)
    rows: list[list[str]] = []
    failed = False

    async def run() -> int:
        nonlocal failed
        async for check in checkup(profile):
            failed = failed or check.status == "fail"
            output.emit({"check": check.name, "status": check.status, "detail": check.detail})
            label, status = text(f"doctor.{check.name}"), text(f"doctor.{check.status}")
            rows.append([status, label, check.detail])
        return Exit.CANNOT_START if failed else Exit.DONE

    code = run_async(run)
    output.table([text("doctor.status"), text("doctor.check"), text("doctor.detail")], rows)
    return code
