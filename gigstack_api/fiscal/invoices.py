"""Checks of an invoice or a credit note before it is stamped."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

from .._core.schema.annotations import resolvable
from ..catalogs import (
    InvoiceType,
    Month,
    PaymentForm,
    PaymentMethod,
    Periodicity,
    Relationship,
    TaxRegime,
)
from .amounts import ONE, ZERO
from .clients import check_party, check_use, is_foreign
from .findings import Finding, finding, nested, violations
from .items import check_items
from .taxpayers import GENERAL_PUBLIC, GENERIC
from .values import capitals, code, entries, fields, fits, number

if TYPE_CHECKING:
    from ..models import DraftInvoice, Invoice

UUID = re.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
CURRENCY = re.compile("[A-Z]{3}")
PESO, NO_CURRENCY = "MXN", "XXX"
GENERAL_PUBLIC_NAME = "PUBLICO EN GENERAL"
FIRST_YEAR = 2021


@resolvable
def check_invoice(
    invoice: Invoice | DraftInvoice | Mapping[str, Any],
    *,
    invoice_type: Literal["I", "E"] | None = None,
    whole: bool = True,
) -> tuple[Finding, ...]:
    """The findings of an invoice or a credit note.

    Args:
        invoice: The body of `income_invoices.create`, or an invoice that the API returned.
        invoice_type: "I" or "E"; by default that of the invoice, or "I" if it has none.
        whole: False for a draft or a payment, whose missing fields may still follow.
    """
    values = fields(invoice)
    is_egress = (invoice_type or values.get("invoice_type")) == InvoiceType.EGRESS
    return (
        *_check_receiver(values, whole=whole),
        *check_items(values.get("items"), whole=whole),
        *_check_payment(values),
        *_check_currency(values, whole=whole),
        *_check_relations(values, needed=whole and is_egress),
        *_check_global(values, needed=whole and not is_egress),
    )


def _check_receiver(values: Mapping[str, Any], *, whole: bool) -> list[Finding]:
    client = fields(values.get("client"))
    postal_code = fields(client.get("address")).get("zip")
    place = fields(values.get("issuer_info")).get("zip")
    path, use = ("use", values["use"]) if "use" in values else ("client.use", client.get("use"))
    rfc = capitals(client.get("tax_id"))
    # A client that is named by id or search has its data on the server.
    is_complete = (
        whole and bool(client) and not is_foreign(client) and not client.keys() & {"id", "search"}
    )
    holds = {
        ("client", "no_client"): not whole or bool(client),
        ("client.tax_id", "rfc_missing"): not is_complete or "tax_id" in client,
        ("client.tax_system", "regime_missing"): not is_complete or "tax_system" in client,
        ("client.address.zip", "zip_missing"): not is_complete or postal_code is not None,
        ("client.address.zip", "generic_zip"): rfc != GENERAL_PUBLIC
        or None in (postal_code, place)
        or postal_code == place,
        ("use", "generic_use_missing"): not whole or rfc not in GENERIC or use is not None,
    }
    return [
        *nested("client", check_party(client)),
        *check_use(path, use, client),
        *violations(holds),
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
    currency = values.get("currency", PESO if whole else None)
    rate, is_given = number(values.get("exchange_rate")), "exchange_rate" in values

    holds = {
        ("currency", "currency_form"): fits(CURRENCY, currency),
        ("exchange_rate", "not_a_number"): not is_given or rate is not None,
        ("exchange_rate", "exchange_rate_missing"): not whole
        or is_given
        or currency in (PESO, NO_CURRENCY),
        ("exchange_rate", "exchange_rate_of_peso"): currency != PESO or rate in (None, ONE),
        ("exchange_rate", "exchange_rate_not_positive"): rate is None or rate > ZERO,
    }
    return violations(holds)


def _check_relations(values: Mapping[str, Any], *, needed: bool) -> list[Finding]:
    relations = entries(values.get("related_documents"))
    findings = violations(
        {("related_documents", "egress_unrelated"): not needed or bool(relations)}
    )
    for index, relation in enumerate(map(fields, relations)):
        path, documents = f"related_documents[{index}]", entries(relation.get("documents"))
        holds = {
            (f"{path}.relationship", "relation_unknown"): code(
                Relationship, relation.get("relationship")
            )
            is not None,
            (f"{path}.documents", "relation_empty"): bool(documents),
            **{
                (f"{path}.documents[{place}]", "uuid_form"): _is_uuid(document)
                for place, document in enumerate(documents)
            },
        }
        findings += violations(holds)
    return findings


def _check_global(values: Mapping[str, Any], *, needed: bool) -> list[Finding]:
    client, period = fields(values.get("client")), fields(values.get("global"))
    rfc = capitals(client.get("tax_id"))
    name = capitals(client.get("legal_name") or client.get("name")).replace("Ú", "U")
    if not period:
        is_missing = needed and (rfc, name) == (GENERAL_PUBLIC, GENERAL_PUBLIC_NAME)
        return [finding("global", "global_missing")] if is_missing else []

    periodicity = code(Periodicity, period.get("periodicity"))
    is_bimonthly = periodicity == Periodicity.BIMONTHLY
    month, year = code(Month, period.get("months")), number(period.get("year"))
    issuer = fields(values.get("issuer_info")).get("tax_system")
    holds = {
        ("client.tax_id", "global_receiver"): rfc in {"", GENERAL_PUBLIC},
        ("global.periodicity", "periodicity_unknown"): periodicity is not None,
        ("global.periodicity", "bimester_regime"): not is_bimonthly
        or issuer == TaxRegime.INCORPORACION_FISCAL,
        ("global.months", "months_unknown"): month is not None,
        ("global.months", "months_of_bimester"): None in (periodicity, month)
        or is_bimonthly is _is_bimester(month),
        ("global.year", "year_form"): year is not None and FIRST_YEAR <= year < FIRST_YEAR + 100,
    }
    return violations(holds)


def _is_bimester(month: Month | None) -> bool:
    return month is not None and len(month.months) > 1


def _is_uuid(value: object) -> bool:
    return value is not None and fits(UUID, value)
