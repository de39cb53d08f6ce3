"""Checks of the terms of a document: how it is paid, its currency, and whether it is an export."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..catalogs import Currency, Export, PaymentForm, PaymentMethod
from .findings import Finding, violations
from .lines import EXACT, LINE_UNIT, ONE, ZERO
from .values import code, number


def check_terms(values: Mapping[str, Any], *, whole: bool) -> list[Finding]:
    """The findings of the terms of a document; with `whole` also of what is missing."""
    return [
        *_check_payment(values),
        *_check_currency(values, whole=whole),
        *_check_export(values, whole=whole),
    ]


def _check_payment(values: Mapping[str, Any]) -> list[Finding]:
    method, form = values.get("payment_method"), values.get("payment_form")
    holds = {
        ("payment_method", "payment_method_unknown"): method is None
        or code(PaymentMethod, method) is not None,
        ("payment_form", "payment_form_unknown"): form is None
        or code(PaymentForm, form) is not None,
        ("payment_form", "ppd_form"): method != PaymentMethod.PPD
        or form in (None, PaymentForm.TO_BE_DEFINED),
        ("payment_form", "pue_form"): method != PaymentMethod.PUE
        or form != PaymentForm.TO_BE_DEFINED,
    }
    return violations(holds)


def _check_currency(values: Mapping[str, Any], *, whole: bool) -> list[Finding]:
    currency = values.get("currency", Currency.MXN if whole else None)
    rate, is_given = number(values.get("exchange_rate")), "exchange_rate" in values
    holds = {
        ("currency", "currency_unknown"): currency is None or code(Currency, currency) is not None,
        ("exchange_rate", "not_a_number"): not is_given or rate is not None,
        ("exchange_rate", "exchange_rate_missing"): not whole
        or is_given
        or currency in (Currency.MXN, Currency.XXX),
        ("exchange_rate", "exchange_rate_of_peso"): currency != Currency.MXN or rate in (None, ONE),
        ("exchange_rate", "exchange_rate_of_none"): currency != Currency.XXX or not is_given,
        ("exchange_rate", "exchange_rate_not_positive"): rate is None or rate > ZERO,
        ("exchange_rate", "exchange_rate_decimals"): rate is None
        or EXACT.quantize(rate, LINE_UNIT) == rate,
    }
    return violations(holds)


def _check_export(values: Mapping[str, Any], *, whole: bool) -> list[Finding]:
    export = code(Export, values.get("exports"))
    holds = {
        ("exports", "export_unknown"): "exports" not in values or export is not None,
        ("exports", "export_complement"): not whole
        or export != Export.DEFINITIVE_A1
        or bool(values.get("complements")),
    }
    return violations(holds)
