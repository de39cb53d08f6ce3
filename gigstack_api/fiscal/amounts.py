"""The totals of line items as they appear in a CFDI, in decimals and with the SAT's rounding.

A line keeps six decimals in its amount, its discount and each of its taxes. The sums of the
document are rounded half up to the decimals of the currency. Taxes are summed in the groups of
Anexo 20: transferred ones by type, factor and rate, withheld ones by type. The base of IVA includes
the IEPS of its line (LIVA, article 12).

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
    localcontext,
)
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from ..catalogs import Currency
from ..errors import InvalidArgumentError
from .values import capitals, entries, fields, number

if TYPE_CHECKING:
    from ..models import InvoiceItem, LineItemInput, PaymentItemInput

EXACT = Context(prec=60, rounding=ROUND_HALF_UP, traps=[InvalidOperation, DivisionByZero, Overflow])
LINE_UNIT = Decimal("0.000001")
ZERO, ONE = Decimal(0), Decimal(1)
FEDERAL = {"ISR", "IVA", "IEPS"}
DECIMALS = {currency.value: currency.decimals for currency in Currency}


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


@frozen(kw_only=True)
class Totals:
    """The amounts of a document, in its currency.

    Local taxes are all but IVA, ISR and IEPS, for example the lodging tax.
    """

    subtotal: Decimal
    discount: Decimal
    transferred: tuple[TaxTotal, ...]
    withheld: tuple[TaxTotal, ...]
    local_transferred: tuple[TaxTotal, ...]
    local_withheld: tuple[TaxTotal, ...]
    total: Decimal


@frozen
class _Tax:
    """A tax of an item."""

    type: str
    factor: str
    rate: Decimal
    withheld: bool
    inclusive: bool

    @classmethod
    def of(cls, tax: Mapping[str, Any], path: str) -> _Tax:
        factor, withheld = tax_factor(tax), tax.get("withholding") is True
        rate = ZERO if factor == "Exento" else _amount(tax, "rate", path)
        return cls(
            tax_type(tax), factor, rate, withheld, tax.get("inclusive") is True and not withheld
        )

    @property
    def is_ieps(self) -> bool:
        return self.type == "IEPS" and not self.withheld

    @property
    def is_transferred_iva(self) -> bool:
        return self.type == "IVA" and not self.withheld

    def of_line(self, base: Decimal, quantity: Decimal) -> TaxTotal:
        """The tax of a line to six decimals: a rate of its base, or an amount per unit."""
        base = quantity if self.factor == "Cuota" else base
        amount = _round(LINE_UNIT, self.rate * base)
        return TaxTotal(
            type=self.type, factor=self.factor, rate=self.rate, base=base, amount=amount
        )


@frozen(kw_only=True)
class _Line:
    """The amounts of a line, without the taxes that its price includes."""

    amount: Decimal
    discount: Decimal
    taxes: tuple[tuple[_Tax, TaxTotal], ...]


def tax_type(tax: Mapping[str, Any]) -> str:
    """The type of a tax, in capitals."""
    return capitals(tax.get("type"))


def tax_factor(tax: Mapping[str, Any]) -> str:
    """How the rate of a tax is applied; Tasa by default."""
    return capitals(tax.get("factor", "Tasa")).capitalize()


def totals(
    items: Iterable[LineItemInput | PaymentItemInput | InvoiceItem | Mapping[str, Any]],
    *,
    currency: str = "MXN",
) -> Totals:
    """The totals of a document with these items, to the decimals of its currency.

    Raises:
        InvalidArgumentError: a price or a rate is missing, or an amount is not a number or out of
            range. An item that names a service by id has its price only on the server.
    """
    unit = ONE.scaleb(-DECIMALS.get(currency, 2))
    with localcontext(EXACT):
        try:
            lines = [_line(fields(item), f"items[{index}]") for index, item in enumerate(items)]
            subtotal = _round(unit, sum((line.amount for line in lines), ZERO))
            discount = _round(unit, sum((line.discount for line in lines), ZERO))
            transferred = _sum_taxes(lines, unit, withheld=False)
            withheld = _sum_taxes(lines, unit, withheld=True)
            return Totals(
                subtotal=subtotal,
                discount=discount,
                transferred=tuple(tax for tax in transferred if tax.type in FEDERAL),
                withheld=tuple(tax for tax in withheld if tax.type in FEDERAL),
                local_transferred=tuple(tax for tax in transferred if tax.type not in FEDERAL),
                local_withheld=tuple(tax for tax in withheld if tax.type not in FEDERAL),
                total=subtotal
                - discount
                + sum(tax.amount for tax in transferred)
                - sum(tax.amount for tax in withheld),
            )
        except ArithmeticError as error:
            raise InvalidArgumentError("an amount of the items is out of range") from error


def _line(item: Mapping[str, Any], path: str) -> _Line:
    quantity = _amount(item, "quantity", path, default=ONE)
    price = _amount(item, "unit_price", path)
    discount = _amount(item, "discount", path, default=ZERO)
    taxes = [
        _Tax.of(fields(tax), f"{path}.taxes[{index}]")
        for index, tax in enumerate(entries(item.get("taxes")))
        if tax is not None
    ]

    divisor, quota = _price_with_taxes(taxes)
    net = _round(LINE_UNIT, (quantity * (price - quota) - discount) / divisor)
    discount = _round(LINE_UNIT, discount / divisor)

    # The base of transferred IVA includes the IEPS of the line; that of withheld IVA does not.
    ieps = sum((tax.of_line(net, quantity).amount for tax in taxes if tax.is_ieps), ZERO)
    charged = [
        (tax, tax.of_line(net + ieps if tax.is_transferred_iva else net, quantity)) for tax in taxes
    ]
    return _Line(amount=net + discount, discount=discount, taxes=tuple(charged))


def _price_with_taxes(taxes: Iterable[_Tax]) -> tuple[Decimal, Decimal]:
    """A factor and a quota: a price that includes the taxes is net price x factor + quota."""
    rates, quota = {"IVA": ZERO, "IEPS": ZERO, "": ZERO}, ZERO
    for tax in taxes:
        if tax.inclusive and tax.factor == "Cuota":
            quota += tax.rate
        elif tax.inclusive:
            rates[tax.type if tax.type in rates else ""] += tax.rate
    with_iva = ONE + rates["IVA"]
    return with_iva * (ONE + rates["IEPS"]) + rates[""], quota * with_iva


def _sum_taxes(lines: Iterable[_Line], unit: Decimal, *, withheld: bool) -> list[TaxTotal]:
    """The withheld or the transferred taxes of a document, summed by the groups of a CFDI."""
    found: dict[TaxTotal, TaxTotal] = {}
    for tax, part in (pair for line in lines for pair in line.taxes):
        if tax.withheld is withheld:
            part = evolve(part, factor=None, rate=None) if withheld else part
            key = evolve(part, base=ZERO, amount=ZERO)
            known = found.get(key, key)
            found[key] = evolve(
                part, base=known.base + part.base, amount=known.amount + part.amount
            )
    return [
        evolve(tax, base=_round(unit, tax.base), amount=_round(unit, tax.amount))
        for tax in found.values()
    ]


def _amount(
    values: Mapping[str, Any], name: str, path: str, *, default: Decimal | None = None
) -> Decimal:
    if name not in values and default is not None:
        return default
    found = number(values.get(name))
    if found is None:
        raise InvalidArgumentError(f"{path}.{name} must be a number")
    return found


def _round(unit: Decimal, amount: Decimal) -> Decimal:
    return amount.quantize(unit, ROUND_HALF_UP)
