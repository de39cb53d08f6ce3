"""Webhooks: their rules, and that events really arrive."""

from __future__ import annotations

from collections.abc import Iterator

import anyio
import pytest

from gigstack_api import (
    BadRequestError,
    ConflictError,
    Gigstack,
    NotFoundError,
    OutcomeUnknownError,
)
from gigstack_api.sandbox import Fault, State
from gigstack_api.sandbox.deliveries import Deliveries
from gigstack_api.sandbox.state import Event

from ...support.sandbox import SandboxSession
from ..receiver import Receiver, arrived, receiving

pytestmark = pytest.mark.anyio
HTTPS = "https://example.org/hook"


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as receiver:
        yield receiver


async def test_an_event_is_posted_in_the_documented_envelope(
    gig: Gigstack, receiver: Receiver
) -> None:
    await gig.webhooks.create(
        url=f"{receiver.origin}/hook",
        events=["customer.created"],
        security={"headers": {"X-Mine": "secret"}},
    )
    client = await gig.clients.create(name="Juan")
    (event,) = await arrived(receiver, 1)
    assert set(event) == {"id", "type", "event", "created", "livemode", "data"}
    assert (event["type"], event["livemode"], event["data"]["object"]["id"]) == (
        "customer.created",
        False,
        client.id,
    )
    assert event["created"] > 1_600_000_000_000
    assert receiver.headers[0]["x-mine"] == "secret"


async def test_only_what_was_asked_for_is_posted(gig: Gigstack, receiver: Receiver) -> None:
    url = f"{receiver.origin}/hook"
    await gig.webhooks.create(url=url, events=["customer.updated"])
    sleeping = await gig.webhooks.create(
        url=url, events=["customer.created", "customer.updated"], status="inactive"
    )
    client = await gig.clients.create(name="Juan")
    await gig.clients.update(client.id or "", name="Juana")
    await gig.clients.delete(client.id or "")
    assert [entry["type"] for entry in await arrived(receiver, 1)] == ["customer.updated"]
    await gig.webhooks.update(sleeping.id or "", status="active")
    await gig.clients.create(name="Ana")
    assert [entry["type"] for entry in await arrived(receiver, 2)] == [
        "customer.updated",
        "customer.created",
    ]


async def test_a_connect_webhook_receives_events_of_all_teams(
    gig: Gigstack, receiver: Receiver
) -> None:
    url = f"{receiver.origin}/hook"
    await gig.webhooks.create(url=url, events=["customer.created"], type="gigstack_connect")
    await gig.webhooks.create(url=url, events=["customer.created"])
    await gig.for_team("team_norte").clients.create(name="Norte")
    (event,) = await arrived(receiver, 1)
    assert event["data"]["object"]["team"] == "team_norte"


async def test_a_failed_delivery_is_repeated_and_logged(
    session: SandboxSession, gig: Gigstack, receiver: Receiver
) -> None:
    receiver.answers = [500]
    await gig.webhooks.create(url=f"{receiver.origin}/hook", events=["service.created"])
    await gig.services.create(description="Consulta", unit_price=100)
    first, second = await arrived(receiver, 2)
    assert first == second
    with anyio.fail_after(5):
        while not (
            log := [
                delivery
                for delivery in session.sandbox.deliveries
                if delivery.url.startswith(receiver.origin)
            ]
        ):
            await anyio.sleep(0.005)
    assert (log[0].status, log[0].attempts, log[0].response_code, log[0].event.type) == (
        "succeeded",
        2,
        204,
        "service.created",
    )


def event(state: State) -> Event:
    return Event(
        "evt_1",
        "service.created",
        state.now_ms(),
        "team_sandbox",
        livemode=False,
        object={"id": "service_1"},
    )


def state_with_hook(url: str) -> State:
    state = State()
    hook = {
        "id": "wh_1",
        "url": url,
        "events": ["service.created"],
        "status": "active",
        "type": None,
    }
    state.collection("team_sandbox", "webhooks")["wh_1"] = hook
    state.record_event(event(state))
    return state


async def test_three_attempts_are_made_with_two_waits(receiver: Receiver) -> None:
    receiver.answers = [500, 302, 404]
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    deliveries = Deliveries(state_with_hook(f"{receiver.origin}/hook"), sleep=sleep)
    await deliveries.deliver(deliveries.pending())
    assert (
        deliveries.log[0].status,
        deliveries.log[0].attempts,
        deliveries.log[0].response_code,
    ) == ("failed", 3, 404)
    assert waits == [0.2, 1.0]
    assert deliveries.pending() == []


