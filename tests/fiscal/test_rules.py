"""Every rule has its texts, and a body that violates it and no other rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Any, cast

import pytest

from gigstack_api.fiscal import RULES, check_cancellation, check_client, check_invoice
from gigstack_api.fiscal.findings import Finding
from gigstack_api.fiscal.rules import Rule
from scripts.docs.pages import DOCS

CLIENT = {
    "tax_id": "GODE561231GR8",
    "legal_name": "EDUARDO GOMEZ DIAZ",
    "tax_system": "612",
    "use": "G03",
    "address": {"zip": "03100"},
}
PUBLIC = {
    "tax_id": "XAXX010101000",
    "legal_name": "PUBLICO EN GENERAL",
    "tax_system": "616",
    "use": "S01",
    "address": {"zip": "03100"},
}
TAX = {"type": "IVA", "rate": 0.16, "factor": "Tasa"}
ITEM = {
    "description": "Consultoría",
    "unit_price": 100,
    "quantity": 2,
    "discount": 10,
    "product_key": "80141503",
    "unit_key": "E48",
    "taxability": "02",
    "taxes": [TAX],
}
THIRD_PARTY = {
    "tax_id": "SAT970701NN3",
    "legal_name": "SERVICIO DE ADMINISTRACION TRIBUTARIA",
    "tax_system": "603",
    "zip": "06300",
}
TODAY = date(2026, 11, 28)
PERIOD = {"periodicity": "04", "months": "01", "year": 2026}
BIMESTER = PERIOD | {"periodicity": "05"}
UUID = "12345678-1234-1234-1234-123456789012"
RELATION = {"relationship": "01", "documents": [UUID]}
INVOICE = {
    "client": CLIENT,
    "items": [ITEM],
    "payment_method": "PUE",
    "payment_form": "03",
    "currency": "MXN",
    "exchange_rate": 1,
    "related_documents": [RELATION],
}

RETURNED = INVOICE | {"client": PUBLIC | {"use": "G02"}}


def without(fields: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name not in names}


def client(**changes: Any) -> Callable[[], Iterable[Finding]]:
    return partial(check_client, CLIENT | changes)


def public(**changes: Any) -> Callable[[], Iterable[Finding]]:
    return partial(check_client, PUBLIC | changes)


def invoice(**changes: Any) -> Callable[[], Iterable[Finding]]:
    return partial(check_invoice, INVOICE | changes, today=TODAY)


def line(**changes: Any) -> Callable[[], Iterable[Finding]]:
    return invoice(items=[ITEM | changes])


def line_without(name: str) -> Callable[[], Iterable[Finding]]:
    return invoice(items=[without(ITEM, name)])


def taxed(**changes: Any) -> Callable[[], Iterable[Finding]]:
    return line(taxes=[TAX | changes])


def grouped(**changes: Any) -> Callable[[], Iterable[Finding]]:
    return invoice(client=PUBLIC, **{"global": PERIOD | changes})


def cancelled(
    motive: str, uuid: str | None = None, **fields: Any
) -> Callable[[], Iterable[Finding]]:
    return partial(check_cancellation, motive, substitution_uuid=uuid, **fields)


VIOLATIONS: dict[str, tuple[str, Callable[[], Iterable[Finding]]]] = {
    "rfc_form": ("tax_id", client(tax_id="GODE561231")),
    "rfc_date": ("tax_id", client(tax_id="GODE561331GR2")),
    "rfc_day": ("tax_id", client(tax_id="GODE010229GR7")),
    "rfc_case": ("tax_id", client(tax_id="gode561231gr8")),
    "rfc_check_digit": ("tax_id", client(tax_id="GODE561231GR9")),
    "rfc_missing": ("client.tax_id", invoice(client=without(CLIENT, "tax_id"))),
    "name_missing": ("client.legal_name", invoice(client=without(CLIENT, "legal_name"))),
    "name_society": (
        "legal_name",
        client(tax_id="SAT970701NN3", tax_system="601", legal_name="La Espiga, S.A. de C.V."),
    ),
    "zip_form": ("address.zip", client(address={"zip": "3100"})),
    "zip_missing": ("client.address.zip", invoice(client=without(CLIENT, "address"))),
    "regime_unknown": ("tax_system", client(tax_system="699")),
    "regime_missing": ("client.tax_system", invoice(client=without(CLIENT, "tax_system"))),
    "regime_person": ("tax_system", client(tax_system="601")),
    "use_unknown": ("use", client(use="G99")),
    "use_dropped": ("use", client(use="P01")),
    "use_regime": ("use", client(use="CN01")),
    "use_person": ("use", client(tax_id="SAT970701NN3", tax_system=None, use="D01")),
    "generic_use": ("use", public(use="G03")),
    "generic_use_missing": ("use", invoice(client=without(PUBLIC, "use"), **{"global": PERIOD})),
    "generic_regime": ("tax_system", public(tax_system="612")),
    "generic_zip": (
        "client.address.zip",
        invoice(client=PUBLIC, issuer_info={"zip": "06500"}, **{"global": PERIOD}),
    ),
    "third_party_missing": (
        "items[0].third_party.legal_name",
        line(third_party=without(THIRD_PARTY, "legal_name")),
    ),
    "third_party_regime_unknown": (
        "items[0].third_party.tax_system",
        line(third_party=THIRD_PARTY | {"tax_system": "609"}),
    ),
    "third_party_person": (
        "items[0].third_party.tax_system",
        line(third_party=THIRD_PARTY | {"tax_system": "605"}),
    ),
    "third_party_foreign": (
        "items[0].third_party.tax_system",
        line(third_party=THIRD_PARTY | {"tax_id": "EXT990101NI1"}),
    ),
    "third_party_same": (
        "items[0].third_party.tax_id",
        invoice(
            items=[ITEM | {"third_party": THIRD_PARTY}], issuer_info={"tax_id": "SAT970701NN3"}
        ),
    ),
    "text_empty": ("items[0].description", line(description=" ")),
    "text_too_long": ("items[0].sku", line(sku="A" * 101)),
    "text_pipe": ("legal_name", client(legal_name="EDUARDO|GOMEZ")),
    "no_items": ("items", invoice(items=[])),
    "description_missing": ("items[0].description", line_without("description")),
    "price_missing": ("items[0].unit_price", line_without("unit_price")),
    "not_a_number": ("items[0].unit_price", line(unit_price="ten")),
    "quantity_not_positive": ("items[0].quantity", line(quantity=0, discount=0)),
    "quantity_decimals": ("items[0].quantity", line(quantity=1.1234567)),
    "price_negative": (
        "items[1].unit_price",
        invoice(items=[ITEM, ITEM | {"unit_price": -1, "discount": 0}]),
    ),
    "price_zero": ("items[0].unit_price", line(unit_price=0, discount=0)),
    "discount_negative": ("items[0].discount", line(discount=-0.01)),
    "discount_too_high": ("items[0].discount", invoice(items=[ITEM | {"discount": 200.01}, ITEM])),
    "total_negative": (
        "items",
        line(taxes=[TAX] + [{"type": "ISR", "rate": 0.35, "withholding": True}] * 4),
    ),
    "product_key_form": ("items[0].product_key", line(product_key="8014150")),
    "unit_key_form": ("items[0].unit_key", line(unit_key="e48")),
    "customs_form": ("items[0].customs_request", line(customs_request="15 48 3009 001234")),
    "property_account_form": ("items[0].property_tax_account", line(property_tax_account="A-1")),
    "taxability_unknown": ("items[0].taxability", line(taxability="09")),
    "taxes_of_no_object": ("items[0].taxes", line(taxability="01")),
    "taxes_of_isr_only": ("items[0].taxes", line(taxability="06")),
    "taxes_of_ieps_only": ("items[0].taxes", line(taxability="07")),
    "taxes_missing": ("items[0].taxes", line(taxes=[])),
    "base_zero": ("items[0].taxes", line(discount=200)),
    "tax_unknown": ("items[0].taxes[0].type", taxed(type="ISH", rate=0.03)),
    "factor_unknown": ("items[0].taxes[0].factor", taxed(factor="Porcentaje")),
    "factor_of_ieps": ("items[0].taxes[0].factor", taxed(factor="Cuota")),
    "rate_missing": ("items[0].taxes[0].rate", line(taxes=[without(TAX, "rate")])),
    "rate_negative": ("items[0].taxes[0].rate", taxed(type="IEPS", rate=-0.08)),
    "rate_too_high": ("items[0].taxes[0].rate", taxed(type="IEPS", rate=16)),
    "rate_not_allowed": ("items[0].taxes[0].rate", taxed(rate=0.15)),
    "withheld_rate_too_high": ("items[0].taxes[0].rate", taxed(withholding=True, rate=0.17)),
    "withheld_rate_not_allowed": (
        "items[0].taxes[0].rate",
        taxed(type="IEPS", withholding=True, rate=0.03),
    ),
    "rate_decimals": ("items[0].taxes[0].rate", taxed(withholding=True, rate=0.1066667)),
    "rate_unusual": ("items[0].taxes[0].rate", taxed(type="IEPS", rate=2)),
    "isr_transferred": ("items[0].taxes[0].withholding", taxed(type="ISR", rate=0.1)),
    "exempt_withheld": ("items[0].taxes[0].withholding", taxed(factor="Exento", withholding=True)),
    "withheld_inclusive": (
        "items[0].taxes[0].inclusive",
        taxed(withholding=True, rate=0.1, inclusive=True),
    ),
    "no_client": ("client", invoice(client=None)),
    "payment_method_unknown": ("payment_method", invoice(payment_method="PIP")),
    "payment_form_unknown": ("payment_form", invoice(payment_form="07")),
    "ppd_form": ("payment_form", invoice(payment_method="PPD")),
    "pue_form": ("payment_form", invoice(payment_form="99")),
    "currency_unknown": ("currency", invoice(currency="ABC", exchange_rate=2)),
    "exchange_rate_missing": ("exchange_rate", invoice(currency="USD", exchange_rate=None)),
    "exchange_rate_of_peso": ("exchange_rate", invoice(exchange_rate=18.9)),
    "exchange_rate_of_none": ("exchange_rate", invoice(currency="XXX", exchange_rate=1)),
    "exchange_rate_not_positive": ("exchange_rate", invoice(currency="USD", exchange_rate=0)),
    "exchange_rate_decimals": (
        "exchange_rate",
        invoice(currency="USD", exchange_rate=18.1234567),
    ),
    "export_unknown": ("exports", invoice(exports="05")),
    "export_complement": ("exports", invoice(exports="02")),
    "relation_unknown": (
        "related_documents[0].relationship",
        invoice(related_documents=[RELATION | {"relationship": "08"}]),
    ),
    "relation_empty": (
        "related_documents[1].documents",
        invoice(related_documents=[RELATION, RELATION | {"documents": []}]),
    ),
    "uuid_form": (
        "related_documents[0].documents[1]",
        invoice(related_documents=[RELATION | {"documents": [UUID, "invoice_1234567890"]}]),
    ),
    "egress_unrelated": ("related_documents", invoice(related_documents=[], invoice_type="E")),
    "global_missing": ("global", invoice(client=PUBLIC)),
    "global_lookalike": (
        "global",
        invoice(client=PUBLIC | {"legal_name": "Público en General."}),
    ),
    "global_receiver": ("client.tax_id", invoice(**{"global": PERIOD})),
    "periodicity_unknown": ("global.periodicity", grouped(periodicity="month")),
    "months_unknown": ("global.months", grouped(months="19")),
    "months_of_periodicity": ("global.months", grouped(months="13")),
    "months_of_bimester": (
        "global.months",
        invoice(client=PUBLIC, issuer_info={"tax_system": "621"}, **{"global": BIMESTER}),
    ),
    "bimester_regime": ("global.periodicity", grouped(periodicity="05", months="13")),
    "bimester_issuer": (
        "global.periodicity",
        invoice(
            client=PUBLIC,
            issuer_info={"tax_system": "601"},
            **{"global": BIMESTER | {"months": "13"}},
        ),
    ),
    "year_form": ("global.year", grouped(year=26)),
    "year_out_of_range": ("global.year", grouped(year=2099)),
    "motive_unknown": ("motive", cancelled("05")),
    "substitution_missing": ("substitution_uuid", cancelled("01")),
    "substitution_unwanted": ("substitution_uuid", cancelled("02", UUID)),
    "substitution_of_itself": (
        "substitution_uuid",
        cancelled("01", UUID.upper(), invoice={"uuid": UUID}),
    ),
    "motive_of_global": ("motive", cancelled("04", invoice=INVOICE)),
}
"""A body that violates each rule and no other, and where."""


def test_every_rule_has_a_case() -> None:
    assert list(VIOLATIONS) == list(RULES)


@pytest.mark.parametrize("code", RULES)
def test_a_violation_gives_one_finding_at_its_path(code: str) -> None:
    path, check = VIOLATIONS[code]
    (finding,) = check()
    rule = RULES[code]
    assert finding == Finding(path, code, rule.severity, rule.text_es, rule.text_en, rule.sat)
    assert str(finding) == f"{path}: {rule.text_en} ({code})"


@pytest.mark.parametrize("code", RULES)
def test_a_rule_has_a_sentence_in_both_languages(code: str) -> None:
    rule = RULES[code]
    assert rule.severity in {"error", "warning"}
    assert rule.text_es != rule.text_en
    for text in (rule.text_es, rule.text_en):
        assert text[0].isupper()
        assert text.endswith(".")


VALID: dict[str, Callable[[], Iterable[Finding]]] = {
    "an invoice": invoice(),
    "a credit note": partial(check_invoice, INVOICE, invoice_type="E"),
    "a client": client(),
    "the general public": public(),
    "a client of which little is known": partial(check_client, {"name": "Ana"}),
    "a global invoice": grouped(),
    "a global invoice of two months": invoice(
        client=PUBLIC,
        issuer_info={"tax_system": "621", "zip": "03100"},
        **{"global": PERIOD | {"periodicity": "05", "months": "18"}},
    ),
    "a foreigner": public(tax_id="XEXX010101000", legal_name="ACME INC"),
    "a foreigner with a postal code of their own": public(
        tax_id="XEXX010101000", address={"country": "GBR", "zip": "SW1A 1AA"}
    ),
    "a credit note to the general public": partial(check_invoice, RETURNED, invoice_type="E"),
    "a credit note to the general public, as returned": partial(
        check_invoice, RETURNED | {"invoice_type": "E"}
    ),
    "a foreigner's return of goods": public(tax_id="XEXX010101000", use="G02"),
    "an invoice to a client abroad without RFC": invoice(
        client={"legal_name": "ACME INC", "address": {"country": "USA"}}
    ),
    "a client of Colombia": client(
        tax_id="900123456-7", tax_system="48", use="X", address={"country": "COL", "zip": "110111"}
    ),
    "one sale to the general public by another name": invoice(
        client=PUBLIC | {"legal_name": "VENTA DE MOSTRADOR"}
    ),
    "a company of both kinds' regime": client(tax_id="SAT970701NN3", tax_system="626"),
    "a client by its id": invoice(client={"id": "client_1"}),
    "a client that is searched for": invoice(
        client={"search": {"on_key": "tax_id", "on_value": "GODE561231GR8"}}
    ),
    "the use of the invoice before that of the client": invoice(
        client=CLIENT | {"use": "P01"}, use="G03"
    ),
    "an item by its id": invoice(items=[{"id": "service_1", "taxes": []}]),
    "an item that is searched for": invoice(items=[{"search": {"on_key": "sku", "on_value": "A"}}]),
    "IVA by all its rates": line(taxes=[TAX | {"rate": rate} for rate in (0, 0.08, 0.16)]),
    "IVA withheld": line(
        taxes=[TAX | {"rate": rate, "withholding": True} for rate in (0.04, 0.06, 0.106667)]
    ),
    "exempt": line(taxes=[{"type": "IVA", "factor": "Exento"}]),
    "IEPS by the litre": line(taxes=[{"type": "IEPS", "factor": "Cuota", "rate": 6.1752}]),
    "the rate as text, the type in lower case": line(
        taxes=[{"type": "iva", "factor": "tasa", "rate": "0.160000"}]
    ),
    "no tax object": line(taxability="01", taxes=[]),
    "a discount of everything, without taxes": line(discount=200, taxability="01", taxes=[]),
    "a discount of all but the litres": line(
        discount=200, taxes=[{"type": "IEPS", "factor": "Cuota", "rate": 6.1752}]
    ),
    "a unit with small letters": line(unit_key="Ohm"),
    "part of an hour": line(quantity=0.25, discount=0),
    "a third party": line(third_party=THIRD_PARTY),
    "a third party abroad": line(
        third_party=THIRD_PARTY | {"tax_id": "EXT990101NI1", "tax_system": "616"}
    ),
    "a pedimento as the CFDI has it": line(customs_request="15  48  3009  0001234"),
    "an empty pedimento, account, sku": line(customs_request="", property_tax_account="", sku=""),
    "an export with its complement": invoice(exports="02", complements=[{"type": "cce20"}]),
    "object 06 with ISR withheld": line(
        taxability="06", taxes=[{"type": "ISR", "rate": 0.1, "withholding": True}]
    ),
    "object 07 with IEPS": line(taxability="07", taxes=[{"type": "IEPS", "rate": 0.08}]),
    "object 08 without taxes": line(taxability="08", taxes=[]),
    "object 02 of a service by its id": invoice(items=[{"id": "service_1", "taxability": "02"}]),
    "the highest quota": line(taxes=[{"type": "IEPS", "factor": "Cuota", "rate": 72.1605}]),
    "the general public, in letters of its own": invoice(
        client=PUBLIC | {"legal_name": "PUBLICO EN GENERAL DE LA TIENDA"}
    ),
    "a global invoice of five years ago": grouped(year=2021),
    "a global invoice of tomorrow": partial(
        check_invoice,
        INVOICE | {"client": PUBLIC, "global": PERIOD | {"year": 2027}},
        today=date(2026, 12, 31),
    ),
    "PPD": invoice(payment_method="PPD", payment_form="99"),
    "PPD, its form left to the API": invoice(payment_method="PPD", payment_form=None),
    "dollars": invoice(currency="USD", exchange_rate=18.9),
    "no currency": invoice(currency="XXX", exchange_rate=None),
    "an empty draft": partial(check_invoice, {"invoice_type": "E"}, whole=False),
    "a draft in dollars": partial(check_invoice, {"currency": "USD"}, whole=False),
    "part of a draft in dollars": partial(check_invoice, {"exchange_rate": 18.9}, whole=False),
    "motive 01": cancelled("01", UUID),
    "motive 02": cancelled("02"),
    "motive 03": cancelled("03", ""),
    "motive 04, invoice unknown": cancelled("04"),
    "motive 04": cancelled("04", invoice={"global": PERIOD}),
}


@pytest.mark.parametrize("check", VALID.values(), ids=VALID.keys())
def test_a_valid_body_has_no_findings(check: Callable[[], Iterable[Finding]]) -> None:
    assert list(check()) == []


OTHER_VIOLATIONS: dict[str, tuple[str, str, Callable[[], Iterable[Finding]]]] = {
    "an RFC with an address abroad": (
        "tax_system",
        "regime_person",
        client(tax_system="601", address={"country": "USA"}),
    ),
    "no RFC, in Mexico": (
        "tax_id",
        "rfc_form",
        client(tax_id="900123456-7", address={"country": "Mexico"}),
    ),
    "an unknown use, of the general public": ("use", "use_unknown", public(use="G99")),
    "a use of CFDI 3.3, of the general public": ("use", "use_dropped", public(use="P01")),
    "five zeros": ("address.zip", "zip_form", client(address={"zip": "00000"})),
    "a number of five digits": ("address.zip", "zip_form", client(address={"zip": 12345})),
    "digits of another script": (
        "address.zip",
        "zip_form",
        client(address={"zip": "\u0661\u0662\u0663\u0664\u0665"}),
    ),
    "a regime of CFDI 3.3": ("tax_system", "regime_unknown", client(tax_system="628")),
    "a regime of natural persons for a company": (
        "tax_system",
        "regime_person",
        client(tax_id="SAT970701NN3"),
    ),
    "the zip of a third party": (
        "items[0].third_party.zip",
        "zip_form",
        line(third_party=THIRD_PARTY | {"zip": "1"}),
    ),
    "a discount without quantity": (
        "items[0].discount",
        "discount_too_high",
        invoice(items=[without(ITEM, "quantity") | {"discount": 100.01}, ITEM]),
    ),
    "a quantity in words": ("items[0].quantity", "not_a_number", line(quantity="two")),
    "a discount in words": ("items[0].discount", "not_a_number", line(discount="half")),
    "a rate in words": ("items[0].taxes[0].rate", "not_a_number", taxed(rate="sixteen")),
    "an exchange rate in words": (
        "exchange_rate",
        "not_a_number",
        invoice(currency="USD", exchange_rate="some"),
    ),
    "IEPS in percent": ("items[0].taxes[0].rate", "rate_too_high", taxed(type="IEPS", rate=16)),
    "IVA in percent": ("items[0].taxes[0].rate", "rate_too_high", taxed(rate=16)),
    "ISR above the highest": (
        "items[0].taxes[0].rate",
        "withheld_rate_too_high",
        taxed(type="ISR", withholding=True, rate=0.36),
    ),
    "IVA close to a rate": ("items[0].taxes[0].rate", "rate_not_allowed", taxed(rate=0.0801)),
    "IEPS of no law": ("items[0].taxes[0].rate", "rate_not_allowed", taxed(type="IEPS", rate=0.12)),
    "a quota above all": (
        "items[0].taxes[0].rate",
        "rate_not_allowed",
        taxed(type="IEPS", factor="Cuota", rate=100),
    ),
    "a quota that the next year may have": (
        "items[0].taxes[0].rate",
        "rate_unusual",
        taxed(type="IEPS", factor="Cuota", rate=75),
    ),
    "no taxes sent, of object 02": ("items[0].taxes", "taxes_missing", line_without("taxes")),
    "no taxes sent, of object 07": (
        "items[0].taxes",
        "taxes_of_ieps_only",
        line(taxability="07", taxes=None),
    ),
    **{
        f"taxes of object {taxability}": ("items[0].taxes", code, line(taxability=taxability))
        for taxability, code in {
            "03": "taxes_of_no_object",
            "04": "taxes_of_no_object",
            "05": "taxes_of_no_object",
            "08": "taxes_of_isr_only",
        }.items()
    },
    "a foreigner's postal code": (
        "client.address.zip",
        "generic_zip",
        invoice(client=PUBLIC | {"tax_id": "XEXX010101000"}, issuer_info={"zip": "06600"}),
    ),
    "a series that is too long": ("series", "text_too_long", invoice(series="A" * 26)),
    "a third party that is the receiver": (
        "items[0].third_party.tax_id",
        "third_party_same",
        line(third_party=THIRD_PARTY | {"tax_id": "GODE561231GR8", "tax_system": "612"}),
    ),
    "the general public in small letters": (
        "global",
        "global_lookalike",
        invoice(client=PUBLIC | {"legal_name": "Publico en general"}),
    ),
    "the general public by its name": (
        "global",
        "global_missing",
        invoice(client=without(PUBLIC, "legal_name") | {"name": "PUBLICO EN GENERAL"}),
    ),
    "a document that is not a text": (
        "related_documents[0].documents[0]",
        "uuid_form",
        invoice(related_documents=[RELATION | {"documents": [None]}]),
    ),
    "no relationship": (
        "related_documents[0].relationship",
        "relation_unknown",
        invoice(related_documents=[{"documents": [UUID]}]),
    ),
    "a type of tax that is not a text": (
        "items[0].taxes[0].type",
        "tax_unknown",
        taxed(type=10**5000),
    ),
    "a factor that is not a text": (
        "items[0].taxes[0].factor",
        "factor_unknown",
        taxed(factor=10**5000),
    ),
    "a substitute that is not a UUID": (
        "substitution_uuid",
        "uuid_form",
        cancelled("01", "invoice_1"),
    ),
    "a substitute that is not a text": (
        "substitution_uuid",
        "uuid_form",
        cancelled("01", cast("str", 10**5000), invoice={"uuid": UUID}),
    ),
    "a year as text": ("global.year", "year_form", grouped(year="last")),
    "the year before CFDI 4.0": ("global.year", "year_form", grouped(year=2020)),
}


@pytest.mark.parametrize(
    ("path", "code", "check"), OTHER_VIOLATIONS.values(), ids=OTHER_VIOLATIONS.keys()
)
def test_other_violations_of_a_rule_are_found(
    path: str, code: str, check: Callable[[], Iterable[Finding]]
) -> None:
    assert [(finding.path, finding.code) for finding in check()] == [(path, code)]


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_guide_lists_every_rule(language: str) -> None:
    guide = (DOCS / language / "guides" / "fiscal.md").read_text(encoding="utf-8")
    rows = [
        f"| `{code}` | {rule.severity} | {rule.sat or ''} | {text_of(rule, language)} |"
        for code, rule in RULES.items()
    ]
    assert guide.split("|---|---|---|---|\n")[-1].splitlines() == rows


def text_of(rule: Rule, language: str) -> str:
    return {"en": rule.text_en, "es": rule.text_es}[language].replace("|", "\\|")


def test_every_error_of_a_document_has_a_code_of_the_sat() -> None:
    cancellation = {
        "motive_unknown",
        "substitution_missing",
        "substitution_of_itself",
    }
    assert {
        code for code, rule in RULES.items() if rule.severity == "error" and rule.sat is None
    } == cancellation
    for rule in RULES.values():
        assert rule.sat is None or re.fullmatch("301|CFDI1?40[0-9]{3}", rule.sat)
