"""Worked cases: items, what they add up to, where that comes from, and the arithmetic."""

from __future__ import annotations

from typing import Any

from attrs import frozen


def tax(kind: str, rate: object, **more: Any) -> dict[str, Any]:
    return {"type": kind, "rate": rate, "factor": "Tasa", **more}


def item(price: object, *taxes: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"unit_price": price, "taxes": list(taxes), **more}


IVA = tax("IVA", 0.16)
IVA_IN = tax("IVA", 0.16, inclusive=True)
BORDER = tax("IVA", 0.08)
IVA_0 = tax("IVA", 0)
EXEMPT = {"type": "IVA", "factor": "Exento"}
ISR_OUT = tax("ISR", 0.1, withholding=True)
IVA_OUT = tax("IVA", 0.106667, withholding=True)
IEPS = tax("IEPS", 0.08)
IEPS_IN = tax("IEPS", 0.08, inclusive=True)
FUEL = tax("IEPS", 6.17, factor="Cuota")
FUEL_IN = tax("IEPS", 6.17, factor="Cuota", inclusive=True)
LODGING = tax("ISH", 0.03)
LODGING_IN = tax("ISH", 0.03, inclusive=True)

EXAMPLE = "the docs' example {}.json"
REAL = "a stamped CFDI 4.0, eclipxe13/CfdiUtils tests/assets/cfdi40-real.xml"
DISCOUNTS = "eclipxe13/CfdiUtils tests/assets/created-with-discounts-40.xml"
RATES = "a stamped CFDI 3.3, SAT-CFDI/python-satcfdi tests/cfdi_ejemplos/comprobante33/cfdv33-multiples-tasas.xml"
VALID = "eclipxe13/CfdiUtils tests/assets/cfdi40-valid.xml"
SUMS = "Anexo 20 guide, Impuestos of the document: sums of the lines by kind, factor and rate, rounded to the currency"
LINES = "Anexo 20 guide, SubTotal: the sum of Importe of the lines, rounded to the currency"
WITHHELD = "Anexo 20 guide, Retenciones of the document: by kind alone"
LIVA_1A = "LIVA article 1-A and its Reglamento article 3: two thirds of IVA withheld from fees"
LISR_106 = "LISR article 106: 10 % withheld from fees"
LISR_113J = "LISR article 113-J: 1.25 % withheld from RESICO"
FREIGHT = "LIVA Reglamento article 3 II: 4 % withheld from freight"
LIVA_12 = "LIVA article 12: IVA is taken from the price and the other taxes that are charged"
LIVA_2 = "the decree for the border region: 8 %"
LIEPS = "LIEPS article 2 I D: so much a litre of fuel"
INCLUSIVE = "the API's `inclusive`: the price holds the tax"
ISH = "local lodging tax: of the price, and in no base of IVA"
DISCOUNT = "Anexo 20 guide, Base: the amount of the line less its discount"


@frozen(kw_only=True)
class Case:
    """`told` is subtotal, discount, transferred, withheld and total; local taxes are with the
    others.
    """

    source: str
    arithmetic: str
    items: list[dict[str, Any]]
    told: str


