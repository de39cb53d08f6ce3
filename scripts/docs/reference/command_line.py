"""The page of the command line, from the commands themselves."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import cast

import click

from gigstack_api.cli.app import NAME, root
from gigstack_api.cli.exits import Exit
from gigstack_api.cli.texts import Language, choose, chosen

from .markdown import code, fence, heading, page, slug, table
from .wording import Wording

PAGE = "reference/cli.md"

EXITS = {
    Exit.DONE: "Everything was done.",
    Exit.SOME_FAILED: "Some rows failed, or the API refused the call.",
    Exit.WRONG_USE: "The arguments or a file are wrong.",
    Exit.CANNOT_START: "It cannot start: no valid key, or no connection.",
    Exit.INTERRUPTED: (
        "Interrupted with Ctrl+C. An import goes on where it stopped when it is started again."
    ),
}


def command_line_page(words: Wording) -> str:
    """Every command with its arguments and options."""
    say = words.say
    with _speaking(words.language):
        blocks = [block for path, command in commands() for block in _command(words, path, command)]
    rows = [(code(str(int(number))), say(text)) for number, text in EXITS.items()]
    return page(
        f"# {say('The command line')}",
        say("Install it with the extra `cli`. `python -m gigstack_api` is the same command."),
        fence("pip install 'gigstack-api[cli]'", "sh"),
        *blocks,
        heading(2, say("Exit codes"), "exit-codes"),
        table([say("Code"), say("Meaning")], rows),
    )


def commands() -> Iterator[tuple[str, click.Command]]:
    """All commands with their paths, in the order of the help."""

    def below(path: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
        yield path, command
        if isinstance(command, click.Group):
            context = click.Context(command)
            for name in command.list_commands(context):
                found = command.get_command(context, name)
                assert found is not None
                yield from below(f"{path} {name}", found)

    yield from below(NAME, root())


def _command(words: Wording, path: str, command: click.Command) -> Iterator[str]:
    say = words.say
    context = click.Context(command, info_name=path)
    yield heading(2, code(path), slug(path.removeprefix(f"{NAME} ")))
    yield command.help or ""
    pieces = " ".join(command.collect_usage_pieces(context))
    yield fence(f"{path} {pieces}", "text")
    if isinstance(command, click.Group):
        rows = [
            (code(name), found.help or "")
            for name in command.list_commands(context)
            if (found := command.get_command(context, name)) is not None
        ]
        yield table([say("Command"), say("What it does")], rows)
    records = [
        record
        for param in command.get_params(context)
        if isinstance(param, click.Option) and (record := param.get_help_record(context))
    ]
    yield table([say("Option"), say("Description")], ((code(name), text) for name, text in records))


@contextmanager
def _speaking(language: str) -> Generator[None]:
    """The command line in a language inside the block."""
    before = chosen()
    choose(cast(Language, language))
    try:
        yield
    finally:
        choose(before)
