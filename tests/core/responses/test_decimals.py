"""`Gigstack(decimals=True)` reads amounts digit by digit."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import httpx
import pytest

from gigstack_api import Gigstack
from gigstack_api._core.http.messages import Reply
from gigstack_api._core.responses.drift import Drift
from gigstack_api._core.responses.reading import ReplyReader
from gigstack_api._core.schema.encoding import parse_timestamp
from gigstack_api._core.schema.fields import NUMBER
from gigstack_api._core.schema.json import encode_json, parse_json
from gigstack_api.models import Invoice
from gigstack_api.operations.income_invoices import create_income_invoice, list_income_invoices
from gigstack_api.reconcile.comparison import is_same_value
from tests.support.things import call, thing_route

BODY = (
    b'{"success":true,"data":{"uuid":"a","total":1160.10,"subtotal":1000,"exchange_rate":'
    b'17.123456789012345678,"created_at":1700000000.5,"metadata":{"rate":1e-2},'
    b'"items":[{"quantity":1.50,"taxes":[{"rate":0.106667}]}]}}'
)


async def read(body: bytes, **options: Any) -> Invoice:
    """The invoice of an answer, read by a client with these options."""

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=body, headers={"Content-Type": "application/json"})

    async with (
        httpx.AsyncClient(transport=httpx.MockTransport(answer)) as http,
        Gigstack("key", http_client=http, **options) as gig,
    ):
        return await gig.income_invoices.get("a")


@pytest.mark.anyio
async def test_numbers_with_a_fraction_are_decimals_with_their_digits() -> None:
    invoice: Any = await read(BODY, decimals=True)
    assert repr(invoice.total) == "Decimal('1160.10')"
    assert repr(invoice.exchange_rate) == "Decimal('17.123456789012345678')"
    assert repr(invoice.items[0].quantity) == "Decimal('1.50')"
    assert repr(invoice.items[0].taxes[0].rate) == "Decimal('0.106667')"
    assert repr(invoice.metadata) == "{'rate': Decimal('0.01')}"
    assert repr(invoice.subtotal) == "1000"
    assert parse_timestamp(invoice.created_at) == 1700000000.5
    assert '"total":1160.10' in invoice.to_json()


@pytest.mark.anyio
async def test_numbers_are_floats_by_default() -> None:
    invoice: Any = await read(BODY)
    assert (repr(invoice.total), repr(invoice.exchange_rate)) == ("1160.1", "17.123456789012344")


def test_a_decimal_in_place_of_a_number_is_no_drift() -> None:
    found: list[Drift] = []
    operation = list_income_invoices.build(limit=1)
    invoice = b'{"uuid":"a","created_at":1,"total":1.5}'
    body = b'{"success":true,"next":null,"has_more":false,"data":[' + invoice + b"]}"
    reply = Reply(200, {"content-type": "application/json"}, body)
    page = ReplyReader(found.append, decimals=True).read(operation, reply)
    assert repr(page.data[0].total) == "Decimal('1.5')"
    assert found == []
    assert not NUMBER.accepts(Decimal("NaN"))


def test_decimals_are_sent_with_the_digits_that_came() -> None:
    document = parse_json(BODY, decimals=True)["data"]
    items: Any = Invoice.from_dict(document).items
    body: Any = create_income_invoice.build(
        client={"id": "client_1"},
        use="G03",
        payment_form="03",
        payment_method="PUE",
        currency="MXN",
        items=items,
    ).body
    assert encode_json(body["items"]) == b'[{"quantity":1.50,"taxes":[{"rate":0.106667}]}]'


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("1.10", "Decimal('1.10')"),
        ("1e400", "Decimal('1E+400')"),
        ("-0.0", "Decimal('-0.0')"),
        ("1", "1"),
        ("18446744073709551617", "18446744073709551617"),
        ("1e9999999999999999999999", "inf"),
        ('[1.50, "\\ud800"]', "[Decimal('1.50'), '\\ud800']"),
    ],
)
def test_every_number_is_read_exactly_or_as_a_float(text: str, read_as: str) -> None:
    assert repr(parse_json(text.encode(), decimals=True)) == read_as


def test_decimals_are_compared_with_floats_after_a_lost_answer() -> None:
    assert is_same_value(1160.1, Decimal("1160.10"))
    assert not is_same_value(1160.1, Decimal("1160.11"))


def test_free_objects_hold_decimals_too() -> None:
    operation = call(thing_route())
    reply = Reply(200, {"content-type": "application/json"}, b'{"data": {"a": 1.50}}')
    value: Any = ReplyReader(decimals=True).read(operation, reply)
    assert repr(value) == "{'a': Decimal('1.50')}"
