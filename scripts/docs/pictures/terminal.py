"""The progress of the command line: a real import into a sandbox, in a terminal of its own.

The terminal redraws a line of progress many times. The picture has the command, one of these lines
from the middle of the run, and what stood there at the end.
"""

from __future__ import annotations

import io
import os
import pty
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from scripts.sandbox_process import running

ROWS = 3000
WIDTH = 84
COMMAND = ("clients", "import", "clientes.csv", "--on", "email", "--yes")
LANGUAGES = {"en": "en_US.UTF-8", "es": "es_MX.UTF-8"}
CONTROL = re.compile(r"\x1b\[\?25[lh]|\r|\x1b\[2K|\x1b\[1A")
PROGRESS = re.compile(r"[━╌]{20}")
FONTS = re.compile(r"@font-face\s*\{.*?\}\s*", re.DOTALL)
"""Rich takes its font from a CDN, which a picture must not."""


class TerminalError(Exception):
    """The command did not do what the picture is to show. The text is its output."""


def write_rows(file: Path) -> None:
    """Writes a file of clients as a spreadsheet has them."""
    rows = [f"Cliente {number:04},cliente{number}@example.com" for number in range(ROWS)]
    file.write_text("\n".join(["Nombre,Correo", *rows]) + "\n", encoding="utf-8")


def recorded(language: str) -> str:
    """The output of the command in its terminal."""
    with TemporaryDirectory() as made, running() as environment:
        write_rows(Path(made, "clientes.csv"))
        ours, theirs = pty.openpty()
        process = subprocess.Popen(
            [sys.executable, "-m", "gigstack_api", *COMMAND],
            cwd=made,
            env={
                **os.environ,
                **environment,
                "LC_ALL": LANGUAGES[language],
                "TERM": "xterm-256color",
                "COLUMNS": str(WIDTH),
                "PYTHONPATH": str(Path(__file__).resolve().parents[3]),
            },
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
        )
        os.close(theirs)
        parts: list[bytes] = []
        try:
            while part := os.read(ours, 65_536):
                parts.append(part)
        except OSError:  # how Linux ends a terminal whose program has gone
            pass
        finally:
            os.close(ours)
        said = b"".join(parts).decode(errors="replace")
        if process.wait() != 0:
            raise TerminalError(said)
        return said


def lines(said: str) -> list[str]:
    """The lines of the picture.

    Raises:
        TerminalError: no progress was drawn.
    """
    written = [line for line in CONTROL.sub("\n", said).split("\n") if line.strip()]
    bars = [place for place, line in enumerate(written) if PROGRESS.search(line)]
    if not bars:
        raise TerminalError(said)
    return [*written[: bars[0]], written[bars[len(bars) // 2]], *written[bars[-1] + 1 :]]


def draw(language: str) -> str:
    """The picture in a language."""
    console = Console(record=True, width=WIDTH, file=io.StringIO())
    console.print(Text(f"$ gigstack-api {' '.join(COMMAND)}", "bold"))
    for line in lines(recorded(language)):
        console.print(Text.from_ansi(line))
    drawn = console.export_svg(title="gigstack-api", theme=MONOKAI, unique_id=f"import-{language}")
    return FONTS.sub("", drawn)


def pictures() -> Mapping[str, bytes]:
    """The picture in each language, by the name of its file.

    Raises:
        TerminalError: the command failed, or drew no progress.
    """
    return {f"import.{language}.svg": draw(language).encode() for language in LANGUAGES}
