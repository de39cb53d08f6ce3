"""Prices that include their taxes: the document adds up to what the customer pays.

Amounts without taxes and each group of taxes are rounded by themselves, so with several groups a
centavo can be missing or left over. The matrix of errors allows the tax of a line anywhere between
its amount rounded down and rounded up to the currency (CFDI40180). The taxes of the group that has
to move least are moved within these limits, so that their sum rounds to the other side.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from attrs import evolve

from .lines import FEDERAL, LINE_UNIT, ZERO, Line, LineTax, rounded

Group = tuple[str, str, Decimal]
"""The type, factor and rate of transferred taxes that are summed."""


def add_up_to_prices(lines: Sequence[Line], unit: Decimal) -> list[Line]:
    """The lines, with taxes moved so that the document adds up to the prices.

    Lines whose prices do not include all transferred taxes are returned unchanged, and so are those
    that cannot add up. Withheld taxes are left out on both sides.
    """
    found = list(lines)
    if not _is_included(found):
        return found
    wanted = rounded(unit, sum((line.price for line in found), ZERO))
    groups = list(dict.fromkeys(group for line in found for group in _groups(line)))
    missing = wanted - _charged(found, groups, unit)
    if abs(missing) > unit * (len(groups) + 2):
        return found
    while missing:
        step = unit if missing > 0 else -unit
        moved = _moved(found, groups, unit, up=missing > 0)
        if moved is None:
            return found
        found, missing = moved, missing - step
    return found


def _is_included(lines: Iterable[Line]) -> bool:
    """Whether some price includes taxes, and none leaves out one that it has."""
    taxes = [pair for line in lines for pair in line.taxes if not pair[0].withheld]
    return any(tax.inclusive for tax, _ in taxes) and all(
        tax.inclusive or not part.amount for tax, part in taxes
    )


def _group(tax: LineTax) -> Group:
    return (tax.type, tax.factor, tax.rate)


def _groups(line: Line) -> list[Group]:
    return [_group(tax) for tax, _ in line.taxes if not tax.withheld]


def _exact(lines: Iterable[Line], group: Group) -> Decimal:
    """The amount of a group before it is rounded."""
    return sum(
        (
            part.amount
            for line in lines
            for tax, part in line.taxes
            if not tax.withheld and _group(tax) == group
        ),
        ZERO,
    )


def _charged(lines: Sequence[Line], groups: Iterable[Group], unit: Decimal) -> Decimal:
    """The sum of the document, without withheld taxes."""
    amount = rounded(unit, sum((line.amount for line in lines), ZERO))
    discount = rounded(unit, sum((line.discount for line in lines), ZERO))
    taxes = sum((rounded(unit, _exact(lines, group)) for group in groups), ZERO)
    return amount - discount + taxes


def _moved(
    lines: Sequence[Line], groups: Iterable[Group], unit: Decimal, *, up: bool
) -> list[Line] | None:
    """The lines with one group rounded to the next unit up or down; None if no group can be."""
    ways: list[tuple[Decimal, Group]] = []
    for group in groups:
        exact = _exact(lines, group)
        edge = rounded(unit, exact) + (unit / 2 if up else -unit / 2)
        distance = edge - exact if up else exact - edge + LINE_UNIT
        room = sum((_room(line, group, unit, up=up) for line in lines), ZERO)
        if group[0] in FEDERAL and group[1] != "Exento" and room >= distance:
            ways.append((distance, group))
    if not ways:
        return None
    left, group = min(ways, key=lambda way: way[0])
    found: list[Line] = []
    for line in lines:
        taxes = list(line.taxes)
        for place, (tax, part) in enumerate(taxes):
            if not tax.withheld and _group(tax) == group:
                shift = min(left, _room_of(part.amount, unit, up=up))
                left -= shift
                amount = part.amount + (shift if up else -shift)
                taxes[place] = (tax, evolve(part, amount=amount))
        found.append(evolve(line, taxes=tuple(taxes)))
    return found


def _room(line: Line, group: Group, unit: Decimal, *, up: bool) -> Decimal:
    """By how much the taxes of a line in that group can move."""
    return sum(
        (
            _room_of(part.amount, unit, up=up)
            for tax, part in line.taxes
            if not tax.withheld and _group(tax) == group
        ),
        ZERO,
    )


def _room_of(amount: Decimal, unit: Decimal, *, up: bool) -> Decimal:
    limit = amount.quantize(unit, ROUND_CEILING if up else ROUND_FLOOR)
    return abs(limit - amount)
