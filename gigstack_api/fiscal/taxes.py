"""Checks of the taxes of an item: each by itself, and all of them against the tax object."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from ..catalogs import TAX_RATES, TaxObject
from .findings import Finding, violations
from .lines import EXACT, FEDERAL, LINE_UNIT, ZERO, tax_factor, tax_type
from .values import code, entries, fields, number

FACTORS = ("Tasa", "Cuota", "Exento")
WITHOUT_TAXES = {
    TaxObject.NOT_SUBJECT,
    TaxObject.SUBJECT_WITHOUT_BREAKDOWN,
    TaxObject.SUBJECT_WITHOUT_TAX,
    TaxObject.SUBJECT_WITH_PODEBI_CREDIT,
}
WITH_ISR_ONLY = {TaxObject.SUBJECT_TO_IVA_NOT_TRANSFERRED, TaxObject.NEITHER_IVA_NOR_IEPS}
HIGHEST_RATES = {"IVA": Decimal("0.16"), "ISR": Decimal("0.35"), "IEPS": Decimal(2)}
"""A rate above these is a percentage: 16 was meant to be 0.16. IEPS: tobacco in 2026."""
RATES_OF_2026 = {Decimal("0.32"), Decimal(1), Decimal(2)}
"""Rates of IEPS in the law of 2026 that the catalogue of August 2026 does not have."""
NEXT_QUOTAS = Decimal("1.25")
"""The highest quota goes up every January, so one that is a little higher may be right by then."""


def check_taxes(values: Mapping[str, Any], *, whole: bool, base: Decimal | None) -> list[Finding]:
    """The findings of the taxes of an item as its tax object and its base allow them.

    Args:
        values: The item.
        whole: Whether taxes that are absent are missing.
        base: The amount of the item less its discount, if known.
    """
    taxability, given = code(TaxObject, values.get("taxability")), values.get("taxes")
    taxes = [fields(tax) for tax in entries(given)]
    is_absent = given == [] or (whole and given is None)
    holds = {
        ("taxes", "taxes_of_no_object"): taxability not in WITHOUT_TAXES or not taxes,
        ("taxes", "taxes_of_isr_only"): taxability not in WITH_ISR_ONLY
        or all(_is_withheld(tax) and tax_type(tax) == "ISR" for tax in taxes),
        ("taxes", "taxes_of_ieps_only"): taxability != TaxObject.IEPS_WITHOUT_IVA
        or (given is None and not whole)
        or _has_ieps_only(taxes),
        ("taxes", "taxes_missing"): taxability != TaxObject.SUBJECT or not is_absent,
        ("taxes", "base_zero"): base != ZERO
        or all(tax_factor(tax) == "Cuota" for tax in taxes if tax_type(tax) in FEDERAL),
    }
    return violations(holds)


def check_tax(tax: Mapping[str, Any]) -> list[Finding]:
    """The findings of a tax of an item."""
    kind, factor = tax_type(tax), tax_factor(tax)
    rate, is_withheld = number(tax.get("rate")), _is_withheld(tax)
    holds = {
        ("type", "tax_unknown"): kind in FEDERAL,
        ("factor", "factor_unknown"): factor in FACTORS,
        ("factor", "factor_of_ieps"): factor != "Cuota" or kind not in {"ISR", "IVA"},
        ("rate", "rate_missing"): factor == "Exento" or "rate" in tax,
        ("rate", "not_a_number"): "rate" not in tax or rate is not None,
        ("rate", "rate_negative"): rate is None or rate >= ZERO,
        ("rate", "rate_decimals"): rate is None or EXACT.quantize(rate, LINE_UNIT) == rate,
        ("withholding", "isr_transferred"): kind != "ISR" or is_withheld,
        ("withholding", "exempt_withheld"): not is_withheld or factor != "Exento",
        ("inclusive", "withheld_inclusive"): not is_withheld or tax.get("inclusive") is not True,
    }
    found = violations(holds)
    if (problem := _rate_problem(kind, factor, rate, is_withheld=is_withheld)) is not None:
        found += violations({("rate", problem): False})
    return found


def _rate_problem(kind: str, factor: str, rate: Decimal | None, *, is_withheld: bool) -> str | None:
    """The rule that a rate violates by its amount; None if the catalogue of rates has it.

    A tax that is local, or in itself wrong, has its own finding.
    """
    if rate is None or rate < ZERO or (kind == "ISR" and not is_withheld):
        return None
    rows = [
        row
        for row in TAX_RATES
        if (row.tax, row.factor) == (kind, factor)
        and (row.withheld if is_withheld else row.transferred)
    ]
    if not rows or any(row.allows(rate) for row in rows):
        return None
    if factor == "Tasa" and rate > HIGHEST_RATES[kind]:
        return "withheld_rate_too_high" if is_withheld else "rate_too_high"
    is_quota_of_later = factor == "Cuota" and rate <= NEXT_QUOTAS * max(row.highest for row in rows)
    if is_quota_of_later or (kind == "IEPS" and factor == "Tasa" and rate in RATES_OF_2026):
        return "rate_unusual"
    return "withheld_rate_not_allowed" if is_withheld else "rate_not_allowed"


def _has_ieps_only(taxes: Sequence[Mapping[str, Any]]) -> bool:
    """Whether IEPS is transferred and there is no IVA."""
    kinds = [(tax_type(tax), _is_withheld(tax)) for tax in taxes]
    return ("IEPS", False) in kinds and all(kind != "IVA" for kind, _ in kinds)


def _is_withheld(tax: Mapping[str, Any]) -> bool:
    return tax.get("withholding") is True
