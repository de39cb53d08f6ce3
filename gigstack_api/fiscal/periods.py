"""Checks of a global invoice: to whom it is, and its period."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from ..catalogs import Month, Periodicity, TaxRegime
from .findings import Finding, violations
from .taxpayers import GENERAL_PUBLIC
from .values import capitals, code, fields, number

GENERAL_PUBLIC_NAME = "PUBLICO EN GENERAL"
FIRST_YEAR, LAST_YEAR = 2021, 2120
YEARS_BACK = 5
ACCENTS = str.maketrans("ÁÉÍÓÚ", "AEIOU")


def check_period(values: Mapping[str, Any], *, needed: bool, today: date) -> list[Finding]:
    """The findings of the period of a global invoice.

    Without a period, with `needed`: whether it lacks one.
    """
    client, period = fields(values.get("client")), fields(values.get("global"))
    if not period:
        return _check_absence(client) if needed else []

    rfc = capitals(client.get("tax_id"))
    month, year = code(Month, period.get("months")), number(period.get("year"))
    is_year = year is not None and FIRST_YEAR <= year <= LAST_YEAR
    holds = {
        ("client.tax_id", "global_receiver"): rfc in {"", GENERAL_PUBLIC},
        ("global.months", "months_unknown"): month is not None,
        ("global.year", "year_form"): is_year,
        ("global.year", "year_out_of_range"): not is_year or _is_recent(year, today),
    }
    issuer = fields(values.get("issuer_info")).get("tax_system")
    return [*violations(holds), *_check_periodicity(period, month, issuer)]


def _check_absence(client: Mapping[str, Any]) -> list[Finding]:
    """The findings of an invoice to the general public that is not global."""
    is_generic = capitals(client.get("tax_id")) == GENERAL_PUBLIC
    name = client.get("legal_name") or client.get("name")
    letters = " ".join(capitals(name).translate(ACCENTS).rstrip(". ").split())
    is_exact = is_generic and name == GENERAL_PUBLIC_NAME
    looks_alike = is_generic and letters == GENERAL_PUBLIC_NAME
    return violations(
        {
            ("global", "global_missing"): not is_exact,
            ("global", "global_lookalike"): is_exact or not looks_alike,
        }
    )


def _check_periodicity(
    period: Mapping[str, Any], month: Month | None, issuer: object
) -> list[Finding]:
    periodicity = code(Periodicity, period.get("periodicity"))
    is_bimonthly = periodicity == Periodicity.BIMONTHLY
    is_known = periodicity is not None and month is not None
    is_bimester = month is not None and len(month.months) > 1
    suits = issuer == TaxRegime.INCORPORACION_FISCAL
    holds = {
        ("global.periodicity", "periodicity_unknown"): periodicity is not None,
        ("global.periodicity", "bimester_regime"): not is_bimonthly or issuer is not None,
        ("global.periodicity", "bimester_issuer"): not is_bimonthly or issuer is None or suits,
        ("global.months", "months_of_periodicity"): not is_known or is_bimonthly or not is_bimester,
        ("global.months", "months_of_bimester"): not is_known or not is_bimonthly or is_bimester,
    }
    return violations(holds)


def _is_recent(year: Decimal | None, today: date) -> bool:
    """Whether the year is the current one or one of the five before, with a day for time zones."""
    earliest, latest = today - timedelta(days=1), today + timedelta(days=1)
    return year is not None and earliest.year - YEARS_BACK <= year <= latest.year
