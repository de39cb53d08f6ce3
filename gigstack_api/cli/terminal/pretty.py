"""Tables and progress in a terminal, with rich. Imported only there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Self, TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.live import Live
from rich.table import Table
from rich.text import Text

COLOURS = {"fail": "red", "falla": "red", "warn": "yellow", "aviso": "yellow"}


def show_table(stream: TextIO, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Writes a table that fits into the terminal; long cells are folded."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name in header:
        table.add_column(Text(name), overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell, COLOURS.get(cell, "")) for cell in row))
    Console(file=stream, highlight=False, markup=False).print(table)


class LiveLine:
    """A line that is redrawn a few times per second, and disappears at the end."""

    def __init__(self, stream: TextIO, line: Callable[[int], str]) -> None:
        self._console = Console(file=stream, highlight=False, markup=False)
        self._line = line
        self._live = Live(
            get_renderable=self._drawn,
            console=self._console,
            refresh_per_second=6,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )

    def _drawn(self) -> Text:
        width = self._console.width
        return Text(self._line(width - 1), no_wrap=True, overflow="ellipsis")

    def write_above(self, line: str) -> None:
        """Writes a line above this one."""
        self._console.print(Text(line))

    def __enter__(self) -> Self:
        self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._live.stop()
