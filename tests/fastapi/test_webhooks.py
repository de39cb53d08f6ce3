"""Every row of the table in the docstring of `WebhookRouter`, and its lifetime."""

from __future__ import annotations

import asyncio
import hmac
import json
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from hashlib import sha256
from math import inf
from typing import Any

import anyio
import httpx
import pytest
from fastapi import FastAPI
from starlette.applications import Starlette
from starlette.types import Message

from gigstack_api import ConfigurationError, Gigstack, InvalidArgumentError
from gigstack_api.fastapi import WebhookRouter, gigstack_lifespan
from gigstack_api.models import Payment, PaymentStatus
from gigstack_api.sandbox import Sandbox
from gigstack_api.webhooks import ClientEvent, Event, PaymentEvent

from ..support.asgi import client_of_app, serving
from ..webhooks.bodies import body
from .apps import ADDRESS, SECRET, app_with, client_factory

pytestmark = pytest.mark.anyio
FIFTY_MIB = [b" " * 65_536] * 800


def record_events(hooks: WebhookRouter, *kinds: str | type[Event[Any]]) -> list[Event[Any]]:
    """The events that a handler gets; all events if no kind is given."""
    recorded: list[Event[Any]] = []

    async def record(event: Event[Any], gig: Gigstack) -> None:
        recorded.append(event)

    hooks.on(*(kinds or ("*",)))(record)
    return recorded


async def test_an_event_is_accepted_and_handled(
    gigstack_sandbox: Sandbox,
) -> None:
    hooks = WebhookRouter(secret=SECRET)
    app = app_with(hooks, gigstack_sandbox)
    seen: list[object] = []

    @hooks.on("payment.succeeded")
    async def paid(event: PaymentEvent, gig: Gigstack) -> None:
        seen.extend([event.object.status, gig is app.state.gigstack])

    async with client_of_app(app) as http:
        answer = await http.post(ADDRESS, json=body())
    assert (answer.status_code, answer.json()) == (200, {"status": "accepted"})
    assert seen == [PaymentStatus.SUCCEEDED, True]


async def test_handlers_match_by_name_pattern_and_class() -> None:
    hooks = WebhookRouter(secret=SECRET)
    wanted: list[tuple[str | type[Event[Any]], ...]] = [
        ("payment.succeeded",),
        ("payment.*",),
        ("*",),
        (PaymentEvent,),
    ]
    wanted += [(ClientEvent, "payment.canceled"), ("brand.new*",), (Event,)]
    all_recorded = [record_events(hooks, *kinds) for kinds in wanted]
    async with client_of_app(app_with(hooks)) as http:
        for number, event_type in enumerate(
            ["payment.succeeded", "payment.canceled", "customer.created", "brand.new"]
        ):
            answer = await http.post(ADDRESS, json=body(event_type, id=f"evt_{number}"))
            assert answer.json() == {"status": "accepted"}
    assert [len(recorded) for recorded in all_recorded] == [1, 2, 4, 2, 2, 1, 4]


@pytest.mark.parametrize(
    "path",
    [
        "/webhooks/gigstack/wrong",
        f"{ADDRESS}x",
        f"/webhooks/gigstack/{SECRET[:-1]}é",
        "/webhooks/gigstack/",
    ],
)
async def test_a_wrong_secret_is_answered_like_an_unknown_path(path: str) -> None:
    hooks = WebhookRouter(secret=SECRET)
    recorded = record_events(hooks)
    async with client_of_app(app_with(hooks)) as http:
        answer, elsewhere = (
            await http.post(path, json=body()),
            await http.post("/nowhere", json=body()),
        )
    assert (answer.status_code, answer.content, answer.headers) == (
        404,
        elsewhere.content,
        elsewhere.headers,
    )
    assert not recorded


