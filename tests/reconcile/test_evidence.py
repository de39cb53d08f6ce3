"""What a document or a resource tells of a lost write: the pure parts, by tables."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from gigstack_api import Sent
from gigstack_api._core.moments import moment_s
from gigstack_api._core.places import at
from gigstack_api.errors import Digest
from gigstack_api.models import Client, Invoice, Team
from gigstack_api.reconcile import matching, state_checks
from gigstack_api.reconcile.comparison import differences, same
from gigstack_api.reconcile.matching import Likeness, Likening, amount_differs
from gigstack_api.reconcile.state_checks import Judge

from .lost import NOW_S, sent

SAME: list[tuple[object, object, str, bool]] = [
    ("a", "a", "", True),
    (" a ", "a", "", True),
    ("a", "A", "", False),
    ("pegj800101abc", "PEGJ800101ABC", "tax_id", True),
    ("A@b.mx", "a@b.mx", "email", True),
    ("México", "MEX", "country", True),
    ("Mexico", "USA", "country", False),
    (1, 1.0, "", True),
    (0.1 + 0.2, 0.3, "", True),
    (1, 1.01, "", False),
    (0.16, "0.160000", "", True),
    ("03", "3", "payment_form", False),
    ("x", 1, "", False),
    (True, True, "", True),
    (True, "true", "", True),
    (True, 1, "", False),
    (None, None, "", True),
    (Digest.of("https://x"), "https://x", "url", True),
    (Digest.of("https://x"), "https://y", "url", False),
    (Digest.of("https://x"), None, "url", False),
]


@pytest.mark.parametrize(("one", "other", "name", "expected"), SAME)
def test_two_values_mean_the_same(one: object, other: object, name: str, *, expected: bool) -> None:
    assert same(one, other, name=name) is expected


TIMES: list[tuple[object, float | None]] = [
    (1_700_000_000, 1_700_000_000.0),
    (1_700_000_000_000, 1_700_000_000.0),
    ("2023-11-14T22:13:20Z", 1_700_000_000.0),
    ("2023-11-14T22:13:20", 1_700_000_000.0),
    ("yesterday", None),
    (True, None),
    (None, None),
]


@pytest.mark.parametrize(("value", "expected"), TIMES)
def test_a_time_is_read_in_any_form(value: object, expected: float | None) -> None:
    assert moment_s(value) == expected


def team(**fields: Any) -> Team:
    return Team.from_dict(fields)


DIFFERENCES: dict[str, tuple[Any, Any, list[tuple[str, bool]]]] = {
    "all as sent": (
        {"legal_name": "A", "brand": {"alias": "B"}},
        team(legal_name="A", brand={"alias": "B", "logo": "C"}),
        [],
    ),
    "another value": ({"legal_name": "A"}, team(legal_name="B"), [("legal_name", True)]),
    "within": ({"brand": {"alias": "A"}}, team(brand={"alias": "B"}), [("brand.alias", True)]),
    "a documented field that did not come": ({"legal_name": "A"}, team(), [("legal_name", True)]),
    "a field that no answer has": ({"color": "A"}, team(), [("color", False)]),
    "an unknown field that came": ({"color": "A"}, team(color="A"), []),
    "no keyword of Python": ({"from": "api"}, Client.from_dict({"from": "api"}), []),
    "stored, not shown": (
        {"address": {"municipality": "A"}},
        team(address={"zip": "1"}),
        [("address.municipality", False)],
    ),
    "cleared": ({"legal_name": None}, team(), []),
    "cleared, and shown as an empty group": ({"brand": None}, team(brand={}), []),
    "not cleared": ({"legal_name": None}, team(legal_name="A"), [("legal_name", True)]),
    "null of an unknown field": ({"color": None}, team(), []),
    "an empty group": ({"brand": {}}, team(), []),
    "no group": ({"brand": {"alias": "A"}}, team(), [("brand", True)]),
    "a labelled value": (
        {"periodicity": "month"},
        {"periodicity": {"label": "Mes", "value": "month"}},
        [],
    ),
    "single values in any order": (
        {"bcc": ["a@b.mx", "C@d.mx"]},
        {"bcc": ["c@d.mx", "a@b.mx"]},
        [],
    ),
    "one value less": ({"bcc": ["a@b.mx"]}, {"bcc": ["a@b.mx", "c@d.mx"]}, [("bcc", True)]),
    "other values": ({"bcc": ["a@b.mx"]}, {"bcc": ["c@d.mx"]}, [("bcc", True)]),
    "objects one by one": (
        {"items": [{"n": 1}, {"n": 2}]},
        {"items": [{"n": 1}, {"n": 3}]},
        [("items[1].n", True)],
    ),
    "an object too many": (
        {"items": [{"n": 1}]},
        {"items": [{"n": 1}, {"n": 3}]},
        [("items", True)],
    ),
    "no list": ({"items": [1]}, {"items": None}, [("items", True)]),
    "an empty list": ({"items": []}, {"items": None}, []),
}


@pytest.mark.parametrize("name", DIFFERENCES)
def test_what_differs_is_named(name: str) -> None:
    fields, kept, expected = DIFFERENCES[name]
    assert list(differences(fields, kept)) == expected


def test_entries_of_a_patch_are_looked_for_by_their_id() -> None:
    kept = {"items": [{"id": "a", "description": "A"}, {"id": "b", "description": "B"}]}
    patch = [{"id": "b", "description": "C"}, {"id": "z", "description": "Z"}]
    assert list(differences({"items": patch}, kept, patched=("items",))) == [
        ("items.description", True),
        ("items", True),
    ]
    assert list(differences({"items": kept["items"][1:]}, kept, patched=("items",))) == []


def test_a_dotted_place_is_found_in_models_and_mappings() -> None:
    invoice = Invoice.from_dict({"client": {"metadata": {"a": 1}}, "new": {"b": 2}})
    assert [
        at(invoice, place) for place in ("client.metadata.a", "new.b", "client.name", "uuid.x")
    ] == [1, 2, None, None]


UPDATE = sent("teams.update", legal_name="A")
REFUND = sent("payments.refund", amount=10)
MEMBER = sent("teams.add_member", id="user_1", role="admin")
MEMBERS = {"members": [{"id": "user_1", "role": "viewer"}]}

JUDGED: dict[str, tuple[Judge, Sent, Any, bool | None]] = {
    "gone": (state_checks.gone, sent(), None, True),
    "still there": (state_checks.gone, sent(), {}, False),
    "cancelled": (state_checks.gone_or("canceled"), sent(), {"status": "canceled"}, True),
    "gone altogether": (state_checks.gone_or("canceled"), sent(), None, True),
    "not cancelled": (state_checks.gone_or("canceled"), sent(), {"status": "pending"}, False),
    "of no status": (state_checks.gone_or("canceled"), sent(), {}, None),
    "a state of a resource that is not there": (state_checks.becomes("paid"), sent(), None, None),
    "an unclear state": (
        state_checks.becomes("paid", unclear=("processing",)),
        sent(),
        {"status": "processing"},
        None,
    ),
    "updated": (state_checks.changed(), UPDATE, team(legal_name="A"), True),
    "not updated": (state_checks.changed(), UPDATE, team(legal_name="B"), False),
    "updated, and then deleted": (state_checks.changed(), UPDATE, None, None),
    "updated, but for what no answer shows": (
        state_checks.changed(),
        evolve(UPDATE, names=("legal_name", "x")),
        team(legal_name="A"),
        None,
    ),
    "not updated, whatever no answer shows": (
        state_checks.changed(),
        evolve(UPDATE, names=("legal_name", "x")),
        team(),
        False,
    ),
    "a part that is not there": (
        state_checks.changed(part="settings"),
        sent(use="G03"),
        team(),
        False,
    ),
    "a renamed field": (
        state_checks.changed(renamed={"days_back": "daysBack"}),
        sent(days_back=7),
        {"daysBack": 7},
        True,
    ),
    "a counter as sent": (state_checks.changed(growing=("test",)), sent(test=5), {"test": 5}, True),
    "a counter that went on": (
        state_checks.changed(growing=("test",)),
        sent(test=5),
        {"test": 6},
        None,
    ),
    "a counter that was not set": (
        state_checks.changed(growing=("test",)),
        sent(test=5),
        {"test": 4},
        False,
    ),
    "a counter that is not shown": (
        state_checks.changed(growing=("test",)),
        sent(test=5),
        {},
        False,
    ),
    "a valid invoice": (state_checks.cancelled_invoice, sent(), {"status": "valid"}, False),
    "a cancelled invoice": (state_checks.cancelled_invoice, sent(), {"status": "cancelled"}, True),
    "no invoice": (state_checks.cancelled_invoice, sent(), None, None),
    "an invoice whose receiver has to agree": (
        state_checks.cancelled_invoice,
        sent(),
        {
            "status": "valid",
            "cancellation": {"cancellation_status": "pending", "requested_at": (NOW_S + 2) * 1000},
        },
        True,
    ),
    "an invoice whose cancellation was refused before": (
        state_checks.cancelled_invoice,
        sent(),
        {
            "status": "valid",
            "cancellation": {"cancellation_status": "rejected", "requested_at": NOW_S - 9000},
        },
        None,
    ),
    "an invoice with a cancellation of no date": (
        state_checks.cancelled_invoice,
        sent(),
        {"status": "valid", "cancellation_status": "pending"},
        None,
    ),
    "a receipt with its invoice": (
        state_checks.stamped_receipt,
        sent(),
        {"status": "open", "invoice_id": "i"},
        True,
    ),
    "an invoiced receipt": (state_checks.stamped_receipt, sent(), {"status": "invoiced"}, True),
    "a pending receipt": (state_checks.stamped_receipt, sent(), {"status": "pending"}, False),
    "no receipt": (state_checks.stamped_receipt, sent(), None, None),
    "a draft": (state_checks.stamped_draft, sent(), {"status": "draft"}, False),
    "a draft that is gone": (state_checks.stamped_draft, sent(), None, None),
    "a draft that is an invoice": (state_checks.stamped_draft, sent(), {"status": "stamped"}, True),
    "refunded whole": (state_checks.refunded, REFUND, {"status": "refunded", "total": 10}, True),
    "refunded whole by several refunds": (
        state_checks.refunded,
        REFUND,
        {"status": "refunded", "total": 20, "refunds": [{"amount": 10}]},
        None,
    ),
    "not refunded": (
        state_checks.refunded,
        REFUND,
        {"status": "succeeded", "total": 20, "refunds": [{"amount": 5}]},
        False,
    ),
    "refunded in part": (
        state_checks.refunded,
        REFUND,
        {"status": "succeeded", "total": 20, "refunds": [{"amount": 10}]},
        None,
    ),
    "refunded nobody knows what": (
        state_checks.refunded,
        REFUND,
        {"status": "succeeded", "total": 20, "refunds": [{"id": "r"}]},
        None,
    ),
    "refunds not shown": (state_checks.refunded, REFUND, {"status": "succeeded"}, None),
    "no payment": (state_checks.refunded, REFUND, None, None),
    "no member": (state_checks.member(joins=True), MEMBER, {"members": []}, False),
    "a member in another role": (state_checks.member(joins=True), MEMBER, MEMBERS, False),
    "a member": (state_checks.member(joins=True), sent(id="user_1"), MEMBERS, True),
    "still a member": (state_checks.member(joins=False), sent(id="user_1"), MEMBERS, False),
    "a member no more": (state_checks.member(joins=False), sent(id="user_2"), MEMBERS, True),
    "members not shown": (state_checks.member(joins=True), MEMBER, {}, None),
    "no team": (state_checks.member(joins=True), MEMBER, None, None),
    "connected now": (
        state_checks.connected,
        sent(),
        {"sat": {"completed": True, "connected_at": NOW_S}},
        True,
    ),
    "connected long ago": (
        state_checks.connected,
        sent(),
        {"sat": {"completed": True, "connected_at": NOW_S - 9000}},
        None,
    ),
    "not connected": (state_checks.connected, sent(), {"sat": {"completed": False}}, False),
    "no word of the SAT": (state_checks.connected, sent(), {}, None),
    "no FIEL": (
        state_checks.there_already("fiel_uploaded", "a FIEL"),
        sent(),
        {"fiel_uploaded": False},
        False,
    ),
    "a FIEL": (
        state_checks.there_already("fiel_uploaded", "a FIEL"),
        sent(),
        {"fiel_uploaded": True},
        None,
    ),
    "no word of the FIEL": (
        state_checks.there_already("fiel_uploaded", "a FIEL"),
        sent(),
        {},
        None,
    ),
}


@pytest.mark.parametrize("name", JUDGED)
def test_a_resource_tells_what_became_of_a_write(name: str) -> None:
    judge, call, kept, expected = JUDGED[name]
    judgement = judge(call, kept)
    assert judgement.done is expected
    assert judgement.why


ITEM = {"quantity": 2, "unit_price": 500}
IVA_IN = {"type": "IVA", "rate": 0.16, "inclusive": True}
BY_ID = sent(key="k", client={"id": "client_1"}, items=[ITEM], currency="MXN")
SHOWN: dict[str, Any] = {
    "client": {"id": "client_1"},
    "currency": "MXN",
    "total": 1160,
    "subtotal": 1000,
    "discount": 0,
}
WITH_METADATA = sent(key="k", metadata={"order": 7})
UPSERT = sent(tax_id="X", name="A", search={"on_key": "tax_id", "on_value": "X", "update": True})
RETENTION = sent(retention_key="26", client={"tax_id": "X"}, total_operation=5)

LIKENED: dict[str, tuple[Likening, Sent, dict[str, Any], Likeness]] = {
    "our key": (matching.keyed, BY_ID, {"idempotency_key": "k"}, Likeness.OURS),
    "another key": (matching.keyed, BY_ID, {**SHOWN, "idempotency_key": "l"}, Likeness.OTHER),
    "no key": (matching.keyed, BY_ID, SHOWN, Likeness.ALIKE),
    "no key, and older": (
        matching.keyed,
        BY_ID,
        {**SHOWN, "created_at": NOW_S - 301},
        Likeness.OTHER,
    ),
    "no key, and within the skew": (
        matching.keyed,
        BY_ID,
        {**SHOWN, "created_at": (NOW_S - 299) * 1000},
        Likeness.ALIKE,
    ),
    "another client": (
        matching.keyed,
        BY_ID,
        {**SHOWN, "client": {"id": "client_2"}},
        Likeness.OTHER,
    ),
    "no client shown": (matching.keyed, BY_ID, {**SHOWN, "client": None}, Likeness.ALIKE),
    "another currency": (matching.keyed, BY_ID, {**SHOWN, "currency": "USD"}, Likeness.OTHER),
    "another amount": (
        matching.keyed,
        BY_ID,
        {**SHOWN, "total": 116, "subtotal": 100},
        Likeness.OTHER,
    ),
    "nothing shown": (matching.keyed, BY_ID, {}, Likeness.ALIKE),
    "a client found by its e-mail": (
        matching.keyed,
        sent(client={"search": {"on_key": "email", "on_value": "A@b.mx"}, "tax_id": "X"}),
        {"client": {"email": "a@b.mx", "tax_id": "Y"}},
        Likeness.ALIKE,
    ),
    "a client with another RFC": (
        matching.keyed,
        sent(client={"tax_id": "X"}),
        {"client": {"tax_id": "Y"}},
        Likeness.OTHER,
    ),
    "the same metadata": (
        matching.keyed,
        WITH_METADATA,
        {"metadata": {"order": "7", "more": 1}},
        Likeness.SAME,
    ),
    "other metadata": (matching.keyed, WITH_METADATA, {"metadata": {"order": 8}}, Likeness.OTHER),
    "metadata not shown": (matching.keyed, WITH_METADATA, {"metadata": {}}, Likeness.ALIKE),
    "the same url and events": (
        matching.catalogued("url"),
        sent(url=Digest.of("https://x"), events=["a", "b"]),
        {"url": "https://x", "events": ["b", "a"], "status": "active"},
        Likeness.SAME,
    ),
    "the same url, other events": (
        matching.catalogued("url"),
        sent(url="https://x", events=["a"]),
        {"url": "https://x", "events": ["b"]},
        Likeness.ALIKE,
    ),
    "another url": (
        matching.catalogued("url"),
        sent(url="https://x"),
        {"url": "https://y"},
        Likeness.OTHER,
    ),
    "no url shown": (
        matching.catalogued("url"),
        sent(url="https://x"),
        {"url": None},
        Likeness.ALIKE,
    ),
    "no url sent": (
        matching.catalogued("url"),
        sent(status="active"),
        {"url": "u", "status": "active"},
        Likeness.ALIKE,
    ),
    "no url sent, and another status": (
        matching.catalogued("url"),
        sent(status="active"),
        {"status": "inactive"},
        Likeness.OTHER,
    ),
    "an older one": (
        matching.catalogued("url"),
        sent(url="u"),
        {"url": "u", "created_at": 1},
        Likeness.OTHER,
    ),
    "a client of that metadata": (
        matching.client,
        sent(metadata={"a": {"b": 1}}),
        {"metadata": {"a": {"b": 1}}},
        Likeness.SAME,
    ),
    "an upserted client": (matching.client, UPSERT, {"tax_id": "x", "name": "A"}, Likeness.SAME),
    "an upsert that did not change": (
        matching.client,
        UPSERT,
        {"tax_id": "X", "name": "B"},
        Likeness.OTHER,
    ),
    "an upsert of another client": (
        matching.client,
        UPSERT,
        {"tax_id": "Y", "name": "A"},
        Likeness.OTHER,
    ),
    "a retention like it": (
        matching.alike(
            {"client.tax_id": "receiver.tax_id", "total_operation": "totals.total_operation"}
        ),
        RETENTION,
        {"receiver": {"tax_id": "x"}, "totals": {"total_operation": 5.0}},
        Likeness.ALIKE,
    ),
    "another retention": (
        matching.alike({"retention_key": "retention_key"}),
        RETENTION,
        {"retention_key": "25"},
        Likeness.OTHER,
    ),
    "an older retention": (
        matching.alike({"retention_key": "retention_key"}),
        RETENTION,
        {"created_at": 9_000_000_000_00},
        Likeness.OTHER,
    ),
    "a series": (
        matching.series,
        sent(series="A", test=5),
        {"series": "A", "test": 5, "live": 0},
        Likeness.SAME,
    ),
    "a series with other counters": (
        matching.series,
        sent(series="A", test=5),
        {"series": "A", "test": 6},
        Likeness.ALIKE,
    ),
    "another series": (matching.series, sent(series="A"), {"series": "B"}, Likeness.OTHER),
}


@pytest.mark.parametrize("name", LIKENED)
def test_a_document_is_ours_alike_or_another(name: str) -> None:
    likening, call, document, expected = LIKENED[name]
    assert likening(call, document) is expected


AMOUNTS: dict[str, tuple[object, dict[str, Any], bool]] = {
    "taxes on top": ([ITEM], SHOWN, False),
    "taxes within": ([{**ITEM, "taxes": [IVA_IN]}], {"total": 1000, "subtotal": 862.07}, False),
    "both": ([{**ITEM, "taxes": [IVA_IN, {"type": "ISR"}]}], {"total": 1, "subtotal": 1}, False),
    "discounts": (
        [{**ITEM, "discount": 100}],
        {"total": 1044, "subtotal": 1000, "discount": 100},
        False,
    ),
    "centavos": ([{"unit_price": 0.335, "quantity": 1}], {"total": 0.39, "subtotal": 0.34}, False),
    "another amount": ([ITEM], {"total": 1161, "subtotal": 1001}, True),
    "one without a price": ([ITEM, {"id": "service_1"}], {"total": 1, "subtotal": 1}, False),
    "no items": (None, SHOWN, False),
    "no total": ([ITEM], {"subtotal": 1}, False),
}


@pytest.mark.parametrize("name", AMOUNTS)
def test_amounts_speak_against_a_document_only_where_they_can(name: str) -> None:
    items, document, expected = AMOUNTS[name]
    assert amount_differs(items, document) is expected
