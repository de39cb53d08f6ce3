"""`sandbox`: passes its arguments to that of `python -m gigstack_api.sandbox`."""

from __future__ import annotations

import click

from ..exits import Exit, Refused
from ..framework import Translated
from ..texts import text


def command() -> click.Command:
    """The command `sandbox`, whose options are those of the sandbox itself."""
    return Translated(
        "sandbox",
        callback=_sandbox,
        params=[click.Argument(["arguments"], nargs=-1, type=click.UNPROCESSED)],
        help=text("command.sandbox"),
        add_help_option=False,
        context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
    )


def _sandbox(*, arguments: tuple[str, ...]) -> int:
    try:
        from ...sandbox.__main__ import main
    except ModuleNotFoundError as error:
        raise Refused(text("error.no_sandbox"), Exit.WRONG_USE) from error
    try:
        main(list(arguments))
    except SystemExit as error:
        if isinstance(error.code, str):
            raise Refused(error.code, Exit.CANNOT_START) from error
        raise
    return Exit.DONE
