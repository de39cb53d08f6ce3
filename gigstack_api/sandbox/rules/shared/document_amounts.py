"""Totals and taxes of a document, from its lines.

The totals have the decimals of its currency, rounded half up: subtotal and discount are the sums of
its lines; the taxes are added up by kind and rate and each sum is rounded, as at the end of a CFDI.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import evolve

from ...errors import api_error
from .inclusive_prices import taxes_by_line
from .line_amounts import LineTax, Totals, line_totals, sum_amounts
from .money import in_currency


def document_totals(items: Iterable[Mapping[str, Any]], currency: str = "MXN") -> Totals:
    """The totals of a document, rounded to its currency.

    Raises:
        Refusal: 400, an amount is not a number, or has more digits than money can have.
    """
    lines = list(items)
    try:
        totals = sum((line_totals(item) for item in lines), Totals()).rounded(currency)
        if totals.total.is_finite():
            taxes = document_taxes(lines, currency)
            return evolve(
                totals,
                taxes=sum_amounts(taxes, withheld=False),
                withheld=sum_amounts(taxes, withheld=True),
            )
    except ArithmeticError as error:
        raise api_error(
            400, "invalid_field_value", "An amount of the items is too large, or not a number"
        ) from error
    raise api_error(400, "invalid_field_value", "An amount of the items is not a number")


def document_taxes(items: Iterable[Mapping[str, Any]], currency: str = "MXN") -> list[LineTax]:
    """The taxes of a document, rounded to its currency.

    Transferred ones are added up by kind, factor and rate, withheld ones by kind.
    """
    found: dict[tuple[object, ...], LineTax] = {}
    for tax in (line_tax for taxes in taxes_by_line(items, currency) for line_tax in taxes):
        key = (tax.type,) if tax.withheld else (tax.type, tax.factor, tax.rate)
        known = found.get(key)
        found[key] = (
            evolve(tax, base=known.base + tax.base, amount=known.amount + tax.amount)
            if known
            else tax
        )
    return [
        evolve(tax, base=in_currency(tax.base, currency), amount=in_currency(tax.amount, currency))
        for tax in found.values()
    ]
