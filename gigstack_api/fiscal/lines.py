"""The amounts of a line: without the taxes that its price includes, and each of its taxes.

A line keeps six decimals in its amount, its discount and each of its taxes. The base of IVA
includes the IEPS of its line (LIVA, article 12).

Unverified: that the discount of a price with taxes includes taxes too; inferred from the meaning
of `inclusive`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import (
    ROUND_HALF_UP,
    Context,
    Decimal,
    DivisionByZero,
    InvalidOperation,
    Overflow,
)
from typing import Any

from attrs import frozen

from ..errors import InvalidArgumentError
from .values import capitals, entries, fields, number

EXACT = Context(prec=60, rounding=ROUND_HALF_UP, traps=[InvalidOperation, DivisionByZero, Overflow])
LINE_UNIT = Decimal("0.000001")
ZERO, ONE = Decimal(0), Decimal(1)
FEDERAL = {"ISR", "IVA", "IEPS"}


@frozen(kw_only=True)
class TaxTotal:
    """A tax of a document, with its base and its amount.

    A withheld tax sums up all rates, so its factor and rate are None.
    """

    type: str
    factor: str | None
    rate: Decimal | None
    base: Decimal
    amount: Decimal


@frozen
class LineTax:
    """A tax of an item."""

    type: str
    factor: str
    rate: Decimal
    withheld: bool
    inclusive: bool

    @classmethod
    def of(cls, tax: Mapping[str, Any], path: str) -> LineTax:
        """The tax of an item; the path is for the message if its rate is not a number."""
        factor, withheld = tax_factor(tax), tax.get("withholding") is True
        rate = ZERO if factor == "Exento" else _amount(tax, "rate", path)
        return cls(
            tax_type(tax), factor, rate, withheld, tax.get("inclusive") is True and not withheld
        )

    @property
    def is_ieps(self) -> bool:
        """Whether it is transferred IEPS, which is in the base of IVA."""
        return self.type == "IEPS" and not self.withheld

    @property
    def is_transferred_iva(self) -> bool:
        """Whether it is transferred IVA."""
        return self.type == "IVA" and not self.withheld

    def of_line(self, base: Decimal, quantity: Decimal) -> TaxTotal:
        """The tax of a line to six decimals: a rate of its base, or an amount per unit."""
        base = quantity if self.factor == "Cuota" else base
        amount = rounded(LINE_UNIT, self.rate * base)
        return TaxTotal(
            type=self.type, factor=self.factor, rate=self.rate, base=base, amount=amount
        )


@frozen(kw_only=True)
class Line:
    """The amounts of a line, without the taxes that its price includes."""

    amount: Decimal
    discount: Decimal
    taxes: tuple[tuple[LineTax, TaxTotal], ...]
    price: Decimal
    """What is asked for it: its quantity at the price that was sent, less its discount."""


def tax_type(tax: Mapping[str, Any]) -> str:
    """The type of a tax, in capitals."""
    return capitals(tax.get("type"))


def tax_factor(tax: Mapping[str, Any]) -> str:
    """How the rate of a tax is applied; Tasa by default."""
    return capitals(tax.get("factor", "Tasa")).capitalize()


def line_of(item: Mapping[str, Any], path: str) -> Line:
    """The amounts of an item.

    Raises:
        InvalidArgumentError: an amount is not a number.
    """
    quantity = _amount(item, "quantity", path, default=ONE)
    price = _amount(item, "unit_price", path)
    discount = _amount(item, "discount", path, default=ZERO)
    taxes = [
        LineTax.of(fields(tax), f"{path}.taxes[{index}]")
        for index, tax in enumerate(entries(item.get("taxes")))
        if tax is not None
    ]

    divisor, quota = _price_with_taxes(taxes)
    asked = quantity * price - discount
    net = rounded(LINE_UNIT, (quantity * (price - quota) - discount) / divisor)
    discount = rounded(LINE_UNIT, discount / divisor)

    # The base of transferred IVA includes the IEPS of the line; that of withheld IVA does not.
    ieps = sum((tax.of_line(net, quantity).amount for tax in taxes if tax.is_ieps), ZERO)
    charged = [
        (tax, tax.of_line(net + ieps if tax.is_transferred_iva else net, quantity)) for tax in taxes
    ]
    return Line(amount=net + discount, discount=discount, taxes=tuple(charged), price=asked)


def _price_with_taxes(taxes: Iterable[LineTax]) -> tuple[Decimal, Decimal]:
    """A factor and a quota: a price that includes the taxes is net price x factor + quota."""
    rates, quota = {"IVA": ZERO, "IEPS": ZERO, "": ZERO}, ZERO
    for tax in taxes:
        if tax.inclusive and tax.factor == "Cuota":
            quota += tax.rate
        elif tax.inclusive:
            rates[tax.type if tax.type in rates else ""] += tax.rate
    with_iva = ONE + rates["IVA"]
    return with_iva * (ONE + rates["IEPS"]) + rates[""], quota * with_iva


def _amount(
    values: Mapping[str, Any], name: str, path: str, *, default: Decimal | None = None
) -> Decimal:
    if name not in values and default is not None:
        return default
    found = number(values.get(name))
    if found is None:
        raise InvalidArgumentError(f"{path}.{name} must be a number")
    return found


def rounded(unit: Decimal, amount: Decimal) -> Decimal:
    """An amount, half up to a multiple of the unit."""
    return amount.quantize(unit, ROUND_HALF_UP)
