"""`rfc check`: the form of RFCs, and whether the SAT lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ...bulk.errors import code_of
from ...errors import GigstackError
from ..connecting import Access, connect, find_access
from ..exits import Exit
from ..framework import argument, flag
from ..framework import command as make
from ..sentences import sentence_of
from ..terminal.output import Output
from ..texts import chosen, text
from .common import output_options, profile_option, run_async

if TYPE_CHECKING:
    from ...client import Gigstack

Row = dict[str, Any]


def command() -> click.Command:
    """The command `rfc check`."""
    return make(
        "rfc.check",
        _check,
        [
            argument("rfcs", metavar="rfcs", nargs=-1, required=True),
            flag("--offline", key="offline"),
            profile_option(),
            *output_options(),
        ],
    )


def _check(
    *, rfcs: tuple[str, ...], offline: bool, profile: str | None, as_json: bool, quiet: bool
) -> int:
    output = Output(as_json=as_json, quiet=quiet)
    access = None if offline else find_access(profile)
    rows = [_checked(rfc) for rfc in rfcs]
    if access is not None:
        run_async(lambda: _look_up(access, rows))
    for row in rows:
        output.emit({name: value for name, value in row.items() if name != "texts"})
    output.table(
        [text("rfc.rfc"), text("rfc.person"), text("rfc.form"), text("rfc.lists")],
        [[row["rfc"], _person(row), _form(row), _lists(row)] for row in rows],
    )
    is_bad = any(not row["valid"] or row["risky"] for row in rows)
    return Exit.SOME_FAILED if is_bad else Exit.DONE


def _checked(rfc: str) -> Row:
    from ...fiscal import check_rfc
    from ...fiscal.taxpayers import person_of

    written = rfc.strip().upper()
    findings = check_rfc(written)
    person = person_of(written)
    return {
        "rfc": written,
        "person": None if person is None else person.value,
        "valid": not any(found.severity == "error" for found in findings),
        "findings": [found.code for found in findings],
        "texts": [found.text_es if chosen() == "es" else found.text_en for found in findings],
        "risky": None,
        "lists": [],
        "error": None,
    }


async def _look_up(access: Access, rows: list[Row]) -> int:
    async with connect(access) as gig:
        for row in rows:
            if row["valid"]:
                await _look_up_one(gig, row)
    return Exit.DONE


async def _look_up_one(gig: Gigstack, row: Row) -> None:
    try:
        found = await gig.sat_lists.check_rfc(row["rfc"])
    except GigstackError as error:
        row["error"] = code_of(error)
        return
    row["risky"] = found.is_risky
    row["lists"] = [hit.label or hit.list or "?" for hit in found.hits or ()]


def _person(row: Row) -> str:
    return "" if row["person"] is None else text(f"rfc.{row['person']}")


def _form(row: Row) -> str:
    return "; ".join(row["texts"]) or text("rfc.good")


def _lists(row: Row) -> str:
    if row["error"] is not None:
        return text("rfc.failed", error=sentence_of(row["error"]))
    if row["risky"] is None:
        return text("rfc.not_asked")
    if row["risky"]:
        return text("rfc.risky", lists=", ".join(row["lists"]))
    return text("rfc.clear")
