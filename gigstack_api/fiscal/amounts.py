"""The totals of line items as they stand in a CFDI, in decimals and rounded as the SAT has it.
Pure.

A line keeps six decimals: its amount, its discount and each of its taxes. The sums of the document
have those of the currency, half up: the lines together, and the taxes together by what the CFDI
tells apart (Anexo 20: a transferred tax by kind, factor and rate, a withheld one by kind). IVA is
taken from the IEPS of its line too (LIVA, article 12).

Unverified: that gigstack takes a discount of a price with taxes as one with taxes too; inferred
from what `inclusive` means.
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

from ..errors import InvalidArgumentError
from .values import capitals, entries, fields, number

if TYPE_CHECKING:
    from ..models import InvoiceItem, LineItemInput, PaymentItemInput

EXACT = Context(prec=60, rounding=ROUND_HALF_UP, traps=[InvalidOperation, DivisionByZero, Overflow])
LINE = Decimal("0.000001")
ZERO, ONE = Decimal(0), Decimal(1)
FEDERAL = {"ISR", "IVA", "IEPS"}
WITHOUT = [
    "BIF",
    "CLP",
    "DJF",
    "GNF",
    "ISK",
    "JPY",
    "KMF",
    "KRW",
    "PYG",
    "RWF",
    "UGX",
    "UYI",
    "VND",
    "VUV",
    "XAF",
    "XOF",
    "XPF",
]
WITH_THREE = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]
DECIMALS = {**dict.fromkeys(WITHOUT, 0), **dict.fromkeys(WITH_THREE, 3), "CLF": 4}
"""Of currencies that have other than two: c_Moneda of CFDI 4.0, as phpcfdi/resources-sat-catalogs
mirrors it.
"""


@frozen(kw_only=True)
class TaxTotal:
    """A tax of a document: what it is taken from, and how much it is. A withheld one is that of all
    rates, so it has none.
    """

    type: str
    factor: str | None
    rate: Decimal | None
    base: Decimal
    amount: Decimal


@frozen(kw_only=True)
class Totals:
    """The amounts of a document, in its currency. Local taxes are all but IVA, ISR and IEPS, the
    lodging tax for one.
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
    """A tax as an item has it."""

    type: str
    factor: str
    rate: Decimal
    withheld: bool
    inclusive: bool

    @classmethod
    def of(cls, tax: Mapping[str, Any], path: str) -> _Tax:
        factor, withheld = factor_of(tax), tax.get("withholding") is True
        rate = ZERO if factor == "Exento" else _amount(tax, "rate", path)
        return cls(
            kind_of(tax), factor, rate, withheld, tax.get("inclusive") is True and not withheld
        )

    @property
    def is_ieps(self) -> bool:
        return self.type == "IEPS" and not self.withheld

    def taken_from(self, base: Decimal, quantity: Decimal) -> TaxTotal:
        """The tax of a line, to six decimals: a rate of its base, or so much for each unit."""
        base = quantity if self.factor == "Cuota" else base
        amount = _to(LINE, self.rate * base)
        return TaxTotal(
            type=self.type, factor=self.factor, rate=self.rate, base=base, amount=amount
        )


@frozen(kw_only=True)
class _Line:
    """The amounts of a line, without the taxes that its price holds."""

    amount: Decimal
    discount: Decimal
    taxes: tuple[tuple[_Tax, TaxTotal], ...]


def kind_of(tax: Mapping[str, Any]) -> str:
    """Which tax it is, in capitals."""
    return capitals(tax.get("type"))


def factor_of(tax: Mapping[str, Any]) -> str:
    """How its rate is applied: Tasa, unless it says otherwise."""
    return capitals(tax.get("factor", "Tasa")).capitalize()