@pytest.mark.parametrize(
    "url",
    [
        HTTPS,
        "http://10.0.0.1/hook",
        "http://169.254.169.254/",
        "http://localhost.example.org/",
        "http://:0/",
    ],
)
async def test_nothing_leaves_this_machine(url: str) -> None:
    deliveries = Deliveries(state_with_hook(url))
    await deliveries.deliver(deliveries.pending())
    assert [(delivery.status, delivery.attempts) for delivery in deliveries.log] == [("refused", 0)]


async def test_localhost_is_this_machine(receiver: Receiver) -> None:
    deliveries = Deliveries(
        state_with_hook(f"{receiver.origin}/hook".replace("127.0.0.1", "localhost"))
    )
    await deliveries.deliver(deliveries.pending())
    assert deliveries.log[0].status == "succeeded"


async def test_an_event_arrives_even_if_the_answer_is_cut(
    session: SandboxSession, gig: Gigstack, receiver: Receiver
) -> None:
    await gig.webhooks.create(url=f"{receiver.origin}/hook", events=["customer.created"])
    session.sandbox.faults.add(Fault("create_client", kind="cut_after"))
    with pytest.raises(OutcomeUnknownError):
        await gig.clients.create(name="Juan")
    assert len(await arrived(receiver, 1)) == 1


async def test_a_host_can_be_allowed_and_one_that_is_not_there_fails() -> None:
    async def sleep(_: float) -> None:
        return None

    deliveries = Deliveries(
        state_with_hook("http://nowhere.localhost:1/hook"),
        allowed_hosts=["nowhere.localhost"],
        sleep=sleep,
    )
    await deliveries.deliver(deliveries.pending())
    assert (deliveries.log[0].status, deliveries.log[0].response_code) == ("failed", None)


async def test_webhooks_are_listed_read_changed_and_deleted(gig: Gigstack) -> None:
    made = [
        await gig.webhooks.create(url=HTTPS, events=["payment.created"], description=f"{n}")
        for n in range(3)
    ]
    await gig.webhooks.update(made[0].id or "", status="inactive", description=None)
    newest_first = [entry.id for entry in reversed(made)]
    assert [hook.id async for hook in gig.webhooks.list(limit=2)] == newest_first
    assert [hook.id for hook in await gig.webhooks.list(status="inactive")] == [made[0].id]
    read = await gig.webhooks.get(made[0].id or "")
    assert (read.url, read.description, read.owner) == (HTTPS, None, "user_sandbox")
    await gig.webhooks.delete(made[0].id or "")
    for call in (gig.webhooks.get, gig.webhooks.delete):
        with pytest.raises(NotFoundError):
            await call(made[0].id or "")
    with pytest.raises(BadRequestError, match="cursor"):
        await gig.webhooks.list(next="nowhere")


async def test_a_change_with_an_old_revision_is_refused(gig: Gigstack) -> None:
    hook = await gig.webhooks.create(url=HTTPS, events=[], status="inactive")
    changed = await gig.webhooks.update(
        hook.id or "", events=["payment.created"], expected_revision=hook.revision or ""
    )
    assert changed.revision != hook.revision
    for body in ({"description": "late"}, {"url": HTTPS}):
        with pytest.raises(ConflictError):
            await gig.webhooks.update(
                hook.id or "", expected_revision=hook.revision or "", extra=body
            )
    with pytest.raises(ConflictError):
        await gig.webhooks.delete(hook.id or "", expected_revision=hook.revision or "")


@pytest.mark.parametrize(
    "url", ["ftp://example.org", "example.org", "https://user:pass@example.org/x", ""]
)
async def test_an_invalid_url_is_refused(gig: Gigstack, url: str) -> None:
    with pytest.raises(BadRequestError):
        await gig.webhooks.create(url=url)
    hook = await gig.webhooks.create(url=HTTPS)
    with pytest.raises(BadRequestError):
        await gig.webhooks.update(hook.id or "", url=url)


async def test_a_repeated_creation_gives_the_first_webhook(gig: Gigstack) -> None:
    once = "0b0f6a0e-6f53-4c1c-9d43-0d1f3a1c7a11"
    first = await gig.webhooks.create(url=HTTPS, events=["payment.created"], operation_id=once)
    again = await gig.webhooks.create(url=HTTPS, events=["payment.created"], operation_id=once)
    assert (again.id, len(await gig.webhooks.list())) == (first.id, 1)
    with pytest.raises(ConflictError):
        await gig.webhooks.create(url=HTTPS, events=[], operation_id=once)
