"""Commands, groups and parameters of click with texts in the chosen language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from .texts import text

MOST_SECONDS = 86_400.0


class Translated(click.Command):
    """A command whose help has headings in the chosen language."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the line with the arguments."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, f"{text('help.usage')}: ")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The pieces of this line."""
        return [
            text("help.options_metavar") if piece == "[OPTIONS]" else piece
            for piece in super().collect_usage_pieces(ctx)
        ]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the options."""
        options = [one for one in self.get_params(ctx) if isinstance(one, click.Option)]
        records = [record for one in options if (record := one.get_help_record(ctx))]
        if records:
            with formatter.section(text("help.options")):
                formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option `--help`."""
        found = super().get_help_option(ctx)
        if found is not None:
            found.help = text("option.help")
        return found


class Group(Translated, click.Group):
    """Commands that are made when they are needed."""

    def __init__(
        self,
        name: str,
        *,
        help: str,  # noqa: A002 - as click calls it
        helps: Mapping[str, str],
        makers: Mapping[str, Callable[[], click.Command]],
    ) -> None:
        super().__init__(name, help=help, subcommand_metavar=text("help.command_metavar"))
        self._helps = helps
        self._makers = makers

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in their order."""
        return list(self._makers)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command; None if there is no such one."""
        make = self._makers.get(cmd_name)
        return make() if make is not None else None

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the options, then the commands."""
        Translated.format_options(self, ctx, formatter)
        with formatter.section(text("help.commands")):
            formatter.write_dl(list(self._helps.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name.

        Raises:
            click.UsageError: there is no such command.
        """
        if args and self.get_command(ctx, args[0]) is None and not ctx.resilient_parsing:
            known = ", ".join(self._makers)
            raise click.UsageError(text("error.no_command", name=args[0], known=known), ctx)
        return super().resolve_command(ctx, args)


class Choice(click.Choice[str]):
    """One of a few words."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            choices = ", ".join(map(str, self.choices))
            self.fail(text("error.choice", value=value, choices=choices), param, ctx)


class Folder(click.ParamType[Path]):
    """A directory, which need not exist."""

    name = "folder"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path."""
        path = Path(value)
        if path.exists() and not path.is_dir():
            self.fail(text("error.not_a_folder", folder=path), param, ctx)
        return path


class Whole(click.ParamType[int]):
    """A whole number in a range."""

    name = "number"

    def __init__(self, least: int, *, most: int = 10**9) -> None:
        self._least = least
        self._most = most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number."""
        if isinstance(value, int):
            return value
        is_number = str(value).isascii() and str(value).isdecimal() and len(str(value)) < 12
        if is_number and self._least <= int(value) <= self._most:
            return int(value)
        problem = text("error.whole", value=value, least=self._least, most=self._most)
        return self.fail(problem, param, ctx)


class Seconds(click.ParamType[float]):
    """A number of seconds."""

    name = "seconds"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """The number."""
        try:
            found = float(value)
        except ValueError:
            found = -1.0
        if not 0 <= found < MOST_SECONDS:
            self.fail(text("error.seconds", value=value), param, ctx)
        return found


class Day(click.ParamType[datetime]):
    """A day or a time, in the zone of this machine unless it says another one."""

    name = "date"

    def __init__(self, *, is_end: bool = False) -> None:
        self._is_end = is_end

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """The time. A day is its first second, or its last one."""
        if isinstance(value, datetime):
            return value
        try:
            found = datetime.fromisoformat(value)
            if self._is_end and len(value) == len("2026-05-31"):
                found = found.replace(hour=23, minute=59, second=59)
            return found.astimezone(UTC)
        except (ValueError, OverflowError):
            return self.fail(text("error.date", value=value), param, ctx)


class Pair(click.ParamType[tuple[str, str]]):
    """A name and a value: `NAME=VALUE`. The last `=` parts them if names may hold one."""

    name = "pair"

    def __init__(self, *, at_last: bool = False) -> None:
        self._at_last = at_last

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        """The name and the value."""
        if isinstance(value, tuple):
            return value  # pyright: ignore[reportUnknownVariableType] - converted before
        name, sign, rest = value.rpartition("=") if self._at_last else value.partition("=")
        if not (sign and name.strip()):
            self.fail(text("error.pair", value=value), param, ctx)
        return name.strip(), rest.strip()


def option(*names: str, key: str, metavar: str = "", **settings: Any) -> click.Option:
    """An option, with its help under `option.KEY` and the name of its value under `metavar.NAME`.

    The default is added to the help.
    """
    help_text = text(f"option.{key}")
    if settings.get("default") is not None:
        help_text += f" [{text('help.default')}: {settings['default']}]"
    if metavar:
        settings["metavar"] = text(f"metavar.{metavar}")
    return click.Option(list(names), help=help_text, **settings)


def argument(name: str, *, metavar: str, **settings: Any) -> click.Argument:
    """An argument, with the name of its value under `metavar.NAME`."""
    return click.Argument([name], metavar=text(f"metavar.{metavar}"), **settings)


def flag(*names: str, key: str) -> click.Option:
    """An option without a value."""
    return option(*names, key=key, is_flag=True)


def command(path: str, run: Callable[..., int], params: Sequence[click.Parameter]) -> click.Command:
    """A command, with its help under `command.PATH`."""
    return Translated(
        path.rpartition(".")[2], callback=run, params=list(params), help=text(f"command.{path}")
    )


def message_of(error: click.ClickException) -> str:
    """The message of an error of click, in the chosen language."""
    if isinstance(error, click.NoSuchOption):
        return text("error.no_option", name=error.option_name)
    if isinstance(error, click.MissingParameter):
        return text("error.missing", name=_name_of(error))
    if isinstance(error, click.BadParameter):
        return text("error.parameter", name=_name_of(error), problem=error.message)
    if isinstance(error, click.BadOptionUsage):
        takes_none = "does not take" in error.message
        key = "error.option_no_value" if takes_none else "error.option_value"
        return text(key, name=error.option_name)
    if isinstance(error, click.BadArgumentUsage) or type(error) is not click.UsageError:
        return error.format_message()
    if "unexpected extra argument" in error.message:
        return text("error.extra", names=error.message.partition("(")[2].rpartition(")")[0])
    return error.message


def _name_of(error: click.BadParameter) -> str:
    param = error.param
    if isinstance(param, click.Option):
        return " / ".join(param.opts)
    return param.human_readable_name if param is not None else ""
