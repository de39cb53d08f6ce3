"""Totals and taxes, worked out by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from gigstack_api.sandbox.errors import Refusal
from gigstack_api.sandbox.rules.shared.document_amounts import document_taxes, document_totals
from gigstack_api.sandbox.rules.shared.line_amounts import line_taxes, line_totals, net_price
from gigstack_api.sandbox.rules.shared.money import decimal, number


def tax(kind: str, rate: object, **more: Any) -> dict[str, Any]:
    return {"type": kind, "rate": rate, "factor": "Tasa", **more}


def item(price: object, *taxes: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"unit_price": price, "taxes": list(taxes), **more}


IVA = tax("IVA", 0.16)
IVA_IN = tax("IVA", 0.16, inclusive=True)
BORDER_IVA = tax("IVA", 0.08)
ISR_OUT = tax("ISR", 0.1, withholding=True)
IVA_OUT = tax("IVA", 0.106667, withholding=True)
IEPS = tax("IEPS", 0.08)
IEPS_IN = tax("IEPS", 0.08, inclusive=True)
FUEL = tax("IEPS", 6.1752, factor="Cuota")
FUEL_IN = tax("IEPS", 6.1752, factor="Cuota", inclusive=True)
EXEMPT = tax("IVA", 0, factor="Exento")
LODGING_IN = tax("ISH", 0.03, inclusive=True)

# items; then subtotal, discount, transferred taxes, withheld taxes, total
CASES: dict[str, tuple[list[dict[str, Any]], str]] = {
    "nothing": ([], "0.00 0.00 0.00 0.00 0.00"),
    "no tax": ([item(100)], "100.00 0.00 0.00 0.00 100.00"),
    "no taxes at all": ([{"unit_price": 100, "taxes": None}], "100.00 0.00 0.00 0.00 100.00"),
    "no price": ([{"quantity": 3, "taxes": [IVA]}], "0.00 0.00 0.00 0.00 0.00"),
    "IVA 16 %": ([item(1500, IVA)], "1500.00 0.00 240.00 0.00 1740.00"),
    "IVA 8 % at the border": ([item(1500, BORDER_IVA)], "1500.00 0.00 120.00 0.00 1620.00"),
    "IVA 0 %": ([item(1500, tax("IVA", 0))], "1500.00 0.00 0.00 0.00 1500.00"),
    "IVA exempt": ([item(1500, EXEMPT)], "1500.00 0.00 0.00 0.00 1500.00"),
    "exempt, whatever its rate": (
        [item(1500, tax("IVA", 0.16, factor="Exento"))],
        "1500.00 0.00 0.00 0.00 1500.00",
    ),
    "exempt and inclusive": (
        [item(1500, {**EXEMPT, "rate": 0.16, "inclusive": True})],
        "1500.00 0.00 0.00 0.00 1500.00",
    ),
    "several units": ([item(19.99, IVA, quantity=3)], "59.97 0.00 9.60 0.00 69.57"),
    "part of a unit": ([item(800, IVA, quantity=0.75)], "600.00 0.00 96.00 0.00 696.00"),
    "a fee: IVA less ISR": ([item(1500, IVA, ISR_OUT)], "1500.00 0.00 240.00 150.00 1590.00"),
    "a fee: both withheld": (
        [item(10000, IVA, ISR_OUT, IVA_OUT)],
        "10000.00 0.00 1600.00 2066.67 9533.33",
    ),
    "RESICO": (
        [item(1000, IVA, tax("ISR", 0.0125, withholding=True))],
        "1000.00 0.00 160.00 12.50 1147.50",
    ),
    "freight: 4 % withheld": (
        [item(2500, IVA, tax("IVA", 0.04, withholding=True))],
        "2500.00 0.00 400.00 100.00 2800.00",
    ),
    "the guide of services": (
        [item(1500, IVA, ISR_OUT, EXEMPT)],
        "1500.00 0.00 240.00 150.00 1590.00",
    ),
    "IEPS": ([item(100, IEPS)], "100.00 0.00 8.00 0.00 108.00"),
    "IVA is taken from IEPS too": ([item(100, IEPS, IVA)], "100.00 0.00 25.28 0.00 125.28"),
    "in whatever order": ([item(100, IVA, IEPS)], "100.00 0.00 25.28 0.00 125.28"),
    "withheld IVA is not": ([item(100, IEPS, IVA, IVA_OUT)], "100.00 0.00 25.28 10.67 114.61"),
    "withheld IEPS is in no base": (
        [item(100, tax("IEPS", 0.08, withholding=True), IVA)],
        "100.00 0.00 16.00 8.00 108.00",
    ),
    "IEPS by the litre": ([item(20, FUEL, IVA, quantity=40)], "800.00 0.00 414.53 0.00 1214.53"),
    "price with IVA": ([item(116, IVA_IN)], "100.00 0.00 16.00 0.00 116.00"),
    "price with IVA, uneven": ([item(100, IVA_IN)], "86.21 0.00 13.79 0.00 100.00"),
    "price with IVA, thrice": ([item(10, IVA_IN) for _ in range(3)], "25.86 0.00 4.14 0.00 30.00"),
    "price with IVA and IEPS": ([item(125.28, IVA_IN, IEPS_IN)], "100.00 0.00 25.28 0.00 125.28"),
    "price with IEPS, without IVA": ([item(108, IEPS_IN, IVA)], "100.00 0.00 25.28 0.00 125.28"),
    "fuel at the pump": (
        [item(24, FUEL_IN, IVA_IN, quantity=40)],
        "580.58 0.00 379.42 0.00 960.00",
    ),
    "a hotel: IVA and the lodging tax": (
        [item(1190, IVA_IN, LODGING_IN)],
        "1000.00 0.00 190.00 0.00 1190.00",
    ),
    "price with IVA, less ISR": (
        [item(1160, IVA_IN, ISR_OUT)],
        "1000.00 0.00 160.00 100.00 1060.00",
    ),
    "a withheld tax is never in the price": (
        [item(1000, {**ISR_OUT, "inclusive": True})],
        "1000.00 0.00 0.00 100.00 900.00",
    ),
    "discount": ([item(1000, IVA, discount=100)], "1000.00 100.00 144.00 0.00 1044.00"),
    "discount of everything": ([item(1000, IVA, discount=1000)], "1000.00 1000.00 0.00 0.00 0.00"),
    "discount of a price with IVA": (
        [item(1160, IVA_IN, discount=116)],
        "1000.00 100.00 144.00 0.00 1044.00",
    ),
    "discount and withheld taxes": (
        [item(1000, IVA, ISR_OUT, discount=200)],
        "1000.00 200.00 128.00 80.00 848.00",
    ),
    "discount on several units": (
        [item(50, IVA, quantity=4, discount=20)],
        "200.00 20.00 28.80 0.00 208.80",
    ),
    "0.005 is half up": ([item(0.005)], "0.01 0.00 0.00 0.00 0.01"),
    "0.004 is down": ([item(0.004)], "0.00 0.00 0.00 0.00 0.00"),
    "2.675 is no binary fraction": ([item(2.675)], "2.68 0.00 0.00 0.00 2.68"),
    "1.005 is no binary fraction": ([item(1.005)], "1.01 0.00 0.00 0.00 1.01"),
    "lines are rounded together": ([item(0.005), item(0.005)], "0.01 0.00 0.00 0.00 0.01"),
    "a tax of half a centavo": ([item(0.03125, IVA)], "0.03 0.00 0.01 0.00 0.04"),
    "a tax below it": ([item(0.03, IVA)], "0.03 0.00 0.00 0.00 0.03"),
    "a withheld half centavo": ([item(0.05, ISR_OUT)], "0.05 0.00 0.00 0.01 0.04"),
    "equal taxes are rounded once": (
        [item(0.03125, IVA), item(0.03125, IVA)],
        "0.06 0.00 0.01 0.00 0.07",
    ),
    "different ones each for itself": (
        [item(0.03125, IVA), item(0.0625, BORDER_IVA)],
        "0.09 0.00 0.02 0.00 0.11",
    ),
    "a third of a peso": ([item(0.333333, IVA, quantity=3)], "1.00 0.00 0.16 0.00 1.16"),
    "the seventh decimal": ([item(0.0000005, quantity=10000)], "0.01 0.00 0.00 0.00 0.01"),
    "mixed lines": (
        [item(100, IVA), item(200, tax("IVA", 0)), item(300, EXEMPT)],
        "600.00 0.00 16.00 0.00 616.00",
    ),
    "taxes as older samples write them": (
        [item(1000, {"type": "iva", "rate": "0.16", "factor": "tasa", "base": "01"})],
        "1000.00 0.00 160.00 0.00 1160.00",
    ),
    "a tax without factor": (
        [item(1000, {"type": "IVA", "rate": 0.16})],
        "1000.00 0.00 160.00 0.00 1160.00",
    ),
    "a tax that says nothing": ([item(1000, {})], "1000.00 0.00 0.00 0.00 1000.00"),
    "millions": (
        [item(123456789.99, IVA, quantity=10)],
        "1234567899.90 0.00 197530863.98 0.00 1432098763.88",
    ),
}


@pytest.mark.parametrize(("items", "amounts"), CASES.values(), ids=CASES.keys())
def test_totals(items: list[dict[str, Any]], amounts: str) -> None:
    totals = document_totals(items)
    found = (totals.subtotal, totals.discount, totals.taxes, totals.withheld, totals.total)
    assert " ".join(f"{amount:.2f}" for amount in found) == amounts


@pytest.mark.parametrize(("items", "amounts"), CASES.values(), ids=CASES.keys())
def test_the_taxes_of_a_document_add_up_to_its_totals(
    items: list[dict[str, Any]], amounts: str
) -> None:
    taxes = document_taxes(items)
    charged = sum(tax.amount for tax in taxes if not tax.withheld)
    kept = sum(tax.amount for tax in taxes if tax.withheld)
    assert [f"{charged:.2f}", f"{kept:.2f}"] == amounts.split()[2:4]


@pytest.mark.parametrize(
    ("currency", "amounts"),
    [
        ("USD", "10.10 0.10 1.60 1.00 10.60"),
        ("JPY", "10 0 2 1 11"),
        ("KWD", "10.100 0.100 1.600 1.000 10.600"),
        ("CLF", "10.1000 0.1000 1.6000 1.0000 10.6000"),
    ],
)
def test_amounts_have_the_decimals_of_their_currency(currency: str, amounts: str) -> None:
    totals = document_totals([item(10.1, IVA, ISR_OUT, discount=0.1)], currency)
    found = (totals.subtotal, totals.discount, totals.taxes, totals.withheld, totals.total)
    assert " ".join(map(str, found)) == amounts


@pytest.mark.parametrize(
    "wrong",
    [
        item(1e300, quantity=1e300),
        item(1e22, IVA),
        item(100, tax("IVA", -1, inclusive=True)),
        item(100, tax("IVA", "sixteen")),
        item(100, tax("IVA", "NaN")),
        item(100, tax("IVA", "Infinity")),
        item(100, tax("IVA", "sNaN", inclusive=True)),
    ],
    ids=[
        "product",
        "price",
        "division by zero",
        "no number",
        "not a number",
        "infinity",
        "signalling",
    ],
)
def test_amounts_that_are_not_money_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(Refusal) as caught:
        document_totals([wrong])
    assert (caught.value.status, caught.value.document["error"]["code"]) == (
        400,
        "invalid_field_value",
    )


def test_the_amounts_of_one_line_keep_six_decimals() -> None:
    totals = line_totals(item(10, IVA_IN, discount=1))
    assert (totals.subtotal, totals.discount, totals.taxes) == tuple(
        map(Decimal, ("8.620690", "0.862069", "1.241379"))
    )
    assert net_price(item(10, IVA_IN)) == Decimal("8.620690")


def test_line_taxes_have_their_base() -> None:
    fuel, iva, isr = line_taxes(item(20, FUEL, IVA, ISR_OUT, quantity=40))
    assert (fuel.type, fuel.factor, fuel.base, fuel.amount) == (
        "IEPS",
        "Cuota",
        Decimal(40),
        Decimal("247.008"),
    )
    assert (iva.type, iva.rate, iva.base, iva.withheld) == (
        "IVA",
        Decimal("0.16"),
        Decimal("1047.008"),
        False,
    )
    assert (isr.base, isr.amount, isr.withheld) == (Decimal(800), Decimal(80), True)


def test_equal_taxes_of_a_document_are_added_up() -> None:
    taxes = document_taxes(
        [item(100, IVA, ISR_OUT), item(50, IVA), item(1, tax("ISR", 0.0125, withholding=True))]
    )
    assert [(tax.type, tax.base, tax.amount) for tax in taxes] == [
        ("IVA", Decimal("150.00"), Decimal("24.00")),
        ("ISR", Decimal("101.00"), Decimal("10.01")),
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0.1, "0.1"), (7, "7"), ("0.16", "0.16"), (True, "5"), (None, "5"), ([], "5")],
)
def test_json_numbers_are_read_exactly(value: object, expected: str) -> None:
    assert decimal(value, Decimal(5)) == Decimal(expected)


@pytest.mark.parametrize(
    ("amount", "expected"), [("1160.00", 1160), ("0.10", 0.1), ("-5.5", -5.5), ("0.00", 0)]
)
def test_amounts_are_written_as_plain_json_numbers(amount: str, expected: float) -> None:
    written = number(Decimal(amount))
    assert (written, type(written)) == (expected, type(expected))