async def posted(
    app: Starlette, address: str, pieces: Sequence[bytes], headers: dict[str, str] | None = None
) -> tuple[int, int]:
    """The status of a post in pieces, and how many of them were read."""
    read = 0
    sent: list[Message] = []

    async def receive() -> Message:
        nonlocal read
        read += 1
        return {"type": "http.request", "body": pieces[read - 1], "more_body": read < len(pieces)}

    async def send(message: Message) -> None:
        sent.append(message)

    raw = [(name.encode(), value.encode()) for name, value in (headers or {}).items()]
    scope: dict[str, Any] = {
        "type": "http",
        "method": "POST",
        "path": address,
        "query_string": b"",
        "headers": raw,
    }
    await app(scope, receive, send)
    return sent[0]["status"], read


async def test_the_body_is_not_read_if_the_secret_is_wrong() -> None:
    app = app_with(WebhookRouter(secret=SECRET))
    async with client_of_app(app):
        assert await posted(app, "/webhooks/gigstack/wrong", FIFTY_MIB) == (404, 0)


async def test_reading_stops_at_max_bytes() -> None:
    app = app_with(WebhookRouter(secret=SECRET))
    async with client_of_app(app):
        assert await posted(app, ADDRESS, FIFTY_MIB) == (413, 17)
        assert await posted(app, ADDRESS, FIFTY_MIB, {"content-length": "9" * 5_000}) == (413, 17)


@pytest.mark.parametrize(("more", "status"), [(0, 200), (1, 413)])
async def test_max_bytes_counts_bytes(more: int, status: int) -> None:
    hooks = WebhookRouter(secret=SECRET, max_bytes=1_000)
    record_events(hooks)
    content = json.dumps(body()).encode().ljust(1_000 + more)

    pieces = [content[start : start + 100] for start in range(0, len(content), 100)]
    app = app_with(hooks)
    async with client_of_app(app):
        assert await posted(app, ADDRESS, [content]) == (status, 1)
        assert await posted(app, ADDRESS, pieces) == (status, len(pieces))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"type": "payment.succeeded"}',
        b'{"data": {}}',
        b"[" * 9_999,
    ],
)
async def test_a_body_that_is_not_an_event_is_refused(content: bytes) -> None:
    hooks = WebhookRouter(secret=SECRET)
    recorded = record_events(hooks)
    async with client_of_app(app_with(hooks)) as http:
        answer = await http.post(ADDRESS, content=content)
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")
    assert answer.json()["type"] == "urn:gigstack-api:unreadable-event"
    assert not recorded


@pytest.mark.parametrize("fields", [{"event_type": "brand.new"}, {"livemode": True}])
async def test_unhandled_and_other_mode_events_are_ignored(
    fields: dict[str, Any],
) -> None:
    hooks = WebhookRouter(secret=SECRET)
    recorded = record_events(hooks, PaymentEvent)
    async with client_of_app(app_with(hooks)) as http:
        answers = [await http.post(ADDRESS, json=body(**fields)) for _ in range(2)]
    assert [(answer.status_code, answer.json()) for answer in answers] == [
        (200, {"status": "ignored"})
    ] * 2
    assert not recorded


async def test_only_signed_events_are_accepted_with_a_signing_secret() -> None:
    hooks = WebhookRouter(secret=SECRET, signing_secret="whsec_of_the_panel")
    recorded = record_events(hooks)
    content = json.dumps(body()).encode()
    signature = hmac.new(b"whsec_of_the_panel", content, sha256).hexdigest()
    async with client_of_app(app_with(hooks)) as http:
        for headers, changed in (({}, b""), ({"X-Gigstack-Signature": signature}, b" ")):
            answer = await http.post(ADDRESS, content=content + changed, headers=headers)
            assert (answer.status_code, answer.json()["type"]) == (
                401,
                "urn:gigstack-api:bad-signature",
            )
        answer = await http.post(
            ADDRESS, content=content, headers={"X-Gigstack-Signature": signature}
        )
        assert answer.json() == {"status": "accepted"}
    assert [event.id for event in recorded] == ["evt_1"]


async def test_a_signed_delivery_of_the_sandbox_is_accepted(gigstack_sandbox: Sandbox) -> None:
    hooks = WebhookRouter(secret=SECRET, signing_secret=gigstack_sandbox.signing_secret)
    recorded = record_events(hooks, "customer.created")
    with serving(app_with(hooks, gigstack_sandbox), lifespan=True) as origin:
        async with gigstack_sandbox.client() as gig:
            await gig.webhooks.create(url=f"{origin}{ADDRESS}", events=["customer.created"])
            client = await gig.clients.create(name="Juan")
        [delivery] = gigstack_sandbox.deliveries
        assert delivery.response_code == 200
    assert [event.object_id for event in recorded] == [client.id]


