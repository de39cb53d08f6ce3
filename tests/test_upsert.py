"""`Match`, and the key and value that an upsert matches by."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
import respx

from gigstack_api import InvalidArgumentError, Match
from gigstack_api.models import Client, ClientAddress
from gigstack_api.upsert import key_value, search
from tests.support.scripted_api import RFC, Api, answer, client, gigstack, last_body


def test_a_match_is_a_mapping_with_its_search() -> None:
    match = Match("tax_id", RFC, update=True, name="Juan")
    assert dict(match) == {
        "tax_id": RFC,
        "name": "Juan",
        "search": {"on_key": "tax_id", "on_value": RFC, "update": True},
    }
    assert (len(match), match["name"]) == (3, "Juan")


@pytest.mark.parametrize(
    ("on", "fields", "created_from"),
    [
        ("tax_id", {}, {"tax_id": "EXT-1"}),
        ("tax_id", {"tax_id": None}, {"tax_id": "EXT-1"}),
        ("tax_id", {"tax_id": "another"}, {"tax_id": "another"}),
        ("metadata.external_id", {}, {"metadata": {"external_id": "EXT-1"}}),
        ("metadata.external_id", {"metadata": None}, {"metadata": {"external_id": "EXT-1"}}),
        (
            "metadata.external_id",
            {"metadata": {"a": 1}},
            {"metadata": {"a": 1, "external_id": "EXT-1"}},
        ),
        (
            "metadata.external_id",
            {"metadata": {"external_id": "E"}},
            {"metadata": {"external_id": "E"}},
        ),
        (
            "metadata.erp.id",
            {"metadata": {"erp": {"a": 1}}},
            {"metadata": {"erp": {"a": 1, "id": "EXT-1"}}},
        ),
        (
            "address.zip",
            {"address": ClientAddress(zip="36257")},
            {"address": ClientAddress(zip="36257")},
        ),
    ],
)
def test_a_new_client_gets_the_value_it_is_matched_by(
    on: str, fields: dict[str, Any], created_from: dict[str, Any]
) -> None:
    assert dict(Match(on, "EXT-1", **fields)) == {
        **created_from,
        "search": {"on_key": on, "on_value": "EXT-1", "update": False},
    }


@pytest.mark.parametrize(
    ("update", "fields"),
    [(True, {}), (True, {"metadata": {"a": 1}}), (False, {"metadata": Client(name="a")})],
)
def test_a_key_that_cannot_be_added_must_be_passed(update: bool, fields: dict[str, Any]) -> None:
    with pytest.raises(
        InvalidArgumentError, match=r"^also pass 'metadata\.external_id' in metadata="
    ):
        Match("metadata.external_id", "EXT-1", update=update, **fields)


@pytest.mark.parametrize(
    "on", ["tax_idd", "id", "metadta.external_id", "search", "extra", "metadata.", "", None]
)
def test_a_key_that_is_not_a_field_of_a_client_is_refused(on: Any) -> None:
    """Nothing would ever match, and every call would create another client."""
    with pytest.raises(
        InvalidArgumentError, match=r"^on must name a field of a client, or a nested one "
    ):
        Match(on, "EXT-1")


def test_a_match_takes_extra_fields_but_no_misspelled_ones() -> None:
    assert dict(Match("tax_id", RFC, extra={"tier": 1}))["tier"] == 1
    with pytest.raises(
        InvalidArgumentError,
        match=r"^a client has no field 'nmae'; pass undocumented fields in extra=",
    ):
        Match("tax_id", RFC, nmae="Juan")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    with pytest.raises(InvalidArgumentError, match=r"^pass extra_query= to the call"):
        Match("tax_id", RFC, extra_query={"a": 1})


def test_a_match_prints_its_key_without_personal_data() -> None:
    assert repr(Match("tax_id", RFC, name="Juan")) == "Match('tax_id', ...)"


@pytest.mark.parametrize("value", ["", "  ", None, 5])
def test_a_match_without_a_value_is_refused(value: Any) -> None:
    for make in (Match, partial(search, update=False)):
        with pytest.raises(
            InvalidArgumentError,
            match=r"^the value to match 'tax_id' with must be a non-empty string",
        ):
            make("tax_id", value)


@pytest.mark.parametrize(
    ("on", "value", "fields", "found"),
    [
        ("tax_id", None, {"tax_id": RFC}, RFC),
        ("tax_id", "given", {"tax_id": RFC}, "given"),
        ("metadata.external_id", None, {"metadata": {"external_id": "EXT-1"}}, "EXT-1"),
        ("address.zip", None, {"address": Client(name="03100")}, None),
        ("address.name", None, {"address": Client(name="x")}, "x"),
        ("tax_id", None, {}, None),
        ("tax_id", None, {"tax_id": " "}, None),
        ("tax_id", None, {"tax_id": 5}, None),
        ("metadata.a.b", None, {"metadata": {"a": "text"}}, None),
    ],
)
def test_the_value_to_match_is_passed_or_taken_from_the_field(
    on: str, value: str | None, fields: Mapping[str, Any], found: str | None
) -> None:
    if found is None:
        with pytest.raises(InvalidArgumentError, match="needs a value"):
            key_value(on, value, fields)
    else:
        assert key_value(on, value, fields) == found


@pytest.mark.anyio
async def test_a_match_inside_another_call_is_sent_as_a_search() -> None:
    api = Api(answer({"id": "receipt_1"}))
    await client(api).receipts.create(
        client=Match("tax_id", RFC), items=[{"description": "x", "unit_price": Decimal("1.50")}]
    )
    assert api.bodies[0]["client"] == {
        "tax_id": RFC,
        "search": {"on_key": "tax_id", "on_value": RFC, "update": False},
    }
    assert api.bodies[0]["items"] == [{"description": "x", "unit_price": 1.5}]


@pytest.mark.anyio
async def test_a_match_inside_an_invoice_is_sent_as_a_search(api: respx.MockRouter) -> None:
    api.post("/invoices/income").respond(json={"data": {"uuid": "u"}})
    match = Match("tax_id", "PEGJ800101ABC", update=True, name="Juan", email="j@x.mx")
    await gigstack().income_invoices.create(client=match, items=[])
    assert last_body(api)["client"] == {
        "tax_id": "PEGJ800101ABC",
        "name": "Juan",
        "email": "j@x.mx",
        "search": {"on_key": "tax_id", "on_value": "PEGJ800101ABC", "update": True},
    }
    assert len(match) == 4
    assert "PEGJ" not in repr(match)
    assert dict(Match("metadata.external_id", "E-1"))["search"]["on_key"] == "metadata.external_id"
