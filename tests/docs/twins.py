"""Compares a page with its twin in the other language."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from scripts.docs.blocks import Block, blocks_of
from scripts.docs.outline import Outline, outline

COMMENT = re.compile(r"(^|\s+)#.*$")
FREE = {"text"}
"""Languages of blocks with words of the page's language, such as drawings."""


def differences(english: Path, spanish: Path) -> list[str]:
    """How two pages differ in what both languages share."""
    outlines = outline(english), outline(spanish)
    return [
        *_of_headings(*outlines),
        *_of_blocks(blocks_of(english), blocks_of(spanish)),
        *_of_targets("link", outlines[0].links, outlines[1].links),
        *_of_targets("image", outlines[0].images, outlines[1].images),
        *_of_tables(*outlines),
    ]


def _of_headings(english: Outline, spanish: Outline) -> Iterator[str]:
    here, there = english.headings, spanish.headings
    for one, other in zip(here, there, strict=False):
        if one.level != other.level:
            yield f"levels: {one.text!r} {one.level}, {other.text!r} {other.level}"
            return
        if other.id and other.id != one.anchor:
            yield f"the id of {other.text!r} must be {{#{one.anchor}}}"
    for rest in here[len(there) :]:
        yield f"there is no heading for {rest.text!r}"
    for rest in there[len(here) :]:
        yield f"there is no heading for {rest.text!r}"


def _of_blocks(here: list[Block], there: list[Block]) -> Iterator[str]:
    for one, other in zip(here, there, strict=False):
        lines = f"lines {one.line} and {other.line}"
        if (one.language, one.directive) != (other.language, other.directive):
            yield f"{lines}: other languages or directives of blocks"
        elif one.language not in FREE and _essence(one) != _essence(other):
            yield f"{lines}: other code or output"
    if len(here) != len(there):
        yield f"{len(here)} and {len(there)} blocks"


def _essence(block: Block) -> object:
    """What both languages share of a block: all but its comments that are not its output."""
    if block.language == "console":
        return block.code
    if block.language == "python":
        return ast.dump(ast.parse(block.code)), block.output
    lines = [COMMENT.sub("", line) for line in block.code.splitlines()]
    return [line for line in lines if line.strip()], block.output if _shows_output(block) else ""


def _shows_output(block: Block) -> bool:
    return block.language == "sh" and block.is_run


def _of_targets(kind: str, here: list[str], there: list[str]) -> Iterator[str]:
    counts = Counter(map(neutral, here)), Counter(map(neutral, there))
    for target in counts[0] - counts[1]:
        yield f"the Spanish page has no {kind} {target}"
    for target in counts[1] - counts[0]:
        yield f"the English page has no {kind} {target}"


def neutral(target: str) -> str:
    """A target without the language in its path."""
    return re.sub(r"(^|/)docs/es/", r"\1docs/en/", re.sub(r"\.es\.(\w+)$", r".en.\1", target))


def _of_tables(english: Outline, spanish: Outline) -> Iterator[str]:
    if english.table_rows != spanish.table_rows:
        yield f"{english.table_rows} and {spanish.table_rows} rows of tables"