def test_an_empty_signing_secret_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="signing secret"):
        WebhookRouter(secret=SECRET, signing_secret="")


async def test_a_repeated_event_is_a_duplicate() -> None:
    hooks = WebhookRouter(secret=SECRET)
    recorded = record_events(hooks)
    async with client_of_app(app_with(hooks)) as http:
        answers = [await http.post(ADDRESS, json=body()) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200] * 3
    assert [answer.json()["status"] for answer in answers] == ["accepted", "duplicate", "duplicate"]
    assert len(recorded) == 1


async def test_one_of_many_concurrent_deliveries_is_handled() -> None:
    hooks = WebhookRouter(secret=SECRET)
    recorded = record_events(hooks)
    statuses: list[str] = []
    async with client_of_app(app_with(hooks)) as http:

        async def post() -> None:
            statuses.append((await http.post(ADDRESS, json=body(id=None))).json()["status"])

        async with anyio.create_task_group() as group:
            for _ in range(30):
                group.start_soon(post)
    assert sorted(statuses) == ["accepted"] + ["duplicate"] * 29
    assert len(recorded) == 1


async def test_an_event_is_acknowledged_before_it_is_handled() -> None:
    hooks = WebhookRouter(secret=SECRET)
    go_on, done = anyio.Event(), anyio.Event()

    @hooks.on("*")
    async def slow(event: Event[Any], gig: Gigstack) -> None:
        await go_on.wait()
        done.set()

    async with client_of_app(app_with(hooks)) as http:
        answer = await http.post(ADDRESS, json=body())
        assert answer.status_code == 200
        assert not done.is_set()
        go_on.set()
    assert done.is_set()


async def test_a_full_queue_answers_503_and_forgets_the_event() -> None:
    hooks = WebhookRouter(secret=SECRET, queues=1, queue_size=1)
    started, go_on = anyio.Event(), anyio.Event()
    handled: list[str] = []

    @hooks.on("*")
    async def slow(event: Event[Any], gig: Gigstack) -> None:
        started.set()
        await go_on.wait()
        handled.append(event.key)

    async with client_of_app(app_with(hooks)) as http:
        first = await http.post(ADDRESS, json=body(id="a"))
        await started.wait()
        second, third = [await http.post(ADDRESS, json=body(id=key)) for key in "bc"]
        assert [answer.status_code for answer in (first, second, third)] == [200, 200, 503]
        assert (third.headers["retry-after"], third.json()["type"]) == (
            "30",
            "urn:gigstack-api:full",
        )
        go_on.set()
        with anyio.fail_after(5):
            while (await http.post(ADDRESS, json=body(id="c"))).status_code == 503:
                await anyio.lowlevel.checkpoint()
    assert handled == ["a", "b", "c"]


async def test_events_of_one_resource_are_handled_in_order() -> None:
    hooks = WebhookRouter(secret=SECRET, queues=64)
    go_on, others = anyio.Event(), anyio.Event()
    handled: list[str] = []

    @hooks.on("*")
    async def slow(event: Event[Any], gig: Gigstack) -> None:
        if event.object_id == "slow":
            await go_on.wait()
        handled.append(event.key)
        if len(handled) >= 10:
            others.set()

    async with client_of_app(app_with(hooks)) as http:
        for key in "abc":
            await http.post(ADDRESS, json=body(id=key, object={"id": "slow"}))
        for number in range(40):  # some of them share the queue of the slow one
            await http.post(ADDRESS, json=body(id=f"{number}", object={"id": f"payment_{number}"}))
        with anyio.fail_after(5):
            await others.wait()
        assert "a" not in handled
        go_on.set()
    assert [key for key in handled if key in "abc"] == ["a", "b", "c"]
    assert len(handled) == 43


