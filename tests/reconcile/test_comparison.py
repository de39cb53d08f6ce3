"""Comparison of sent values with those of answers: by tables."""

from __future__ import annotations

from typing import Any

import pytest

from gigstack_api._core.schema.encoding import parse_timestamp
from gigstack_api._core.schema.models import get_path
from gigstack_api._core.sending.unknown_outcome import Digest
from gigstack_api.models import Client, Invoice, Team
from gigstack_api.reconcile.comparison import differences, is_same_value

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


@pytest.mark.parametrize(("sent", "stored", "name", "expected"), SAME)
def test_equal_values_are_recognised(
    sent: object, stored: object, name: str, *, expected: bool
) -> None:
    assert is_same_value(sent, stored, name=name) is expected


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
def test_times_are_parsed_in_every_form(value: object, expected: float | None) -> None:
    assert parse_timestamp(value) == expected


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
def test_every_difference_is_listed_with_its_path(name: str) -> None:
    fields, stored, expected = DIFFERENCES[name]
    assert list(differences(fields, stored)) == expected


def test_entries_of_a_patch_are_matched_by_id() -> None:
    stored = {"items": [{"id": "a", "description": "A"}, {"id": "b", "description": "B"}]}
    patch = [{"id": "b", "description": "C"}, {"id": "z", "description": "Z"}]
    assert list(differences({"items": patch}, stored, patched=("items",))) == [
        ("items.description", True),
        ("items", True),
    ]
    assert list(differences({"items": stored["items"][1:]}, stored, patched=("items",))) == []


def test_a_dotted_path_is_found_in_models_and_mappings() -> None:
    invoice = Invoice.from_dict({"client": {"metadata": {"a": 1}}, "new": {"b": 2}})
    assert [
        get_path(invoice, place)
        for place in ("client.metadata.a", "new.b", "client.name", "uuid.x")
    ] == [1, 2, None, None]
