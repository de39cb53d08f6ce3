"""The totals of line items as they appear in a CFDI, in decimals and with the SAT's rounding.

The sums of the document are rounded half up to the decimals of the currency. Taxes are summed in
the groups of Anexo 20: transferred ones by type, factor and rate, withheld ones by type. Where
prices include their taxes, the document adds up to them (`included.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from .._core.schema.annotations import resolvable
from ..catalogs import Currency
from ..errors import InvalidArgumentError
from .included import add_up_to_prices
from .lines import EXACT, FEDERAL, ONE, ZERO, Line, TaxTotal, line_of, rounded
from .values import fields

if TYPE_CHECKING:
    from ..models import InvoiceItem, LineItemInput, PaymentItemInput

DECIMALS = {currency.value: currency.decimals for currency in Currency}


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


@resolvable
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
            lines = [line_of(fields(item), f"items[{index}]") for index, item in enumerate(items)]
            lines = add_up_to_prices(lines, unit)
            subtotal = rounded(unit, sum((line.amount for line in lines), ZERO))
            discount = rounded(unit, sum((line.discount for line in lines), ZERO))
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


def _sum_taxes(lines: Iterable[Line], unit: Decimal, *, withheld: bool) -> list[TaxTotal]:
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
        evolve(tax, base=rounded(unit, tax.base), amount=rounded(unit, tax.amount))
        for tax in found.values()
    ]
