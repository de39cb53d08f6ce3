"""Answers that official clients rely on: each defect that they met, with its right value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

import gigstack_api.sandbox
from gigstack_api import BadRequestError, Gigstack
from gigstack_api.sandbox import Sandbox
from gigstack_api.sandbox.rules.accounts.event_names import DELIVERED, INSTEAD, all_events
from gigstack_api.sandbox.seeds import seed_demo

from ..support.sandbox import SandboxSession
from .receiver import Receiver, arrived, receiving

pytestmark = pytest.mark.anyio
HTTPS = "https://ejemplo.com/hook"
JUAN: Any = {"name": "Juan", "tax_id": "PEGJ800101ABC", "email": "juan@b.mx"}
LINE: Any = {"description": "Consulta", "quantity": 1, "unit_price": 100}
UUID4 = "0b0f6a0e-6f53-4c1c-9d43-0d1f3a1c7a11"
DOLLAR = "the sandbox made up the exchange_rate 18.5 of USD; send your own"


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as receiver:
        yield receiver


async def paid(gig: Gigstack, automation: str = "none", **fields: Any) -> str:
    payment = await gig.payments.register(
        client=JUAN, items=[LINE], payment_form="03", automation_type=automation, **fields
    )
    return payment.id or ""


async def invoiced(gig: Gigstack, **fields: Any) -> str:
    return (await gig.income_invoices.create(client=JUAN, items=[LINE], **fields)).uuid or ""


async def sent(session: SandboxSession, method: str, path: str, **content: Any) -> httpx.Response:
    answer = await session.send(method, f"/v2{path}", **content)
    assert answer.status_code in {200, 201}, answer.text
    return answer


# D1
async def test_a_refund_without_a_body_gives_back_all_that_is_left(session: SandboxSession) -> None:
    gig = session.gig()
    payment_id = await paid(gig)
    part = (
        await sent(
            session,
            "POST",
            f"/payments/{payment_id}/refund",
            json={"amount": 30.5, "external_processor_refund": False},
        )
    ).json()["data"]
    assert (part["status"], part["refunds"][0]["reason"]) == ("succeeded", None)
    await sent(session, "POST", f"/payments/{payment_id}/refund")
    whole = await gig.payments.get(payment_id)
    assert (whole.status, [refund.amount for refund in whole.refunds or ()]) == (
        "refunded",
        [30.5, 69.5],
    )
    other = await paid(gig)
    assert (await gig.payments.refund(other)).status == "refunded"


# D2
async def test_an_invoice_is_cancelled_with_a_replacement(session: SandboxSession) -> None:
    gig = session.gig()
    wrong, right = [await invoiced(gig), await invoiced(gig)]
    body = {"motive": "01", "replacement": right}
    done = (await sent(session, "DELETE", f"/invoices/{wrong}", json=body)).json()["data"]
    assert done["cancellation"]["substitution_uuid"] == right


async def test_the_documented_name_wins_over_the_other_one(session: SandboxSession) -> None:
    gig = session.gig()
    wrong, right = [await invoiced(gig), await invoiced(gig)]
    body = {"motive": "01", "replacement": "nothing", "substitution_uuid": right}
    done = (await sent(session, "DELETE", f"/invoices/{wrong}", json=body)).json()["data"]
    assert done["cancellation"]["substitution_uuid"] == right


# D3
async def test_a_webhook_without_events_gets_all(gig: Gigstack, receiver: Receiver) -> None:
    made = await gig.webhooks.create(url=f"{receiver.origin}/hook")
    assert made.events == list(all_events())
    assert len(all_events()) == 26
    await gig.clients.create(name="Juan")
    await gig.services.create(description="A", unit_price=1)
    posted = await arrived(receiver, 2)
    assert {event["type"] for event in posted} == {"customer.created", "service.created"}


async def test_an_active_webhook_without_any_event_is_refused(gig: Gigstack) -> None:
    with pytest.raises(BadRequestError, match="needs events"):
        await gig.webhooks.create(url=HTTPS, events=[])
    sleeping = await gig.webhooks.create(url=HTTPS, events=[], status="inactive")
    with pytest.raises(BadRequestError, match="needs events"):
        await gig.webhooks.update(sleeping.id or "", status="active")
    awake = await gig.webhooks.update(
        sleeping.id or "", status="active", events=["payment.created"]
    )
    with pytest.raises(BadRequestError, match="needs events"):
        await gig.webhooks.update(awake.id or "", events=[])
    assert (await gig.webhooks.get(awake.id or "")).events == ["payment.created"]


# D4
async def test_cancelled_invoices_and_payments_are_so_called(session: SandboxSession) -> None:
    gig = session.gig()
    uuid = await invoiced(gig)
    link = await gig.payments.request(client=JUAN, items=[LINE], automation_type="none")
    await gig.invoices.cancel(uuid, motive="02")
    await gig.payments.cancel(link.id or "")
    invoice = await gig.income_invoices.get(uuid)
    assert (invoice.status, invoice.cancellation_status) == ("cancelled", "accepted")
    assert (await gig.payments.get(link.id or "")).status == "cancelled"
    for status in ("cancelled", "canceled"):
        assert [found.uuid async for found in gig.income_invoices.list(status=status)] == [uuid]
        assert [found.id async for found in gig.payments.list(status=status)] == [link.id]


# D5
async def test_webhooks_are_paged_and_filtered_like_other_lists(session: SandboxSession) -> None:
    gig = session.gig()
    made: list[Any] = []
    for number in range(3):
        session.at(1_700_000_000 + number)
        made.append((await gig.webhooks.create(url=f"{HTTPS}/{2 - number}")).id)
    first = (await sent(session, "GET", "/webhooks?limit=2")).json()
    assert (first["has_more"], first["next"]) == (True, first["next_cursor"])
    for name in ("next", "cursor"):
        query = {"limit": 2, name: first["next"]}
        second = (await sent(session, "GET", "/webhooks", params=query)).json()
        assert [entry["id"] for entry in first["data"] + second["data"]] == made[::-1]
        assert (second["has_more"], second["next"], second["next_cursor"]) == (False, None, None)
    assert [hook.id async for hook in gig.webhooks.list(limit=1, sort="asc")] == made
    by_url = gig.webhooks.list(limit=1, order_by="url", sort="asc")
    assert [hook.id async for hook in by_url] == made[::-1]
    late = {"created[gte]": 1_700_000_001, "created[lte]": 1_700_000_001}
    found = (await sent(session, "GET", "/webhooks", params=late)).json()["data"]
    assert [entry["id"] for entry in found] == [made[1]]
    assert found[0]["created_at"] == 1_700_000_001_000
    lately = gig.webhooks.list(created_gte=1_700_000_002)
    assert [hook.id async for hook in lately] == [made[2]]


# D6
async def test_credit_notes_and_complements_are_filtered(session: SandboxSession) -> None:
    gig = session.gig()
    client = (await gig.clients.create(**JUAN)).id or ""
    notes = [
        (await gig.egress_invoices.create(client={"id": client}, items=[LINE])).uuid or ""
        for _ in range(2)
    ]
    await gig.invoices.cancel(notes[0], motive="02")
    ppd = await invoiced(gig, payment_method="PPD", payment_form="99")
    await paid(gig, ppd_invoice_id=ppd)
    for status in ("canceled", "cancelled"):
        assert [found.uuid async for found in gig.egress_invoices.list(status=status)] == notes[:1]
    assert len(await gig.egress_invoices.list(client_id=client)) == 2
    assert len(await gig.payment_complements.list(status="valid")) == 1
    assert len(await gig.payment_complements.list(status="canceled")) == 0
    for pager in (gig.egress_invoices.list, gig.payment_complements.list):
        assert len(await pager(client_id="client_nope")) == 0


# D7
async def test_teams_and_users_are_ordered(gig: Gigstack) -> None:
    for name in ("Zoé", "Álvaro", "Marta"):
        await gig.users.create(first_name=name, email=f"{name[0].lower()}@b.mx")
    names = [user.name async for user in gig.users.list(order_by="name", sort="asc", limit=1)]
    assert names == ["Álvaro", "Ana López Díaz", "Marta", "Zoé"]
    backwards = gig.users.list(order_by="name", sort="desc", limit=3)
    assert [user.name async for user in backwards] == names[::-1]
    teams = [team.legal_name async for team in gig.teams.list(order_by="name", sort="asc")]
    assert teams == sorted(name or "" for name in teams)
    assert [team.legal_name async for team in gig.teams.list(order_by="name", limit=1)] == teams[
        ::-1
    ]


# D8
async def test_a_foreign_currency_needs_no_rate(session: SandboxSession) -> None:
    await session.gig().clients.create(**JUAN)
    client = {"search": {"on_key": "email", "on_value": JUAN["email"]}}
    body: dict[str, Any] = {"client": client, "items": [LINE], "currency": "USD"}
    for path, more in (
        ("/invoices/income", {}),
        ("/invoices/egress", {}),
        ("/payments/register", {"payment_form": "03", "automation_type": "pue_invoice"}),
        ("/payments/request", {"automation_type": "pue_invoice", "exchange_rate": 0}),
        ("/receipts", {"payment_form": "01"}),
    ):
        answer = await sent(session, "POST", path, json={**body, **more})
        assert answer.json()["data"]["exchange_rate"] == 18.5
        assert answer.headers["x-sandbox-note"] == DOLLAR
        own = {**body, **more, "exchange_rate": 17.25}
        answer = await sent(session, "POST", path, json=own)
        assert answer.json()["data"]["exchange_rate"] == 17.25
        assert "x-sandbox-note" not in answer.headers


@pytest.mark.parametrize(
    ("currency", "rate"), [("MXN", 1), ("XXX", 1), ("USD", 18.5), ("EUR", 20.0), ("JPY", 10.0)]
)
async def test_each_currency_has_a_rate(gig: Gigstack, currency: str, rate: float) -> None:
    invoice = await gig.income_invoices.get(await invoiced(gig, currency=currency))
    assert (invoice.currency, invoice.exchange_rate) == (currency, rate)


async def test_a_draft_in_dollars_is_stamped_with_a_rate(session: SandboxSession) -> None:
    gig = session.gig()
    draft = await gig.draft_invoices.create(
        invoice_type="I",
        client=JUAN,
        items=[LINE],
        currency="USD",
        use="G03",
        payment_form="03",
        payment_method="PUE",
    )
    answer = await sent(session, "POST", f"/invoices/draft/{draft.id}/stamp")
    assert answer.json()["data"]["exchange_rate"] == 18.5
    assert answer.headers["x-sandbox-note"] == DOLLAR


# D9
async def test_the_full_legal_name_can_be_kept(gig: Gigstack) -> None:
    settings = await gig.teams.update_settings("team_sandbox", keep_full_legal_name=True)
    assert settings.keep_full_legal_name is True
    team = await gig.teams.get("team_sandbox")
    assert team.settings is not None
    assert team.settings.keep_full_legal_name is True


# D12
async def test_an_event_names_its_type_as_the_trigger_reads_it(
    gig: Gigstack, receiver: Receiver
) -> None:
    await gig.webhooks.create(url=f"{receiver.origin}/hook", events=["customer.created"])
    await gig.clients.create(name="Juan")
    [event] = await arrived(receiver, 1)
    assert event["event"] == event["type"] == "customer.created"


@pytest.mark.parametrize("name", sorted(INSTEAD))
async def test_a_name_that_nothing_delivers_is_taken_with_a_warning(
    session: SandboxSession, name: str
) -> None:
    text = f"nothing delivers {name}; subscribe to {INSTEAD[name]}"
    made = await sent(session, "POST", "/webhooks", json={"url": HTTPS, "events": [name]})
    assert made.headers["x-sandbox-note"] == text
    path = f"/webhooks/{made.json()['data']['id']}"
    changed = await sent(session, "PUT", path, json={"events": [name, "payment.created"]})
    assert changed.headers["x-sandbox-note"] == text
    assert INSTEAD[name] in DELIVERED


async def test_other_names_are_warned_of_too(session: SandboxSession) -> None:
    names = ["teams.created", "a\nb", "payment.succeeded"]
    made = await sent(session, "POST", "/webhooks", json={"url": HTTPS, "events": names})
    assert made.headers["x-sandbox-note"] == (
        "the sandbox never delivers teams.created; nothing is known to deliver a%0Ab"
    )
    quiet = await sent(session, "POST", "/webhooks", json={"url": HTTPS})
    assert "x-sandbox-note" not in quiet.headers


def test_the_delivered_names_are_those_that_rules_emit() -> None:
    root = Path(gigstack_api.sandbox.__file__).parent / "rules"
    emitted = {
        name
        for file in root.rglob("*.py")
        for name in re.findall(r'\.emit\(\s*"([a-z_.]+)"', file.read_text(encoding="utf-8"))
    }
    assert emitted == DELIVERED
    assert set(all_events()) >= DELIVERED
    assert set(INSTEAD).isdisjoint(all_events())


# D13
async def test_open_payment_links_are_found_as_pending(gig: Gigstack) -> None:
    link = await gig.payments.request(client=JUAN, items=[LINE], automation_type="none")
    await paid(gig)
    for status in ("pending", "requires_payment_method"):
        assert [found.id async for found in gig.payments.list(status=status)] == [link.id]
        found = gig.payments.search(q="juan", status=status)
        assert [payment.id async for payment in found] == [link.id]


# D14
@pytest.mark.parametrize("automation", ["pue_invoice", "ppd_invoice_and_complement"])
async def test_a_payment_names_its_invoice_in_each_spelling(gig: Gigstack, automation: str) -> None:
    payment = await gig.payments.get(await paid(gig, automation))
    assert payment.invoice is not None
    first = (payment.invoices or [])[0]
    assert payment.invoice.uuid == payment.invoice_id == first
    assert (await gig.income_invoices.get(str(first))).uuid == first


async def test_a_payment_names_its_receipt_and_later_its_invoice(gig: Gigstack) -> None:
    payment = await gig.payments.get(await paid(gig, "receipt"))
    assert ([payment.receipt_id], payment.invoice_id) == (payment.receipts, None)
    invoice = await gig.receipts.stamp(payment.receipt_id or "")
    assert (await gig.payments.get(payment.id or "")).invoice_id == invoice.uuid


# D15
async def test_the_team_of_the_demo_has_tax_settings() -> None:
    sandbox = Sandbox(check_answers=True)
    seed_demo(sandbox.state, "http://127.0.0.1")
    async with sandbox.client() as gig:
        settings = (await gig.teams.get("team_sandbox")).settings
    assert settings is not None
    assert [(tax.type, tax.rate) for tax in settings.taxes or ()] == [("IVA", 0.16)]
    assert (settings.product_key, settings.unit_key) == ("80141503", "E48")


# D16
async def test_a_webhook_shows_its_headers_and_its_signing(session: SandboxSession) -> None:
    gig = session.gig()
    plain = await gig.webhooks.create(url=HTTPS)
    assert plain.security is not None
    assert plain.security.to_dict() == {
        "header_names": [],
        "configured": False,
        "status": "not_configured",
    }
    assert plain.signing is not None
    assert plain.signing.to_dict() == {
        "enabled": False,
        "configured": False,
        "status": "disabled",
    }
    changed = await gig.webhooks.update(
        plain.id or "", security={"headers": {"X-B": "1", "X-A": "2"}}, signing={"enabled": True}
    )
    assert changed.security is not None
    assert (changed.security.header_names, changed.security.status) == (
        ["X-A", "X-B"],
        "configured",
    )
    assert changed.signing is not None
    assert (changed.signing.enabled, changed.signing.status) == (True, "configured")
    again = await gig.webhooks.update(plain.id or "", security={"headers": {"X-A": "3"}})
    assert len({plain.revision, changed.revision, again.revision}) == 3


async def test_a_change_with_an_operation_id_has_a_receipt(session: SandboxSession) -> None:
    session.at(1_700_000_000)
    made = (
        await sent(session, "POST", "/webhooks", json={"url": HTTPS, "operation_id": UUID4})
    ).json()
    receipt = {
        "operation_id": UUID4,
        "team_id": "team_sandbox",
        "webhook_id": made["data"]["id"],
        "action": "create",
        "status": "completed",
        "created_at": 1_700_000_000_000,
        "effect_scope": "shared_team_webhooks",
        "secret_attempts": 0,
        "error": None,
        "credential_delivery": "not_replayed",
    }
    assert made["operation"] == receipt
    path = f"/webhooks/{made['data']['id']}"
    body = {"description": "d", "operation_id": UUID4}
    changed = (await sent(session, "PUT", path, json=body)).json()
    assert changed["operation"] == {**receipt, "action": "update"}
    assert "operation" not in (await sent(session, "PUT", path, json={"status": "inactive"})).json()