async def test_an_event_with_a_failed_handler_is_handled_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    hooks = WebhookRouter(secret=SECRET, queues=1)
    wrong = True

    @hooks.on("payment.*")
    async def failing(event: PaymentEvent, gig: Gigstack) -> None:
        if wrong:
            raise RuntimeError(f"no place for {event.object.client}")

    recorded = record_events(hooks)
    app = app_with(hooks)
    about = {"id": "payment_1", "client": {"email": "juan@ejemplo.com", "tax_id": "PEGJ800101ABC"}}
    async with client_of_app(app) as http:
        assert (await http.post(ADDRESS, json=body(object=about))).json() == {"status": "accepted"}
    async with client_of_app(app) as http:
        wrong = False
        assert (await http.post(ADDRESS, json=body(object=about))).json() == {"status": "accepted"}
    async with client_of_app(app) as http:
        assert (await http.post(ADDRESS, json=body(object=about))).json() == {"status": "duplicate"}
    assert len(recorded) == 2
    (record,) = [record for record in caplog.records if record.name == "gigstack_api"]
    text = record.getMessage()
    assert text.startswith("a handler of event 'evt_1' ('payment.succeeded') raised RuntimeError")
    assert "in failing" in text
    fields = {name: getattr(record, name) for name in ("event_key", "event_type", "error_type")}
    assert fields == {
        "event_key": "evt_1",
        "event_type": "payment.succeeded",
        "error_type": "RuntimeError",
    }
    assert "PEGJ" not in caplog.text
    assert "juan@" not in caplog.text


# Only on asyncio: trio tasks cannot be cancelled from outside.
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_a_cancelled_future_in_a_handler_does_not_stop_the_app(
    anyio_backend: str, caplog: pytest.LogCaptureFixture
) -> None:
    hooks = WebhookRouter(secret=SECRET, queues=1)
    wrong = True

    @hooks.on("*")
    async def failing(event: Event[Any], gig: Gigstack) -> None:
        if wrong:
            token: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            token.cancel()
            await token

    recorded = record_events(hooks)
    app = app_with(hooks)
    async with client_of_app(app) as http:
        assert (await http.post(ADDRESS, json=body(id="a"))).json() == {"status": "accepted"}
        with anyio.fail_after(5):
            while not recorded:
                await anyio.lowlevel.checkpoint()
        wrong = False
        assert [(await http.post(ADDRESS, json=body(id=key))).json()["status"] for key in "ab"] == [
            "accepted"
        ] * 2
        assert len(await app.state.gigstack.clients.list()) == 0
    assert [event.key for event in recorded] == ["a", "a", "b"]
    assert (
        "a handler of event 'a' ('payment.succeeded') raised CancelledError" in caplog.messages[0]
    )


async def test_an_event_is_logged_on_one_line(
    caplog: pytest.LogCaptureFixture,
) -> None:
    hooks = WebhookRouter(secret=SECRET, confirm=True)
    record_events(hooks)
    async with client_of_app(app_with(hooks)) as http:
        await http.post(ADDRESS, json=body("x\nERROR forged", id="1\n2"))
    assert len(caplog.messages) == 1
    assert "\n" not in caplog.messages[0]


async def test_accepted_events_are_handled_before_the_app_stops() -> None:
    hooks = WebhookRouter(secret=SECRET, queues=2)
    recorded = record_events(hooks)
    async with client_of_app(app_with(hooks)) as http:
        for number in range(50):
            await http.post(ADDRESS, json=body(id=f"{number}", object={"id": f"payment_{number}"}))
    assert len(recorded) == 50


async def test_unfinished_events_are_logged_and_accepted_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    hooks = WebhookRouter(secret=SECRET, queues=1, drain_s=0)
    stuck = True
    started = anyio.Event()
    recorded: list[str] = []

    @hooks.on("*")
    async def slow(event: Event[Any], gig: Gigstack) -> None:
        started.set()
        if stuck:
            await anyio.sleep_forever()
        recorded.append(event.key)
        finished.set()

    app = app_with(hooks)
    async with client_of_app(app) as http:
        for key in "ab":
            assert (await http.post(ADDRESS, json=body(id=key))).status_code == 200
        await started.wait()
    assert recorded == []
    assert sorted(
        message.split()[1] for message in caplog.messages if "before the app stopped" in message
    ) == ["'a'", "'b'"]
    stuck = False
    async with client_of_app(app) as http:
        for key in "ab":
            finished = anyio.Event()
            assert (await http.post(ADDRESS, json=body(id=key))).json() == {"status": "accepted"}
            await finished.wait()
    assert recorded == ["a", "b"]


