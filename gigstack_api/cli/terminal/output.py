"""Where each line goes: results to standard output, all else to standard error."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TextIO

from .plain import table_lines, wrapped


def clean(text: object) -> str:
    """A text without control characters, which could move the cursor or colour the terminal."""
    return "".join(
        letter if letter.isprintable() or letter == "\n" else "\N{REPLACEMENT CHARACTER}"
        for letter in str(text)
    )


def is_plain(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether a stream gets plain lines: it is not a terminal, or colours are not wanted."""
    return (
        not stream.isatty()
        or bool(environment.get("NO_COLOR"))
        or environment.get("TERM") == "dumb"
    )


def fitted(stream: TextIO, line: str) -> str:
    """A line whose words a terminal does not cut. A command below it can still be copied."""
    if "\n" in line or is_plain(stream, os.environ):
        return line
    return wrapped(line, shutil.get_terminal_size().columns)


class Output:
    """The output of one command.

    Args:
        as_json: Whether standard output is for JSON lines only.
        quiet: Whether remarks and progress are left out.
    """

    def __init__(self, *, as_json: bool = False, quiet: bool = False) -> None:
        self.as_json = as_json
        self.quiet = quiet
        self.above: Callable[[str], object] | None = None
        """Writes a line above a line of progress, while there is one."""

    @property
    def shows_progress(self) -> bool:
        """Whether a line of progress may be redrawn."""
        return not self.quiet and not is_plain(sys.stderr, os.environ)

    def say(self, line: str) -> None:
        """A remark."""
        if not self.quiet:
            self._write(sys.stderr, fitted(sys.stderr, line))

    def show(self, line: str) -> None:
        """A result for people."""
        if not self.as_json:
            self._write(sys.stdout, line)
        else:
            self.say(line)

    def show_entry(self, line: str) -> None:
        """An entry of a list for people: a terminal does not cut its words."""
        self.show(fitted(sys.stderr if self.as_json else sys.stdout, line))

    def problem(self, line: str) -> None:
        """A problem, which `quiet` does not leave out."""
        self._write(sys.stderr, fitted(sys.stderr, line))

    def emit(self, value: Mapping[str, Any]) -> None:
        """A result for machines."""
        if self.as_json:
            self._write(sys.stdout, json.dumps(value, ensure_ascii=False, default=str))

    def table(
        self, header: Sequence[str], rows: Sequence[Sequence[object]], *, is_remark: bool = False
    ) -> None:
        """A table."""
        if (is_remark or self.as_json) and self.quiet:
            return
        stream = sys.stderr if is_remark or self.as_json else sys.stdout
        cells = [[clean(cell).replace("\n", " ") for cell in row] for row in rows]
        if is_plain(stream, os.environ):
            for line in table_lines(header, cells):
                self._write(stream, line)
        else:
            from .pretty import show_table

            show_table(stream, header, cells)

    def _write(self, stream: TextIO, line: str) -> None:
        if self.above is not None and stream.isatty():
            self.above(clean(line))
            return
        stream.write(f"{clean(line)}\n")
        stream.flush()
