"""Receipts: from the sale to the invoice."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest

from gigstack_api import BadRequestError, ConflictError, Gigstack, NotFoundError, ServerError
from gigstack_api.models import StampedReceipt
from gigstack_api.sandbox.rules.receipts.creation import create
from gigstack_api.sandbox.state import EFOS

from ...support.sandbox import SandboxSession, call_on

pytestmark = pytest.mark.anyio
NOON = 1_677_693_600  # 2023-03-01 12:00 in Mexico City, a Wednesday
END_OF_MARCH = 1_680_328_799  # as in the docs
IVA: Any = {"type": "IVA", "rate": 0.16, "factor": "Tasa"}
ITEM: Any = {
    "description": "Consulting",
    "quantity": 2,
    "unit_price": 500,
    "taxes": [IVA],
}
JUAN: Any = {
    "name": "Juan Pérez",
    "legal_name": "JUAN PEREZ",
    "tax_id": "PEGJ800101ABC",
    "address": {"zip": "03100"},
}


@pytest.fixture
def gig(session: SandboxSession) -> Gigstack:
    session.at(NOON)
    return session.gig()


async def receipt_of(gig: Gigstack, **fields: Any) -> str:
    """The id of a new receipt."""
    body: dict[str, Any] = {"client": JUAN, "items": [ITEM], **fields}
    made = await gig.receipts.create(**body)
    return made.id or ""


def events(session: SandboxSession) -> list[tuple[str, str]]:
    return [
        (event.type, event.object["id"])
        for event in session.sandbox.state.events
        if event.type.startswith("receipt.")
    ]


def invoice(session: SandboxSession, uuid: str | None, mode: str = "test") -> dict[str, Any]:
    return session.sandbox.state.collection("team_sandbox", f"invoices, {mode}")[uuid or ""]


async def refused(call: Awaitable[Any]) -> str:
    with pytest.raises(BadRequestError) as caught:
        await call
    return caught.value.message


async def test_a_new_receipt_waits_to_be_invoiced(session: SandboxSession, gig: Gigstack) -> None:
    receipt = await gig.receipts.create(
        client=JUAN,
        items=[ITEM],
        payment_form="03",
        exchange_rate=1.0,
        metadata={"order": "7"},
        invoice_config={"serie": "R"},
    )
    assert (receipt.subtotal, receipt.taxes, receipt.total, receipt.currency) == (
        1000,
        160,
        1160,
        "MXN",
    )
    assert (receipt.status, receipt.periodicity, receipt.created, receipt.validUntil) == (
        "pending",
        "month",
        NOON,
        END_OF_MARCH,
    )
    assert receipt.client is not None
    client = await gig.clients.get(receipt.client.id or "")
    assert (
        (client.name, client.tax_id)
        == (receipt.client.name, receipt.client.tax_id)
        == (JUAN["name"], JUAN["tax_id"])
    )
    assert receipt.url == f"https://invoicing.gigstack.pro/autofactura?id={receipt.id}"
    assert (receipt.payment_form, receipt.metadata, receipt.livemode, receipt.team) == (
        "03",
        {"order": "7"},
        False,
        "team_sandbox",
    )
    assert (await gig.receipts.get(receipt.id or "")).to_dict() == receipt.to_dict()
    assert events(session) == [("receipt.created", receipt.id)]


PERIODS = [
    ("day", NOON, 1_677_736_799),
    ("week", NOON, 1_678_082_399),
    ("two_weeks", NOON, 1_678_946_399),
    ("two_weeks", NOON + 20 * 86400, END_OF_MARCH),
    ("month", END_OF_MARCH, END_OF_MARCH),
    ("month", END_OF_MARCH + 1, 1_682_920_799),
    ("two_months", NOON, 1_682_920_799),
    ("two_months", END_OF_MARCH + 1, 1_682_920_799),
    ("two_months", 1_704_000_000, 1_704_088_799),
]


@pytest.mark.parametrize(("periodicity", "now", "until"), PERIODS)
async def test_it_can_be_invoiced_until_its_period_ends_in_mexico_city(
    session: SandboxSession, periodicity: str, now: int, until: int
) -> None:
    session.at(now)
    receipt = await session.gig().receipts.create(
        client=JUAN, items=[ITEM], periodicity=periodicity
    )
    assert receipt.validUntil == until


async def test_invoice_config_can_set_valid_until(gig: Gigstack) -> None:
    receipt = await gig.receipts.create(
        client=JUAN, items=[ITEM], invoice_config={"validUntil": NOON + 60}
    )
    assert receipt.validUntil == NOON + 60


BAD: dict[str, tuple[dict[str, Any], str]] = {
    "unknown period": ({"periodicity": "year"}, "periodicity: must be one of day, week"),
    "folio in words": (
        {"invoice_config": {"folio": "ten"}},
        "invoice_config.folio: must be a whole number",
    ),
    "end in the past": (
        {"invoice_config": {"validUntil": NOON}},
        "invoice_config.validUntil: must be Unix seconds in the future",
    ),
    "end in ms": (
        {"invoice_config": {"validUntil": NOON * 1000}},
        "invoice_config.validUntil: must be",
    ),
    "no items": ({"items": []}, "items: at least one is required"),
    "no price": (
        {"items": [ITEM, {"description": "A"}]},
        "items.1.unit_price: required unless a service provides it",
    ),
    "no text": (
        {"items": [{"unit_price": 1}]},
        "items.0.description: required unless a service provides it",
    ),
    "below nothing": (
        {"items": [{**ITEM, "unit_price": -1}]},
        "items: their total must not be negative",
    ),
    "beyond all money": ({"items": [{**ITEM, "unit_price": 1e300}]}, "too large, or not a number"),
    "rate in words": (
        {"items": [{**ITEM, "taxes": [{"type": "IVA", "rate": "much"}]}]},
        "too large, or not a number",
    ),
    "all is tax": (
        {"items": [{**ITEM, "taxes": [{**IVA, "rate": -1, "inclusive": True}]}]},
        "too large, or not a number",
    ),
    "malformed RFC": ({"client": {"tax_id": "short"}}, "RFC must be 12 or 13 characters"),
}


@pytest.mark.parametrize(("change", "reason"), BAD.values(), ids=BAD.keys())
async def test_an_invalid_receipt_is_refused_and_leaves_nothing(
    session: SandboxSession, gig: Gigstack, change: dict[str, Any], reason: str
) -> None:
    answer = await session.send(
        "POST", "/v2/receipts", json={"client": JUAN, "items": [ITEM], **change}
    )
    assert answer.status_code == 400
    assert reason in answer.text
    assert await gig.receipts.list().collect() == []
    assert await gig.clients.list().collect() == []


async def test_client_and_items_can_be_named_by_id(gig: Gigstack) -> None:
    client = await gig.clients.create(**JUAN)
    service = await gig.services.create(
        description="Hosting", unit_price=349, taxes=[IVA], product_key="81112100"
    )
    receipt = await gig.receipts.create(
        client={"id": client.id}, items=[{"id": service.id, "quantity": 3}, {"id": service.id}]
    )
    assert receipt.total == 4 * 349 * 1.16
    assert receipt.items is not None
    assert [(item.description, item.product_key, item.quantity) for item in receipt.items] == [
        ("Hosting", "81112100", 3),
        ("Hosting", "81112100", 1),
    ]
    wrong: list[tuple[str, Any]] = [("client_none", [ITEM]), (client.id, [{"id": ""}])]
    for client_id, items in wrong:
        with pytest.raises(NotFoundError):
            await gig.receipts.create(client={"id": client_id}, items=items)


async def test_auto_create_false_creates_no_client(gig: Gigstack) -> None:
    search = {"on_key": "email", "on_value": "no@ejemplo.com", "auto_create": False}
    with pytest.raises(NotFoundError):
        await receipt_of(gig, client={"search": search})
    assert await gig.clients.list().collect() == []


async def test_a_repeat_with_the_same_key_gives_the_first_answer(
    session: SandboxSession, gig: Gigstack
) -> None:
    body: dict[str, Any] = {"client": JUAN, "items": [ITEM], "idempotency_key": "order-7"}
    first = await gig.receipts.create(**body)
    await gig.receipts.cancel(first.id or "")
    assert (await gig.receipts.create(**body)).to_dict() == first.to_dict()
    assert len(await gig.receipts.list()) == 1
    with pytest.raises(ConflictError, match="another body"):
        await gig.receipts.create(**body, currency="USD")
    assert (await session.gig(livemode=True).receipts.create(**body)).id != first.id


async def test_a_stamped_receipt_is_an_income_invoice_for_its_client(
    session: SandboxSession, gig: Gigstack
) -> None:
    receipt_id = await receipt_of(
        gig,
        payment_form="03",
        metadata={"order": "7"},
        invoice_config={"serie": "R", "folio": "12"},
    )
    stamped = await gig.receipts.stamp(receipt_id, stamp_to="client")
    assert (stamped.status, stamped.total, stamped.series, stamped.folio_number) == (
        "valid",
        1160,
        "R",
        12,
    )
    assert (stamped.payment_method, stamped.payment_form) == ("PUE", "03")
    kept = invoice(session, stamped.uuid)
    assert (kept["invoice_type"], kept["client"]["tax_id"], kept["metadata"]) == (
        "I",
        JUAN["tax_id"],
        {"order": "7"},
    )
    assert "global" not in kept
    receipt = await gig.receipts.get(receipt_id)
    assert (receipt.status, receipt.invoice_id, receipt.invoiced_at) == (
        "completed",
        stamped.id,
        NOON,
    )
    assert receipt.invoice is not None
    assert receipt.invoice.uuid == stamped.uuid
    assert events(session) == [
        ("receipt.created", receipt_id),
        ("receipt.updated", receipt_id),
        ("receipt.completed", receipt_id),
    ]


async def test_a_stamp_without_a_body_is_for_the_client(gig: Gigstack) -> None:
    stamped = await gig.receipts.stamp(await receipt_of(gig))
    assert stamped.client is not None
    assert stamped.client.tax_id == JUAN["tax_id"]


GENERAL = [
    ("general_public_national", "XAXX010101000"),
    ("general_public_foreign", "XEXX010101000"),
]


@pytest.mark.parametrize(("stamp_to", "rfc"), GENERAL)
async def test_the_general_public_has_generic_rfcs(
    session: SandboxSession, gig: Gigstack, stamp_to: str, rfc: str
) -> None:
    stamped = await gig.receipts.stamp(
        await receipt_of(gig, client={"name": "Nobody"}), stamp_to=stamp_to
    )
    client = invoice(session, stamped.uuid)["client"]
    assert (client["tax_id"], client["legal_name"], client["address"]) == (
        rfc,
        "PUBLICO EN GENERAL",
        {"zip": "03100"},
    )
    assert invoice(session, stamped.uuid)["use"] == "S01"


EXEMPT = {**IVA, "factor": "Exento"}
FUEL = {"type": "IEPS", "rate": 6.4555, "factor": "Cuota"}


async def test_a_receipt_is_one_item_of_the_global_invoice(
    session: SandboxSession, gig: Gigstack
) -> None:
    lines: list[dict[str, Any]] = [
        {**ITEM, "discount": 100, "sku": "A", "product_key": "80141503", "unit_name": "Hora"},
        {**ITEM, "quantity": 1, "unit_price": 0.25, "discount": 0.05},
        {**ITEM, "taxes": [EXEMPT]},
        {**ITEM, "taxes": []},
        {**ITEM, "quantity": 40, "unit_price": 20, "taxes": [FUEL]},
        {**ITEM, "quantity": 10, "unit_price": 20, "taxes": [FUEL]},
    ]
    receipt_id = await receipt_of(gig, items=lines)
    stamped = await gig.receipts.stamp(receipt_id, stamp_to="general_public_national")
    sale = {
        "description": "Venta",
        "product_key": "01010101",
        "unit_key": "ACT",
        "sku": receipt_id,
    }
    assert invoice(session, stamped.uuid)["items"] == [
        {**sale, "quantity": 1, "unit_price": 1000.25, "discount": 100.05, "taxes": [IVA]},
        {**sale, "quantity": 1, "unit_price": 1000, "taxes": [EXEMPT]},
        {**sale, "quantity": 1, "unit_price": 1000},
        {**sale, "quantity": 40, "unit_price": 20, "taxes": [FUEL]},
        {**sale, "quantity": 10, "unit_price": 20, "taxes": [FUEL]},
    ]
    assert stamped.total == (await gig.receipts.get(receipt_id)).total


SAT_PERIODS = [
    ("day", "01", "03"),
    ("week", "02", "03"),
    ("two_weeks", "03", "03"),
    ("month", "04", "03"),
    ("two_months", "05", "14"),
]


@pytest.mark.parametrize(("periodicity", "code", "months"), SAT_PERIODS)
async def test_an_invoice_to_the_national_public_names_the_period(
    session: SandboxSession, gig: Gigstack, periodicity: str, code: str, months: str
) -> None:
    stamped = await gig.receipts.stamp(
        await receipt_of(gig, periodicity=periodicity), stamp_to="general_public_national"
    )
    assert invoice(session, stamped.uuid)["global"] == {
        "periodicity": code,
        "months": months,
        "year": 2023,
    }


async def test_invoice_config_can_set_period_and_date(
    session: SandboxSession, gig: Gigstack
) -> None:
    period = {"periodicity": "04", "months": "02", "year": 2023}
    receipt_id = await receipt_of(
        gig, invoice_config={"global": period, "date": (NOON - 60) * 1000}
    )
    kept = invoice(
        session, (await gig.receipts.stamp(receipt_id, stamp_to="general_public_national")).uuid
    )
    assert (kept["global"], kept["date"]) == (period, (NOON - 60) * 1000)


async def test_fiscal_information_overrides_the_client(
    session: SandboxSession, gig: Gigstack
) -> None:
    sent: Any = {
        "legal_name": "ACEROS DEL NORTE",
        "tax_id": "ADN010101AB1",
        "tax_system": "601",
        "zip": "64000",
    }
    receipt_id = await receipt_of(gig, client={**JUAN, "address": {"zip": "03100", "city": "CDMX"}})
    client = invoice(session, (await gig.receipts.stamp(receipt_id, fiscal_information=sent)).uuid)[
        "client"
    ]
    assert [client[name] for name in ("legal_name", "tax_id", "tax_system")] == [
        "ACEROS DEL NORTE",
        "ADN010101AB1",
        "601",
    ]
    assert client["address"] == {"zip": "64000", "city": "CDMX"}
    stored = (await gig.clients.list()).data[0]
    assert (stored.tax_id, stored.legal_name) == (JUAN["tax_id"], JUAN["legal_name"])


async def test_a_deleted_client_is_invoiced_from_the_receipt(
    session: SandboxSession, gig: Gigstack
) -> None:
    receipt = await gig.receipts.create(client=JUAN, items=[ITEM])
    assert receipt.client is not None
    await gig.clients.delete(receipt.client.id or "")
    client = invoice(session, (await gig.receipts.stamp(receipt.id or "")).uuid)["client"]
    assert (client["legal_name"], client["tax_id"]) == (JUAN["legal_name"], JUAN["tax_id"])


async def test_the_invoice_has_the_date_asked_for_in_milliseconds(
    session: SandboxSession, gig: Gigstack
) -> None:
    date = (NOON - 3600) * 1000
    stamped = await gig.receipts.stamp(await receipt_of(gig), date=date)
    assert invoice(session, stamped.uuid)["date"] == date
    assert stamped.files is not None
    xml = (
        await session.send("GET", (stamped.files.xml or "").removeprefix(session.origin))
    ).content
    assert fromstring(xml).attrib["Fecha"] == "2023-03-01T11:00:00"


NOT_SO: dict[str, tuple[dict[str, Any], str]] = {
    "to an unknown receiver": (
        {"stamp_to": "me"},
        "stamp_to must be one of client, general_public_national",
    ),
    "in seconds": ({"date": NOON}, "date must be Unix milliseconds"),
    "to come": ({"date": (NOON + 1) * 1000}, "date must be"),
    "long ago": ({"date": (NOON - 72 * 3600) * 1000 - 1}, "within the last 72 hours"),
    "malformed RFC": (
        {"fiscal_information": {"tax_id": "PEGJ"}},
        "RFC must be 12 or 13 characters",
    ),
    "not the generic RFC": (
        {"stamp_to": "general_public_foreign", "fiscal_information": {"tax_id": "ADN010101AB1"}},
        "The RFC of general_public_foreign is XEXX010101000",
    ),
}


@pytest.mark.parametrize(("how", "reason"), NOT_SO.values(), ids=NOT_SO.keys())
async def test_a_refused_stamping_leaves_the_receipt_pending(
    gig: Gigstack, how: dict[str, Any], reason: str
) -> None:
    receipt_id = await receipt_of(gig)
    assert reason in await refused(gig.receipts.stamp(receipt_id, **how))
    assert (await gig.receipts.get(receipt_id)).status == "pending"


@pytest.mark.parametrize("client", [{"name": "No RFC"}, {"tax_id": min(EFOS)}])
async def test_a_refused_receipt_can_be_stamped_to_the_public(
    gig: Gigstack, client: dict[str, Any]
) -> None:
    receipt_id = await receipt_of(gig, client=client)
    with pytest.raises(ServerError) as caught:
        await gig.receipts.stamp(receipt_id)
    assert caught.value.code == "cfdi_service_error"
    assert (await gig.receipts.get(receipt_id)).status == "pending"
    assert (
        await gig.receipts.stamp(receipt_id, stamp_to="general_public_national")
    ).status == "valid"


async def test_a_receipt_past_its_time_is_expired_and_is_not_stamped(
    session: SandboxSession, gig: Gigstack
) -> None:
    receipt_id = await receipt_of(gig)
    session.at(END_OF_MARCH)
    assert (await gig.receipts.get(receipt_id)).status == "pending"
    session.at(END_OF_MARCH + 1)
    assert (await gig.receipts.get(receipt_id)).status == "expired"
    assert [receipt.status async for receipt in gig.receipts.search(q="juan")] == ["expired"]
    assert "goes into the global invoice" in await refused(gig.receipts.stamp(receipt_id))
    await gig.receipts.cancel(receipt_id)
    assert (await gig.receipts.get(receipt_id)).status == "cancelled"


async def test_an_invoiced_receipt_is_final(session: SandboxSession, gig: Gigstack) -> None:
    receipt_id = await receipt_of(gig)
    uuid = (await gig.receipts.stamp(receipt_id)).uuid or ""
    session.at(END_OF_MARCH + 1)
    for call in (gig.receipts.stamp(receipt_id), gig.receipts.cancel(receipt_id)):
        assert uuid in await refused(call)
    assert (await gig.receipts.get(receipt_id)).status == "completed"


async def test_a_cancelled_receipt_can_be_read_and_nothing_else(
    session: SandboxSession, gig: Gigstack
) -> None:
    receipt_id = await receipt_of(gig)
    await gig.receipts.cancel(receipt_id)
    assert events(session)[-1] == ("receipt.deleted", receipt_id)
    assert "already cancelled" in await refused(gig.receipts.cancel(receipt_id))
    assert "create a new one" in await refused(gig.receipts.stamp(receipt_id))
    assert (await gig.receipts.get(receipt_id)).status == "cancelled"


TOUCHES: dict[str, Callable[[Gigstack, str], Awaitable[Any]]] = {
    "get": lambda gig, receipt_id: gig.receipts.get(receipt_id),
    "stamp": lambda gig, receipt_id: gig.receipts.stamp(receipt_id),
    "cancel": lambda gig, receipt_id: gig.receipts.cancel(receipt_id),
}


@pytest.mark.parametrize("touch", TOUCHES.values(), ids=TOUCHES.keys())
async def test_a_receipt_of_another_team_or_mode_does_not_exist(
    session: SandboxSession, gig: Gigstack, touch: Callable[[Gigstack, str], Awaitable[Any]]
) -> None:
    receipt_id = await receipt_of(gig)
    for other in (session.gig("team_norte"), session.gig(livemode=True)):
        with pytest.raises(NotFoundError):
            await touch(other, receipt_id)
        assert await other.receipts.list().collect() == []
        assert await other.receipts.search(q="juan").collect() == []
    await touch(gig, receipt_id)


FILTERS: list[tuple[dict[str, Any], str]] = [
    ({}, "dcba"),
    ({"status": "pending"}, "db"),
    ({"status": "open"}, "db"),
    ({"status": "completed"}, "c"),
    ({"status": "invoiced"}, "c"),
    ({"status": "stamped"}, "c"),
    ({"status": "cancelled"}, "a"),
    ({"status": "canceled"}, "a"),
    ({"status": "expired"}, "e"),
    ({"status": "lost"}, ""),
    ({"client_id": "Juan"}, "cb"),
    ({"client_id": "nobody"}, ""),
    ({"client_id": "Juan", "status": "pending"}, "b"),
    ({"created_gte": NOON + 2}, "dc"),
    ({"created_lte": NOON}, "ae"),
    ({"metadata": {"shop": "1"}}, "cba"),
    ({"metadata": {"shop": "1"}, "status": "pending", "limit": 1}, "b"),
    ({"sort": "asc", "order_by": "timestamp", "limit": 2, "created_gte": NOON}, "abcd"),
]


@pytest.mark.parametrize(("query", "expected"), FILTERS)
async def test_the_filters_of_a_list(
    session: SandboxSession, gig: Gigstack, query: dict[str, Any], expected: str
) -> None:
    ids = {
        "Juan": (await gig.clients.create(**JUAN)).id,
        "Ana": (await gig.clients.create(name="Ana")).id,
    }
    session.at(NOON - 7 * 86400)
    made = {"e": await receipt_of(gig, client={"id": ids["Ana"]}, periodicity="day")}
    rows = [("a", "Ana", "1"), ("b", "Juan", "1"), ("c", "Juan", "1"), ("d", "Ana", "2")]
    for number, (name, client, shop) in enumerate(rows):
        session.at(NOON + number)
        made[name] = await receipt_of(gig, client={"id": ids[client]}, metadata={"shop": shop})
    await gig.receipts.cancel(made["a"])
    await gig.receipts.stamp(made["c"])
    if "client_id" in query:
        query = {**query, "client_id": ids.get(query["client_id"], "client_none")}
    names = {receipt_id: name for name, receipt_id in made.items()}
    found = "".join([names[receipt.id or ""] async for receipt in gig.receipts.list(**query)])
    assert found == (f"{expected}e" if query == {} else expected)


async def test_receipts_are_found_by_client_or_id(gig: Gigstack) -> None:
    ids = [await receipt_of(gig), await receipt_of(gig, client={"name": "María Peralta"})]
    for text, expected in (
        ("perez", ids[0]),
        (JUAN["tax_id"], ids[0]),
        ("maria", ids[1]),
        (ids[1], ids[1]),
    ):
        assert [receipt.id async for receipt in gig.receipts.search(q=text)] == [expected]


async def test_the_pending_receipts_of_a_client_are_stamped_at_once(
    session: SandboxSession, gig: Gigstack
) -> None:
    client = await gig.clients.create(**JUAN)
    own = {"client": {"id": client.id}}
    expired = await receipt_of(gig, **own, invoice_config={"validUntil": NOON + 1})
    cancelled, stamped = await receipt_of(gig, **own), await receipt_of(gig, **own)
    other = await receipt_of(gig, client={"name": "Ana"})
    late = await receipt_of(gig, **own, invoice_config={"date": 1})
    pending = [await receipt_of(gig, **own) for _ in range(2)]
    await gig.receipts.cancel(cancelled)
    await gig.receipts.stamp(stamped)
    session.at(NOON + 2)
    done = await gig.clients.stamp_pending_receipts(client.id or "")
    assert (done.stamped, done.failed, done.remaining) == (2, 1, 0)
    assert [(result.id, result.status) for result in done.results or ()] == [
        (late, "failed"),
        *((receipt_id, "stamped") for receipt_id in pending),
    ]
    statuses = {receipt.id: receipt.status async for receipt in gig.receipts.list()}
    assert [statuses[receipt_id] for receipt_id in (expired, cancelled, other, late)] == [
        "expired",
        "cancelled",
        "pending",
        "pending",
    ]
    assert {statuses[receipt_id] for receipt_id in pending} == {"completed"}
    again = await gig.clients.stamp_pending_receipts(client.id or "")
    assert (again.stamped, again.failed, again.remaining) == (0, 1, 0)


async def test_one_call_stamps_a_hundred_the_oldest_first(
    session: SandboxSession, gig: Gigstack
) -> None:
    client = await gig.clients.create(**JUAN)
    call = call_on(session.sandbox.state)
    for _ in range(103):
        create(call, call.collection("clients")[client.id or ""], [ITEM], {})
    first = await gig.clients.stamp_pending_receipts(client.id or "")
    assert (first.stamped, first.failed, first.remaining, len(first.results or ())) == (
        100,
        0,
        3,
        100,
    )
    second = await gig.clients.stamp_pending_receipts(client.id or "")
    assert (second.stamped, second.failed, second.remaining) == (3, 0, 0)
    assert [result.id for result in first.results or ()] == list(call.documents("receipts"))[:100]


async def test_the_invoice_of_a_payment_receipt_links_the_payment(
    session: SandboxSession, gig: Gigstack
) -> None:
    client = await gig.clients.create(**JUAN)
    call = call_on(session.sandbox.state)
    payments = call.documents("payments")
    payments["payment_1"] = {"id": "payment_1", "status": "succeeded", "invoices": []}
    ids: list[str] = []
    for payment_id in ("payment_1", "payment_gone"):
        fields = {
            "payment_form": None,
            "invoice_config": None,
            "currency": "USD",
            "exchange_rate": 17.5,
        }
        receipt = create(
            call, call.collection("clients")[client.id or ""], [ITEM], fields, payment_id
        )
        ids.append(receipt["id"])
    stamped: list[StampedReceipt] = [await gig.receipts.stamp(receipt_id) for receipt_id in ids]
    assert [invoice(session, entry.uuid)["payments"] for entry in stamped] == [
        ["payment_1"],
        ["payment_gone"],
    ]
    assert payments["payment_1"]["invoices"] == [stamped[0].uuid]
    assert (stamped[0].currency, invoice(session, stamped[0].uuid)["exchange_rate"]) == (
        "USD",
        17.5,
    )
