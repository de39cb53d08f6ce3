"""Texts from cells, without what spreadsheets make of them. Pure."""

from __future__ import annotations

import re
import unicodedata

from .unfit import Unfit, shown

AS_TEXT = "format the column as text, and write the value again"

SCIENTIFIC = re.compile(r"\d([.,]\d+)?E\+\d+", re.IGNORECASE)
TEXT_AS_FORMULA = re.compile(r'="([^"]*)"')
"""How CSV files say that a cell is a text: `="03100"`."""

FORMULA = re.compile(r"=[-+(]*(\"|\$?[A-Z]{1,3}\$?\d|[\w.]+\()", re.IGNORECASE)
ERROR = re.compile(
    r"#(N/[AD]|¡?(REF|VALUE|VALOR|DIV/0|NUM|NULL|NULO|SPILL|DESBORDAMIENTO|CALC)!"
    r"|¿?(NAME|NOMBRE)\?)",
    re.IGNORECASE,
)
"""What stands in a cell whose formula fails, in English and Spanish."""

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
"""Letters of no width, which come with texts copied from web pages."""

SEPARATORS = frozenset({"Zs", "Pd", "Cf", "Cc"})
"""Spaces, hyphens and dashes, and what is not shown, as categories of Unicode."""


def text_in(value: str) -> str:
    """The text of a cell, without blanks around it.

    Raises:
        Unfit: a spreadsheet has put a formula, an error or a shortened number in its place, or it
            cannot be sent.
    """
    text = value.strip()
    if not text.isascii():
        text = text.strip(INVISIBLE).strip()
    if text[:1] in {"=", "#"}:
        text = _without_formula(text)
    if "+" in text and SCIENTIFIC.fullmatch(text):
        raise Unfit(f"a spreadsheet has shortened the number to {shown(value)}: {AS_TEXT}")
    if "\0" in text or not (text.isascii() or _can_be_sent(text)):
        raise Unfit("it holds a NUL character, or half of a letter: write the value again")
    return text


def _without_formula(text: str) -> str:
    if found := TEXT_AS_FORMULA.fullmatch(text):
        return found[1].strip()
    if FORMULA.match(text):
        raise Unfit(f"it holds the formula {shown(text)}: paste its value")
    if ERROR.fullmatch(text):
        raise Unfit(f"it holds the error {text}: correct the formula, or empty the cell")
    return text


def _can_be_sent(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def without_separators(text: str) -> str:
    """A text without spaces, hyphens and dots."""
    if text.isalnum():
        return text
    return "".join(
        letter
        for letter in text
        if letter != "." and unicodedata.category(letter) not in SEPARATORS
    )
