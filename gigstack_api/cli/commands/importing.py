"""`clients import`, `services import` and `invoices import`: a file of rows to the API."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from ..framework import Choice, Pair, Whole, argument, flag, option
from ..framework import command as make
from .common import output_options, profile_option, team_option

CHECKS = ("off", "warn", "error")


def clients() -> click.Command:
    """The command `clients import`."""
    on = option("--on", key="on", default="tax_id", metavar="field")
    return _command("clients", [on, flag("--update", key="update")])


def services() -> click.Command:
    """The command `services import`."""
    on = option("--on", key="on", default="sku", metavar="field")
    return _command("services", [on, flag("--update", key="update")])


def invoices() -> click.Command:
    """The command `invoices import`."""
    return _command(
        "invoices",
        [
            option(
                "--on",
                key="on_invoices",
                default="metadata.document",
                metavar="field",
            ),
            option("--document", key="document", metavar="column"),
            option(
                "--client-on",
                key="client_on",
                default="tax_id",
                metavar="field",
            ),
        ],
    )


def _command(resource: str, own: list[click.Parameter]) -> click.Command:
    path = click.Path(path_type=Path)

    def run(**options: Any) -> int:
        from .import_run import ImportRun

        return ImportRun(resource, _request(own, options)).run()

    return make(
        f"{resource}.import",
        run,
        [
            argument("file", metavar="file", type=path),
            *own,
            option(
                "--map",
                "maps",
                key="map",
                type=Pair(at_last=True),
                multiple=True,
                metavar="map",
            ),
            team_option(),
            option("--concurrency", key="concurrency", type=Whole(1), default=8, metavar="n"),
            option("--workers", key="workers", type=Whole(1), metavar="n"),
            option("--scheduler", key="scheduler", metavar="url"),
            flag("--dry-run", key="dry_run"),
            option("--journal", key="journal", type=path, metavar="file"),
            option("--report", key="report", type=path, metavar="file"),
            option("--limit", key="limit", type=Whole(1), metavar="n"),
            option("--checks", key="checks", type=Choice(CHECKS), default="off"),
            option("--sheet", key="sheet", metavar="name"),
            option("--encoding", key="encoding", metavar="name"),
            flag("--yes", key="yes"),
            profile_option(),
            *output_options(),
        ],
    )


def _request(own: list[click.Parameter], options: Mapping[str, Any]) -> Any:
    """The options of a command, those of its resource apart."""
    from .import_run import ImportRequest

    names = {parameter.name for parameter in own}
    return ImportRequest(
        by_resource={name: value for name, value in options.items() if name in names},
        **{name: value for name, value in options.items() if name not in names},
    )