async def test_a_stopping_app_answers_503() -> None:
    hooks = WebhookRouter(secret=SECRET)
    record_events(hooks)
    app = app_with(hooks)
    async with client_of_app(app) as http:
        pass
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://shop"
    ) as http:
        answer = await http.post(ADDRESS, json=body())
    assert answer.status_code == 503


async def test_a_confirmed_event_holds_the_object_of_the_api(gigstack_sandbox: Sandbox) -> None:
    hooks = WebhookRouter(secret=SECRET, confirm=True)
    recorded = record_events(hooks)
    client = await gigstack_sandbox.client().clients.create(name="Juan")
    async with client_of_app(app_with(hooks, gigstack_sandbox)) as http:
        await http.post(
            ADDRESS, json=body("customer.updated", object={"id": client.id, "name": "forged"})
        )
    assert [event.object.name for event in recorded] == ["Juan"]
    assert recorded[0].document["data"]["object"]["name"] == "forged"


async def test_an_unconfirmed_event_holds_the_object_of_the_body(gigstack_sandbox: Sandbox) -> None:
    hooks = WebhookRouter(secret=SECRET)
    recorded = record_events(hooks)
    async with client_of_app(app_with(hooks, gigstack_sandbox)) as http:
        await http.post(
            ADDRESS, json=body("customer.updated", object={"id": "client_1", "name": "unchanged"})
        )
    assert [event.object.name for event in recorded] == ["unchanged"]
    assert not gigstack_sandbox.requests


@pytest.mark.parametrize("event_type", ["payment.succeeded", "invoice_batch.completed"])
async def test_an_event_that_cannot_be_confirmed_is_not_handled(
    event_type: str, caplog: pytest.LogCaptureFixture
) -> None:
    hooks = WebhookRouter(secret=SECRET, confirm=True)
    recorded = record_events(hooks)
    app = app_with(hooks)
    for _ in range(2):
        async with client_of_app(app) as http:
            assert (await http.post(ADDRESS, json=body(event_type))).json() == {
                "status": "accepted"
            }
    assert not recorded
    assert ["confirming it raised" in message for message in caplog.messages] == [True, True]


class Unreliable:
    """A deduplicator whose server fails in some of its calls."""

    def __init__(self, *broken: str) -> None:
        self.broken = broken

    async def claim(self, key: str) -> bool:
        if "claim" in self.broken:
            raise ConnectionError("redis://user:password@host")
        return True

    async def release(self, key: str) -> None:
        if "release" in self.broken:
            raise ConnectionError("redis://user:password@host")


async def test_a_failed_release_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    hooks = WebhookRouter(secret=SECRET, deduplicator=Unreliable("release"), queues=1)

    @hooks.on("*")
    async def failing(event: Event[Any], gig: Gigstack) -> None:
        raise LookupError

    recorded = record_events(hooks)
    async with client_of_app(app_with(hooks)) as http:
        for key in "ab":
            await http.post(ADDRESS, json=body(id=key))
    assert len(recorded) == 2
    assert (
        sum(
            "stays claimed: releasing it raised ConnectionError" in message
            for message in caplog.messages
        )
        == 2
    )
    assert "password" not in caplog.text


async def test_unfinished_events_are_logged_before_any_release(
    caplog: pytest.LogCaptureFixture,
) -> None:
    logged: list[int] = []

    class Slow(Unreliable):
        async def release(self, key: str) -> None:
            logged.append(sum("before the app stopped" in message for message in caplog.messages))

    hooks = WebhookRouter(secret=SECRET, deduplicator=Slow(), queues=1, drain_s=0)

    @hooks.on("*")
    async def stuck(event: Event[Any], gig: Gigstack) -> None:
        await anyio.sleep_forever()

    async with client_of_app(app_with(hooks)) as http:
        for key in "abc":
            await http.post(ADDRESS, json=body(id=key))
    assert logged == [3, 3, 3]


