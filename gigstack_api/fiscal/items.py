"""Checks of the items of a document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ..catalogs import TaxObject
from ..errors import InvalidArgumentError
from .amounts import totals
from .findings import Finding, nested, violations
from .lines import EXACT, LINE_UNIT, ONE, ZERO
from .taxes import check_tax, check_taxes
from .texts import check_texts
from .third_parties import check_third_party
from .values import code, entries, fields, fits, number

PRODUCT_KEY = re.compile("[0-9]{8}")
UNIT_KEY = re.compile("[A-Z0-9][A-Za-z0-9]{0,2}")
"""A few keys end in lower case (Ohm, Xyv), but none begins so."""
CUSTOMS = re.compile("[ -]*(?:[0-9][ -]*){15}")
"""The CFDI has two spaces between the parts of a pedimento; here any spaces and hyphens will do."""
PROPERTY_ACCOUNT = re.compile("[0-9a-zA-Z]{1,150}")


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


def check_item(item: object, *, whole: bool = True, service: bool = False) -> list[Finding]:
    """The findings of an item or a service.

    An item that names a service by `id` or `search` inherits the fields that it leaves out. The
    price of a service may be 0, since that of an item comes before it.
    """
    values = fields(item)
    is_complete = whole and not values.keys() & {"id", "search"}
    amounts = {name: number(values.get(name)) for name in ("quantity", "unit_price", "discount")}
    quantity, price, discount = amounts.values()
    amount = None if price is None else EXACT.multiply(price, ONE if quantity is None else quantity)
    holds = {
        **{
            (name, "not_a_number"): name not in values or parsed is not None
            for name, parsed in amounts.items()
        },
        ("description", "description_missing"): not is_complete or "description" in values,
        ("unit_price", "price_missing"): not is_complete or "unit_price" in values,
        ("quantity", "quantity_not_positive"): quantity is None or quantity > ZERO,
        ("quantity", "quantity_decimals"): quantity is None
        or EXACT.quantize(quantity, LINE_UNIT) == quantity,
        ("unit_price", "price_negative"): price is None or price >= ZERO,
        ("unit_price", "price_zero"): service or price != ZERO,
        ("discount", "discount_negative"): discount is None or discount >= ZERO,
        ("discount", "discount_too_high"): amount is None
        or amount < ZERO
        or (discount or ZERO) <= amount,
        **_key_rules(values),
    }
    third_party = fields(values.get("third_party"))
    found = [
        *violations(holds),
        *check_texts({name: values.get(name) for name in ("description", "sku", "unit_name")}),
        *check_taxes(values, whole=is_complete and not service, base=_base(amount, discount)),
        *nested("third_party", check_third_party(third_party, whole=whole)),
    ]
    for index, tax in enumerate(entries(values.get("taxes"))):
        found += nested(f"taxes[{index}]", check_tax(fields(tax)))
    return found


def _key_rules(values: Mapping[str, Any]) -> dict[tuple[str, str], bool]:
    """Whether the keys and numbers of an item have their form."""
    return {
        ("product_key", "product_key_form"): fits(PRODUCT_KEY, values.get("product_key")),
        ("unit_key", "unit_key_form"): fits(UNIT_KEY, values.get("unit_key")),
        ("customs_request", "customs_form"): fits(CUSTOMS, values.get("customs_request") or None),
        ("property_tax_account", "property_account_form"): fits(
            PROPERTY_ACCOUNT, values.get("property_tax_account") or None
        ),
        ("taxability", "taxability_unknown"): "taxability" not in values
        or code(TaxObject, values["taxability"]) is not None,
    }


def _base(amount: Decimal | None, discount: Decimal | None) -> Decimal | None:
    """The base of the taxes of an item that costs something; 0 if none of six decimals is left."""
    if amount is None or amount <= ZERO:
        return None
    base = EXACT.subtract(amount, discount or ZERO)
    return ZERO if base.copy_abs() < LINE_UNIT / 2 else base
