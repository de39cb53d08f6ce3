"""Totals and taxes of line items, in decimals.

As the law and the CFDI define it: a tax of a line is computed from its amount less its discount, to
six decimals, IVA also from the IEPS of the line. The totals of a document have the decimals of its
currency, rounded half up: subtotal and discount are the sums of its lines; the taxes are added up
by kind and rate and each sum is rounded, as at the end of a CFDI.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Any

from attrs import evolve, frozen

from ...errors import api_error
from .currencies import smallest_amount

# The SDK has its own totals and its own table of currencies (`gigstack_api.fiscal`). Both are
# written a second time here on purpose: a sandbox that shared the SDK's code would share its
# mistakes, and a test against the sandbox could never find one. `tests/fiscal/test_amounts.py`
# compares the two.
LINE = Decimal("0.000001")
ZERO = Decimal(0)
ONE = Decimal(1)


@frozen(kw_only=True)
class Totals:
    """Amounts in currency units. `taxes` are the transferred ones."""

    subtotal: Decimal = ZERO
    discount: Decimal = ZERO
    taxes: Decimal = ZERO
    withheld: Decimal = ZERO

    @property
    def total(self) -> Decimal:
        """The amount to pay."""
        return self.subtotal - self.discount + self.taxes - self.withheld

    def __add__(self, other: Totals) -> Totals:
        return Totals(
            subtotal=self.subtotal + other.subtotal,
            discount=self.discount + other.discount,
            taxes=self.taxes + other.taxes,
            withheld=self.withheld + other.withheld,
        )

    def rounded(self, currency: str) -> Totals:
        """The totals, rounded to the smallest amount of a currency."""
        return Totals(
            subtotal=in_currency(self.subtotal, currency),
            discount=in_currency(self.discount, currency),
            taxes=in_currency(self.taxes, currency),
            withheld=in_currency(self.withheld, currency),
        )


@frozen(kw_only=True)
class LineTax:
    """One tax of a line or of a whole document: its base and its amount."""

    type: str
    factor: str
    rate: Decimal
    base: Decimal
    amount: Decimal
    withheld: bool


def decimal(value: object, otherwise: Decimal = ZERO) -> Decimal:
    """The exact decimal of a JSON number or of a number written as text."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return otherwise
    return Decimal(str(value))


def centavos(amount: Decimal) -> Decimal:
    """An amount rounded to centavos, half up."""
    return in_currency(amount, "MXN")


def in_currency(amount: Decimal, currency: str) -> Decimal:
    """An amount rounded to the smallest amount of a currency, half up."""
    return amount.quantize(smallest_amount(currency), ROUND_HALF_UP)


def number(amount: Decimal) -> int | float:
    """An amount as a JSON number."""
    return int(amount) if amount == amount.to_integral_value() else float(amount)


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
                taxes=_sum_amounts(taxes, withheld=False),
                withheld=_sum_amounts(taxes, withheld=True),
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


def taxes_by_line(items: Iterable[Mapping[str, Any]], currency: str = "MXN") -> list[list[LineTax]]:
    """The taxes of each line, moved within a centavo where the prices include them all.

    The document then adds up to the prices. A line's tax may be anywhere between its amount rounded
    down and rounded up to the currency (CFDI40180).
    """
    lines = list(items)
    taxes = [line_taxes(item) for item in lines]
    if not _all_included(lines, taxes):
        return taxes
    unit = smallest_amount(currency)
    prices = sum((_asked(item) for item in lines), ZERO)
    sums = sum((line_totals(item) for item in lines), Totals())
    net = in_currency(sums.subtotal, currency) - in_currency(sums.discount, currency)
    keys = list(dict.fromkeys(_key(tax) for line in taxes for tax in line if not tax.withheld))
    charged = sum((in_currency(_exact(taxes, key), currency) for key in keys), ZERO)
    steps = (in_currency(prices, currency) - net - charged) / unit
    if abs(steps) > len(keys) + 2:
        return taxes
    for _ in range(int(abs(steps))):
        if not _move_a_group(taxes, keys, unit, sign=1 if steps > ZERO else -1):
            break
    return taxes


def _all_included(items: Iterable[Mapping[str, Any]], taxes: Iterable[Iterable[LineTax]]) -> bool:
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


def _key(tax: LineTax) -> tuple[str, str, Decimal]:
    return (tax.type, tax.factor, ZERO if tax.factor == "Exento" else tax.rate)


def _exact(taxes: Iterable[Iterable[LineTax]], key: tuple[str, str, Decimal]) -> Decimal:
    parts = (tax for line in taxes for tax in line if not tax.withheld and _key(tax) == key)
    return sum((tax.amount for tax in parts), ZERO)