async def test_a_stopping_app_does_not_wait_for_a_release(caplog: pytest.LogCaptureFixture) -> None:
    released: list[str] = []
    releasing = anyio.Event()

    class Hanging(Unreliable):
        async def release(self, key: str) -> None:
            released.append(key)
            if len(released) == 1:
                releasing.set()
                await anyio.sleep_forever()

    hooks = WebhookRouter(secret=SECRET, deduplicator=Hanging(), drain_s=0)

    @hooks.on("*")
    async def failing(event: Event[Any], gig: Gigstack) -> None:
        raise LookupError

    async with client_of_app(app_with(hooks)) as http:
        await http.post(ADDRESS, json=body(id="a"))
        await releasing.wait()
    assert len(released) == 2
    assert "before the app stopped" in caplog.text


async def test_a_stopping_app_does_not_wait_for_a_confirmation(
    caplog: pytest.LogCaptureFixture,
) -> None:
    asked = anyio.Event()

    async def hang(request: httpx.Request) -> httpx.Response:
        asked.set()
        await anyio.sleep_forever()
        raise AssertionError

    hooks = WebhookRouter(secret=SECRET, confirm=True, drain_s=0)
    recorded = record_events(hooks)
    async with httpx.AsyncClient(transport=httpx.MockTransport(hang)) as to_nowhere:
        app = FastAPI(lifespan=gigstack_lifespan(lambda: Gigstack("key", http_client=to_nowhere)))
        app.include_router(hooks)
        async with client_of_app(app) as http:
            await http.post(ADDRESS, json=body())
            await asked.wait()
    assert not recorded
    assert "before the app stopped" in caplog.text


async def test_a_failed_release_after_a_503_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    hooks = WebhookRouter(secret=SECRET, deduplicator=Unreliable("release"))
    record_events(hooks)
    app = app_with(hooks)
    async with client_of_app(app):
        pass  # a stopped app has no room
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://shop"
    ) as http:
        assert (await http.post(ADDRESS, json=body())).status_code == 503
    assert "stays claimed: releasing it raised ConnectionError" in caplog.text


async def test_an_event_that_cannot_be_claimed_is_answered_500() -> None:
    hooks = WebhookRouter(secret=SECRET, deduplicator=Unreliable("claim"))
    recorded = record_events(hooks)
    async with client_of_app(app_with(hooks), raise_app_exceptions=False) as http:
        assert (await http.post(ADDRESS, json=body())).status_code == 500
    assert not recorded


async def test_a_disconnected_sender_raises_no_error() -> None:
    app = app_with(WebhookRouter(secret=SECRET))
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    async with client_of_app(app):
        await app(
            {"type": "http", "method": "POST", "path": ADDRESS, "query_string": b"", "headers": []},
            receive,
            send,
        )
    assert sent[0]["status"] == 400


async def test_the_router_works_in_a_starlette_app(gigstack_sandbox: Sandbox) -> None:
    hooks = WebhookRouter(secret=SECRET, path="/hooks")
    recorded = record_events(hooks)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncGenerator[None, None]:
        async with gigstack_lifespan(client_factory(gigstack_sandbox))(app), hooks.running(app):
            yield

    async with client_of_app(Starlette(routes=hooks.routes, lifespan=lifespan)) as http:
        assert (await http.post(f"/hooks/{SECRET}", json=body())).json() == {"status": "accepted"}
    assert len(recorded) == 1


async def test_the_secret_is_not_in_the_openapi_page() -> None:
    async with client_of_app(app_with(WebhookRouter(secret=SECRET))) as http:
        text = (await http.get("/openapi.json")).text
    assert "webhooks" not in text
    assert SECRET not in text


async def test_a_router_that_is_not_running_says_how_to_start_it() -> None:
    hooks = WebhookRouter(secret=SECRET)
    record_events(hooks)
    app = Starlette(routes=hooks.routes, lifespan=gigstack_lifespan(client_factory(Sandbox())))
    async with client_of_app(app) as http:
        with pytest.raises(ConfigurationError, match="include_router"):
            await http.post(ADDRESS, json=body())
        async with hooks.running(app):
            assert (await http.post(ADDRESS, json=body())).json() == {
                "status": "accepted"
            }  # the first attempt was not remembered


