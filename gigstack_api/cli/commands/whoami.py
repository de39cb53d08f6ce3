"""`whoami`: whose key it is."""

from __future__ import annotations

import click

from ..connecting import connect, need_access
from ..exits import Exit
from ..framework import command as make
from ..terminal.output import Output
from ..texts import text
from .common import first_page, output_options, profile_option, run_async, team_option


def command() -> click.Command:
    """The command `whoami`."""
    return make("whoami", _whoami, [team_option(), profile_option(), *output_options()])


def mode_text(*, livemode: bool | None) -> str:
    """The name of a mode."""
    return text("mode.unknown" if livemode is None else "mode.live" if livemode else "mode.test")


def _whoami(*, team: str | None, profile: str | None, as_json: bool, quiet: bool) -> int:
    from ...operations.clients.list_clients import build

    output = Output(as_json=as_json, quiet=quiet)
    access = need_access(profile)

    async def run() -> int:
        async with connect(access, team=team) as gig:
            name = tax_id = None
            about = team or access.profile.team or gig.key_team
            if about is not None:
                found = await gig.teams.get(about)
                name, tax_id = found.legal_name or found.name, found.tax_id
            else:
                await gig.request(first_page(build()))  # the key is accepted
            facts = {
                "team": about,
                "name": name,
                "tax_id": tax_id,
                "livemode": gig.livemode,
                "base_url": gig.base_url,
                "source": access.source,
            }
            shown = {**facts, "mode": mode_text(livemode=gig.livemode)}
        output.emit(facts)
        for label in ("team", "name", "tax_id", "mode", "base_url", "source"):
            if shown[label] is not None:
                output.show(f"{text(f'whoami.{label}')}: {shown[label]}")
        return Exit.DONE

    return run_async(run)
