"""A shop on a real port: it gets the deliveries of the sandbox and refuses large bodies."""

from __future__ import annotations

import queue
from collections.abc import AsyncGenerator
from typing import Any

import httpx
import pytest
from anyio.to_thread import run_sync

from gigstack_api import Gigstack
from gigstack_api.fastapi import WebhookRouter
from gigstack_api.sandbox import Sandbox
from gigstack_api.webhooks import Event

from ..support.asgi import serving
from .apps import ADDRESS, SECRET, app_with

pytestmark = pytest.mark.anyio
LINE: Any = {"description": "Consultoría", "quantity": 1, "unit_price": 1000}


@pytest.mark.parametrize("confirm", [True, False])
async def test_a_shop_gets_the_events_of_payment_and_invoice(
    gigstack: Gigstack, gigstack_sandbox: Sandbox, confirm: bool
) -> None:
    hooks = WebhookRouter(secret=SECRET, confirm=confirm)
    heard: queue.SimpleQueue[Event[Any]] = queue.SimpleQueue()

    @hooks.on("payment.succeeded", "invoice.created")
    async def hear(event: Event[Any], gig: Gigstack) -> None:
        heard.put(event)

    async def next_event() -> Event[Any]:
        return await run_sync(lambda: heard.get(timeout=5))

    with serving(app_with(hooks, gigstack_sandbox), lifespan=True) as origin:
        await gigstack.webhooks.create(
            url=origin + ADDRESS,
            events=["payment.succeeded", "invoice.created", "customer.created"],
        )
        payment = await gigstack.payments.register(
            client={"name": "Juan", "tax_id": "PEGJ800101AB6"},
            items=[LINE],
            payment_form="03",
            automation_type="pue_invoice",
        )
        events = {event.type: event for event in (await next_event(), await next_event())}
    assert events["payment.succeeded"].object_id == payment.id
    assert [events["invoice.created"].object_id] == payment.invoices
    assert [
        (delivery.status, delivery.response_code) for delivery in gigstack_sandbox.deliveries
    ] == [("succeeded", 200)] * 3


async def test_a_body_of_50_mib_is_refused_while_it_arrives() -> None:
    async def much() -> AsyncGenerator[bytes, None]:
        for _ in range(800):
            yield b" " * 65_536

    with serving(app_with(WebhookRouter(secret=SECRET)), lifespan=True) as origin:
        async with httpx.AsyncClient(base_url=origin) as http:
            answer = await http.post(
                ADDRESS, content=much(), headers={"Content-Length": str(50 * 1_048_576)}
            )
            assert (answer.status_code, answer.headers["content-type"]) == (
                413,
                "application/problem+json",
            )
            assert answer.json()["type"] == "urn:gigstack-api:too-large"
            assert (await http.post(ADDRESS, content=b"{")).status_code == 400
