"""Pieces of Markdown. Pure."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Sequence
from html import escape

CODE = re.compile(r"`([^`]*)`")
NOT_IN_SLUGS = re.compile(r"[^\w\- ]")


def slug(heading: str) -> str:
    """The id of an English heading."""
    return NOT_IN_SLUGS.sub("", heading.strip().lower()).replace(" ", "-")


def heading(level: int, text: str, anchor: str) -> str:
    """A heading with an id that is the same in every language."""
    return f"{'#' * level} {text} {{#{anchor}}}"


def cell(text: str) -> str:
    """A text in one cell of a table.

    Renderers differ about pipes in code: some show the backslash, others end the cell without it.
    """
    line = CODE.sub(_without_pipes, " ".join(text.split()))
    return line.replace("|", "\\|")


def _without_pipes(found: re.Match[str]) -> str:
    if "|" not in found[1]:
        return found[0]
    return f"<code>{escape(found[1], quote=False).replace('|', '&#124;')}</code>"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; empty without rows."""
    lines = [f"| {' | '.join(cell(text) for text in row)} |" for row in rows]
    if not lines:
        return ""
    return "\n".join([f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *lines])


def fence(code: str, language: str) -> str:
    """A block of code."""
    return f"```{language}\n{code.rstrip()}\n```"


def code(text: str) -> str:
    """A text as code; without pipes, which end a cell of a table."""
    return f"`{text}`"


def link(shown: str, page: str, anchor: str = "", *, on: str) -> str:
    """A link to a heading of a page.

    Args:
        shown: What is shown, as Markdown.
        page: The path of the page below the folder of the language.
        anchor: The id of the heading.
        on: The path of the page that holds the link.
    """
    if page == on:
        return f"[{shown}](#{anchor})"
    target = posixpath.relpath(page, posixpath.dirname(on))
    return f"[{shown}]({target}{f'#{anchor}' if anchor else ''})"


def page(*blocks: str) -> str:
    """The blocks with a blank line between them; empty ones are left out."""
    return "\n\n".join(block.strip("\n") for block in blocks if block.strip()) + "\n"
