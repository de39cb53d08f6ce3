"""Payments: from the charge to the invoice, in part and back, and what an update may correct."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from gigstack_api import (
    BadRequestError,
    ConflictError,
    Gigstack,
    Match,
    MultipleMatchesError,
    NotFoundError,
)
from gigstack_api.models import Payment
from gigstack_api.sandbox.resource import Resource
from gigstack_api.sandbox.state import Event

from ...support.sandbox import SandboxSession

pytestmark = pytest.mark.anyio
NOW = 1_700_000_000
RFC = "PEGJ800101ABC"
JUAN: Any = {
    "name": "Juan Pérez García",
    "legal_name": "JUAN PEREZ GARCIA",
    "tax_id": RFC,
    "email": "juan@ejemplo.com",
}
EFOS: Any = {"name": "Fantasma", "tax_id": "EFO010101AB1"}
IVA: Any = {"type": "IVA", "rate": 0.16, "factor": "Tasa", "inclusive": False, "withholding": False}
LINE: Any = {
    "description": "Consultoría",
    "quantity": 2,
    "unit_price": 500,
    "taxes": [IVA],
}
"""1,000 and 160 of IVA."""


@pytest.fixture(autouse=True)
def _at_a_time(session: SandboxSession) -> Iterator[None]:
    session.at(NOW)
    yield
    session.sandbox.state.team_resources["team_sandbox"]["integrations"] = {}


def kept(session: SandboxSession, kind: str) -> list[Resource]:
    """What the test mode of the team has of one kind, oldest first."""
    return list(session.sandbox.state.collection("team_sandbox", f"{kind}, test").values())


def events(session: SandboxSession, prefix: str = "payment.") -> list[Event]:
    return [event for event in session.sandbox.state.events if event.type.startswith(prefix)]


def whole_state(session: SandboxSession) -> list[Any]:
    """Everything that a refusal must leave as it was."""
    state = session.sandbox.state
    kinds = [
        *(f"{kind}, test" for kind in ("payments", "invoices", "receipts")),
        "clients",
        "services",
        "series",
    ]
    return [repr(state.collection("team_sandbox", kind)) for kind in kinds]


async def requested(gig: Gigstack, **fields: Any) -> Payment:
    body: dict[str, Any] = {"client": JUAN, "items": [LINE], **fields}
    return await gig.payments.request(**body)


async def registered(gig: Gigstack, **fields: Any) -> Payment:
    body: dict[str, Any] = {"client": JUAN, "items": [LINE], "payment_form": "03", **fields}
    return await gig.payments.register(**body)


async def owed(gig: Gigstack, session: SandboxSession) -> Resource:
    """A PPD invoice of 1,160 on which nothing is paid."""
    invoice = await gig.income_invoices.create(client=JUAN, items=[LINE], payment_method="PPD")
    return next(listed for listed in kept(session, "invoices") if listed["uuid"] == invoice.uuid)


async def test_a_charge_is_requested_paid_and_invoiced(session: SandboxSession) -> None:
    gig = session.gig()
    asked = await requested(
        gig,
        client=Match("tax_id", RFC, name="Juan"),
        automation_type="pue_invoice",
        allowed_payment_methods=["spei", "card", "spei"],
        metadata={"order": "7"},
        emails=["caja@ejemplo.com"],
        invoice_config={"serie": "F", "folio": "41"},
    )
    assert asked.id is not None
    assert asked.id.startswith("payment_")
    assert (asked.status, asked.total, asked.subtotal, asked.taxes, asked.discount) == (
        "requires_payment_method",
        1160,
        1000,
        160,
        0,
    )
    assert [entry.id for entry in asked.allowed_payment_methods or ()] == ["spei", "card"]
    assert asked.short_url is not None
    assert asked.short_url.startswith(session.origin)
    assert (asked.payment_form, asked.succeeded_at, asked.invoices, asked.livemode) == (
        None,
        None,
        [],
        False,
    )
    assert kept(session, "invoices") == []

    session.at(NOW + 60)
    paid = await gig.payments.mark_as_paid(asked.id, payment_form="28")
    assert (paid.status, paid.payment_form, paid.succeeded_at, paid.created_at) == (
        "succeeded",
        "28",
        NOW + 60,
        NOW,
    )
    [invoice] = kept(session, "invoices")
    assert paid.invoices == [invoice["uuid"]]
    shown = {
        name: invoice[name]
        for name in ("payment_method", "payment_form", "series", "folio_number", "total", "use")
    }
    assert shown == {
        "payment_method": "PUE",
        "payment_form": "28",
        "series": "F",
        "folio_number": 41,
        "total": 1160,
        "use": "G03",
    }
    assert (invoice["payments"], invoice["metadata"], invoice["emails"]) == (
        [asked.id],
        {"order": "7"},
        ["caja@ejemplo.com"],
    )
    assert (await gig.payments.get(asked.id)).to_dict() == paid.to_dict()
    assert [event.type for event in events(session)] == ["payment.created", "payment.succeeded"]
    assert events(session)[-1].object["invoices"] == [invoice["uuid"]]


async def test_a_payment_is_marked_as_paid_once_and_not_in_the_future(gig: Gigstack) -> None:
    payment = await requested(gig)
    with pytest.raises(BadRequestError, match="future"):
        await gig.payments.mark_as_paid(payment.id or "", payment_form="03", date=NOW * 1000)
    paid = await gig.payments.mark_as_paid(payment.id or "", payment_form="03", date=NOW - 3600)
    assert (paid.succeeded_at, paid.payment_processor, paid.invoices) == (NOW - 3600, "manual", [])
    with pytest.raises(BadRequestError, match="succeeded and cannot be marked as paid"):
        await gig.payments.mark_as_paid(payment.id or "", payment_form="03")


@pytest.mark.parametrize("automation", [None, "none"])
async def test_a_payment_without_automation_is_only_recorded(
    session: SandboxSession, automation: str | None
) -> None:
    chosen = {} if automation is None else {"automation_type": automation}
    payment = await registered(session.gig(), **chosen)
    assert (payment.status, payment.payment_processor, payment.automation_type) == (
        "succeeded",
        "api",
        "none",
    )
    assert (payment.succeeded_at, payment.invoices, payment.receipts) == (NOW, [], [])
    assert [event.type for event in events(session)] == ["payment.created", "payment.succeeded"]


@pytest.mark.parametrize("automation", ["pue_invoice", "payment", "stamp_invoice"])
async def test_all_names_of_a_pue_invoice_stamp_one(
    session: SandboxSession, automation: str
) -> None:
    payment = await registered(session.gig(), automation_type=automation)
    [invoice] = kept(session, "invoices")
    assert (payment.invoices, payment.automation_type) == ([invoice["uuid"]], automation)
    assert (invoice["invoice_type"], invoice["payment_method"], invoice["payment_form"]) == (
        "I",
        "PUE",
        "03",
    )


@pytest.mark.parametrize("automation", ["ppd_invoice_and_complement", "payment_and_complement"])
async def test_all_names_of_a_ppd_invoice_stamp_it_with_its_complement(
    session: SandboxSession, automation: str
) -> None:
    payment = await registered(session.gig(), automation_type=automation)
    invoice, complement = kept(session, "invoices")
    assert payment.invoices == [invoice["uuid"], complement["uuid"]]
    assert (invoice["payment_method"], invoice["payment_form"], invoice["last_balance"]) == (
        "PPD",
        "99",
        0,
    )
    assert (complement["invoice_type"], complement["payment_form"], complement["payments"]) == (
        "P",
        "03",
        [payment.id],
    )


@pytest.mark.parametrize("automation", ["pue_invoice", "ppd_invoice_and_complement", "receipt"])
async def test_a_client_without_rfc_gets_a_receipt(
    session: SandboxSession, automation: str
) -> None:
    client = {"name": "Público", "email": "p@ejemplo.com"}
    payment = await registered(
        session.gig(), client=client, automation_type=automation, metadata={"table": "4"}
    )
    [receipt] = kept(session, "receipts")
    assert (payment.receipts, payment.invoices, kept(session, "invoices")) == (
        [receipt["id"]],
        [],
        [],
    )
    assert (receipt["total"], receipt["payment_form"], receipt["metadata"]) == (
        1160,
        "03",
        {"table": "4"},
    )
    await session.send(
        "POST", f"/v2/receipts/{receipt['id']}/stamp", json={"stamp_to": "general_public_national"}
    )
    [invoice] = kept(session, "invoices")
    assert (await session.gig().payments.get(payment.id or "")).invoices == [invoice["uuid"]]


async def test_two_partial_payments_close_a_ppd_invoice(
    session: SandboxSession,
) -> None:
    gig = session.gig()
    invoice = await owed(gig, session)
    client = {"id": invoice["client"]["id"]}
    first = await registered(
        gig, client=client, items=[{**LINE, "quantity": 1}], ppd_invoice_id=invoice["uuid"]
    )
    assert (first.total, invoice["last_balance"], invoice["payment_complements"]) == (580, 580, 580)
    asked = await requested(
        gig, client=client, items=[{**LINE, "quantity": 1}], ppd_invoice_id=invoice["uuid"]
    )
    assert invoice["last_balance"] == 580
    second = await gig.payments.mark_as_paid(asked.id or "", payment_form="01")
    assert (invoice["last_balance"], invoice["payment_complements"]) == (0, 1160)
    assert [*(first.invoices or ()), *(second.invoices or ())] == invoice["invoices"]
    assert [listed["invoice_type"] for listed in kept(session, "invoices")] == ["I", "P", "P"]

    before = whole_state(session)
    with pytest.raises(BadRequestError, match="balance"):
        await registered(
            gig, client={**JUAN, "email": "new@ejemplo.com"}, ppd_invoice_id=invoice["uuid"]
        )
    with pytest.raises(BadRequestError, match="balance"):
        await requested(gig, client=client, ppd_invoice_id=invoice["uuid"])
    assert whole_state(session) == before


async def test_a_payment_above_the_balance_stays_unpaid(session: SandboxSession) -> None:
    gig = session.gig()
    invoice = await owed(gig, session)
    asked = [await requested(gig, ppd_invoice_id=invoice["uuid"]) for _ in range(2)]
    await gig.payments.mark_as_paid(asked[0].id or "", payment_form="03")
    before = whole_state(session)
    with pytest.raises(BadRequestError, match="balance"):
        await gig.payments.mark_as_paid(asked[1].id or "", payment_form="03")
    assert whole_state(session) == before


async def test_only_an_open_ppd_invoice_of_the_client_can_be_paid(session: SandboxSession) -> None:
    gig = session.gig()
    invoice = await owed(gig, session)
    paid_at_once = await registered(gig, automation_type="pue_invoice")
    with pytest.raises(NotFoundError):
        await registered(gig, ppd_invoice_id="nothing")
    with pytest.raises(BadRequestError, match="PPD"):
        await registered(gig, ppd_invoice_id=str((paid_at_once.invoices or [""])[0]))
    with pytest.raises(BadRequestError, match="RFC"):
        await registered(
            gig, client={**JUAN, "tax_id": "XAXX010101000"}, ppd_invoice_id=invoice["uuid"]
        )
    with pytest.raises(BadRequestError, match="MXN"):
        await registered(gig, currency="USD", exchange_rate=18, ppd_invoice_id=invoice["uuid"])
    invoice["status"] = "cancelled"
    with pytest.raises(BadRequestError, match="valid"):
        await registered(gig, ppd_invoice_id=invoice["uuid"])


async def refused(session: SandboxSession, method: str, path: str, text: str, **body: Any) -> None:
    """Passes a call that the SAT would not stamp for; bare, as the SDK repeats what fails with 500
    before it tells.
    """
    reply = await session.send(method, f"/v2/payments/{path}", json=body)
    assert (reply.status_code, reply.json()["error"]["code"]) == (400, "cfdi_service_error")
    assert text in reply.text


async def test_nothing_is_left_of_a_payment_whose_stamping_is_refused(
    session: SandboxSession,
) -> None:
    gig = session.gig()
    await gig.clients.create(**JUAN)
    asked = await requested(gig, client=EFOS, automation_type="ppd_invoice_and_complement")
    item = {**LINE, "search": {"on_key": "sku", "on_value": "NEW"}}
    charge: dict[str, Any] = {
        "items": [item, item],
        "payment_form": "03",
        "automation_type": "pue_invoice",
    }
    changed = {"search": {"on_key": "email", "on_value": JUAN["email"], "update": True}, **EFOS}
    before = whole_state(session)
    for client in (EFOS, changed):
        await refused(session, "POST", "register", "CFDI40143", **charge, client=client)
    await refused(session, "POST", f"{asked.id}/paid", "CFDI40143", payment_form="03")
    with pytest.raises(NotFoundError):
        await registered(gig, client={"name": "New"}, items=[LINE, {"id": "service_none"}])
    assert whole_state(session) == before
    assert events(session, "payment.succeeded") == []


async def test_an_invoice_of_a_blacklisted_client_is_not_paid(session: SandboxSession) -> None:
    invoice = await owed(session.gig(), session)
    charge: dict[str, Any] = {
        "client": JUAN,
        "items": [LINE],
        "payment_form": "03",
        "ppd_invoice_id": invoice["uuid"],
    }
    session.sandbox.state.efos.add(RFC)
    try:
        await refused(session, "POST", "register", "CFDI40143", **charge)
    finally:
        session.sandbox.state.efos.discard(RFC)
    assert (invoice["last_balance"], kept(session, "payments")) == (1160, [])


@pytest.mark.parametrize("method", ["request", "register"])
async def test_a_repeat_with_the_same_key_stamps_once(session: SandboxSession, method: str) -> None:
    gig, make = session.gig(), {"request": requested, "register": registered}[method]
    first = await make(gig, idempotency_key="order-7", automation_type="pue_invoice")
    again = await make(gig, idempotency_key="order-7", automation_type="pue_invoice")
    assert again.to_dict() == first.to_dict()
    with pytest.raises(ConflictError):
        await make(gig, idempotency_key="order-7", automation_type="none")
    other = await make(
        session.gig(livemode=True), idempotency_key="order-7", automation_type="pue_invoice"
    )
    assert other.id != first.id
    assert (len(kept(session, "payments")), len(kept(session, "invoices"))) == (
        1,
        int(method == "register"),
    )


async def test_items_find_or_create_their_services(gig: Gigstack) -> None:
    service = await gig.services.create(
        description="Hosting", unit_price=100, taxes=[IVA | {"inclusive": True}]
    )
    new = {
        "description": "Dominio",
        "unit_price": 10,
        "search": {"on_key": "sku", "on_value": "DOM"},
    }
    payment = await requested(
        gig, items=[{"id": service.id, "unit_price": 116, "discount": 58}, new, new]
    )
    assert (payment.total, payment.subtotal, payment.discount, payment.taxes) == (78, 120, 50, 8)
    ids = [item.id for item in payment.items or ()]
    assert ids[0] == service.id
    assert ids[1] == ids[2]
    assert (await gig.services.get(ids[1] or "")).to_dict()["sku"] == "DOM"


REFUSED: dict[str, dict[str, Any]] = {
    "at least one": {"items": []},
    "items.0.unit_price": {"items": [{"description": "No price"}]},
    "more than 0": {"items": [{**LINE, "discount": 1000}]},
    "too large": {"items": [{**LINE, "unit_price": 1e30}]},
    "automation_type": {"automation_type": "magic"},
    "folio": {"invoice_config": {"folio": "A-1"}},
    "12 or 13": {"client": {"tax_id": "SHORT"}},
}


@pytest.mark.parametrize(("text", "fields"), REFUSED.items())
async def test_an_invalid_payment_is_refused_before_anything_exists(
    session: SandboxSession, text: str, fields: dict[str, Any]
) -> None:
    gig, before = session.gig(), whole_state(session)
    for make in (requested, registered):
        with pytest.raises(BadRequestError) as caught:
            await make(gig, **fields)
        assert text in f"{caught.value.message} {caught.value.details}"
    assert whole_state(session) == before


async def test_ways_to_pay_are_known_ones_and_some_need_stripe(session: SandboxSession) -> None:
    gig = session.gig()
    assert [entry.id for entry in (await requested(gig)).allowed_payment_methods or ()] == [
        "card",
        "bank",
    ]
    with pytest.raises(BadRequestError, match="stripe-spei, spei, bank"):
        await requested(gig, allowed_payment_methods=["barter"])
    session.sandbox.state.team_resources["team_sandbox"]["integrations"] = {
        "stripe": {"completed": False}
    }
    assert [entry.id for entry in (await requested(gig)).allowed_payment_methods or ()] == ["bank"]
    with pytest.raises(BadRequestError, match="Stripe"):
        await requested(gig, allowed_payment_methods=["oxxo", "spei"])


async def test_refunds_add_up_until_all_is_given_back(session: SandboxSession) -> None:
    gig = session.gig()
    payment = await registered(gig, automation_type="pue_invoice")
    part = await gig.payments.refund(payment.id or "", amount=160.5, reason="duplicate")
    assert part.status == "succeeded"
    for amount in (999.51, 0, -1, 0.001):
        with pytest.raises(BadRequestError, match=r"at most 999\.5"):
            await gig.payments.refund(payment.id or "", amount=amount, reason="too much")
    whole = await gig.payments.refund(
        payment.id or "", amount=999.5, reason="returned", external_processor_refund=True
    )
    assert whole.status == "refunded"
    assert [(refund.amount, refund.reason) for refund in whole.refunds or ()] == [
        (160.5, "duplicate"),
        (999.5, "returned"),
    ]
    assert whole.invoices == payment.invoices
    assert [invoice["status"] for invoice in kept(session, "invoices")] == ["valid"]
    with pytest.raises(BadRequestError, match="refunded and cannot be refunded"):
        await gig.payments.refund(payment.id or "", amount=1, reason="again")
    assert [event.type for event in events(session)][-2:] == ["payment.updated", "payment.updated"]


async def test_a_payment_is_cancelled_once_and_only_while_unpaid(session: SandboxSession) -> None:
    gig = session.gig()
    waiting, collected = await requested(gig), await registered(gig)
    await gig.payments.cancel(waiting.id or "")
    assert (await gig.payments.get(waiting.id or "")).status == "cancelled"
    assert events(session)[-1].type == "payment.canceled"
    for entry, why in (
        (waiting, "cancelled and cannot be cancelled"),
        (collected, "succeeded and cannot be cancelled"),
    ):
        with pytest.raises(BadRequestError, match=why):
            await gig.payments.cancel(entry.id or "")
    with pytest.raises(BadRequestError, match="cancelled and cannot be marked"):
        await gig.payments.mark_as_paid(waiting.id or "", payment_form="03")
    with pytest.raises(BadRequestError, match="cancelled and cannot be refunded"):
        await gig.payments.refund(waiting.id or "", amount=1, reason="none")


async def test_a_list_takes_every_filter(session: SandboxSession) -> None:
    gig = session.gig()
    first = await requested(gig, metadata={"order": "1"})
    session.at(NOW + 10)
    second = await registered(
        gig,
        client={"name": "Ana", "email": "ana@ejemplo.com"},
        currency="USD",
        metadata={"order": "2"},
    )
    await gig.payments.cancel(first.id or "")

    async def ids(**filters: Any) -> list[str | None]:
        return [payment.id async for payment in gig.payments.list(limit=1, **filters)]

    assert await ids() == [second.id, first.id]
    assert await ids(sort="asc", order_by="created_at") == [first.id, second.id]
    assert second.client is not None
    for filters in (
        {"status": "succeeded"},
        {"client_id": second.client.id},
        {"currency": "USD"},
        {"email": "ana@ejemplo.com"},
        {"created_gte": NOW + 10},
        {"metadata": {"order": "2"}},
    ):
        assert await ids(**filters) == [second.id]
    for filters in (
        {"status": "canceled"},
        {"status": "cancelled"},
        {"tax_id": RFC},
        {"created_lte": NOW},
    ):
        assert await ids(**filters) == [first.id]
    assert await ids(status="canceled", currency="USD") == []
    page = await gig.payments.list(metadata={"order": "1"}, page=1)
    assert (page.total_results, page.has_more) == (1, False)


async def test_a_search_finds_by_the_client_and_takes_filters(gig: Gigstack) -> None:
    juan = await requested(gig)
    ana = await registered(gig, client={"name": "Ana María"}, currency="USD")
    assert ana.client is not None

    async def ids(text: str, **filters: Any) -> list[str | None]:
        return [payment.id async for payment in gig.payments.search(q=text, **filters)]

    assert await ids("perez") == [juan.id]
    assert await ids("anna maria") == [ana.id]
    assert await ids(juan.id or "") == [juan.id]
    assert await ids("ana", status="succeeded", currency="USD", client_id=ana.client.id) == [ana.id]
    assert await ids("ana", status="refunded") == []


async def test_live_and_test_payments_of_other_teams_do_not_meet(session: SandboxSession) -> None:
    payment = await requested(session.gig())
    for stranger in (session.gig(livemode=True), session.gig("team_stranger")):
        assert [listed async for listed in stranger.payments.list()] == []
        with pytest.raises(NotFoundError):
            await stranger.payments.get(payment.id or "")
    assert (await requested(session.gig(livemode=True))).livemode is True


async def test_a_match_finds_a_client_or_reports_several(session: SandboxSession) -> None:
    gig = session.gig()
    made = await registered(gig, client=Match("email", "a@ejemplo.com", name="Ana"))
    found = await registered(
        gig, client=Match("email", "a@ejemplo.com", update=True, name="Ana María")
    )
    assert made.client is not None
    assert found.client is not None
    assert (found.client.id, found.client.name) == (made.client.id, "Ana María")
    twin = await gig.clients.create(email="a@ejemplo.com")
    before = whole_state(session)
    for make in (requested, registered):
        with pytest.raises(MultipleMatchesError) as caught:
            await make(gig, client=Match("email", "a@ejemplo.com"))
        assert list(caught.value.ids) == [made.client.id, twin.id]
    assert whole_state(session) == before
    for client in (
        {"id": "client_none"},
        {"search": {"on_key": "email", "on_value": "no@ejemplo.com", "auto_create": False}},
    ):
        with pytest.raises(NotFoundError):
            await registered(gig, client=client)


async def test_an_update_replaces_descriptions_and_nothing_else(session: SandboxSession) -> None:
    gig = session.gig()
    service = await gig.services.create(description="Hosting", unit_price=100)
    payment = await registered(gig, items=[{"id": service.id}, LINE], automation_type="pue_invoice")
    await gig.payments.update(
        payment.id or "", items=[{"id": service.id or "", "description": "Hosting anual"}]
    )
    now = (await gig.payments.get(payment.id or "")).to_dict()
    assert [item["description"] for item in now["items"]] == ["Hosting anual", "Consultoría"]
    assert {**now, "items": None} == {**payment.to_dict(), "items": None}
    assert kept(session, "invoices")[0]["items"][0]["description"] == "Hosting"
    assert events(session)[-1].type == "payment.updated"

    await gig.payments.refund(payment.id or "", amount=payment.total or 0, reason="returned")
    await gig.payments.update(
        payment.id or "", items=[{"id": service.id or "", "description": "Hosting mensual"}]
    )


WRONG_UPDATES: dict[str, dict[str, Any]] = {
    "at least one": {},
    "at least one of items": {"items": [], "client": {}, "metadata": {"ignored": "1"}},
    "items.0.quantity": {"items": [{"id": "SERVICE", "description": "A", "quantity": 5}]},
    "no item of the payment": {"items": [{"id": "service_other", "description": "A"}]},
    "description": {"items": [{"id": "SERVICE"}]},
    "automation_type must be": {"automation_type": "magic"},
    "leave its id out": {"client": {"id": "client_other", "name": "Somebody"}},
    "12 or 13": {"client": {"tax_id": "SHORT", "name": "Somebody"}},
    "client.email": {"client": {"email": 5}},
}


@pytest.mark.parametrize(("text", "body"), WRONG_UPDATES.items())
async def test_a_wrong_update_is_refused_as_a_whole(
    session: SandboxSession, text: str, body: dict[str, Any]
) -> None:
    gig = session.gig()
    service = await gig.services.create(description="Hosting", unit_price=100)
    payment = await requested(gig, items=[{"id": service.id}])
    items = [
        {**item, "id": service.id if item["id"] == "SERVICE" else item["id"]}
        for item in body.get("items", ())
    ]
    before = whole_state(session)
    sent = {**body, **({"items": items} if items else {})}
    reply = await session.send("PUT", f"/v2/payments/{payment.id}", json=sent)
    assert reply.status_code == 400
    assert text in reply.text
    assert whole_state(session) == before


async def test_an_update_of_the_client_changes_the_stored_client(session: SandboxSession) -> None:
    gig = session.gig()
    payment = await registered(gig, client={**JUAN, "address": {"zip": "03100", "city": "CDMX"}})
    assert payment.client is not None
    changes: Any = {
        "name": "Juan",
        "tax_id": "EFO010101AB1",
        "address": {"zip": "64000"},
    }
    await gig.payments.update(payment.id or "", client=changes)
    embedded = (await gig.payments.get(payment.id or "")).client
    master = await gig.clients.get(payment.client.id or "")
    for client in (embedded, master):
        assert client is not None
        given = client.to_dict()
        assert (given["id"], given["name"], given["tax_id"], given["is_valid"]) == (
            payment.client.id,
            "Juan",
            "EFO010101AB1",
            True,
        )
        assert given["address"] == {"zip": "64000", "city": "CDMX"}
    assert events(session, "customer.")[-1].type == "customer.updated"
    await gig.clients.delete(payment.client.id or "")
    await gig.payments.update(payment.id or "", client={"name": "Juan Pérez"})
    assert (await gig.payments.get(payment.id or "")).to_dict()["client"]["name"] == "Juan Pérez"


async def test_a_complement_needs_the_form_of_the_payment(
    session: SandboxSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    gig = session.gig()
    owed = await gig.income_invoices.create(client=JUAN, items=[LINE], payment_method="PPD")
    monkeypatch.setattr(session.sandbox.state, "lenient", False)
    before = whole_state(session)
    charge: dict[str, Any] = {"items": [LINE], "payment_form": "99", "client": JUAN}
    for automation in (
        {"automation_type": "ppd_invoice_and_complement"},
        {"automation_type": "none", "ppd_invoice_id": owed.uuid},
    ):
        await refused(session, "POST", "register", "CRP20212", **charge, **automation)
    assert whole_state(session) == before


@pytest.mark.usefixtures("files_a_pac_refuses")
async def test_a_lenient_sandbox_stamps_a_complement_without_the_form(gig: Gigstack) -> None:
    owed = await gig.income_invoices.create(client=JUAN, items=[LINE], payment_method="PPD")
    payment = await gig.payments.register(
        items=[LINE],
        payment_form="99",
        client=JUAN,
        automation_type="none",
        ppd_invoice_id=owed.uuid,
    )
    assert len(await gig.payment_complements.list()) == 1
    assert payment.status == "succeeded"


async def test_an_automation_added_to_a_paid_payment_runs_at_once(session: SandboxSession) -> None:
    gig = session.gig()
    payment = await registered(gig, client={"name": "Juan"})
    await gig.payments.update(payment.id or "", automation_type="none")
    await gig.payments.update(
        payment.id or "", automation_type="pue_invoice", client={"tax_id": RFC}
    )
    now = await gig.payments.get(payment.id or "")
    [invoice] = kept(session, "invoices")
    assert (now.status, now.automation_type, now.invoices) == (
        "succeeded",
        "pue_invoice",
        [invoice["uuid"]],
    )
    assert invoice["client"]["tax_id"] == RFC
    seen = [(event.type, event.object["status"]) for event in events(session)]
    assert seen[-2:] == [("payment.updated", "succeeded_"), ("payment.updated", "succeeded")]
    for again in ("pue_invoice", "none"):
        with pytest.raises(BadRequestError, match="already has an automation"):
            await gig.payments.update(payment.id or "", automation_type=again)
    assert len(kept(session, "invoices")) == 1


async def test_an_automation_added_to_an_unpaid_payment_waits(session: SandboxSession) -> None:
    gig = session.gig()
    payment = await requested(gig)
    await gig.payments.update(payment.id or "", automation_type="ppd_invoice_and_complement")
    assert kept(session, "invoices") == []
    paid = await gig.payments.mark_as_paid(payment.id or "", payment_form="03")
    assert len(paid.invoices or ()) == 2


async def test_an_update_whose_stamping_is_refused_changes_nothing(session: SandboxSession) -> None:
    gig = session.gig()
    payment = await registered(gig)
    before = whole_state(session)
    await refused(
        session, "PUT", str(payment.id), "CFDI40143", automation_type="pue_invoice", client=EFOS
    )
    assert whole_state(session) == before


async def test_support_documents_are_attached_to_a_payment(gig: Gigstack) -> None:
    payment = await requested(gig)
    file = b"%PDF-1.4 proof"
    made = await gig.payments.upload_support_document(
        payment.id or "", file=file, documentType="payment_proof", name="Proof"
    )
    assert (made.compliance_status, made.name) == ("pending_review", "Proof")
    assert [
        document.id async for document in gig.payments.list_support_documents(payment.id or "")
    ] == [made.id]


async def test_there_must_be_such_a_payment(gig: Gigstack) -> None:
    payments, file = gig.payments, b"%PDF-1.4"
    for call in (
        lambda: payments.get("payment_none"),
        lambda: payments.mark_as_paid("payment_none", payment_form="03"),
        lambda: payments.refund("payment_none", amount=1, reason="none"),
        lambda: payments.cancel("payment_none"),
        lambda: payments.update("payment_none", automation_type="none"),
        lambda: payments.upload_support_document(
            "payment_none", file=file, documentType="contract"
        ),
        lambda: payments.list_support_documents("payment_none"),
    ):
        with pytest.raises(NotFoundError):
            await call()
