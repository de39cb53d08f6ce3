"""The code blocks of a page, and what the page says about how they are tested.

A directive is a line of its own. It stands above the fence of a block, or says below the title
what holds for all blocks of the page that are run:

    <!-- test: program -->            the block is a program of its own
    <!-- test: by tests/PATH.py -->   that test runs it
    <!-- test: not run: REASON -->    this shell block cannot run where tests run
"""

from __future__ import annotations

import re
import textwrap
from itertools import takewhile
from pathlib import Path

from attrs import frozen

FENCE = re.compile(r" *(```+)(.*)")
HEADING = re.compile(r"#+ +(.+?)(?: +\{#[\w-]+\})?")
DIRECTIVE = re.compile(r" *<!-- test: (.+?) -->")
PROGRAM = "program"
BY = re.compile(r"by (tests/\S+\.py)")
NOT_RUN = re.compile(r"not run: \S.*")
SHELL = {"sh", "console"}
RUN = {"python", *SHELL}
"""The languages of blocks that are run."""


class PageError(ValueError):
    """A page that cannot be understood: where, and why."""

    def __init__(self, page: Path, line: int, reason: str) -> None:
        super().__init__(f"{page}:{line}: {reason}")


@frozen
class Block:
    """A code block."""

    page: Path
    language: str
    code: str
    """Without the indent of its fence."""
    line: int
    """The number of its first line in the page."""
    heading: str
    """The heading above it."""
    directive: str = ""

    @property
    def output(self) -> str:
        """The output that the block shows: the comment lines at its end."""
        lines = [line.strip() for line in reversed(self.code.splitlines())]
        comments = list(takewhile(lambda line: line == "#" or line.startswith("# "), lines))
        return "".join(f"{line[2:]}\n" for line in reversed(comments))

    @property
    def in_place(self) -> str:
        """The code below as many blank lines as the page has above it."""
        return "\n" * (self.line - 1) + self.code

    @property
    def is_program(self) -> bool:
        """Whether it runs on its own, not inside `async with Gigstack() as gig:`."""
        return self.directive == PROGRAM

    @property
    def is_run(self) -> bool:
        """Whether it can run where tests run."""
        return not NOT_RUN.fullmatch(self.directive)

    @property
    def test(self) -> str | None:
        """The path of the test that runs it, if it needs one of its own."""
        by = BY.fullmatch(self.directive)
        return by and by[1]


def blocks_of(page: Path) -> list[Block]:
    """The code blocks of a page, in order.

    Raises:
        PageError: a fence without an end, or a directive that is unknown or in a wrong place.
    """
    lines = page.read_text(encoding="utf-8").splitlines()
    of_page = _of_page(lines)
    used = {of_page}
    heading, number = "", 0
    found: list[Block] = []
    while number < len(lines):
        if fence := FENCE.fullmatch(lines[number]):
            end = _end(page, lines, number, fence[1])
            directive = DIRECTIVE.fullmatch(lines[number - 1])
            used.add(number - 1)
            if directive is None and of_page and fence[2].strip() in RUN:
                directive = DIRECTIVE.fullmatch(lines[of_page])
            code = textwrap.dedent("".join(f"{line}\n" for line in lines[number + 1 : end]))
            block = Block(page, fence[2].strip(), code, number + 2, heading,
                          directive[1] if directive else "")  # fmt: skip
            _check(block)
            found.append(block)
            number = end
        elif DIRECTIVE.fullmatch(lines[number]) and number not in used:
            following = lines[number + 1 : number + 2]
            if not following or not FENCE.fullmatch(following[0]):
                raise PageError(page, number + 1, "no block follows this directive")
        elif title := HEADING.fullmatch(lines[number]):
            heading = title[1]
        number += 1
    return found


def python_blocks(page: Path) -> list[Block]:
    """The Python blocks of a page, in order."""
    return [block for block in blocks_of(page) if block.language == "python"]


def _of_page(lines: list[str]) -> int | None:
    """The line with the directive for all Python of a page: the first one below its title."""
    below = [number for number, line in enumerate(lines) if line.strip()][1:2]
    for number in below:
        directive = DIRECTIVE.fullmatch(lines[number])
        if directive and BY.fullmatch(directive[1]) and not "".join(lines[number + 1 : number + 2]):
            return number
    return None


def _end(page: Path, lines: list[str], start: int, ticks: str) -> int:
    for number in range(start + 1, len(lines)):
        if lines[number].strip() == ticks:
            return number
    raise PageError(page, start + 1, "this fence has no end")


def _check(block: Block) -> None:
    """Refuses a directive that is unknown, or that does not fit the block."""
    directive, line = block.directive, block.line - 1
    if not directive or block.test:
        return
    if directive == PROGRAM and block.language != "python":
        raise PageError(block.page, line, "only Python is a program")
    if not block.is_run and block.language not in SHELL:
        raise PageError(block.page, line, "only shell blocks may be left out")
    if directive != PROGRAM and block.is_run:
        raise PageError(block.page, line, f"unknown directive: {directive}")