def _move_a_group(
    taxes: list[list[LineTax]],
    keys: Iterable[tuple[str, str, Decimal]],
    unit: Decimal,
    *,
    sign: int,
) -> bool:
    """Moves the taxes of the group that is nearest to rounding to the next unit; False if none can.

    Changes the lists in place.
    """
    best: tuple[Decimal, tuple[str, str, Decimal]] | None = None
    for key in keys:
        if key[0] not in {"IVA", "IEPS", "ISR"} or key[1] == "Exento":
            continue
        exact = _exact(taxes, key)
        half = exact.quantize(unit, ROUND_HALF_UP) + sign * unit / 2
        needed = (half - exact) * sign + (ZERO if sign > 0 else LINE)
        free = sum(
            (_free(tax, unit, sign) for line in taxes for tax in line if _is_of(tax, key)), ZERO
        )
        if free >= needed and (best is None or needed < best[0]):
            best = (needed, key)
    if best is None:
        return False
    left, key = best
    for line in taxes:
        for place, tax in enumerate(line):
            if _is_of(tax, key):
                part = min(left, _free(tax, unit, sign))
                line[place] = evolve(tax, amount=tax.amount + sign * part)
                left -= part
    return True


def _is_of(tax: LineTax, key: tuple[str, str, Decimal]) -> bool:
    return not tax.withheld and _key(tax) == key


def _free(tax: LineTax, unit: Decimal, sign: int) -> Decimal:
    """By how much a tax can move in that direction."""
    rounding = ROUND_CEILING if sign > 0 else ROUND_FLOOR
    return abs(tax.amount.quantize(unit, rounding) - tax.amount)


def line_totals(item: Mapping[str, Any]) -> Totals:
    """The amounts of one line, to six decimals."""
    taxes = line_taxes(item)
    net, discount = net_amount(item), net_discount(item)
    return Totals(
        subtotal=net + discount,
        discount=discount,
        taxes=_sum_amounts(taxes, withheld=False),
        withheld=_sum_amounts(taxes, withheld=True),
    )


def net_amount(item: Mapping[str, Any]) -> Decimal:
    """The base of a line's taxes.

    It is quantity by price, less discount, less the taxes included in the price.
    """
    quantity, included = decimal(item.get("quantity"), ONE), _included(item)
    gross = quantity * decimal(item.get("unit_price")) - decimal(item.get("discount"))
    return _to_line((gross - quantity * included.quota) / included.divisor)


def net_price(item: Mapping[str, Any]) -> Decimal:
    """The unit price without the taxes included in it."""
    included = _included(item)
    return _to_line((decimal(item.get("unit_price")) - included.quota) / included.divisor)


def net_discount(item: Mapping[str, Any]) -> Decimal:
    """The discount of a line without the taxes included in it."""
    return _to_line(decimal(item.get("discount")) / _included(item).divisor)


def line_taxes(item: Mapping[str, Any]) -> list[LineTax]:
    """The taxes of a line. The base of IVA includes the transferred IEPS."""
    net = net_amount(item)
    taxes = [tax for tax in item.get("taxes") or () if tax]
    ieps = sum(
        (
            _amount(tax, net, item)
            for tax in taxes
            if _kind(tax) == "IEPS" and not tax.get("withholding")
        ),
        ZERO,
    )

    found: list[LineTax] = []
    for tax in taxes:
        base = net + ieps if _kind(tax) == "IVA" and not tax.get("withholding") else net
        found.append(
            LineTax(
                type=_kind(tax),
                factor=_factor(tax),
                rate=decimal(tax.get("rate")),
                base=decimal(item.get("quantity"), ONE) if _factor(tax) == "Cuota" else base,
                amount=_amount(tax, base, item),
                withheld=bool(tax.get("withholding")),
            )
        )
    return found


@frozen(kw_only=True)
class _Included:
    """The taxes included in a price: price = net * divisor + quota."""

    divisor: Decimal
    quota: Decimal


def _included(item: Mapping[str, Any]) -> _Included:
    """The taxes included in the price of a line.

    IEPS and quotas per unit are part of the base of IVA.
    """
    rates = {"IVA": ZERO, "IEPS": ZERO}
    quota, others = ZERO, ZERO
    for tax in item.get("taxes") or ():
        if (
            not tax
            or not tax.get("inclusive")
            or tax.get("withholding")
            or _factor(tax) == "Exento"
        ):
            continue
        rate = decimal(tax.get("rate"))
        if _factor(tax) == "Cuota":
            quota += rate
        elif _kind(tax) in rates:
            rates[_kind(tax)] += rate
        else:
            others += rate
    with_iva = ONE + rates["IVA"]
    return _Included(divisor=with_iva * (ONE + rates["IEPS"]) + others, quota=quota * with_iva)


def _amount(tax: Mapping[str, Any], base: Decimal, item: Mapping[str, Any]) -> Decimal:
    """The amount of a tax of a line: a rate of the base, or a quota for each unit."""
    if _factor(tax) == "Exento":
        return ZERO
    return _to_line(
        decimal(tax.get("rate"))
        * (decimal(item.get("quantity"), ONE) if _factor(tax) == "Cuota" else base)
    )


def _sum_amounts(taxes: Iterable[LineTax], *, withheld: bool) -> Decimal:
    return sum((tax.amount for tax in taxes if tax.withheld is withheld), ZERO)


def _to_line(amount: Decimal) -> Decimal:
    return amount.quantize(LINE, ROUND_HALF_UP)


def _factor(tax: Mapping[str, Any]) -> str:
    return str(tax.get("factor") or "Tasa").capitalize()


def _kind(tax: Mapping[str, Any]) -> str:
    return str(tax.get("type") or "").upper()
