"""The headings and links of a page, which both languages share."""

from __future__ import annotations

import re
from pathlib import Path

from attrs import frozen

FENCED = re.compile(r"^ *(```+)[^\n]*\n.*?^ *\1$", re.DOTALL | re.MULTILINE)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
CODE_SPAN = re.compile(r"(`+)[^`]+?\1")
LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^(#+) +(.+?)(?: +\{#([\w-]+)\})?$", re.MULTILINE)
TABLE_ROW = re.compile(r"^ *\|", re.MULTILINE)
NOT_IN_SLUGS = re.compile(r"[^\w\- ]")


@frozen
class Heading:
    """A heading of a page."""

    level: int
    text: str
    id: str | None
    """The anchor that it names itself."""

    @property
    def anchor(self) -> str:
        """Its anchor: the id, or what sites make of the text."""
        return self.id or slug(self.text)


@frozen
class Outline:
    """A page without its text."""

    headings: list[Heading]
    links: list[str]
    images: list[str]
    table_rows: int


def slug(heading: str) -> str:
    """The anchor that GitHub and the site give a heading."""
    return NOT_IN_SLUGS.sub("", heading.strip().lower()).replace(" ", "-")


def blanked(pattern: re.Pattern[str], text: str) -> str:
    """The text with spaces where the pattern matches, so that places stay the same."""
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def without_fences(text: str) -> str:
    """The text with blank code blocks and comments."""
    return blanked(COMMENT, blanked(FENCED, text))


def outline(page: Path) -> Outline:
    """The headings, links, images and table rows of a page."""
    text = without_fences(page.read_text(encoding="utf-8"))
    headings = [
        Heading(len(marks), title, anchor or None) for marks, title, anchor in HEADING.findall(text)
    ]
    found = LINK.findall(blanked(CODE_SPAN, text))
    return Outline(
        headings=headings,
        links=[target for mark, target in found if not mark],
        images=[target for mark, target in found if mark],
        table_rows=len(TABLE_ROW.findall(text)),
    )
