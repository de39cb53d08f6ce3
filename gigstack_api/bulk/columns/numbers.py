"""Numbers from cells. Pure."""

from __future__ import annotations

import re
from decimal import Decimal
from math import isfinite

from .unfit import Unfit, shown

PLAIN = re.compile(r"[+-]?\d+(\.\d*)?|[+-]?\.\d+")
GROUPED = re.compile(r"[+-]?\d{1,3}(,\d{3})+\.\d*|[+-]?\d{1,3}(,\d{3}){2,}")
EUROPEAN = re.compile(r"[+-]?\d{1,3}(\.\d{3})+,\d*|[+-]?\d+,\d*|[+-]?\d{1,3}(\.\d{3}){2,}")
EITHER = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")
"""`1,234` is a thousand or one, depending on the country."""

MOST_DIGITS = 30
EXCEL_DIGITS = 15
"""Digits that Excel keeps."""


def decimal_of(value: object) -> Decimal:
    """The exact number of a cell.

    Raises:
        Unfit: it is not a number, or it can be read in two ways.
    """
    if isinstance(value, Decimal) and value.is_finite():
        return value
    if isinstance(value, float) and isfinite(value):
        # A formula in a sheet gives 0.30000000000000004; Excel shows its first 15 digits.
        return Decimal(f"{value:.{EXCEL_DIGITS}g}")
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    if not isinstance(value, str):
        raise Unfit(f"{shown(value)} is not a number")
    text = value.strip().removeprefix("$").replace(" ", "").replace("\xa0", "")
    if len(text) > MOST_DIGITS:
        raise Unfit(f"{shown(value)} is not a number")
    if PLAIN.fullmatch(text):
        return Decimal(text)
    if EITHER.fullmatch(text):
        whole = text.replace(",", "")
        raise Unfit(
            f"{shown(value)} can be read in two ways: write {whole}, or {text.replace(',', '.')}"
        )
    if GROUPED.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if EUROPEAN.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    raise Unfit(f"{shown(value)} is not a number: write it as 1234.50")


def integer_of(value: object) -> int:
    """The whole number of a cell.

    Raises:
        Unfit: it is not one.
    """
    number = decimal_of(value)
    if number % 1:
        raise Unfit(f"{shown(value)} is not a whole number")
    return int(number)
