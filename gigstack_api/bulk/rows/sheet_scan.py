"""Facts about a sheet that its cells do not show, read from its XML in one pass."""

from __future__ import annotations

import re
from typing import IO

from ..._core.schema.data import Data
from .row_file import CHUNK

FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z0-9:]+)"')
HIDDEN = re.compile(rb'<(?:\w+:)?row\s[^>]*?hidden="(?:1|true)"')


class SheetFacts(Data, frozen=True):
    """The facts about a sheet.

    Args:
        has_formulas: Whether a cell holds a formula.
        merged: The first merged range, such as `A2:A4`.
        hidden_rows: How many rows are hidden or filtered out.
    """

    has_formulas: bool
    merged: str | None
    hidden_rows: int


def scan_sheet(part: IO[bytes]) -> SheetFacts:
    """The facts about the XML of a sheet. It is read in pieces that end before a tag."""
    has_formulas, merged, hidden = False, None, 0
    rest = b""
    while True:
        chunk = part.read(CHUNK)
        text = rest + chunk
        end = text.rfind(b"<") if chunk else len(text)
        rest = text[end:] if end >= 0 else text
        piece = text[: max(end, 0)]
        has_formulas = has_formulas or FORMULA.search(piece) is not None
        found = MERGED.search(piece) if merged is None else None
        merged = found[1].decode() if found else merged
        hidden += len(HIDDEN.findall(piece))
        if not chunk:
            return SheetFacts(has_formulas, merged, hidden)
