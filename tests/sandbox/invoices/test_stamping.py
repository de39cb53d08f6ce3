"""Stamping: totals, terms, folios, balances, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from gigstack_api.sandbox.call import Call
from gigstack_api.sandbox.errors import Refusal
from gigstack_api.sandbox.keys import Key
from gigstack_api.sandbox.resource import Resource
from gigstack_api.sandbox.rules.invoices import balances, cfdi_errors
from gigstack_api.sandbox.rules.invoices.stamping import (
    balance_after,
    check_stampable,
    issuer,
    receiver_faults,
    stamp,
    stamp_complement,
)
from gigstack_api.sandbox.state import EFOS, State

from ...support.sandbox import call_on

CLIENT: Resource = {"id": "client_1", "name": "Juan", "tax_id": "PEGJ800101ABC"}
ITEM: Resource = {
    "description": "Consulting",
    "unit_price": 100,
    "taxes": [{"type": "IVA", "rate": 0.16, "factor": "Tasa"}],
}
PPD = {"payment_method": "PPD"}


@pytest.fixture
def call() -> Call:
    return call_on(State(now=lambda: 1_700_000_000.5, lenient=True))


def income(call: Call, **fields: Any) -> Resource:
    return stamp(call, "I", CLIENT, [ITEM], fields)


def credit(call: Call, *uuids: str, relationship: str = "01", price: float = 50) -> Resource:
    related = [{"relationship": relationship, "documents": list(uuids)}]
    return stamp(call, "E", CLIENT, [{**ITEM, "unit_price": price}], {"related_documents": related})


def refusal(call: Call, *items: Resource, client: Resource = CLIENT, **fields: Any) -> Refusal:
    with pytest.raises(Refusal) as caught:
        stamp(call, "I", client, items, fields)
    assert call.documents("invoices") == {}
    return caught.value


def owed(*invoices: Resource) -> list[float]:
    return [invoice["last_balance"] for invoice in invoices]


def test_a_stamped_invoice_says_what_it_is(call: Call) -> None:
    invoice = income(
        call,
        metadata={"order": {"id": 7}},
        emails=["a@b.mx"],
        invoice_pdf_notes="Gracias",
        shoe_size=43,
    )
    assert invoice["id"] == invoice["uuid"]
    assert (invoice["created_at"], invoice["date"], invoice["stamp"]["stamp_at"]) == (
        1_700_000_000,
        *[1_700_000_000_000] * 2,
    )
    assert (invoice["status"], invoice["invoice_type"], invoice["livemode"], invoice["team"]) == (
        "valid",
        "I",
        False,
        "team_sandbox",
    )
    assert (invoice["subtotal"], invoice["discount"], invoice["taxes"], invoice["total"]) == (
        100,
        0,
        16,
        116,
    )
    assert (invoice["currency"], invoice["exchange_rate"], invoice["withholding_taxes"]) == (
        "MXN",
        1,
        0,
    )
    assert (invoice["metadata"], invoice["emails"]) == ({"order": {"id": 7}}, ["a@b.mx"])
    assert invoice["issuer_info"] == issuer(call)
    assert invoice["issuer_info"]["tax_id"] == "CPR180412QX1"
    assert "shoe_size" not in invoice
    assert call.documents("invoices") == {invoice["uuid"]: invoice}
    assert [(event.type, event.object) for event in call.state.events] == [
        ("invoice.created", invoice)
    ]


def test_an_invoice_does_not_share_data_with_the_request(call: Call) -> None:
    client, item, metadata = dict(CLIENT), dict(ITEM), {"a": "1"}
    invoice = stamp(call, "I", client, [item], {"metadata": metadata})
    client["name"], item["unit_price"], metadata["a"] = "Pedro", 5, "2"
    assert (invoice["client"]["name"], invoice["items"][0]["unit_price"], invoice["metadata"]) == (
        "Juan",
        100,
        {"a": "1"},
    )


TERMS: list[tuple[str, dict[str, Any], dict[str, Any], tuple[object, ...]]] = [
    ("I", {}, {}, ("PUE", "03", "G03")),
    ("I", {"use": "S01"}, {}, ("PUE", "03", "S01")),
    ("I", {"use": "S01"}, {"use": "G01", "payment_form": "04"}, ("PUE", "04", "G01")),
    ("I", {}, {"payment_method": "PPD"}, ("PPD", "99", "G03")),
    ("I", {}, {"payment_method": "PPD", "payment_form": "03"}, ("PPD", "03", "G03")),
    ("I", {}, {"automation_type": "payment_and_complement"}, ("PPD", "99", "G03")),
    ("I", {}, {"automation_type": "ppd_invoice_and_complement"}, ("PPD", "99", "G03")),
    (
        "I",
        {},
        {"automation_type": "payment_and_complement", "payment_method": "PUE"},
        ("PUE", "03", "G03"),
    ),
    ("I", {}, {"automation_type": "pue_invoice"}, ("PUE", "03", "G03")),
    ("I", {}, {"payment_method": "???"}, ("???", None, "G03")),
    ("E", {"use": "S01"}, {"automation_type": "payment_and_complement"}, ("PUE", "03", "G02")),
    ("P", {"use": "S01"}, {"payment_form": "28"}, (None, "28", "CP01")),
]


@pytest.mark.parametrize(("kind", "client", "fields", "expected"), TERMS)
def test_how_it_is_paid_and_used_is_as_sent_else_as_usual(
    call: Call,
    kind: str,
    client: dict[str, Any],
    fields: dict[str, Any],
    expected: tuple[object, ...],
) -> None:
    invoice = stamp(call, kind, {**CLIENT, **client}, [ITEM], fields)
    assert (invoice.get("payment_method"), invoice["payment_form"], invoice["use"]) == expected


def test_a_date_asked_for_is_kept_beside_the_time_of_the_stamp(call: Call) -> None:
    invoice = income(call, date=1_699_999_000_000)
    assert (invoice["date"], invoice["created_at"]) == (1_699_999_000_000, 1_700_000_000)


def test_folios_count_by_series_type_team_and_mode(call: Call) -> None:
    live, norte = evolve(call, key=Key(call.team, livemode=True)), evolve(call, team="team_norte")
    made = [
        income(call),
        income(call),
        income(call, series="B"),
        income(live),
        income(norte),
        credit(call),
        income(call),
    ]
    assert [(entry["series"], entry["folio_number"]) for entry in made] == [
        ("A", 1), ("A", 2), ("B", 1), ("A", 1), ("A", 1), ("NC", 1), ("A", 3),
    ]  # fmt: skip


def test_a_folio_asked_for_is_given_and_counted_on_from(call: Call) -> None:
    folios = [income(call, folio_number=number)["folio_number"] for number in (40, None, 7, 0)]
    assert folios == [40, 41, 7, 42]


REFUSED: dict[str, tuple[list[Resource], dict[str, Any], list[str]]] = {
    "no item": ([], {}, ["301: an invoice needs at least one item"]),
    "no description": ([{"unit_price": 5}], {}, ["301: item 1 has no description"]),
    "neither": (
        [ITEM, {}],
        {},
        ["301: item 2 has no description", "301: item 2 has no unit_price"],
    ),
    "nothing of it": (
        [{**ITEM, "quantity": 0}],
        {},
        ["301: the quantity of item 1 must be more than 0"],
    ),
    "less than nothing": (
        [{**ITEM, "quantity": -1}],
        {},
        [
            "301: the quantity of item 1 must be more than 0",
            "301: the total of -116.00 is negative",
        ],
    ),
    "negative price": (
        [{**ITEM, "unit_price": -1}],
        {},
        ["301: the unit_price of item 1 is negative", "301: the total of -1.16 is negative"],
    ),
    "negative discount": (
        [{**ITEM, "discount": -1}],
        {},
        ["301: the discount of item 1 is negative"],
    ),
    "large discount": (
        [ITEM, {**ITEM, "discount": 100.01}],
        {},
        ["CFDI40169: the discount of item 2 is more than its amount"],
    ),
    "more withheld than there is": (
        [{**ITEM, "taxes": [{"type": "ISR", "rate": 1.5, "withholding": True}]}],
        {},
        ["301: the total of -50.00 is negative"],
    ),
}


@pytest.mark.parametrize(("items", "fields", "faults"), REFUSED.values(), ids=REFUSED.keys())
def test_a_refusal_of_the_sat_lists_all_faults(
    call: Call, items: list[Resource], fields: dict[str, Any], faults: list[str]
) -> None:
    refused = refusal(call, *items, **fields)
    error = refused.document["error"]
    assert (refused.status, error["code"], error["details"]) == (400, "cfdi_service_error", faults)
    assert error["message"] == f"The CFDI could not be stamped: {faults[0]}"
    known = {listed.code for listed in cfdi_errors.CATALOGUE}
    assert {fault.partition(":")[0] for fault in faults} <= known


@pytest.mark.parametrize("rfc", [min(EFOS), min(EFOS).lower(), None])
def test_a_blacklisted_or_unknown_receiver_is_refused(call: Call, rfc: str | None) -> None:
    client = {**CLIENT, "tax_id": rfc}
    [fault] = receiver_faults(call, client)
    assert refusal(call, ITEM, client=client).document["error"]["details"] == [fault]
    assert fault.partition(":")[0] in {error.code for error in cfdi_errors.CATALOGUE}


def test_a_failure_emits_an_event_and_stores_nothing(call: Call) -> None:
    refusal(call, {**ITEM, "description": None})
    [event] = call.state.events
    assert (event.type, event.object["status"], event.object["uuid"], event.object["total"]) == (
        "invoice.failed",
        "failed",
        None,
        116,
    )
    assert event.object["client"] == CLIENT
    assert income(call)["folio_number"] == 1


def test_a_foreign_currency_with_its_rate_is_stamped(call: Call) -> None:
    invoice = income(call, currency="USD", exchange_rate=17.5)
    assert (invoice["currency"], invoice["exchange_rate"], invoice["total"]) == ("USD", 17.5, 116)


def test_amounts_that_are_not_money_are_a_bad_request(call: Call) -> None:
    with pytest.raises(Refusal) as caught:
        check_stampable(call, CLIENT, [{**ITEM, "unit_price": 1e300}])
    assert caught.value.status == 400
    assert not call.state.events


def test_a_pue_invoice_owes_nothing_and_takes_no_payment(call: Call) -> None:
    invoice = income(call)
    assert (owed(invoice), invoice["payment_complements"]) == ([0], 0)
    with pytest.raises(Refusal, match="Only an invoice with payment_method PPD"):
        stamp_complement(call, invoice, 1, {"id": "payment_1"})


def test_complements_lower_the_balance_of_a_ppd_invoice(call: Call) -> None:
    invoice = income(call, **PPD)
    assert owed(invoice) == [116]
    first = stamp_complement(call, invoice, 16.005, {"id": "payment_1", "payment_form": "28"})
    assert (owed(invoice), invoice["payment_complements"]) == ([99.99], 16.01)
    second = stamp_complement(call, invoice, 99.99, {"id": "payment_2", "payment_form": "03"})
    assert (owed(invoice), invoice["payment_complements"]) == ([0], 116)
    assert [entry["total"] for entry in (first, second)] == [16.01, 99.99]
    assert [entry["installments"] for entry in (first, second)] == [1, 2]
    assert (first["invoices"], first["payments"], first["payment_form"]) == (
        [invoice["uuid"]],
        ["payment_1"],
        "28",
    )
    assert (first["subtotal"], first["last_balance"], first["series"]) == (0, 0, "P")
    assert invoice["invoices"] == [first["uuid"], second["uuid"]]
    assert invoice["payments"] == ["payment_1", "payment_2"]
    assert [(event.type, event.object["total"]) for event in call.state.events][1:] == [
        ("invoice.created", 16.01),
        ("invoice.created", 99.99),
    ]


def test_a_payment_is_named_once_however_many_complements_it_has(call: Call) -> None:
    invoice = income(call, **PPD)
    for _ in range(2):
        stamp_complement(call, invoice, 10, {"id": "payment_1"})
    assert invoice["payments"] == ["payment_1"]


@pytest.mark.parametrize(
    ("amount", "reason"),
    [
        (116.01, "The payment of 116.01 is more than the balance of 116"),
        (0, "more than 0"),
        (0.004, "more than 0"),
        (-5, "more than 0"),
        (None, "more than 0"),
    ],
)
def test_a_payment_of_another_amount_is_refused(call: Call, amount: object, reason: str) -> None:
    invoice = income(call, **PPD)
    with pytest.raises(Refusal, match=reason) as caught:
        stamp_complement(call, invoice, amount, {"id": "payment_1"})
    assert (caught.value.status, caught.value.document["error"]["code"]) == (
        400,
        "business_rule_violation",
    )
    assert (owed(invoice), invoice["invoices"]) == ([116], [])


def test_balance_after_gives_the_balance_in_advance(call: Call) -> None:
    assert balance_after(income(call, **PPD), 16) == 100


def test_a_cancelled_invoice_owes_nothing_and_takes_no_payment(call: Call) -> None:
    invoice = income(call, **PPD)
    invoice["status"] = "cancelled"
    balances.update_balances(call, invoice)
    assert owed(invoice) == [0]
    with pytest.raises(Refusal, match="The invoice is cancelled"):
        balance_after(invoice, 1)


def test_a_cancelled_complement_no_longer_counts(call: Call) -> None:
    invoice = income(call, **PPD)
    first = stamp_complement(call, invoice, 16, {"id": "payment_1"})
    stamp_complement(call, invoice, 50, {"id": "payment_2"})
    first["status"] = "cancelled"
    balances.update_balances(call, first)
    assert (owed(invoice), invoice["payment_complements"]) == ([66], 50)
    assert stamp_complement(call, invoice, 66, {"id": "payment_3"})["installments"] == 2


def test_a_credit_note_lowers_its_first_ppd_invoice(call: Call) -> None:
    one, other, paid = income(call, **PPD), income(call, **PPD), income(call)
    note = credit(
        call,
        one["uuid"].upper(),
        one["uuid"],
        other["uuid"],
        "12345678-1234-1234-1234-123456789012",
    )
    assert owed(one, other, note) == [58, 116, 0]
    assert (note["invoices"], one["invoices"], other["invoices"]) == (
        [one["uuid"], other["uuid"]],
        *[[note["uuid"]]] * 2,
    )
    credit(call, paid["uuid"])
    assert (owed(paid), len(paid["invoices"])) == ([0], 1)
    note["status"] = "cancelled"
    balances.update_balances(call, note)
    assert owed(one, other) == [116, 116]


def test_a_credit_note_cannot_bring_a_balance_below_zero(call: Call) -> None:
    invoice = income(call, **PPD)
    credit(call, invoice["uuid"], price=500)
    assert owed(invoice) == [0]


def test_a_substitution_does_not_change_the_balance(call: Call) -> None:
    invoice = income(call, **PPD)
    assert credit(call, invoice["uuid"], relationship="04")["invoices"] == []
    assert (owed(invoice), invoice["invoices"]) == ([116], [])


def test_live_and_test_invoices_know_nothing_of_each_other(call: Call) -> None:
    invoice = income(call, **PPD)
    live = evolve(call, key=Key(call.team, livemode=True))
    assert credit(live, invoice["uuid"])["invoices"] == []
    assert owed(invoice) == [116]
