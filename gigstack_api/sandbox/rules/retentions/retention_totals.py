"""The checks and the totals of a retention.

Chosen, where no source says: keys are 01 to 26, and years have four digits; amounts are not
negative, and the exempt part is not above the whole; a tax needs an amount, and its base is the
taxable part unless one is sent; taxes may be SAT codes too; platform services belong to key 26.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from ...errors import api_error
from ...resource import Resource
from ..invoices.cfdi_parts import TAX_CODES
from ..shared.money import ZERO, centavos, decimal, number

KEYS = frozenset(f"{key:02}" for key in range(1, 27))
PLATFORM_KEY = "26"
MAX_AMOUNT = 10**15
"""In currency units: more than any real amount, and still exact as a JSON number."""

PAYMENT_TYPES = {"001": "03", "002": "01", "003": "02"}
"""The SAT code of a definitive payment, by tax (c_TipoPagoRet).

Those of ISR and IVA are in the docs.
"""


def check_request(body: Mapping[str, Any]) -> None:
    """Checks that the fields of a retention fit together.

    Raises:
        Refusal: 400, they do not.
    """
    operation, exempt = decimal(body["total_operation"]), decimal(body.get("total_exempt"))
    rules = {
        "retention_key: must be two digits, 01 to 26": body["retention_key"] in KEYS,
        "period_end: must not be before period_start": body["period_start"] <= body["period_end"],
        "period_year: must have four digits": 1000 <= body["period_year"] <= 9999,
        "total_exempt: must not be more than total_operation": exempt <= operation,
        f"platform_services: only for retention_key {PLATFORM_KEY}": body["retention_key"]
        == PLATFORM_KEY
        or "platform_services" not in body,
    }

    faults = [text for text, holds in rules.items() if not holds]
    for index, tax in enumerate(body["taxes"]):
        if tax["tax"] not in {*TAX_CODES, *PAYMENT_TYPES}:
            faults.append(f"taxes.{index}.tax: must be one of {', '.join(TAX_CODES)}")
        if "amount" not in tax:
            faults.append(f"taxes.{index}.amount: required")
    faults += [
        f"{name}: must be from 0 to {MAX_AMOUNT}"
        for name, amount in amounts(body).items()
        if not 0 <= amount <= MAX_AMOUNT
    ]

    if faults:
        raise api_error(
            400, "validation_failed", f"The retention is not valid: {faults[0]}", faults
        )


def amounts(body: Mapping[str, Any]) -> dict[str, Decimal]:
    """The amounts of a request, by their paths."""
    services: Sequence[Mapping[str, Any]] = body.get("platform_services", {}).get("services", ())
    return {
        **{name: decimal(body.get(name)) for name in ("total_operation", "total_exempt")},
        **{
            f"taxes.{index}.{name}": decimal(tax.get(name))
            for index, tax in enumerate(body["taxes"])
            for name in ("base", "amount")
        },
        **{
            f"platform_services.services.{index}": decimal(service.get("price_without_tax"))
            for index, service in enumerate(services)
        },
    }


def totals_of(body: Mapping[str, Any]) -> Resource:
    """The totals of a retention, to the centavo, with its taxes by code."""
    operation, exempt = (
        centavos(decimal(body["total_operation"])),
        centavos(decimal(body.get("total_exempt"))),
    )
    taxes = [_retained(tax, operation - exempt) for tax in body["taxes"]]
    return {
        "total_operation": number(operation),
        "total_taxable": number(operation - exempt),
        "total_exempt": number(exempt),
        "total_retained": number(sum((decimal(tax["amount"]) for tax in taxes), ZERO)),
        "tax_retained": taxes,
    }


def _retained(tax: Mapping[str, Any], taxable: Decimal) -> Resource:
    name: str = tax["tax"]
    code = TAX_CODES.get(name, name)
    return {
        "tax": code,
        "base": number(centavos(decimal(tax.get("base"), taxable))),
        "amount": number(centavos(decimal(tax["amount"]))),
        "payment_type": tax.get("payment_type") or PAYMENT_TYPES[code],
    }
