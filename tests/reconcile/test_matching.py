"""How well a document matches a lost creation: by tables."""

from __future__ import annotations

from typing import Any

import pytest

from gigstack_api import Sent
from gigstack_api._core.sending.unknown_outcome import Digest
from gigstack_api.reconcile import matching
from gigstack_api.reconcile.matching import Matcher, MatchLevel, amount_differs

from .lost import NOW_S, sent

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

MATCHED: dict[str, tuple[Matcher, Sent, dict[str, Any], MatchLevel]] = {
    "our key": (matching.by_key, BY_ID, {"idempotency_key": "k"}, MatchLevel.SAME_KEY),
    "another key": (
        matching.by_key,
        BY_ID,
        {**SHOWN, "idempotency_key": "l"},
        MatchLevel.DIFFERENT,
    ),
    "no key": (matching.by_key, BY_ID, SHOWN, MatchLevel.POSSIBLE),
    "no key, and older": (
        matching.by_key,
        BY_ID,
        {**SHOWN, "created_at": NOW_S - 301},
        MatchLevel.DIFFERENT,
    ),
    "no key, and within the skew": (
        matching.by_key,
        BY_ID,
        {**SHOWN, "created_at": (NOW_S - 299) * 1000},
        MatchLevel.POSSIBLE,
    ),
    "another client": (
        matching.by_key,
        BY_ID,
        {**SHOWN, "client": {"id": "client_2"}},
        MatchLevel.DIFFERENT,
    ),
    "no client shown": (matching.by_key, BY_ID, {**SHOWN, "client": None}, MatchLevel.POSSIBLE),
    "another currency": (
        matching.by_key,
        BY_ID,
        {**SHOWN, "currency": "USD"},
        MatchLevel.DIFFERENT,
    ),
    "another amount": (
        matching.by_key,
        BY_ID,
        {**SHOWN, "total": 116, "subtotal": 100},
        MatchLevel.DIFFERENT,
    ),
    "nothing shown": (matching.by_key, BY_ID, {}, MatchLevel.POSSIBLE),
    "a client found by its e-mail": (
        matching.by_key,
        sent(client={"search": {"on_key": "email", "on_value": "A@b.mx"}, "tax_id": "X"}),
        {"client": {"email": "a@b.mx", "tax_id": "Y"}},
        MatchLevel.POSSIBLE,
    ),
    "a client with another RFC": (
        matching.by_key,
        sent(client={"tax_id": "X"}),
        {"client": {"tax_id": "Y"}},
        MatchLevel.DIFFERENT,
    ),
    "the same metadata": (
        matching.by_key,
        WITH_METADATA,
        {"metadata": {"order": "7", "more": 1}},
        MatchLevel.AS_SENT,
    ),
    "other metadata": (
        matching.by_key,
        WITH_METADATA,
        {"metadata": {"order": 8}},
        MatchLevel.DIFFERENT,
    ),
    "metadata not shown": (matching.by_key, WITH_METADATA, {"metadata": {}}, MatchLevel.POSSIBLE),
    "the same url and events": (
        matching.by_identity("url"),
        sent(url=Digest.of("https://x"), events=["a", "b"]),
        {"url": "https://x", "events": ["b", "a"], "status": "active"},
        MatchLevel.AS_SENT,
    ),
    "the same url, other events": (
        matching.by_identity("url"),
        sent(url="https://x", events=["a"]),
        {"url": "https://x", "events": ["b"]},
        MatchLevel.POSSIBLE,
    ),
    "another url": (
        matching.by_identity("url"),
        sent(url="https://x"),
        {"url": "https://y"},
        MatchLevel.DIFFERENT,
    ),
    "no url shown": (
        matching.by_identity("url"),
        sent(url="https://x"),
        {"url": None},
        MatchLevel.POSSIBLE,
    ),
    "no url sent": (
        matching.by_identity("url"),
        sent(status="active"),
        {"url": "u", "status": "active"},
        MatchLevel.POSSIBLE,
    ),
    "no url sent, and another status": (
        matching.by_identity("url"),
        sent(status="active"),
        {"status": "inactive"},
        MatchLevel.DIFFERENT,
    ),
    "an older one": (
        matching.by_identity("url"),
        sent(url="u"),
        {"url": "u", "created_at": 1},
        MatchLevel.DIFFERENT,
    ),
    "a client of that metadata": (
        matching.by_search,
        sent(metadata={"a": {"b": 1}}),
        {"metadata": {"a": {"b": 1}}},
        MatchLevel.AS_SENT,
    ),
    "an upserted client": (
        matching.by_search,
        UPSERT,
        {"tax_id": "x", "name": "A"},
        MatchLevel.AS_SENT,
    ),
    "an upsert that did not change": (
        matching.by_search,
        UPSERT,
        {"tax_id": "X", "name": "B"},
        MatchLevel.DIFFERENT,
    ),
    "an upsert of another client": (
        matching.by_search,
        UPSERT,
        {"tax_id": "Y", "name": "A"},
        MatchLevel.DIFFERENT,
    ),
    "a retention like it": (
        matching.by_fields(
            {"client.tax_id": "receiver.tax_id", "total_operation": "totals.total_operation"}
        ),
        RETENTION,
        {"receiver": {"tax_id": "x"}, "totals": {"total_operation": 5.0}},
        MatchLevel.POSSIBLE,
    ),
    "another retention": (
        matching.by_fields({"retention_key": "retention_key"}),
        RETENTION,
        {"retention_key": "25"},
        MatchLevel.DIFFERENT,
    ),
    "an older retention": (
        matching.by_fields({"retention_key": "retention_key"}),
        RETENTION,
        {"created_at": 9_000_000_000_00},
        MatchLevel.DIFFERENT,
    ),
    "a series": (
        matching.by_series_name,
        sent(series="A", test=5),
        {"series": "A", "test": 5, "live": 0},
        MatchLevel.AS_SENT,
    ),
    "a series with other counters": (
        matching.by_series_name,
        sent(series="A", test=5),
        {"series": "A", "test": 6},
        MatchLevel.POSSIBLE,
    ),
    "another series": (
        matching.by_series_name,
        sent(series="A"),
        {"series": "B"},
        MatchLevel.DIFFERENT,
    ),
}


@pytest.mark.parametrize("name", MATCHED)
def test_a_document_gets_its_match_level(name: str) -> None:
    likening, call, document, expected = MATCHED[name]
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
def test_amounts_rule_a_document_out_only_if_comparable(name: str) -> None:
    items, document, expected = AMOUNTS[name]
    assert amount_differs(items, document) is expected
