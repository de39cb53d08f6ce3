"""The items of a global invoice: its receipts, as the SAT's guide has them.

A receipt is one item, `Venta`, with the key of the receipt. Lines with other taxes make an item of
their own, since an item has the same taxes as a whole; so does a line with a quota, which is
charged by its quantity.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from ...resource import Resource
from ..shared.money import ONE, ZERO, decimal, number

SALE = {"description": "Venta", "product_key": "01010101", "unit_key": "ACT"}
KEPT = ("taxes", "taxability", "third_party")
"""What lines must agree in to become one item."""


def global_items(receipt_id: str, items: Sequence[Mapping[str, Any]]) -> list[Resource]:
    """The items of the invoice of a receipt to the general public."""
    alike: dict[str, list[Mapping[str, Any]]] = {}
    for index, item in enumerate(items):
        own = {name: item[name] for name in KEPT if item.get(name)}
        key = json.dumps([own, index if _has_quota(item) else None], sort_keys=True)
        alike.setdefault(key, []).append(item)
    return [{**SALE, "sku": receipt_id, **_sum(lines)} for lines in alike.values()]


def _sum(lines: Sequence[Mapping[str, Any]]) -> Resource:
    first = lines[0]
    kept = {name: first[name] for name in KEPT if first.get(name)}
    discount = sum((decimal(line.get("discount")) for line in lines), ZERO)
    quantities = [decimal(line.get("quantity"), ONE) for line in lines]
    if _has_quota(first):
        amounts: Resource = {"quantity": number(quantities[0]), "unit_price": first["unit_price"]}
    else:
        prices = (decimal(line["unit_price"]) for line in lines)
        gross = (quantity * price for quantity, price in zip(quantities, prices, strict=True))
        amounts = {"quantity": 1, "unit_price": number(sum(gross, ZERO))}
    return {**amounts, **({"discount": number(discount)} if discount else {}), **kept}


def _has_quota(item: Mapping[str, Any]) -> bool:
    return any(
        str(tax.get("factor") or "").capitalize() == "Cuota"
        for tax in item.get("taxes") or ()
        if tax
    )
