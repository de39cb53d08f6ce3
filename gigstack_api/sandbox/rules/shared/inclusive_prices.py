"""Taxes of lines whose prices include them, moved so that the document adds up to the prices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Any, TypeAlias

from attrs import evolve

from .currencies import smallest_amount
from .line_amounts import LineTax, Totals, line_taxes, line_totals
from .money import LINE, ONE, ZERO, decimal, in_currency

Group: TypeAlias = tuple[str, str, Decimal]
"""The kind, the factor and the rate of taxes that a document adds up."""


def taxes_by_line(items: Iterable[Mapping[str, Any]], currency: str = "MXN") -> list[list[LineTax]]:
    """The taxes of each line, moved within a centavo where the prices include them all.

    The document then adds up to the prices. A line's tax may be anywhere between its amount rounded
    down and rounded up to the currency (CFDI40180).
    """
    lines = list(items)
    taxes = [line_taxes(item) for item in lines]
    if not _includes_all(lines, taxes):
        return taxes
    unit = smallest_amount(currency)
    prices = sum((_asked(item) for item in lines), ZERO)
    sums = sum((line_totals(item) for item in lines), Totals())
    net = in_currency(sums.subtotal, currency) - in_currency(sums.discount, currency)
    groups = list(
        dict.fromkeys(_group_of(tax) for line in taxes for tax in line if not tax.withheld)
    )
    charged = sum((in_currency(_exact(taxes, group), currency) for group in groups), ZERO)
    steps = (in_currency(prices, currency) - net - charged) / unit
    if abs(steps) > len(groups) + 2:
        return taxes
    for _ in range(int(abs(steps))):
        if not _move_a_group(taxes, groups, unit, sign=1 if steps > ZERO else -1):
            break
    return taxes


def _includes_all(items: Iterable[Mapping[str, Any]], taxes: Iterable[Iterable[LineTax]]) -> bool:
    """Whether a price includes taxes, and no line is charged one that its price leaves out."""
    included = False
    for item, line in zip(items, taxes, strict=True):
        sent = [tax for tax in item.get("taxes") or () if tax]
        for tax, amounts in zip(sent, line, strict=True):
            if amounts.withheld:
                continue
            if tax.get("inclusive"):
                included = True
            elif amounts.amount != ZERO:
                return False
    return included


def _asked(item: Mapping[str, Any]) -> Decimal:
    """The price of a line as it was sent, less its discount."""
    price = decimal(item.get("quantity"), ONE) * decimal(item.get("unit_price"))
    return price - decimal(item.get("discount"))


def _group_of(tax: LineTax) -> Group:
    return (tax.type, tax.factor, ZERO if tax.factor == "Exento" else tax.rate)


def _exact(taxes: Iterable[Iterable[LineTax]], group: Group) -> Decimal:
    return sum((tax.amount for line in taxes for tax in line if _is_of(tax, group)), ZERO)


def _move_a_group(
    taxes: list[list[LineTax]], groups: Iterable[Group], unit: Decimal, *, sign: int
) -> bool:
    """Moves the taxes of the group that is nearest to rounding to the next unit; False if none can.

    Changes the lists in place.
    """
    best: tuple[Decimal, Group] | None = None
    for group in groups:
        if group[0] not in {"IVA", "IEPS", "ISR"} or group[1] == "Exento":
            continue
        exact = _exact(taxes, group)
        half = exact.quantize(unit, ROUND_HALF_UP) + sign * unit / 2
        needed = (half - exact) * sign + (ZERO if sign > 0 else LINE)
        free = sum(
            (_free(tax, unit, sign) for line in taxes for tax in line if _is_of(tax, group)), ZERO
        )
        if free >= needed and (best is None or needed < best[0]):
            best = (needed, group)
    if best is None:
        return False
    left, group = best
    for line in taxes:
        for place, tax in enumerate(line):
            if _is_of(tax, group):
                part = min(left, _free(tax, unit, sign))
                line[place] = evolve(tax, amount=tax.amount + sign * part)
                left -= part
    return True


def _is_of(tax: LineTax, group: Group) -> bool:
    return not tax.withheld and _group_of(tax) == group


def _free(tax: LineTax, unit: Decimal, sign: int) -> Decimal:
    """By how much a tax can move in that direction."""
    rounding = ROUND_CEILING if sign > 0 else ROUND_FLOOR
    return abs(tax.amount.quantize(unit, rounding) - tax.amount)