CASES = {
    "nothing": Case(
        source=LINES, arithmetic="the empty sum", items=[], told="0.00 0.00 0.00 0.00 0.00"
    ),
    "example of an income invoice": Case(
        source=EXAMPLE.format("create_income_invoice.request"),
        arithmetic="1500 x 0.16 = 240",
        items=[item(1500, IVA, quantity=1, taxability="02")],
        told="1500.00 0.00 240.00 0.00 1740.00",
    ),
    "example of the answer": Case(
        source=EXAMPLE.format("create_income_invoice.response.200"),
        arithmetic="it says subtotal 1000, taxes 160, total 1160",
        items=[item(1000, IVA, quantity=1)],
        told="1000.00 0.00 160.00 0.00 1160.00",
    ),
    "example of a credit note": Case(
        source=EXAMPLE.format("create_egress_invoice.request"),
        arithmetic="500 x 0.16 = 80",
        items=[item(500, IVA, quantity=1)],
        told="500.00 0.00 80.00 0.00 580.00",
    ),
    "example of a draft": Case(
        source=EXAMPLE.format("create_draft_invoice.request"),
        arithmetic="5000 x 0.16 = 800",
        items=[item(5000, IVA, quantity=1)],
        told="5000.00 0.00 800.00 0.00 5800.00",
    ),
    "example of a payment": Case(
        source=EXAMPLE.format("register_payment.request.2"),
        arithmetic="2 x 1000, no tax of its own",
        items=[{"id": "service_1234567890", "quantity": 2, "unit_price": 1000.0}],
        told="2000.00 0.00 0.00 0.00 2000.00",
    ),
    "example of taxes, all four": Case(
        source=EXAMPLE.format("tax_element.examples"),
        arithmetic="1000 x 0.16 twice = 320, x 0.10 withheld = 100, exempt = 0",
        items=[item(1000, {**IVA, "base": "01"}, IVA, ISR_OUT, tax("IVA", 0.0, factor="Exento"))],
        told="1000.00 0.00 320.00 100.00 1220.00",
    ),
    "older example: lower case, base 01": Case(
        source=EXAMPLE.format("create_income_invoice.request.2.older-docs"),
        arithmetic="1000 x 0.16 = 160; no quantity is one",
        items=[
            item(
                1000,
                {"base": "01", "factor": "Tasa", "inclusive": False, "rate": 0.16, "type": "iva"},
            )
        ],
        told="1000.00 0.00 160.00 0.00 1160.00",
    ),
    "1200 tickets": Case(
        source=REAL,
        arithmetic="1200 x 0.33 = 396; x 0.16 = 63.36",
        items=[item(0.33, IVA, quantity=1200)],
        told="396.00 0.00 63.36 0.00 459.36",
    ),
    "one peso": Case(
        source=VALID,
        arithmetic="1 x 0.16 = 0.16",
        items=[item(1, IVA)],
        told="1.00 0.00 0.16 0.00 1.16",
    ),
    "a discount on one line of three": Case(
        source=DISCOUNTS,
        arithmetic="2000 + 1000 + 300 = 3300; (2000 - 500 + 1000 + 300) x 0.16 = 448",
        items=[item(500, IVA, quantity=4, discount=500), item(1000, IVA), item(300, IVA)],
        told="3300.00 500.00 448.00 0.00 3248.00",
    ),
    "exempt, 0 % and 16 %": Case(
        source=RATES,
        arithmetic="100 + 100 + 86.21 = 286.21; 86.21 x 0.16 = 13.7936",
        items=[item(100, EXEMPT), item(100, IVA_0), item(86.21, IVA)],
        told="286.21 0.00 13.79 0.00 300.00",
    ),
    "border": Case(
        source=LIVA_2,
        arithmetic="1500 x 0.08 = 120",
        items=[item(1500, BORDER)],
        told="1500.00 0.00 120.00 0.00 1620.00",
    ),
    "border and inland": Case(
        source=SUMS,
        arithmetic="0.08 x 10.06 = 0.8048 -> 0.80; 0.16 x 10.03 = 1.6048 -> 1.60",
        items=[item(10.06, BORDER), item(10.03, IVA)],
        told="20.09 0.00 2.40 0.00 22.49",
    ),
    "0 % alone": Case(
        source=SUMS,
        arithmetic="1500 x 0 = 0",
        items=[item(1500, IVA_0)],
        told="1500.00 0.00 0.00 0.00 1500.00",
    ),
    "exempt alone": Case(
        source=SUMS,
        arithmetic="no amount",
        items=[item(1500, EXEMPT)],
        told="1500.00 0.00 0.00 0.00 1500.00",
    ),
    "not subject": Case(
        source="c_ObjetoImp 01",
        arithmetic="no tax",
        items=[item(99.99, taxability="01")],
        told="99.99 0.00 0.00 0.00 99.99",
    ),
    "a fee": Case(
        source=LISR_106,
        arithmetic="1500 x 0.16 = 240; x 0.10 = 150",
        items=[item(1500, IVA, ISR_OUT)],
        told="1500.00 0.00 240.00 150.00 1590.00",
    ),
    "a fee, both withheld": Case(
        source=LIVA_1A,
        arithmetic="10000 x 0.106667 = 1066.67; + 1000 = 2066.67; 10000 + 1600 - 2066.67 = 9533.33",
        items=[item(10000, IVA, ISR_OUT, IVA_OUT)],
        told="10000.00 0.00 1600.00 2066.67 9533.33",
    ),
    "a small fee, both withheld": Case(
        source=LIVA_1A,
        arithmetic="333.33 x 0.106667 = 35.555311 -> 35.56; 33.333 -> 33.33; 53.3328 -> 53.33",
        items=[item(333.33, IVA, ISR_OUT, IVA_OUT)],
        told="333.33 0.00 53.33 68.89 317.77",
    ),
    "two kinds of withheld ISR are one": Case(
        source=WITHHELD,
        arithmetic="0.45 x 0.01 + 0.45 x 0.10 = 0.0045 + 0.045 = 0.0495 -> 0.05, not 0.00 + 0.05",
        items=[item(0.45, tax("ISR", 0.01, withholding=True)), item(0.45, ISR_OUT)],
        told="0.90 0.00 0.00 0.05 0.85",
    ),
    "RESICO": Case(
        source=LISR_113J,
        arithmetic="8620.69 x 0.0125 = 107.758625 -> 107.76; x 0.16 = 1379.3104 -> 1379.31",
        items=[item(8620.69, IVA, tax("ISR", 0.0125, withholding=True))],
        told="8620.69 0.00 1379.31 107.76 9892.24",
    ),
    "freight": Case(
        source=FREIGHT,
        arithmetic="2500 x 0.16 = 400; x 0.04 = 100",
        items=[item(2500, IVA, tax("IVA", 0.04, withholding=True))],
        told="2500.00 0.00 400.00 100.00 2800.00",
    ),
    "IEPS of a meal": Case(
        source=LIVA_12,
        arithmetic="500 x 0.08 = 40; 540 x 0.16 = 86.40",
        items=[item(500, IEPS, IVA)],
        told="500.00 0.00 126.40 0.00 626.40",
    ),
    "IEPS after IVA in the list": Case(
        source=LIVA_12,
        arithmetic="as before, in whatever order",
        items=[item(500, IVA, IEPS)],
        told="500.00 0.00 126.40 0.00 626.40",
    ),
    "IEPS alone": Case(
        source=SUMS,
        arithmetic="100 x 0.08",
        items=[item(100, IEPS)],
        told="100.00 0.00 8.00 0.00 108.00",
    ),
    "withheld IVA is taken without IEPS": Case(
        source="the sandbox's reading of LIVA article 1-A",
        arithmetic="100 x 0.106667 = 10.6667; 108 x 0.16 = 17.28",
        items=[item(100, IEPS, IVA, IVA_OUT)],
        told="100.00 0.00 25.28 10.67 114.61",
    ),
    "tobacco at 160 %": Case(
        source=LIVA_12,
        arithmetic="50 x 1.6 = 80; 130 x 0.16 = 20.80",
        items=[item(50, tax("IEPS", 1.6), IVA)],
        told="50.00 0.00 100.80 0.00 150.80",
    ),
    "fuel by the litre": Case(
        source=LIEPS,
        arithmetic="100 x 6.17 = 617; 1617 x 0.16 = 258.72",
        items=[item(10, FUEL, IVA, quantity=100)],
        told="1000.00 0.00 875.72 0.00 1875.72",
    ),
    "fuel at the pump": Case(
        source=LIEPS,
        arithmetic="(24 x 40 - 6.17 x 40 x 1.16) / 1.16 = 580.786207; + 246.80 = 827.586207; x 0.16 = 132.413793",
        items=[item(24, FUEL_IN, IVA_IN, quantity=40)],
        told="580.79 0.00 379.21 0.00 960.00",
    ),
    "price with IVA": Case(
        source=INCLUSIVE,
        arithmetic="116 / 1.16 = 100",
        items=[item(116, IVA_IN)],
        told="100.00 0.00 16.00 0.00 116.00",
    ),
    "price with IVA, uneven": Case(
        source=INCLUSIVE,
        arithmetic="100 / 1.16 = 86.206897; x 0.16 = 13.793104",
        items=[item(100, IVA_IN)],
        told="86.21 0.00 13.79 0.00 100.00",
    ),
    "price with IVA, three lines": Case(
        source=INCLUSIVE,
        arithmetic="10 / 1.16 = 8.620690; x 3 = 25.862070; IVA 1.379310 x 3 = 4.137930",
        items=[item(10, IVA_IN)] * 3,
        told="25.86 0.00 4.14 0.00 30.00",
    ),
    "price with IVA and IEPS": Case(
        source=LIVA_12,
        arithmetic="125.28 / (1.16 x 1.08) = 100",
        items=[item(125.28, IVA_IN, IEPS_IN)],
        told="100.00 0.00 25.28 0.00 125.28",
    ),
    "price with IEPS, IVA on top": Case(
        source=LIVA_12,
        arithmetic="108 / 1.08 = 100; 108 x 0.16 = 17.28",
        items=[item(108, IEPS_IN, IVA)],
        told="100.00 0.00 25.28 0.00 125.28",
    ),
    "price with IVA, ISR withheld": Case(
        source=INCLUSIVE,
        arithmetic="1160 / 1.16 = 1000; less 100",
        items=[item(1160, IVA_IN, ISR_OUT)],
        told="1000.00 0.00 160.00 100.00 1060.00",
    ),
    "a withheld tax is in no price": Case(
        source=INCLUSIVE,
        arithmetic="1000 x 0.10 = 100",
        items=[item(1000, {**ISR_OUT, "inclusive": True})],
        told="1000.00 0.00 0.00 100.00 900.00",
    ),
    "exempt and inclusive": Case(
        source=INCLUSIVE,
        arithmetic="nothing to take out",
        items=[item(1500, {**EXEMPT, "rate": 0.16, "inclusive": True})],
        told="1500.00 0.00 0.00 0.00 1500.00",
    ),
    "a hotel": Case(
        source=ISH,
        arithmetic="1190 / (1 + 0.16 + 0.03) = 1000",
        items=[item(1190, IVA_IN, LODGING_IN)],
        told="1000.00 0.00 190.00 0.00 1190.00",
    ),
    "a hotel, taxes on top": Case(
        source=ISH,
        arithmetic="850 x 0.16 = 136; x 0.03 = 25.50",
        items=[item(850, IVA, LODGING)],
        told="850.00 0.00 161.50 0.00 1011.50",
    ),
    "discount": Case(
        source=DISCOUNT,
        arithmetic="900 x 0.16 = 144",
        items=[item(1000, IVA, discount=100)],
        told="1000.00 100.00 144.00 0.00 1044.00",
    ),
    "discount of everything": Case(
        source=DISCOUNT,
        arithmetic="0 x 0.16 = 0",
        items=[item(1000, IVA, discount=1000)],
        told="1000.00 1000.00 0.00 0.00 0.00",
    ),
    "discount of a price with IVA": Case(
        source=INCLUSIVE,
        arithmetic="(1160 - 116) / 1.16 = 900; 116 / 1.16 = 100",
        items=[item(1160, IVA_IN, discount=116)],
        told="1000.00 100.00 144.00 0.00 1044.00",
    ),
    "discount and both withheld": Case(
        source=DISCOUNT,
        arithmetic="800 x 0.16 = 128; x 0.10 = 80; x 0.106667 = 85.3336",
        items=[item(1000, IVA, ISR_OUT, IVA_OUT, discount=200)],
        told="1000.00 200.00 128.00 165.33 762.67",
    ),
    "discount before IEPS": Case(
        source=DISCOUNT,
        arithmetic="90 x 0.08 = 7.20; 97.20 x 0.16 = 15.552",
        items=[item(100, IEPS, IVA, discount=10)],
        told="100.00 10.00 22.75 0.00 112.75",
    ),
    "0.005 goes up": Case(
        source=LINES, arithmetic="half up", items=[item(0.005)], told="0.01 0.00 0.00 0.00 0.01"
    ),
    "0.0049 goes down": Case(
        source=LINES, arithmetic="below half", items=[item(0.0049)], told="0.00 0.00 0.00 0.00 0.00"
    ),
    "0.025 goes up, not to even": Case(
        source=LINES,
        arithmetic="half up, not to even",
        items=[item(0.025)],
        told="0.03 0.00 0.00 0.00 0.03",
    ),
    "2.675 is no binary fraction": Case(
        source=LINES, arithmetic="half up", items=[item(2.675)], told="2.68 0.00 0.00 0.00 2.68"
    ),
    "1.005 is no binary fraction": Case(
        source=LINES, arithmetic="half up", items=[item(1.005)], told="1.01 0.00 0.00 0.00 1.01"
    ),
    "two halves are one centavo": Case(
        source=LINES,
        arithmetic="0.005 + 0.005 = 0.01",
        items=[item(0.005), item(0.005)],
        told="0.01 0.00 0.00 0.00 0.01",
    ),
    "a tax of half a centavo": Case(
        source=SUMS,
        arithmetic="0.03125 x 0.16 = 0.005",
        items=[item(0.03125, IVA)],
        told="0.03 0.00 0.01 0.00 0.04",
    ),
    "a withheld half centavo": Case(
        source=WITHHELD,
        arithmetic="0.05 x 0.10 = 0.005",
        items=[item(0.05, ISR_OUT)],
        told="0.05 0.00 0.00 0.01 0.04",
    ),
    "half centavos of one rate are added first": Case(
        source=SUMS,
        arithmetic="0.005 + 0.005 = 0.01",
        items=[item(0.03125, IVA)] * 2,
        told="0.06 0.00 0.01 0.00 0.07",
    ),
    "half centavos of two rates are not": Case(
        source=SUMS,
        arithmetic="0.005 -> 0.01 twice; 0.03125 + 0.0625 = 0.09375",
        items=[item(0.03125, IVA), item(0.0625, BORDER)],
        told="0.09 0.00 0.02 0.00 0.11",
    ),
    "a discount of half a centavo": Case(
        source=LINES,
        arithmetic="1 and 0.005",
        items=[item(1, discount=0.005)],
        told="1.00 0.01 0.00 0.00 0.99",
    ),
    "a third of a peso, thrice": Case(
        source=SUMS,
        arithmetic="3 x 0.333333 = 0.999999; x 0.16 = 0.16",
        items=[item(0.333333, IVA, quantity=3)],
        told="1.00 0.00 0.16 0.00 1.16",
    ),
    "three quarters of an hour": Case(
        source=SUMS,
        arithmetic="600 x 0.16",
        items=[item(800, IVA, quantity=0.75)],
        told="600.00 0.00 96.00 0.00 696.00",
    ),
    "the seventh decimal": Case(
        source=LINES,
        arithmetic="10000 x 0.0000005",
        items=[item(0.0000005, quantity=10000)],
        told="0.01 0.00 0.00 0.00 0.01",
    ),
    "millions": Case(
        source=SUMS,
        arithmetic="1234567899.90 x 0.16 = 197530863.984",
        items=[item(123456789.99, IVA, quantity=10)],
        told="1234567899.90 0.00 197530863.98 0.00 1432098763.88",
    ),
    "100 lines of 0.33": Case(
        source=SUMS,
        arithmetic="33; 0.0528 x 100 = 5.28, not 0.05 x 100",
        items=[item(0.33, IVA)] * 100,
        told="33.00 0.00 5.28 0.00 38.28",
    ),
    "100 lines with half a centavo of IVA": Case(
        source=SUMS,
        arithmetic="0.03125 x 100 = 3.125 -> 3.13; 0.005 x 100 = 0.50",
        items=[item(0.03125, IVA)] * 100,
        told="3.13 0.00 0.50 0.00 3.63",
    ),
    "100 lines of 9.99 with IVA": Case(
        source=INCLUSIVE,
        arithmetic="9.99 / 1.16 = 8.612069; x 100 = 861.2069; IVA 1.377931 x 100 = 137.7931",
        items=[item(9.99, IVA_IN)] * 100,
        told="861.21 0.00 137.79 0.00 999.00",
    ),
    "100 lines from 0.01 to 1.00": Case(
        source=LINES,
        arithmetic="0.01 x 5050 = 50.50; x 0.16 = 8.08; x 0.10 = 5.05",
        items=[item(centavos / 100, IVA, ISR_OUT) for centavos in range(1, 101)],
        told="50.50 0.00 8.08 5.05 53.53",
    ),
    "100 lines, each with a discount": Case(
        source=DISCOUNT,
        arithmetic="100 x 10 = 1000; 100 x 0.005 = 0.50; 999.50 x 0.16 = 159.92",
        items=[item(10, IVA, discount=0.005)] * 100,
        told="1000.00 0.50 159.92 0.00 1159.42",
    ),
}
