"""Deliveries of the sandbox over TCP: parsed, confirmed and put in order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from gigstack_api import Gigstack, webhooks
from gigstack_api.sandbox import Sandbox
from gigstack_api.webhooks import (
    ClientEvent,
    InvoiceEvent,
    PaymentEvent,
    ReceiptEvent,
    ServiceEvent,
)

from ..sandbox.receiver import Receiver, arrived, receiving
from .bodies import JUAN, LINE

pytestmark = pytest.mark.anyio


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as receiver:
        yield receiver


async def received_events(receiver: Receiver, count: int) -> list[webhooks.Event[Any]]:
    return [webhooks.parse(posted) for posted in await arrived(receiver, count)]


async def test_the_events_of_a_story_are_confirmed(
    gigstack: Gigstack, gigstack_sandbox: Sandbox, receiver: Receiver
) -> None:
    gigstack_sandbox.clock.stop(at=1_700_000_000)
    order = [
        *("customer.created", "service.created", "payment.created", "payment.succeeded"),
        *("receipt.created", "invoice.created", "receipt.updated", "receipt.completed"),
    ]
    await gigstack.webhooks.create(url=f"{receiver.origin}/hook")
    client = await gigstack.clients.create(**JUAN)
    service = await gigstack.services.create(description="Consulta", unit_price=100)
    asked = await gigstack.payments.request(
        client={"id": client.id}, items=[LINE], automation_type="none"
    )
    gigstack_sandbox.clock.advance(60)
    await gigstack.payments.mark_as_paid(asked.id or "", payment_form="03")
    receipt = await gigstack.receipts.create(
        client={"id": client.id}, items=[LINE], payment_form="03"
    )
    await gigstack.receipts.stamp(receipt.id or "")
    # Only the events of one resource arrive in their order.
    events = sorted(await received_events(receiver, 8), key=lambda event: order.index(event.type))
    assert [(type(event), event.type) for event in events] == [
        (ClientEvent, "customer.created"),
        (ServiceEvent, "service.created"),
        (PaymentEvent, "payment.created"),
        (PaymentEvent, "payment.succeeded"),
        (ReceiptEvent, "receipt.created"),
        (InvoiceEvent, "invoice.created"),
        (ReceiptEvent, "receipt.updated"),
        (ReceiptEvent, "receipt.completed"),
    ]
    assert {event.object_id for event in events[:4]} == {client.id, service.id, asked.id}
    assert len({event.key for event in events}) == 8
    assert all(event.is_for(gigstack) and event.livemode is False for event in events)
    for event in events:
        confirmed = await event.confirm(gigstack)
        assert event.object_id in {getattr(confirmed, "uuid", None), confirmed.id}
    requested, paid = events[2:4]
    assert requested.created is not None
    assert paid.created == requested.created + timedelta(seconds=60)
    assert webhooks.is_behind(requested, status=paid.status, created=paid.created)
    assert not webhooks.is_behind(paid, status=requested.status, created=requested.created)


async def test_a_repeated_delivery_has_the_key_of_the_first(
    gigstack: Gigstack, receiver: Receiver
) -> None:
    receiver.answers = [500]
    await gigstack.webhooks.create(url=f"{receiver.origin}/hook", events=["customer.created"])
    await gigstack.clients.create(name="Juan")
    first, second = await received_events(receiver, 2)
    assert first.key == second.key == first.id