def totals(
    items: Iterable[LineItemInput | PaymentItemInput | InvoiceItem | Mapping[str, Any]],
    *,
    currency: str = "MXN",
) -> Totals:
    """The totals of a document with these items, to the decimals of its currency.

    Raises:
        InvalidArgumentError: a price or a rate is missing (an item of a service by its id has it
            only on the server), or an amount is no number, or none that money has.
    """
    unit = ONE.scaleb(-DECIMALS.get(currency, 2))
    with localcontext(EXACT):
        try:
            lines = [_line(fields(item), f"items[{index}]") for index, item in enumerate(items)]
            subtotal = _to(unit, sum((line.amount for line in lines), ZERO))
            discount = _to(unit, sum((line.discount for line in lines), ZERO))
            charged, kept = (
                _together(lines, unit, withheld=False),
                _together(lines, unit, withheld=True),
            )
            return Totals(
                subtotal=subtotal,
                discount=discount,
                transferred=tuple(tax for tax in charged if tax.type in FEDERAL),
                withheld=tuple(tax for tax in kept if tax.type in FEDERAL),
                local_transferred=tuple(tax for tax in charged if tax.type not in FEDERAL),
                local_withheld=tuple(tax for tax in kept if tax.type not in FEDERAL),
                total=subtotal
                - discount
                + sum(tax.amount for tax in charged)
                - sum(tax.amount for tax in kept),
            )
        except ArithmeticError as error:
            raise InvalidArgumentError("an amount of the items is none that money has") from error


def _line(item: Mapping[str, Any], path: str) -> _Line:
    quantity, price = (
        _amount(item, "quantity", path, otherwise=ONE),
        _amount(item, "unit_price", path),
    )
    discount = _amount(item, "discount", path, otherwise=ZERO)
    found = enumerate(entries(item.get("taxes")))
    taxes = [
        _Tax.of(fields(tax), f"{path}.taxes[{index}]") for index, tax in found if tax is not None
    ]
    divisor, quota = _held(taxes)
    net = _to(LINE, (quantity * (price - quota) - discount) / divisor)
    discount = _to(LINE, discount / divisor)
    ieps = sum((tax.taken_from(net, quantity).amount for tax in taxes if tax.is_ieps), ZERO)
    return _Line(
        amount=net + discount,
        discount=discount,
        taxes=tuple(
            (
                tax,
                tax.taken_from(
                    net + ieps if tax.type == "IVA" and not tax.withheld else net, quantity
                ),
            )
            for tax in taxes
        ),
    )


def _held(taxes: Iterable[_Tax]) -> tuple[Decimal, Decimal]:
    """What taxes make of a price that holds them: it is the net price by the first number, plus the
    second.
    """
    rates, quota = {"IVA": ZERO, "IEPS": ZERO, "": ZERO}, ZERO
    for tax in taxes:
        if tax.inclusive and tax.factor == "Cuota":
            quota += tax.rate
        elif tax.inclusive:
            rates[tax.type if tax.type in rates else ""] += tax.rate
    with_iva = ONE + rates["IVA"]
    return with_iva * (ONE + rates["IEPS"]) + rates[""], quota * with_iva


def _together(lines: Iterable[_Line], unit: Decimal, *, withheld: bool) -> list[TaxTotal]:
    """The withheld or the transferred taxes of a document, added up by what the CFDI tells
    apart.
    """
    found: dict[TaxTotal, TaxTotal] = {}
    for tax, part in (each for line in lines for each in line.taxes):
        if tax.withheld is withheld:
            part = evolve(part, factor=None, rate=None) if withheld else part
            key = evolve(part, base=ZERO, amount=ZERO)
            known = found.get(key, key)
            found[key] = evolve(
                part, base=known.base + part.base, amount=known.amount + part.amount
            )
    return [
        evolve(each, base=_to(unit, each.base), amount=_to(unit, each.amount))
        for each in found.values()
    ]


def _amount(
    values: Mapping[str, Any], name: str, path: str, *, otherwise: Decimal | None = None
) -> Decimal:
    if name not in values and otherwise is not None:
        return otherwise
    found = number(values.get(name))
    if found is None:
        raise InvalidArgumentError(f"{path}.{name} must be a number")
    return found


def _to(unit: Decimal, amount: Decimal) -> Decimal:
    return amount.quantize(unit, ROUND_HALF_UP)
