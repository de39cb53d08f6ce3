"""The tree of commands, each loaded when it is needed, and how a run ends."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

import click

from .framework import Group, message_of
from .language import OPTION, known_language, language_of, take_language
from .texts import LANGUAGES, choose, text

NAME = "gigstack-api"

Tree = Mapping[str, "str | Tree"]

TREE: Tree = {
    "clients": {"import": "importing:clients"},
    "services": {"import": "importing:services"},
    "invoices": {"import": "importing:invoices"},
    "export": "exporting:command",
    "files": "files:command",
    "whoami": "whoami:command",
    "doctor": "doctor:command",
    "rfc": {"check": "rfc:command"},
    "catalogs": "catalogs:command",
    "webhooks": {"listen": "listen:command"},
    "reconcile": "reconcile:command",
    "sandbox": "sandbox:command",
    "profile": {
        "add": "profile:add",
        "list": "profile:listing",
        "remove": "profile:remove",
    },
}
"""The commands in the order of the help, with the function of `commands` that makes each."""


def root() -> Group:
    """The command, with its whole tree."""
    group = _group(NAME, TREE, "")
    group.params = [
        click.Option(
            [OPTION],
            type=click.Choice(LANGUAGES),
            help=text("option.lang"),
            expose_value=False,
        ),
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_version,
            help=text("option.version"),
        ),
    ]
    return group


def _group(name: str, tree: Tree, path: str) -> Group:
    return Group(
        name,
        help=text(f"command.{path}" if path else "command"),
        helps={part: text(f"command.{_joined(path, part)}") for part in tree},
        makers={part: _maker(part, value, _joined(path, part)) for part, value in tree.items()},
    )


def _maker(name: str, value: str | Tree, path: str) -> Callable[[], click.Command]:
    def make() -> click.Command:
        if not isinstance(value, str):
            return _group(name, value, path)
        module, _, function = value.partition(":")
        made: click.Command = getattr(import_module(f".commands.{module}", __package__), function)()
        return made

    return make


def _joined(path: str, part: str) -> str:
    return f"{path}.{part}" if path else part


def _show_version(context: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        from .._version import __version__

        click.echo(f"{NAME} {__version__}")
        context.exit()


def run(arguments: Sequence[str]) -> int:
    """Runs the command, and returns its exit code."""
    from .exits import Exit

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal may not know all letters
    rest, wanted = take_language(arguments)
    choose(language_of(os.environ))
    if wanted is not None:
        language = known_language(wanted)
        if language is None:
            _complain(text("error.lang", languages=", ".join(LANGUAGES)))
            return Exit.WRONG_USE
        choose(language)
    try:
        code = root().main(rest, prog_name=NAME, standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else Exit.DONE
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "", err=True)
        return Exit.WRONG_USE
    except click.ClickException as error:
        if isinstance(error, click.UsageError) and error.ctx is not None:
            click.echo(error.ctx.get_usage(), err=True)
        _complain(message_of(error))
        return Exit.WRONG_USE
    except (click.Abort, KeyboardInterrupt):
        _complain(text("error.interrupted"))
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # The reader of the output has ended. Python would fail again when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.SOME_FAILED
    except Exception as error:
        code = _ended(error)
        if code is None:
            raise
        return code


def _ended(error: Exception) -> int | None:
    from .exits import Refused, exit_of

    if isinstance(error, Refused):
        _complain(error.message)
        return error.code
    code = exit_of(error)
    if code is not None:
        from .sentences import whole_sentence

        _complain(whole_sentence(error))
    return code


def _complain(message: str) -> None:
    from .terminal.output import clean, fitted

    click.echo(fitted(sys.stderr, f"{text('error')}: {clean(message)}"), err=True)
