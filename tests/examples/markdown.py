"""Python blocks of Markdown pages, and ways to run them as a reader would.

A block ends with its output as comments, or shows none:

    print(1 + 1)
    # 2
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import textwrap
from collections.abc import Mapping, Sequence
from itertools import takewhile
from pathlib import Path

from attrs import frozen

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
SEPARATOR = "-- end of snippet --"


@frozen
class Block:
    """A Python block of a page and the heading above it."""

    heading: str
    code: str

    @property
    def output(self) -> str:
        """The output that the block shows: the comment lines at its end."""
        lines = [line.strip() for line in reversed(self.code.splitlines())]
        comments = list(takewhile(lambda line: line.startswith("# "), lines))
        return "".join(f"{line.removeprefix('# ')}\n" for line in reversed(comments))


def fences_blanked(text: str) -> str:
    """The text with every code block replaced by blank lines, so that offsets stay the same."""
    return FENCE.sub(lambda fence: re.sub(r"[^\n]", " ", fence[0]), text)


def python_blocks(page: Path) -> list[Block]:
    """The Python blocks of a page, in order."""
    text = page.read_text(encoding="utf-8")
    prose = fences_blanked(text)
    return [
        Block(list(HEADING.finditer(prose, 0, fence.start()))[-1][1], fence[2])
        for fence in FENCE.finditer(text)
        if fence[1] == "python"
    ]


def run_program(code: str, environment: Mapping[str, str], folder: Path) -> str:
    """The output of a program, run in a folder. Warnings count as errors.

    Raises:
        AssertionError: it failed, or wrote to stderr.
    """
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=folder,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def run_snippets(
    snippets: Sequence[str], environment: Mapping[str, str], folder: Path
) -> list[str]:
    """The output of each snippet, run in turn inside one `async with Gigstack() as gig:`."""
    body = "".join(f"{snippet}\nprint({SEPARATOR!r})\n" for snippet in snippets)
    program = (
        "import asyncio\n"
        "from gigstack_api import Gigstack\n"
        "async def main():\n"
        "    async with Gigstack() as gig:\n"
        f"{textwrap.indent(body, ' ' * 8)}"
        "asyncio.run(main())\n"
    )
    return run_program(program, environment, folder).split(f"{SEPARATOR}\n")[:-1]
