"""Totals and taxes of one line, in decimals.

As the law and the CFDI define it: a tax of a line is computed from its amount less its discount, to
six decimals, IVA also from the IEPS of the line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from attrs import frozen

from .money import LINE, ONE, ZERO, decimal, in_currency

# The SDK has its own totals and its own table of currencies (`gigstack_api.fiscal`). Both are
# written a second time here on purpose: a sandbox that shared the SDK's code would share its
# mistakes, and a test against the sandbox could never find one. `tests/fiscal/test_amounts.py`
# compares the two.


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


def line_totals(item: Mapping[str, Any]) -> Totals:
    """The amounts of one line, to six decimals."""
    taxes = line_taxes(item)
    net, discount = net_amount(item), net_discount(item)
    return Totals(
        subtotal=net + discount,
        discount=discount,
        taxes=sum_amounts(taxes, withheld=False),
        withheld=sum_amounts(taxes, withheld=True),
    )


def sum_amounts(taxes: Iterable[LineTax], *, withheld: bool) -> Decimal:
    """The sum of the withheld taxes, or of the transferred ones."""
    return sum((tax.amount for tax in taxes if tax.withheld is withheld), ZERO)


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


def _to_line(amount: Decimal) -> Decimal:
    return amount.quantize(LINE, ROUND_HALF_UP)


def _factor(tax: Mapping[str, Any]) -> str:
    return str(tax.get("factor") or "Tasa").capitalize()


def _kind(tax: Mapping[str, Any]) -> str:
    return str(tax.get("type") or "").upper()
