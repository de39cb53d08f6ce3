"""The totals of items: worked cases, and equal to those of the sandbox to the centavo."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal, localcontext
from random import Random
from typing import Any

import pytest

from gigstack_api import InvalidArgumentError
from gigstack_api.fiscal import TaxTotal, Totals, totals
from gigstack_api.models import Invoice, LineItemInput, Tax
from gigstack_api.sandbox import Sandbox
from gigstack_api.sandbox.rules.shared.document_amounts import document_totals
from gigstack_api.sandbox.rules.shared.inclusive_prices import taxes_by_line
from gigstack_api.sandbox.rules.shared.line_amounts import line_taxes

from .cases import CASES, TAXES, Case, item, tax

IVA = TAXES["IVA"]
IEPS = TAXES["IEPS"]
ISR_WITHHELD = TAXES["ISR_WITHHELD"]


def amounts(found: Totals) -> str:
    transferred = sum(tax.amount for tax in (*found.transferred, *found.local_transferred))
    withheld = sum(tax.amount for tax in (*found.withheld, *found.local_withheld))
    return " ".join(
        f"{amount:.2f}"
        for amount in (found.subtotal, found.discount, transferred, withheld, found.total)
    )


def sandbox_amounts(items: list[dict[str, Any]]) -> str:
    found = document_totals(items)
    return " ".join(
        f"{amount:.2f}"
        for amount in (found.subtotal, found.discount, found.taxes, found.withheld, found.total)
    )


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_worked_case_adds_up_as_in_the_sandbox(case: Case) -> None:
    assert amounts(totals(case.items)) == case.totals
    assert sandbox_amounts(case.items) == case.totals


@pytest.mark.usefixtures("files_a_pac_refuses")
@pytest.mark.anyio
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_a_stamped_invoice_has_the_computed_totals() -> None:
    async with Sandbox(lenient=True).client() as gig:
        for case in CASES:
            if any("id" in fields for fields in case.items) or not case.items:
                continue
            items: Any = [{"description": "Venta", **fields} for fields in case.items]
            invoice = await gig.income_invoices.create(
                client={"tax_id": "PEGJ800101AB1"}, items=items
            )
            foreseen = totals(items)
            assert invoice.total is not None
            assert (Decimal(str(invoice.total)), amounts(totals(invoice.items or ()))) == (
                foreseen.total,
                case.totals,
            )


@pytest.mark.anyio
@pytest.mark.parametrize("currency", ["USD", "JPY", "KWD"])
async def test_an_invoice_in_foreign_currency_has_the_computed_total(
    currency: str,
) -> None:
    items: Any = [item(1234.567, IVA, ISR_WITHHELD, quantity=3, discount=0.5, description="Venta")]
    async with Sandbox(lenient=True).client() as gig:
        invoice = await gig.income_invoices.create(
            client={"tax_id": "PEGJ800101AB1"}, items=items, currency=currency, exchange_rate=2
        )
    assert Decimal(str(invoice.total)) == totals(items, currency=currency).total


KINDS = ["IVA", "IVA", "IVA", "IEPS", "ISR", "ISH"]


def random_tax(random: Random) -> dict[str, Any]:
    kind = random.choice(KINDS)
    factor = random.choice(["Tasa", "Tasa", "Tasa", "Exento", "Cuota"])
    rate = random.choice(
        [0, 0.08, 0.16, 0.1, 0.0125, 0.106667, 0.265, 1.6, round(random.random(), 6)]
    )
    return tax(
        kind,
        rate,
        factor=factor,
        withholding=random.random() < 0.25,
        inclusive=random.random() < 0.3,
    )


def random_item(random: Random) -> dict[str, Any]:
    price = round(random.random() * 10 ** random.randint(-1, 5), random.randint(0, 6))
    quantity = random.choice([1, 1, 2, 3, 7, 100, 0.5, 0.333333, 12.75])
    discount = random.choice(
        [0, 0, 0, round(price * quantity * random.random() / 3, random.randint(2, 6))]
    )
    taxes = [random_tax(random) for _ in range(random.randint(0, 4))]
    return item(price, *taxes, quantity=quantity, discount=discount)


@pytest.mark.parametrize("seed", range(600))
def test_a_random_invoice_adds_up_as_in_the_sandbox(seed: int) -> None:
    random = Random(seed)
    items = [random_item(random) for _ in range(random.choice([1, 2, 3, 10, 100]))]
    assert amounts(totals(items)) == sandbox_amounts(items)


def test_taxes_are_grouped_as_in_a_cfdi() -> None:
    found = totals(
        [
            item(100, IVA, ISR_WITHHELD, TAXES["IVA_WITHHELD"]),
            item(
                50, IVA, TAXES["IVA_EXEMPT"], tax("ISR", 0.0125, withholding=True), TAXES["LODGING"]
            ),
        ]
    )
    amounts = Decimal("24.00"), Decimal("10.63"), Decimal("10.67")
    assert found.transferred == (
        TaxTotal(
            type="IVA",
            factor="Tasa",
            rate=Decimal("0.16"),
            base=Decimal("150.00"),
            amount=amounts[0],
        ),
        TaxTotal(
            type="IVA",
            factor="Exento",
            rate=Decimal(0),
            base=Decimal("50.00"),
            amount=Decimal("0.00"),
        ),
    )
    assert found.withheld == (
        TaxTotal(type="ISR", factor=None, rate=None, base=Decimal("150.00"), amount=amounts[1]),
        TaxTotal(type="IVA", factor=None, rate=None, base=Decimal("100.00"), amount=amounts[2]),
    )
    assert [(tax.type, tax.amount) for tax in found.local_transferred] == [("ISH", Decimal("1.50"))]
    assert found.local_withheld == ()


def test_a_withheld_local_tax_is_listed_separately() -> None:
    found = totals([item(1000, tax("CEDULAR", 0.05, withholding=True))])
    assert (found.withheld, [tax.amount for tax in found.local_withheld], found.total) == (
        (),
        [Decimal("50.00")],
        Decimal("950.00"),
    )


def test_the_base_of_a_cuota_is_the_quantity() -> None:
    fuel, iva = totals([item(10, TAXES["FUEL"], IVA, quantity=100)]).transferred
    assert (fuel.factor, fuel.base, fuel.amount) == ("Cuota", Decimal("100.00"), Decimal("617.00"))
    assert (iva.base, iva.amount) == (Decimal("1617.00"), Decimal("258.72"))


@pytest.mark.parametrize(
    ("currency", "total"),
    [
        ("MXN", "11.60"),
        ("USD", "11.60"),
        ("JPY", "12"),
        ("KWD", "11.600"),
        ("CLF", "11.6000"),
        ("QQQ", "11.60"),
    ],
)
def test_amounts_have_the_decimals_of_their_currency(currency: str, total: str) -> None:
    assert str(totals([item(10, IVA)], currency=currency).total) == total


def test_models_add_up_like_mappings() -> None:
    model = LineItemInput(
        unit_price=100,
        quantity=2,
        taxes=[Tax(type="IVA", rate=0.16), Tax(type="IEPS", rate="0.08")],
    )
    assert (
        amounts(totals([model]))
        == amounts(totals([item(100, IVA, IEPS, quantity=2)]))
        == "200.00 0.00 50.56 0.00 250.56"
    )
    invoice = Invoice.from_dict(
        {"items": [{"unit_price": 100, "quantity": None, "taxes": [IVA, None], "discount": None}]}
    )
    assert amounts(totals(invoice.items or ())) == "100.00 0.00 16.00 0.00 116.00"


def test_decimals_and_texts_are_read_exactly() -> None:
    items = [item(Decimal("0.005"), quantity="1"), item("100", tax("IVA", Decimal("0.16")))]
    assert amounts(totals(items)) == "100.01 0.00 16.00 0.00 116.01"


def test_the_decimal_context_of_the_caller_changes_nothing() -> None:
    with localcontext(Context(prec=3)):
        total = totals([item(100, TAXES["IVA_INCLUSIVE"], quantity=12345)]).total
    assert total == Decimal("1234500.00")


@pytest.mark.parametrize(
    ("wrong", "text"),
    [
        ({"quantity": 2}, r"items\[0\].unit_price must be a number"),
        ({"id": "service_1"}, r"items\[0\].unit_price must be a number"),
        (item("ten"), r"items\[0\].unit_price must be a number"),
        (item(True), r"items\[0\].unit_price must be a number"),
        (item(float("nan")), r"items\[0\].unit_price must be a number"),
        (item("1e30"), r"items\[0\].unit_price must be a number"),
        (item([1]), r"items\[0\].unit_price must be a number"),
        (item(1, quantity="two"), r"items\[0\].quantity must be a number"),
        (item(1, discount="half"), r"items\[0\].discount must be a number"),
        (item(1, {"type": "IVA"}), r"items\[0\].taxes\[0\].rate must be a number"),
        (item(1, IVA, tax("IVA", "sixteen")), r"items\[0\].taxes\[1\].rate must be a number"),
        ("an item", r"items\[0\].unit_price must be a number"),
        (item(1e29, quantity=1e29), "out of range"),
        (item(100, tax("IVA", -1, inclusive=True)), "out of range"),
    ],
    ids=str,
)
def test_an_item_without_usable_amounts_is_refused(wrong: Any, text: str) -> None:
    with pytest.raises(InvalidArgumentError, match=text):
        totals([wrong])


INCLUDED = [
    [tax("IVA", 0.16, inclusive=True)],
    [tax("IEPS", 0.08, inclusive=True), tax("IVA", 0.16, inclusive=True)],
    [tax("IEPS", 0.3, inclusive=True), tax("IVA", 0.16, inclusive=True)],
    [tax("IVA", 0.08, inclusive=True)],
    [tax("IVA", 0, inclusive=True)],
]


def random_cart(random: Random) -> list[dict[str, Any]]:
    """Lines whose prices include all their taxes, some with a discount."""
    items: list[dict[str, Any]] = []
    for _ in range(random.choice([1, 2, 3, 5, 10])):
        price, quantity = round(random.random() * 1000 + 0.5, 2), random.choice([1, 1, 2, 3, 7])
        discount = random.choice([0, 0, round(price * random.random() / 3, 2)])
        taxes = random.choice(INCLUDED)
        items.append(item(price, *taxes, quantity=quantity, discount=discount))
    return items


def price_of(items: list[dict[str, Any]]) -> Decimal:
    return sum(
        (
            Decimal(str(fields["unit_price"])) * fields["quantity"]
            - Decimal(str(fields["discount"]))
            for fields in items
        ),
        Decimal(0),
    )


@pytest.mark.parametrize("seed", range(200))
def test_a_cart_with_taxes_included_adds_up_to_its_prices(seed: int) -> None:
    items = random_cart(Random(seed))
    assert totals(items).total == price_of(items)
    assert amounts(totals(items)) == sandbox_amounts(items)


@pytest.mark.parametrize("seed", range(40))
def test_a_moved_tax_stays_within_a_centavo_of_its_rate(seed: int) -> None:
    items, unit = random_cart(Random(seed)), Decimal("0.01")
    for moved, fields in zip(taxes_by_line(items), items, strict=True):
        for found, exact in zip(moved, line_taxes(fields), strict=True):
            low, high = (exact.amount.quantize(unit, way) for way in (ROUND_FLOOR, ROUND_CEILING))
            assert low <= found.amount <= high


def test_a_centavo_that_was_missing_is_found_in_the_nearest_tax() -> None:
    items = [item(5.56, *INCLUDED[2], quantity=2, discount=0)]
    assert amounts(totals(items)) == sandbox_amounts(items)
    assert totals(items).total == Decimal("11.12")


def test_a_price_that_leaves_a_tax_out_is_not_fitted() -> None:
    lines = [item(5.56, *INCLUDED[2], quantity=2), item(100, IVA)]
    assert totals(lines).total == Decimal("127.11")
    assert amounts(totals(lines)) == sandbox_amounts(lines)


def test_what_no_federal_tax_can_make_up_stays_open() -> None:
    # Two local taxes of half a centavo each are rounded up, and there is no tax that may be moved.
    local = [tax(name, 0.05, inclusive=True) for name in ("ISH", "CEDULAR")]
    items = [item(0.11, *local)]
    assert amounts(totals(items)) == sandbox_amounts(items)
    assert totals(items).total == Decimal("0.12")


def test_amounts_far_from_the_prices_are_not_fitted() -> None:
    # The base of IVA leaves out a quota of a local tax that its price was divided by.
    items = [item(116, IVA | {"inclusive": True}, tax("ISH", 50, factor="Cuota", inclusive=True))]
    assert amounts(totals(items)) == sandbox_amounts(items)
    assert totals(items).total != Decimal("116.00")
