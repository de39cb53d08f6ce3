"""Totals and taxes of line items, in decimals. Pure.

As the law and the CFDI have it: a tax of a line is taken from its amount less its discount, to six decimals; IVA also from the IEPS of the line;
the totals of a document are the sums of its lines, to the centavo, half up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from attrs import frozen

from .refusals import coded

LINE = Decimal("0.000001")
CENTAVO = Decimal("0.01")
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
        """What is to be paid."""
        return self.subtotal - self.discount + self.taxes - self.withheld

    def __add__(self, other: Totals) -> Totals:
        return Totals(
            subtotal=self.subtotal + other.subtotal,
            discount=self.discount + other.discount,
            taxes=self.taxes + other.taxes,
            withheld=self.withheld + other.withheld,
        )

    def rounded(self) -> Totals:
        """The same to the centavo."""
        return Totals(
            subtotal=centavos(self.subtotal),
            discount=centavos(self.discount),
            taxes=centavos(self.taxes),
            withheld=centavos(self.withheld),
        )


@frozen(kw_only=True)
class LineTax:
    """One tax of a line: what it is taken from, and how much it is."""

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
    """An amount to the centavo, half up."""
    return amount.quantize(CENTAVO, ROUND_HALF_UP)


def number(amount: Decimal) -> int | float:
    """An amount as the JSON number that stands for it."""
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def document_totals(items: Iterable[Mapping[str, Any]]) -> Totals:
    """The totals of a document, to the centavo.

    Raises:
        Refusal: 400, an amount has more digits than money has, or is no number.
    """
    try:
        totals = sum((line_totals(item) for item in items), Totals()).rounded()
        if totals.total.is_finite():
            return totals
    except ArithmeticError as error:
        raise coded(400, "invalid_field_value", "An amount of the items is too large, or no number") from error
    raise coded(400, "invalid_field_value", "An amount of the items is no number")


def line_totals(item: Mapping[str, Any]) -> Totals:
    """The amounts of one line, to six decimals."""
    taxes = line_taxes(item)
    net, discount = net_amount(item), net_discount(item)
    return Totals(
        subtotal=net + discount,
        discount=discount,
        taxes=sum((tax.amount for tax in taxes if not tax.withheld), ZERO),
        withheld=sum((tax.amount for tax in taxes if tax.withheld), ZERO),
    )


def net_amount(item: Mapping[str, Any]) -> Decimal:
    """What the taxes of a line are taken from: quantity by price, less discount, less the taxes the price holds already."""
    gross = decimal(item.get("quantity"), ONE) * decimal(item.get("unit_price")) - decimal(item.get("discount"))
    return (gross / _included(item)).quantize(LINE, ROUND_HALF_UP)


def net_discount(item: Mapping[str, Any]) -> Decimal:
    """The discount of a line, less the taxes it holds already."""
    return (decimal(item.get("discount")) / _included(item)).quantize(LINE, ROUND_HALF_UP)


def line_taxes(item: Mapping[str, Any]) -> list[LineTax]:
    """The taxes of a line. IVA is taken from the transferred IEPS too."""
    net = net_amount(item)
    taxes = [tax for tax in item.get("taxes") or () if tax]
    ieps = sum((_amount(tax, net, item) for tax in taxes if _is_transferred_ieps(tax)), ZERO)
    found: list[LineTax] = []
    for tax in taxes:
        base = net + ieps if _kind(tax) == "IVA" and not tax.get("withholding") else net
        found.append(
            LineTax(
                type=_kind(tax),
                factor=str(tax.get("factor") or "Tasa"),
                rate=decimal(tax.get("rate")),
                base=base,
                amount=_amount(tax, base, item),
                withheld=bool(tax.get("withholding")),
            )
        )
    return found


def _amount(tax: Mapping[str, Any], base: Decimal, item: Mapping[str, Any]) -> Decimal:
    factor, rate = tax.get("factor") or "Tasa", decimal(tax.get("rate"))
    if factor == "Exento":
        return ZERO
    amount = rate * decimal(item.get("quantity"), ONE) if factor == "Cuota" else base * rate
    return amount.quantize(LINE, ROUND_HALF_UP)


def _included(item: Mapping[str, Any]) -> Decimal:
    """By what the price of a line must be divided to be free of the taxes it holds."""
    rates = {"IVA": ZERO, "IEPS": ZERO}
    for tax in item.get("taxes") or ():
        if tax and tax.get("inclusive") and not tax.get("withholding") and (tax.get("factor") or "Tasa") == "Tasa":
            rates[_kind(tax)] = rates.get(_kind(tax), ZERO) + decimal(tax.get("rate"))
    return (ONE + rates["IVA"]) * (ONE + rates["IEPS"])


def _is_transferred_ieps(tax: Mapping[str, Any]) -> bool:
    return _kind(tax) == "IEPS" and not tax.get("withholding")


def _kind(tax: Mapping[str, Any]) -> str:
    return str(tax.get("type") or "").upper()
