"""Confirming an event fetches its object, and trusts only the id and the team."""

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

from .bodies import JUAN, LINE, body

pytestmark = pytest.mark.anyio


async def test_a_forged_payment_is_confirmed_as_it_is(gigstack: Gigstack) -> None:
    payment = await gigstack.payments.request(
        client={"name": "Juan"}, items=[LINE], automation_type="none"
    )
    event = webhooks.parse(body(object={"id": payment.id, "status": "succeeded", "total": 1}))
    assert isinstance(event, PaymentEvent)
    confirmed = await event.confirm(gigstack)
    assert isinstance(confirmed, Payment)
    assert (confirmed.status, confirmed.total) == ("requires_payment_method", payment.total)


async def test_every_resource_is_confirmed_by_its_own_call(gigstack: Gigstack) -> None:
    client = await gigstack.clients.create(**JUAN)
    service = await gigstack.services.create(description="Consulta", unit_price=100)
    receipt = await gigstack.receipts.create(
        client={"id": client.id}, items=[LINE], payment_form="03"
    )
    for event_type, kind, resource in (
        ("customer.updated", ClientEvent, client),
        ("service.updated", ServiceEvent, service),
        ("receipt.created", ReceiptEvent, receipt),
    ):
        event = webhooks.parse(body(event_type, object={"id": resource.id}))
        assert isinstance(event, kind)
        assert (await event.confirm(gigstack)).id == resource.id


@pytest.mark.parametrize("hint", [None, "I", "E", "P", "T"])
async def test_an_invoice_is_found_whatever_type_the_event_names(
    gigstack: Gigstack, hint: str | None
) -> None:
    income = await gigstack.income_invoices.create(
        client=JUAN, items=[LINE], payment_form="03", payment_method="PUE"
    )
    egress = await gigstack.egress_invoices.create(
        client=JUAN,
        items=[LINE],
        payment_form="03",
        related_documents=[{"relationship": "01", "documents": [income.uuid or ""]}],
    )
    for resource in (income, egress):
        event = webhooks.parse(
            body("invoice.created", object={"uuid": resource.uuid, "invoice_type": hint})
        )
        assert isinstance(event, InvoiceEvent)
        confirmed = await event.confirm(gigstack)
        assert (confirmed.uuid, confirmed.invoice_type) == (resource.uuid, resource.invoice_type)


async def test_the_invoice_type_of_the_event_is_tried_first(
    gigstack: Gigstack, gigstack_sandbox: Sandbox
) -> None:
    event = webhooks.parse(body("invoice.created", object={"uuid": "nowhere", "invoice_type": "P"}))
    with pytest.raises(NotFoundError):
        await event.confirm(gigstack)
    asked = [request.operation for request in gigstack_sandbox.requests]
    assert asked == ["get_payment_complement_invoice", "get_income_invoice", "get_egress_invoice"]


async def test_another_team_of_the_event_is_sent(
    gigstack: Gigstack,
) -> None:
    client = await gigstack.for_team("team_norte").clients.create(name="Norte")
    event = webhooks.parse(body("customer.created", object=client.to_dict()))
    assert (event.team, (await event.confirm(gigstack)).id) == ("team_norte", client.id)


async def test_the_team_of_the_key_is_not_sent(
    gigstack: Gigstack, gigstack_sandbox: Sandbox
) -> None:
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


async def test_a_missing_resource_raises_not_found(gigstack: Gigstack) -> None:
    for event_type in ("payment.succeeded", "receipt.created", "sat.invoice.synced"):
        event = webhooks.parse(body(event_type, object={"id": "forged", "uuid": "forged"}))
        with pytest.raises(NotFoundError):
            await event.confirm(gigstack)


async def test_a_deleted_resource_has_only_its_id(gigstack: Gigstack) -> None:
    client = await gigstack.clients.create(name="Juan")
    event = webhooks.parse(body("customer.deleted", object=client.to_dict()))
    assert (await event.confirm(gigstack)).name == "Juan"
    await gigstack.clients.delete(client.id or "")
    assert (await event.confirm(gigstack)).to_dict() == {"id": client.id}


async def test_an_event_of_the_other_mode_is_refused(
    gigstack: Gigstack, gigstack_sandbox: Sandbox
) -> None:
    event = webhooks.parse(body(livemode=True))
    assert not event.is_for(gigstack)
    with pytest.raises(InvalidArgumentError, match="other mode"):
        await event.confirm(gigstack)
    assert not gigstack_sandbox.requests


@pytest.mark.parametrize(("livemode", "expected"), [(None, True), (False, True), (True, False)])
async def test_the_mode_is_ignored_if_the_event_has_none(
    gigstack: Gigstack, livemode: bool | None, expected: bool
) -> None:
    assert webhooks.parse(body(livemode=livemode)).is_for(gigstack) is expected


async def test_the_mode_is_ignored_if_the_key_has_none() -> None:
    async with Gigstack(
        "a key that is not a JWT".replace(" ", "-"), base_url="http://127.0.0.1:1"
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
async def test_an_event_without_a_fetchable_object_is_refused(
    gigstack: Gigstack, gigstack_sandbox: Sandbox, document: dict[str, Any]
) -> None:
    with pytest.raises(InvalidArgumentError, match="fetched") as caught:
        await webhooks.parse(document).confirm(gigstack)
    assert "PEGJ" not in str(caught.value)
    assert not gigstack_sandbox.requests
