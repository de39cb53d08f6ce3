"""Taxes from the rates in cells. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ..._core.schema.data import Data
from ...catalogs import TAX_RATES
from .folding import fold
from .numbers import decimal_of
from .unfit import Unfit, shown

PERCENT = re.compile(r"(?:iva|ieps|isr|tasa|\s)*([0-9.,]+)\s*(%?)", re.IGNORECASE)
EXEMPT = frozenset({"exento", "exenta", "exempt", "ivaexento"})
NO_TAX = frozenset({"", "no", "na", "noaplica", "ninguno", "noobjeto", "none", "nottaxed"})


class ColumnTax(Data, frozen=True):
    """A tax whose rates stand in a column."""

    type: str
    withheld: bool
    examples: str


TAXES: Mapping[str, ColumnTax] = {
    "iva": ColumnTax("IVA", withheld=False, examples="16%, 8%, 0% or exento"),
    "ieps": ColumnTax("IEPS", withheld=False, examples="8% or 26.5%"),
    "iva_withheld": ColumnTax("IVA", withheld=True, examples="10.6667% or 16%"),
    "isr_withheld": ColumnTax("ISR", withheld=True, examples="10% or 1.25%"),
}


def tax_of(name: str, value: object) -> dict[str, Any] | None:
    """The tax of a cell; None if it says that there is not one.

    `16%`, `16` and `0.16` are the same rate.

    Raises:
        Unfit: the SAT has no such rate for this tax, or it can be read in two ways.
    """
    tax = TAXES[name]
    mark: dict[str, Any] = {"withholding": True} if tax.withheld else {}
    if isinstance(value, str) and fold(value) in NO_TAX:
        return None
    if isinstance(value, str) and fold(value) in EXEMPT and name == "iva":
        return {"type": tax.type, "factor": "Exento"}
    number, has_sign = _number(value, tax)
    readings = {number / 100} if has_sign else {number, number / 100}
    found = [rate for rate in readings if _is_allowed(tax, rate)]
    if len(found) != 1:
        wrong = "is not a rate" if not found else "can be read as two rates"
        raise Unfit(f"{shown(value)} {wrong} of {tax.type}: write {tax.examples}")
    return {"type": tax.type, "factor": "Tasa", "rate": found[0].normalize() + 0, **mark}


def _number(value: object, tax: ColumnTax) -> tuple[Decimal, bool]:
    if not isinstance(value, str):
        return decimal_of(value), False
    match = PERCENT.fullmatch(value.strip())
    if match is None:
        raise Unfit(f"{shown(value)} is not a rate of {tax.type}: write {tax.examples}")
    return decimal_of(match[1]), bool(match[2])


def _is_allowed(tax: ColumnTax, rate: Decimal) -> bool:
    return any(
        row.tax == tax.type
        and row.factor == "Tasa"
        and (row.withheld if tax.withheld else row.transferred)
        and row.allows(rate)
        for row in TAX_RATES
    )