async def test_a_router_included_twice_stops_when_its_work_is_done() -> None:
    hooks = WebhookRouter(secret=SECRET, drain_s=inf)
    recorded = record_events(hooks)
    app = app_with(hooks)
    app.include_router(hooks, prefix="/v2")
    with anyio.fail_after(5):
        async with client_of_app(app) as http:
            assert (await http.post(ADDRESS, json=body(id="a"))).json() == {"status": "accepted"}
            assert (await http.post(f"/v2{ADDRESS}", json=body(id="b"))).json() == {
                "status": "accepted"
            }
    assert len(recorded) == 2


async def test_a_mounted_app_works_if_the_outer_app_runs_the_router(
    gigstack_sandbox: Sandbox,
) -> None:
    hooks = WebhookRouter(secret=SECRET)
    recorded = record_events(hooks)
    inner = FastAPI()
    inner.include_router(hooks)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncGenerator[None, None]:
        async with gigstack_lifespan(client_factory(gigstack_sandbox))(app), hooks.running(app):
            yield

    outer = FastAPI(lifespan=lifespan)
    outer.mount("/v2", inner)
    async with client_of_app(outer) as http:
        assert (await http.post(f"/v2{ADDRESS}", json=body())).json() == {"status": "accepted"}
    assert len(recorded) == 1


async def test_a_router_without_a_client_names_the_lifespan() -> None:
    app = FastAPI()
    app.include_router(WebhookRouter(secret=SECRET))
    with pytest.raises(ConfigurationError, match="gigstack_lifespan"):
        async with client_of_app(app):
            pytest.fail("it must not start")


@pytest.mark.parametrize("path", ["hooks", "/hooks/", "/"])
async def test_a_malformed_path_is_refused(path: str) -> None:
    with pytest.raises(InvalidArgumentError, match="path"):
        WebhookRouter(secret=SECRET, path=path)


@pytest.mark.parametrize(
    "secret",
    [None, "", "short", "with/slash/0123456789", "con-eñe-0123456789", "with space 0123456789"],
)
async def test_a_short_or_malformed_secret_is_refused(secret: Any) -> None:
    with pytest.raises(ConfigurationError) as caught:
        WebhookRouter(secret=secret)
    assert not secret or secret not in str(caught.value)


@pytest.mark.parametrize(
    "options",
    [
        {"queues": 0},
        {"queue_size": 0},
        {"drain_s": -1},
        {"drain_s": float("nan")},
        {"max_bytes": 0},
        {"max_bytes": float("nan")},
    ],
)
async def test_numbers_out_of_range_are_refused(options: dict[str, Any]) -> None:
    with pytest.raises(InvalidArgumentError):
        WebhookRouter(secret=SECRET, **options)


async def test_a_handler_of_another_signature_is_refused() -> None:
    hooks = WebhookRouter(secret=SECRET)

    def plain(event: Event[Any], gig: Gigstack) -> None: ...
    async def narrow(event: Event[Any]) -> None: ...
    async def wide(event: Event[Any], gig: Gigstack, orders: list[str]) -> None: ...

    all_wrong: list[Any] = [plain, narrow, wide, "payment.succeeded", None]
    for wrong in all_wrong:
        with pytest.raises(InvalidArgumentError, match="async def"):
            hooks.on("*")(wrong)


async def test_unknown_event_names_are_refused() -> None:
    hooks = WebhookRouter(secret=SECRET)

    async def bare(event: Event[Any], gig: Gigstack) -> None: ...

    all_wrong: list[Any] = [
        bare,
        Payment,
        ["payment.succeeded"],
        None,
        "",
        "payment",
        "payment.succeded",
    ]
    for wrong in all_wrong:
        with pytest.raises(InvalidArgumentError, match="takes event names"):
            hooks.on(wrong)
    with pytest.raises(InvalidArgumentError, match="takes event names"):
        hooks.on()
