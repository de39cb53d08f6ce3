"""Checks of the items of a document and of their taxes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ..catalogs import TaxObject
from ..errors import InvalidArgumentError
from .amounts import EXACT, FEDERAL, LINE_UNIT, ONE, ZERO, tax_factor, tax_type, totals
from .clients import check_party
from .findings import Finding, nested, violations
from .values import code, entries, fields, fits, number

PRODUCT_KEY = re.compile("[0-9]{8}")
UNIT_KEY = re.compile("[A-Z0-9][A-Za-z0-9]{0,2}")
"""A few keys end in lower case (Ohm, Xyv), but none begins so."""
FACTORS = ("Tasa", "Cuota", "Exento")
HIGHEST_RATES = {"IVA": Decimal("0.16"), "ISR": Decimal("0.35"), "IEPS": Decimal(2)}
"""The highest rate of each tax (c_TasaOCuota, and for IEPS that of tobacco in 2026)."""
USUAL_IVA_RATES = (None, ZERO, Decimal("0.08"), Decimal("0.16"))


def check_items(items: object, *, whole: bool) -> list[Finding]:
    """The findings of the items of a document, and of their total."""
    listed = entries(items)
    found = [
        finding
        for index, item in enumerate(listed)
        for finding in nested(f"items[{index}]", check_item(item, whole=whole))
    ]
    try:
        is_negative = totals(listed).total < ZERO
    except InvalidArgumentError:
        # A finding of its item, or a price that only the server knows.
        is_negative = False
    return [
        *found,
        *violations(
            {
                ("items", "no_items"): not whole or bool(listed),
                ("items", "total_negative"): not is_negative,
            }
        ),
    ]


def check_item(item: object, *, whole: bool = True) -> list[Finding]:
    """The findings of an item or a service.

    An item that names a service by `id` or `search` inherits the fields that it leaves out.
    """
    values = fields(item)
    is_complete = whole and not values.keys() & {"id", "search"}
    amounts = {name: number(values.get(name)) for name in ("quantity", "unit_price", "discount")}
    quantity, price, discount = amounts.values()
    amount = None if price is None else EXACT.multiply(price, ONE if quantity is None else quantity)
    taxes = values.get("taxes")
    holds = {
        **{
            (name, "not_a_number"): name not in values or parsed is not None
            for name, parsed in amounts.items()
        },
        ("description", "description_missing"): not is_complete or "description" in values,
        ("unit_price", "price_missing"): not is_complete or "unit_price" in values,
        ("quantity", "quantity_not_positive"): quantity is None or quantity > ZERO,
        ("unit_price", "price_negative"): price is None or price >= ZERO,
        ("unit_price", "price_zero"): price != ZERO,
        ("discount", "discount_negative"): discount is None or discount >= ZERO,
        ("discount", "discount_too_high"): amount is None
        or amount < ZERO
        or (discount or ZERO) <= amount,
        ("product_key", "product_key_form"): fits(PRODUCT_KEY, values.get("product_key")),
        ("unit_key", "unit_key_form"): fits(UNIT_KEY, values.get("unit_key")),
        ("taxability", "taxability_unknown"): "taxability" not in values
        or code(TaxObject, values["taxability"]) is not None,
        ("taxes", "taxes_of_no_object"): values.get("taxability") != TaxObject.NOT_SUBJECT
        or not taxes,
        ("taxes", "taxes_missing"): values.get("taxability") != TaxObject.SUBJECT or taxes != [],
    }
    found = [
        *violations(holds),
        *nested("third_party", check_party(fields(values.get("third_party")))),
    ]
    for index, tax in enumerate(entries(taxes)):
        found += nested(f"taxes[{index}]", check_tax(fields(tax)))
    return found


def check_tax(tax: Mapping[str, Any]) -> list[Finding]:
    """The findings of a tax of an item."""
    kind, factor = tax_type(tax), tax_factor(tax)
    rate, is_withheld = number(tax.get("rate")), tax.get("withholding") is True
    by_rate = rate if factor == "Tasa" else None
    is_possible = by_rate is None or kind not in HIGHEST_RATES or by_rate <= HIGHEST_RATES[kind]
    holds = {
        ("type", "tax_unknown"): kind in FEDERAL,
        ("factor", "factor_unknown"): factor in FACTORS,
        ("factor", "factor_of_ieps"): factor != "Cuota" or kind not in {"ISR", "IVA"},
        ("rate", "rate_missing"): factor == "Exento" or "rate" in tax,
        ("rate", "not_a_number"): "rate" not in tax or rate is not None,
        ("rate", "rate_negative"): rate is None or rate >= ZERO,
        ("rate", "rate_too_high"): is_possible,
        ("rate", "rate_decimals"): rate is None or EXACT.quantize(rate, LINE_UNIT) == rate,
        ("rate", "rate_unusual"): kind != "IVA"
        or is_withheld
        or by_rate in USUAL_IVA_RATES
        or not is_possible,
        ("withholding", "isr_transferred"): kind != "ISR" or is_withheld,
        ("withholding", "exempt_withheld"): not is_withheld or factor != "Exento",
        ("inclusive", "withheld_inclusive"): not is_withheld or tax.get("inclusive") is not True,
    }
    return violations(holds)
