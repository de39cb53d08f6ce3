"""Arguments of the wrong kind are refused with their path, and nothing is sent."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import date, datetime
from typing import Any

import pytest

from gigstack_api import Gigstack, InvalidArgumentError, Match
from gigstack_api.models import Client, ClientAddress, LineItemInput, RelatedDocument, Tax
from tests.support.scripted_api import Api, answer, client

pytestmark = pytest.mark.anyio

LINE: Any = {"description": "Café", "quantity": 1, "unit_price": 1000}


def line(**fields: Any) -> Any:
    return {**LINE, **fields}


def invoice(gig: Gigstack, *items: Any, **fields: Any) -> Coroutine[Any, Any, Any]:
    return gig.income_invoices.create(
        client=fields.pop("client", {"id": "client_1"}), items=items, **fields
    )


def short(value: object) -> str:
    """A message or body as the id of a test; a call has none."""
    return "" if callable(value) else str(value)[:60]


CYCLE: Any = {}
CYCLE["inside"] = CYCLE
DEEP: Any = {}
_deepest = DEEP
for _ in range(5000):
    _deepest["inside"] = {}
    _deepest = _deepest["inside"]

MISSPELT: Any = {"zipCode": "03100"}
UNDOCUMENTED: Any = {"colonia": "Centro"}

NESTED = "a value is nested too deeply, or contains itself"
UNIX = "must be a datetime with a time zone or Unix time in seconds"

Call = Callable[[Any], Any]

REFUSED: list[tuple[str, Call]] = [
    ("name: must be a string, not int", lambda gig: gig.clients.create(name=5)),
    (
        "address.zip: must be a string, not int",
        lambda gig: gig.clients.create(address={"zip": 3100}),
    ),
    ("bcc[1]: must be a string, not int", lambda gig: gig.clients.create(bcc=["a", 5])),
    ("bcc: must be a list, not str", lambda gig: gig.clients.create(bcc="a@b.mx")),
    ("metadata: must be a mapping, not str", lambda gig: gig.clients.create(metadata="x")),
    ("metadata: must be a mapping, not str", lambda gig: gig.clients.list(metadata="x")),
    ("limit: must be a whole number, not str", lambda gig: gig.clients.list(limit="10")),
    ("limit: must be a whole number, not bool", lambda gig: gig.clients.list(limit=True)),
    (f"created_gte: {UNIX}, not bool", lambda gig: gig.clients.list(created_gte=True)),
    (f"created_gte: {UNIX}, not date", lambda gig: gig.clients.list(created_gte=date(2026, 1, 1))),
    (f"created_gte: {UNIX}, not str", lambda gig: gig.clients.list(created_gte="2026-01-01")),
    (
        "created_gte: needs a datetime with a time zone, for example datetime.now(UTC)",
        lambda gig: gig.clients.list(created_gte=datetime(2026, 1, 1)),
    ),
    (
        "unit_price: must be a number, not bool",
        lambda gig: gig.services.create(description="x", unit_price=True),
    ),
    (
        "unit_price: must be a finite number",
        lambda gig: gig.services.create(description="x", unit_price=float("nan")),
    ),
    ("motive: must be a string, not int", lambda gig: gig.invoices.cancel("u", motive=2)),
    (
        "items[2].taxes[0].withholding: must be True or False, not str",
        lambda gig: invoice(gig, LINE, LINE, line(taxes=[{"withholding": "yes"}])),
    ),
    (
        "items[2].taxes[0].rate: must be a number or a string, not bool",
        lambda gig: invoice(gig, LINE, LINE, line(taxes=[{"rate": True}])),
    ),
    (
        "items[0].unit_price: must be a number, not str",
        lambda gig: invoice(gig, line(unit_price="100.50")),
    ),
    ("items[0].quantity: must be a number, not str", lambda gig: invoice(gig, line(quantity="2"))),
    (
        "items[0].taxes[0].type: must be a string, not int",
        lambda gig: invoice(
            gig, LineItemInput(description="x", taxes=[Tax.from_dict({"type": 5})])
        ),
    ),
    (
        "items[0]: must be a mapping or one of the models LineItemInput, InvoiceItem, PaymentItem,"
        " ReceiptItem, Service, not Client",
        lambda gig: invoice(gig, Client(id="client_1")),
    ),
    (
        "client: must be a mapping or one of the models InlineClient, Client, not str",
        lambda gig: invoice(gig, LINE, client="client_1"),
    ),
    (
        "items[0].discunt: is not a documented field; did you mean 'discount'?",
        lambda gig: invoice(gig, line(discunt=500)),
    ),
    (
        "items[0].taxes[0].witholding: is not a documented field; did you mean 'withholding'?",
        lambda gig: invoice(gig, line(taxes=[{"type": "IVA", "witholding": True}])),
    ),
    (
        "taxes[0].inclusve: is not a documented field; did you mean 'inclusive'?",
        lambda gig: gig.services.create(
            description="x", unit_price=1, taxes=[{"type": "IVA", "inclusve": True}]
        ),
    ),
    (
        "address.zipcode: is not a documented field; did you mean 'zip'?",
        lambda gig: gig.clients.create(address={"zipcode": "03100"}),
    ),
    (
        "address.zp: is not a documented field; did you mean 'zip'?",
        lambda gig: gig.clients.upsert(on="name", name="Juan", address={"zp": "03100"}),
    ),
    (
        "client.address.zipCode: is not a documented field; did you mean 'zip'?",
        lambda gig: invoice(gig, LINE, client=Match("tax_id", "X", address=MISSPELT)),
    ),
    (
        "income_invoices.create: not documented: related_documents[0].uuids"
        " (documented: relationship, documents); pass such fields in"
        " extra=, or in the additional_properties of a model",
        lambda gig: invoice(gig, LINE, related_documents=[{"relationship": "01", "uuids": ["u"]}]),
    ),
    (
        "income_invoices.create: not documented: items[0].discount_amount (did you mean"
        " 'discount'?); pass such fields in extra=, or in the additional_properties of a model",
        lambda gig: invoice(gig, line(discount_amount=5)),
    ),
    (
        "payments.register: not documented: items[0].colour, items[0].size; pass such fields in"
        " extra=, or in the additional_properties of a model",
        lambda gig: gig.payments.register(
            client={"id": "c"}, payment_form="01", items=[line(colour="red", size=5)]
        ),
    ),
    (
        "extra repeats 'name', which is passed already; pass it once",
        lambda gig: gig.clients.create(name="a", extra={"name": "b"}),
    ),
    (
        "extra_query repeats 'limit', which is passed already; pass it once",
        lambda gig: gig.clients.list(limit=5, extra_query={"limit": 3}),
    ),
    (
        "extra_query repeats 'metadata.a', which is passed already; pass it once",
        lambda gig: gig.clients.list(metadata={"a": 1}, extra_query={"metadata.a": 3}),
    ),
    (
        "extra_query: must be a mapping, not str",
        lambda gig: gig.clients.list(extra_query="limit=3"),
    ),
    ("extra: must be a mapping, not list", lambda gig: gig.clients.create(extra=["a"])),
    (
        "extra: its keys must be strings, not 5",
        lambda gig: gig.clients.create(extra={5: "a"}),
    ),
    (NESTED, lambda gig: gig.clients.create(metadata=CYCLE)),
    (NESTED, lambda gig: gig.clients.create(metadata=DEEP)),
    (NESTED, lambda gig: gig.clients.list(metadata=DEEP)),
    (NESTED, lambda gig: gig.clients.list(metadata=CYCLE)),
    (
        "events[1]: cannot be 'payment.suceeded'; did you mean 'payment.succeeded'?",
        lambda gig: gig.webhooks.create(
            url="https://a.mx", events=["payment.created", "payment.suceeded"]
        ),
    ),
    (
        "events[0]: cannot be 'invoice.creatd'; did you mean 'invoice.created'?",
        lambda gig: gig.webhooks.update("webhook_1", events=["invoice.creatd"]),
    ),
]


@pytest.mark.parametrize(("message", "call"), REFUSED, ids=short)
async def test_a_wrong_argument_is_refused_before_anything_is_sent(
    message: str, call: Call
) -> None:
    api = Api(answer({"id": "x"}))
    with pytest.raises(InvalidArgumentError) as caught:
        await call(client(api))
    assert str(caught.value) == message
    assert api.bodies == []


SENT: list[tuple[dict[str, Any], Call]] = [
    (
        {"address": {"colonia": "Centro"}},
        lambda gig: gig.clients.create(address={"colonia": "Centro"}),
    ),
    ({"name": None}, lambda gig: gig.clients.update("c", name=None)),
    ({"name": "a", "nmae": "b"}, lambda gig: gig.clients.create(name="a", extra={"nmae": "b"})),
    (
        {"address": {"zip": "1", "zipcode": "2"}},
        lambda gig: gig.clients.create(address={"zip": "1", "zipcode": "2"}),
    ),
    (
        {"address": {"zip": "1", "colonia": "Centro"}},
        lambda gig: gig.clients.create(
            address=ClientAddress(zip="1", additional_properties={"colonia": "Centro"})
        ),
    ),
]


@pytest.mark.parametrize(("body", "call"), SENT, ids=short)
async def test_other_undocumented_fields_are_sent(body: dict[str, Any], call: Call) -> None:
    api = Api(answer({"id": "x"}))
    await call(client(api))
    assert api.bodies == [body]


async def test_an_undocumented_field_is_stamped_if_it_was_meant() -> None:
    api = Api(answer({"uuid": "u"}))
    await client(api).egress_invoices.create(
        client=Match("tax_id", "X", extra={"colour": "red"}),
        items=[LineItemInput(description="x", additional_properties={"size": 5})],
        related_documents=[RelatedDocument(additional_properties={"uuids": ["u"]})],
        extra={"notes": {"any": "thing"}},
    )
    sent = api.bodies[0]
    assert sent["client"]["colour"] == "red"
    assert sent["items"] == [{"description": "x", "size": 5}]
    assert sent["related_documents"] == [{"uuids": ["u"]}]
    assert sent["notes"] == {"any": "thing"}


async def test_numeric_text_is_sent_where_the_api_documents_text() -> None:
    api = Api(answer({"uuid": "u"}))
    await invoice(client(api), line(taxes=[{"rate": "0.16"}]))
    assert api.bodies[0]["items"][0]["taxes"] == [{"rate": "0.16"}]


async def test_a_strict_client_refuses_every_undocumented_field() -> None:
    api = Api(answer({"id": "x"}))
    with pytest.raises(InvalidArgumentError, match=r"not documented: address\.colonia; pass"):
        await client(api, strict=True).clients.create(address=UNDOCUMENTED)
    assert api.bodies == []


def test_a_view_of_no_team_is_refused() -> None:
    gig = client(Api())
    with pytest.raises(InvalidArgumentError, match="for_team needs the id of a team, not None"):
        gig.for_team(None)  # type: ignore[arg-type]  # a look-up that found nothing
