"""Deliveries of webhooks: side by side, in order for each resource, and signed."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import asynccontextmanager, contextmanager

import anyio
import pytest
from attrs import Factory, define
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gigstack_api import WebhookSignatureError, webhooks
from gigstack_api.sandbox import Sandbox, State
from gigstack_api.sandbox.deliveries import LANES, Deliveries
from gigstack_api.sandbox.state import Event

from ..support.asgi import serving
from .receiver import Receiver, receiving

pytestmark = pytest.mark.anyio
CLOSED = "http://127.0.0.1:9/hook"
"""The discard port, at which nothing listens."""


@define
class Gate:
    """A receiver that answers only when it is opened. Counts what it holds."""

    origin: str = ""
    is_open: bool = False
    waiting: int = 0
    most_waiting: int = 0
    bodies: list[bytes] = Factory(list[bytes])

    async def take(self, request: Request) -> Response:
        self.bodies.append(await request.body())
        self.waiting += 1
        self.most_waiting = max(self.most_waiting, self.waiting)
        while not self.is_open:
            await anyio.sleep(0.002)
        self.waiting -= 1
        return Response(status_code=204)


@contextmanager
def gate() -> Generator[Gate]:
    found = Gate()
    app = Starlette(routes=[Route("/hook", found.take, methods=["POST"])])
    with serving(app) as origin:
        found.origin = origin
        try:
            yield found
        finally:
            found.is_open = True


async def until(condition: Callable[[], bool]) -> None:
    with anyio.fail_after(5):
        while not condition():
            await anyio.sleep(0.002)


async def at_once(_: float) -> None:
    """A wait of no time."""


def state_with_hooks(*urls: str) -> State:
    state = State()
    for number, url in enumerate(urls):
        state.collection("team_sandbox", "webhooks")[f"wh_{number}"] = {
            "id": f"wh_{number}",
            "url": url,
            "events": ["service.updated"],
            "status": "active",
            "type": None,
        }
    return state


def happen(state: State, service: str, number: int = 0) -> None:
    """Something happens to a service."""
    state.record_event(
        Event(
            f"evt_{service}_{number}",
            "service.updated",
            state.now_ms(),
            "team_sandbox",
            livemode=False,
            object={"id": service, "number": number},
        )
    )


@asynccontextmanager
async def delivering(*deliveries: Deliveries) -> AsyncGenerator[None]:
    """Delivers what is pending beside the block."""
    async with anyio.create_task_group() as group:
        for each in deliveries:
            group.start_soon(each.deliver, each.pending())
        yield


def seen(receiver: Receiver) -> list[tuple[str, int]]:
    objects = [posted["data"]["object"] for posted in receiver.posted]
    return [(entry["id"], entry["number"]) for entry in objects]


async def test_a_hanging_or_dead_address_delays_no_other() -> None:
    with gate() as hanging, receiving() as live:
        state = state_with_hooks(CLOSED, f"{hanging.origin}/hook", CLOSED, f"{live.origin}/hook")
        happen(state, "service_1")
        async with delivering(Deliveries(state)):
            await until(lambda: bool(live.posted))
            assert not hanging.is_open
            hanging.is_open = True


async def test_events_of_a_resource_arrive_in_order_if_one_fails() -> None:
    with receiving() as receiver:
        receiver.answers = [500, 500]
        state = state_with_hooks(f"{receiver.origin}/hook")
        for number in range(4):
            happen(state, "service_1", number)
        deliveries = Deliveries(state, sleep=at_once)
        await deliveries.deliver(deliveries.pending())
        assert seen(receiver) == [("service_1", number) for number in (0, 0, 0, 1, 2, 3)]


async def test_the_order_holds_over_several_calls() -> None:
    with gate() as slow:
        state = state_with_hooks(f"{slow.origin}/hook")
        deliveries = Deliveries(state)
        happen(state, "service_1", 1)
        async with delivering(deliveries):
            await until(lambda: slow.waiting == 1)
            happen(state, "service_1", 2)
            async with delivering(deliveries):
                slow.is_open = True
        numbers = [json.loads(body)["data"]["object"]["number"] for body in slow.bodies]
        assert numbers == [1, 2]


async def test_what_was_cancelled_does_not_stop_the_next() -> None:
    with gate() as slow, receiving() as receiver:
        state = state_with_hooks(f"{slow.origin}/hook")
        deliveries = Deliveries(state)
        happen(state, "service_1", 1)
        async with anyio.create_task_group() as group:
            group.start_soon(deliveries.deliver, deliveries.pending())
            await until(lambda: slow.waiting == 1)
            group.cancel_scope.cancel()
        state.collection("team_sandbox", "webhooks")["wh_0"]["url"] = f"{receiver.origin}/hook"
        happen(state, "service_1", 2)
        await deliveries.deliver(deliveries.pending())
        assert seen(receiver) == [("service_1", 2)]


async def test_a_webhook_gets_a_limited_number_at_once() -> None:
    with gate() as slow:
        state = state_with_hooks(f"{slow.origin}/hook")
        for number in range(5 * LANES):
            happen(state, f"service_{number}")
        async with delivering(Deliveries(state)):
            await until(lambda: slow.waiting >= 2)
            slow.is_open = True
        assert 2 <= slow.most_waiting <= LANES
        assert len(slow.bodies) == 5 * LANES


async def test_the_log_holds_every_outcome() -> None:
    with receiving() as receiver:
        state = state_with_hooks("http://example.org/", CLOSED, f"{receiver.origin}/hook")
        happen(state, "service_1")
        deliveries = Deliveries(state, sleep=at_once)
        await deliveries.deliver(deliveries.pending())
        outcomes = {delivery.webhook_id: delivery.status for delivery in deliveries.log}
        assert outcomes == {"wh_0": "refused", "wh_1": "failed", "wh_2": "succeeded"}


async def test_every_delivery_is_signed_with_the_secret_of_the_sandbox() -> None:
    sandbox = Sandbox(signing_secret="whsec_ñ")
    with receiving() as receiver:
        async with sandbox.client() as gig:
            await gig.webhooks.create(
                url=f"{receiver.origin}/hook",
                security={"headers": {"X-Mine": "mine", "X-Gigstack-Signature": "forged"}},
            )
            client = await gig.clients.create(name="Ñandú")
        [body], [headers] = receiver.bodies, receiver.headers
    event = webhooks.parse(body, headers=headers, secret=sandbox.signing_secret)
    assert event.object_id == client.id
    assert (headers["x-mine"], headers["content-type"]) == ("mine", "application/json")
    with pytest.raises(WebhookSignatureError):
        webhooks.parse(body, headers=headers, secret="whsec_n")
