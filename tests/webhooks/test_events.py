"""What an event is about is fetched again, and nothing of the event is believed."""

from __future__ import annotations

from typing import Any

import pytest

from gigstack_api import Gigstack, InvalidArgumentError, NotFoundError, webhooks
from gigstack_api.models import Payment
from gigstack_api.sandbox import Sandbox
from gigstack_api.webhooks import (
    ClientEvent,
    InvoiceEvent,
    PaymentEvent,
    ReceiptEvent,
    ServiceEvent,
    TeamEvent,
)

from .bodies import body

pytestmark = pytest.mark.anyio
LINE: dict[str, Any] = {"description": "Consultoría", "quantity": 1, "unit_price": 1000}
JUAN: dict[str, Any] = {
    "name": "Juan",
    "tax_id": "PEGJ800101ABC",
    "tax_system": "612",
    "use": "G03",
    "address": {"zip": "03100"},
}


async def test_a_forged_payment_reads_as_the_api_knows_it(gigstack: Gigstack) -> None:
    payment = await gigstack.payments.request(
        client={"name": "Juan"}, items=[LINE], automation_type="none"
    )
    event = webhooks.parse(body(object={"id": payment.id, "status": "succeeded", "total": 1}))
    assert isinstance(event, PaymentEvent)
    confirmed = await event.confirm(gigstack)
    assert isinstance(confirmed, Payment)
    assert (confirmed.status, confirmed.total) == ("requires_payment_method", payment.total)


async def test_each_resource_is_fetched_from_its_own_place(gigstack: Gigstack) -> None:
    client = await gigstack.clients.create(**JUAN)
    service = await gigstack.services.create(description="Consulta", unit_price=100)
    receipt = await gigstack.receipts.create(
        client={"id": client.id}, items=[LINE], payment_form="03"
    )
    for event_type, kind, held in (
        ("customer.updated", ClientEvent, client),
        ("service.updated", ServiceEvent, service),
        ("receipt.created", ReceiptEvent, receipt),
    ):
        event = webhooks.parse(body(event_type, object={"id": held.id}))
        assert isinstance(event, kind)
        assert (await event.confirm(gigstack)).id == held.id


@pytest.mark.parametrize("hint", [None, "I", "E", "P", "T"])
async def test_an_invoice_is_found_whatever_its_type_and_whatever_the_event_says_of_it(
    gigstack: Gigstack, hint: str | None
) -> None:
    income = await gigstack.income_invoices.create(
        client=JUAN, items=[LINE], payment_form="03", payment_method="PUE"
    )
    egress = await gigstack.egress_invoices.create(
        client=JUAN,
        items=[LINE],
        payment_form="03",
        related_documents=[{"relationship": "01", "uuids": [income.uuid or ""]}],
    )
    for held in (income, egress):
        event = webhooks.parse(
            body("invoice.created", object={"uuid": held.uuid, "invoice_type": hint})
        )
        assert isinstance(event, InvoiceEvent)
        confirmed = await event.confirm(gigstack)
        assert (confirmed.uuid, confirmed.invoice_type) == (held.uuid, held.invoice_type)


async def test_an_invoice_is_looked_for_first_where_its_event_says(
    gigstack: Gigstack, gigstack_sandbox: Sandbox
) -> None:
    event = webhooks.parse(body("invoice.created", object={"uuid": "nowhere", "invoice_type": "P"}))
    with pytest.raises(NotFoundError):
        await event.confirm(gigstack)
    asked = [each.operation for each in gigstack_sandbox.requests]
    assert asked == ["get_payment_complement_invoice", "get_income_invoice", "get_egress_invoice"]


async def test_the_team_of_the_event_is_asked_where_it_is_not_that_of_the_key(
    gigstack: Gigstack,
) -> None:
    client = await gigstack.for_team("team_norte").clients.create(name="Norte")
    event = webhooks.parse(body("customer.created", object=client.to_dict()))
    assert (event.team, (await event.confirm(gigstack)).id) == ("team_norte", client.id)


async def test_the_own_team_is_not_named(gigstack: Gigstack, gigstack_sandbox: Sandbox) -> None:
    client = await gigstack.clients.create(name="Juan")
    await webhooks.parse(body("customer.created", object=client.to_dict())).confirm(gigstack)
    assert (gigstack_sandbox.requests[-1].operation, gigstack_sandbox.requests[-1].query) == (
        "get_client",
        "",
    )


async def test_a_team_is_fetched_by_its_id(gigstack: Gigstack) -> None:
    event = webhooks.parse(body("teams.created", object={"id": "team_norte"}))
    assert isinstance(event, TeamEvent)
    assert (await event.confirm(gigstack)).id == "team_norte"


async def test_what_does_not_exist_is_not_confirmed(gigstack: Gigstack) -> None:
    for event_type in ("payment.succeeded", "receipt.created", "sat.invoice.synced"):
        event = webhooks.parse(body(event_type, object={"id": "forged", "uuid": "forged"}))
        with pytest.raises(NotFoundError):
            await event.confirm(gigstack)


async def test_what_was_deleted_has_its_id_and_nothing_else(gigstack: Gigstack) -> None:
    client = await gigstack.clients.create(name="Juan")
    event = webhooks.parse(body("customer.deleted", object=client.to_dict()))
    assert (await event.confirm(gigstack)).name == "Juan"
    await gigstack.clients.delete(client.id or "")
    assert (await event.confirm(gigstack)).to_dict() == {"id": client.id}


async def test_an_event_of_the_other_mode_is_not_asked_for(
    gigstack: Gigstack, gigstack_sandbox: Sandbox
) -> None:
    event = webhooks.parse(body(livemode=True))
    assert not event.is_for(gigstack)
    with pytest.raises(InvalidArgumentError, match="other mode"):
        await event.confirm(gigstack)
    assert not gigstack_sandbox.requests


@pytest.mark.parametrize(("livemode", "expected"), [(None, True), (False, True), (True, False)])
async def test_the_mode_counts_only_where_the_event_says_it(
    gigstack: Gigstack, livemode: bool | None, expected: bool
) -> None:
    assert webhooks.parse(body(livemode=livemode)).is_for(gigstack) is expected


async def test_the_mode_counts_only_where_the_key_says_it() -> None:
    async with Gigstack(
        "a key that is no JWT".replace(" ", "-"), base_url="http://127.0.0.1:1"
    ) as gig:
        assert webhooks.parse(body(livemode=True)).is_for(gig)


@pytest.mark.parametrize(
    "document",
    [
        body("invoice_batch.completed"),
        body("an RFC: PEGJ800101ABC"),
        body(object={"status": "succeeded"}),
    ],
)
async def test_what_cannot_be_fetched_says_so(
    gigstack: Gigstack, gigstack_sandbox: Sandbox, document: dict[str, Any]
) -> None:
    with pytest.raises(InvalidArgumentError, match="fetched") as caught:
        await webhooks.parse(document).confirm(gigstack)
    assert "PEGJ" not in str(caught.value)
    assert not gigstack_sandbox.requests
