"""The fields of a row: each value is converted by the kind of its field, or refused."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest

from gigstack_api.bulk import Row, RowError, recognise
from gigstack_api.bulk.columns import Resource
from gigstack_api.operations.clients.create_client import build as create_client
from gigstack_api.operations.income_invoices.create_income_invoice import build as create_invoice


def payload(resource: Resource, values: Mapping[str, object]) -> dict[str, Any]:
    return recognise([*values], resource).payload(Row(7, 9, values))


def value_of(resource: Resource, column: str, value: object) -> object:
    extra = {"description": "x", "unit_price": 1} if resource == "services" else {}
    found: Any = payload(resource, {**extra, column: value})
    for part in column.split("."):
        found = found[part][0] if part == "items" else found.get(part)
        if part == "taxes":
            break
    return found


TAKEN: list[tuple[str, object, object]] = [
    ("tax_id", " pegj800101ab6 ", "PEGJ800101AB6"),
    ("tax_id", "PEGJ-800101-AB6", "PEGJ800101AB6"),
    ("tax_id", "ñoñ 010101 ab1", "ÑOÑ010101AB1"),
    ("tax_id", "PEGJ\u2013800101\u2013AB6", "PEGJ800101AB6"),
    ("tax_id", "\u200bPEGJ\xa0800101.AB6\ufeff", "PEGJ800101AB6"),
    ("tax_id", "corto", "CORTO"),
    ("address.zip", "03100", "03100"),
    ("address.zip", 3100, "03100"),
    ("address.zip", "3100", "03100"),
    ("address.zip", 64000.0, "64000"),
    ("tax_system", "601", "601"),
    ("tax_system", 601, "601"),
    ("tax_system", "601 - General de Ley Personas Morales", "601"),
    ("tax_system", "601 General de Ley", "601"),
    ("tax_system", "General de Ley", "601"),
    ("tax_system", "Régimen General de Ley Personas Morales", "601"),
    ("tax_system", "simplificado de confianza", "626"),
    ("tax_system", "RESICO", "626"),
    ("tax_system", "Rental income", "606"),
    ("tax_system", "699", "699"),
    ("use", "g03", "G03"),
    ("use", "G03 Gastos en general", "G03"),
    ("use", "Gastos en general", "G03"),
    ("use", "(G03) Gastos", "G03"),
    ("email", " ana@example.mx ", "ana@example.mx"),
    ("bcc", "a@x.mx; b@x.mx,c@x.mx", ["a@x.mx", "b@x.mx", "c@x.mx"]),
    ("bcc", ["a@x.mx"], ["a@x.mx"]),
    ("phone", 5512345678, "5512345678"),
    ("phone", 5512345678.0, "5512345678"),
    ("phone", "+52 55 1234 5678", "+52 55 1234 5678"),
    ("name", "\xa0Ana \n", "Ana"),
    ("name", "\u200bAna\ufeff", "Ana"),
    ("name", "Ana #1", "Ana #1"),
    ("name", "=) Ana", "=) Ana"),
    ("address.zip", '="03100"', "03100"),
    ("phone", '="55 1234"', "55 1234"),
    ("name", 7, "7"),
    ("name", Decimal("7.50"), "7.50"),
    ("defaults.keep_full_legal_name", "Sí", True),
    ("defaults.keep_full_legal_name", "VERDADERO", True),
    ("defaults.keep_full_legal_name", 1, True),
    ("defaults.keep_full_legal_name", "no", False),
    ("defaults.keep_full_legal_name", "FALSE", False),
    ("defaults.keep_full_legal_name", False, False),
    ("metadata.n", 12, "12"),
    ("metadata.n", True, True),
    ("metadata.n", [1, 2], [1, 2]),
    ("metadata.n", date(2026, 3, 31), "2026-03-31"),
    ("metadata.n", datetime(2026, 3, 31, 12), "2026-03-31T12:00:00"),
    ("organization_type", "1", "1"),
]


@pytest.mark.parametrize(("column", "value", "wanted"), TAKEN)
def test_a_value_of_a_client_is_converted(column: str, value: object, wanted: object) -> None:
    assert value_of("clients", column, value) == wanted


REFUSED: list[tuple[str, object, str]] = [
    ("tax_id", 800101, "'800101' is a number, not an RFC"),
    ("tax_id", date(2010, 1, 1), "a spreadsheet has turned it into the date or time 2010-01-01"),
    ("tax_id", time(1), "a spreadsheet has turned it into the date or time 01:00:00"),
    ("tax_id", "1.23E+12", "a spreadsheet has shortened the number to '1.23E+12'"),
    ("tax_id", "760510181000", "'760510181000' is a number, not an RFC"),
    ("tax_id", "7,605.5", "'7,605.5' is a number, not an RFC"),
    ("tax_id", "01/02/2003", "a spreadsheet has turned it into the date or time 01/02/2003"),
    ("tax_id", "2003-02-01", "a spreadsheet has turned it into the date or time 2003-02-01"),
    ("tax_id", "2003-02-01 00:00:00", "into the date or time 2003-02-01 00:00:00"),
    ("tax_id", "01-feb-03", "a spreadsheet has turned it into the date or time 01-feb-03"),
    ("tax_id", "#N/A", "it holds the error #N/A: correct the formula, or empty the cell"),
    ("name", "#¡REF!", "it holds the error #¡REF!"),
    ("name", "=CONCATENAR(A1;B1)", "it holds the formula '=CONCATENAR(A1;B1)'"),
    ("name", "=$B$2&C2", "it holds the formula '=$B$2&C2'"),
    ("name", "a\0b", "it holds a NUL character, or half of a letter: write the value again"),
    ("name", "a\ud800b", "it holds a NUL character, or half of a letter"),
    ("address.zip", "310", "'310' is not a postal code of 5 digits"),
    ("address.zip", "A3100", "'A3100' is not a postal code of 5 digits"),
    ("address.zip", "031000", "'031000' is not a postal code of 5 digits"),
    ("address.zip", "०३१००", "is not a postal code of 5 digits"),
    ("phone", "5.51235E+09", "a spreadsheet has shortened the number to '5.51235E+09'"),
    ("phone", 10**15, "is too long for a number in a spreadsheet"),
    ("phone", True, "it is TRUE or FALSE, not a text"),
    ("phone", b"55", "is not a text"),
    ("tax_system", "Régimen de Marte", "'Régimen de Marte' is neither a code nor a label"),
    ("tax_system", "personas", "'personas' could be 603, 612: write the code"),
    ("tax_system", 601.5, "'601.5' is not a code"),
    ("use", "Honorarios", "'Honorarios' could be D01: write the code"),
    ("email", "ana", "'ana' is not an e-mail address"),
    ("email", "a b@x.mx", "'a b@x.mx' is not an e-mail address"),
    ("email", "a@x.mx, b@x.mx", "holds 2 addresses: put one here, others into bcc"),
    ("email", ";", "';' is not an e-mail address"),
    ("bcc", "a@x.mx; b", "'b' is not an e-mail address"),
    ("defaults.keep_full_legal_name", "quizás", "'quizás' is neither yes nor no"),
    ("defaults.keep_full_legal_name", 1.5, "'1.5' is neither yes nor no"),
    ("name", date(2026, 3, 1), "format the column as text"),
    ("email", "x" * 50, "'" + "x" * 39 + "…'"),
]


@pytest.mark.parametrize(("column", "value", "text"), REFUSED)
def test_a_wrong_value_names_its_row_and_column(column: str, value: object, text: str) -> None:
    with pytest.raises(RowError) as caught:
        value_of("clients", column, value)
    assert str(caught.value).startswith(f"line 9, column {column!r}: ")
    assert text in str(caught.value)
    assert (caught.value.row, caught.value.line, caught.value.column) == (7, 9, column)


NUMBERS: list[tuple[object, str]] = [
    ("1234.50", "1234.50"),
    ("1,234.50", "1234.50"),
    ("$ 1,234.50", "1234.50"),
    ("1.234,50", "1234.50"),
    ("1234,5", "1234.5"),
    ("0,125", "0.125"),
    ("1,234,567", "1234567"),
    ("1.234.567", "1234567"),
    ("1.234", "1.234"),
    ("-5", "-5"),
    (".5", "0.5"),
    (5, "5"),
    (0.1 + 0.2, "0.3"),
    (Decimal("9.90"), "9.90"),
]


@pytest.mark.parametrize(("value", "wanted"), NUMBERS)
def test_a_number_keeps_its_digits(value: object, wanted: str) -> None:
    found = value_of("services", "quantity", value)
    assert isinstance(found, Decimal)
    assert found == Decimal(wanted)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1,234", "'1,234' can be read in two ways: write 1234, or 1.234"),
        ("12,34.5", "'12,34.5' is not a number: write it as 1234.50"),
        ("1,234.567,8", "is not a number"),
        ("doce", "'doce' is not a number"),
        ("(5)", "is not a number"),
        ("9" * 31, "is not a number"),
        (True, "'True' is not a number"),
        (float("nan"), "'nan' is not a number"),
        (Decimal("inf"), "'Infinity' is not a number"),
    ],
)
def test_a_number_that_can_be_misread_is_refused(value: object, text: str) -> None:
    with pytest.raises(RowError, match="column 'quantity'") as caught:
        value_of("services", "quantity", value)
    assert text in str(caught.value)


def test_a_whole_number_must_be_whole() -> None:
    line = {"client.id": "c", "items.id": "s"}
    assert payload("invoices", {**line, "folio_number": "12"})["folio_number"] == 12
    with pytest.raises(RowError, match=r"'12\.5' is not a whole number"):
        payload("invoices", {**line, "folio_number": "12.5"})


IVA = {"type": "IVA", "factor": "Tasa"}
TAXES: list[tuple[str, object, list[dict[str, object]]]] = [
    ("taxes.iva", "16%", [{**IVA, "rate": Decimal("0.16")}]),
    ("taxes.iva", "16", [{**IVA, "rate": Decimal("0.16")}]),
    ("taxes.iva", 0.16, [{**IVA, "rate": Decimal("0.16")}]),
    ("taxes.iva", "IVA 8 %", [{**IVA, "rate": Decimal("0.08")}]),
    ("taxes.iva", "Tasa 0%", [{**IVA, "rate": Decimal(0)}]),
    ("taxes.iva", 0, [{**IVA, "rate": Decimal(0)}]),
    ("taxes.iva", "Exento", [{"type": "IVA", "factor": "Exento"}]),
    ("taxes.iva", "N/A", []),
    ("taxes.ieps", "8%", [{"type": "IEPS", "factor": "Tasa", "rate": Decimal("0.08")}]),
    ("taxes.ieps", 160, [{"type": "IEPS", "factor": "Tasa", "rate": Decimal("1.6")}]),
    (
        "taxes.iva_withheld",
        "10.6667%",
        [{**IVA, "rate": Decimal("0.106667"), "withholding": True}],
    ),
    (
        "taxes.isr_withheld",
        "1.25",
        [{"type": "ISR", "factor": "Tasa", "rate": Decimal("0.0125"), "withholding": True}],
    ),
]


@pytest.mark.parametrize(("column", "value", "wanted"), TAXES)
def test_a_rate_becomes_a_tax(column: str, value: object, wanted: object) -> None:
    assert value_of("services", column, value) == wanted


@pytest.mark.parametrize(
    ("column", "value", "text"),
    [
        ("taxes.iva", 160, "'160' is not a rate of IVA: write 16%, 8%, 0% or exento"),
        ("taxes.iva", "dieciséis", "'dieciséis' is not a rate of IVA"),
        ("taxes.ieps", "exento", "'exento' is not a rate of IEPS"),
        ("taxes.isr_withheld", "0.1", "'0.1' can be read as two rates of ISR: write 10% or 1.25%"),
    ],
)
def test_an_amount_is_not_taken_for_a_rate(column: str, value: object, text: str) -> None:
    with pytest.raises(RowError) as caught:
        value_of("services", column, value)
    assert text in str(caught.value)


def test_postal_codes_abroad_are_texts() -> None:
    abroad = payload("clients", {"address.zip": "SW1A 1AA", "País": "Reino Unido"})
    assert abroad == {"address": {"zip": "SW1A 1AA", "country": "Reino Unido"}}
    home = payload("clients", {"C.P.": 3100, "País": "México"})
    assert home == {"address": {"zip": "03100", "country": "México"}}


def test_empty_cells_are_left_out() -> None:
    assert payload("clients", {"RFC": "", "Nombre": " ", "Correo": None, "Tel": 1}) == {
        "phone": "1"
    }


def test_an_empty_cell_of_a_required_field_is_refused() -> None:
    with pytest.raises(RowError, match="line 9, column 'Precio': unit_price is required"):
        payload("services", {"Nombre": "x", "Precio": ""})


def test_the_fields_of_a_client_can_be_sent() -> None:
    fields = payload(
        "clients",
        {"RFC": "pegj800101ab6", "C.P.": 3100, "metadata.a.b": "x", "CCO": "a@x.mx"},
    )
    assert fields == {
        "tax_id": "PEGJ800101AB6",
        "address": {"zip": "03100"},
        "metadata": {"a": {"b": "x"}},
        "bcc": ["a@x.mx"],
    }
    assert create_client(**fields).body


def test_the_line_of_an_invoice_can_be_sent() -> None:
    fields = payload(
        "invoices",
        {
            "Folio": "A-1",
            "RFC": "pegj800101ab6",
            "Descripción": "Diseño",
            "Cantidad": 2,
            "Precio unitario": "1,000.00",
            "Clave SAT": 1010101,
            "IVA": "16%",
            "ISR retenido": "10%",
            "Forma de pago": 3,
            "Método de pago": "PUE - Pago en una sola exhibición",
            "Moneda": "Pesos",
            "Tipo de cambio": 1,
        },
    )
    rate = {"factor": "Tasa"}
    assert fields == {
        "metadata": {"document": "A-1"},
        "client": {"tax_id": "PEGJ800101AB6"},
        "items": [
            {
                "description": "Diseño",
                "quantity": Decimal(2),
                "unit_price": Decimal(1000),
                "product_key": "01010101",
                "taxes": [
                    {"type": "IVA", "rate": Decimal("0.16"), **rate},
                    {"type": "ISR", "rate": Decimal("0.1"), "withholding": True, **rate},
                ],
            }
        ],
        "payment_form": "03",
        "payment_method": "PUE",
        "currency": "MXN",
        "exchange_rate": Decimal(1),
    }
    assert create_invoice(**fields).body
