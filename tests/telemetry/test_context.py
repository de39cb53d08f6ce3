"""Work in the background sees the context variables of its caller, on both event loops."""

from __future__ import annotations

from contextvars import ContextVar
from typing import Any

import anyio
import httpx
import pytest
from fastapi import FastAPI
from opentelemetry.trace import Tracer

from gigstack_api import Gigstack
from gigstack_api._core.concurrency import Background, gather
from gigstack_api.fastapi import WebhookRouter
from gigstack_api.webhooks import Event
from tests.fastapi.apps import ADDRESS, SECRET
from tests.support.scripted_api import answer, client
from tests.webhooks.bodies import body

from .seen import Seen, parent_of

pytestmark = pytest.mark.anyio
PLACE: ContextVar[str] = ContextVar("place", default="nowhere")


@pytest.fixture
def tracer(seen: Seen) -> Tracer:
    """A tracer of the user's own code."""
    return seen.tracers.get_tracer("app")


async def test_a_background_task_has_the_variables_of_its_caller() -> None:
    async def look() -> str:
        return PLACE.get()

    token = PLACE.set("here")
    background = Background(look)
    PLACE.reset(token)
    assert await background.result() == "here"


async def test_a_background_task_changes_no_variable_of_its_caller() -> None:
    async def change() -> None:
        PLACE.set("elsewhere")

    await Background(change).result()
    await gather(change)
    assert PLACE.get() == "nowhere"


def cursor_page(request: httpx.Request) -> httpx.Response:
    """One of three pages, by cursor."""
    at = int(request.url.params.get("next", "0"))
    following = str(at + 1) if at < 2 else None
    return answer([{"id": f"client_{at}"}], has_more=at < 2, next=following)


def numbered_page(request: httpx.Request) -> httpx.Response:
    """One of three pages, by number."""
    at = int(request.url.params.get("page", "1"))
    return answer([{"id": f"client_{at}"}], has_more=at < 3, total_results=3)


@pytest.mark.parametrize("counted", [False, True])
async def test_prefetched_pages_belong_to_the_span_around_the_loop(
    seen: Seen, tracer: Tracer, counted: bool
) -> None:
    gig = client(numbered_page if counted else cursor_page)
    with tracer.start_as_current_span("nightly") as nightly:
        metadata = {"segment": "pyme"} if counted else None
        pager = gig.clients.list(limit=1, metadata=metadata)
        assert len(await pager.prefetch(2).collect()) == 3
    pages = seen.named("GET /clients")
    assert len(pages) >= 3
    assert {parent_of(page) for page in pages} == {nightly.get_span_context().span_id}


async def test_rows_belong_to_the_span_around_the_loop(seen: Seen, tracer: Tracer) -> None:
    gig = client(lambda request: answer({"id": "client_1"}, status=201))
    rows = [{"tax_id": f"XAXX01010100{n}", "name": "A"} for n in range(6)]
    with tracer.start_as_current_span("nightly") as nightly:
        outcomes = [each async for each in gig.clients.upsert_many(rows, on="tax_id")]
    assert [each.error for each in outcomes] == [None] * 6
    calls = seen.named("POST /clients")
    assert len(calls) == 6
    assert {parent_of(each) for each in calls} == {nightly.get_span_context().span_id}


async def test_each_event_is_handled_in_the_context_of_its_request(
    seen: Seen, tracer: Tracer
) -> None:
    hooks = WebhookRouter(secret=SECRET, queues=1)
    places: list[str] = []
    handled = anyio.Event()

    @hooks.on("*")
    async def handle(event: Event[Any], gig: Gigstack) -> None:
        places.append(PLACE.get())
        PLACE.set("a handler")
        await gig.clients.get("client_1")
        if len(places) == 2:
            handled.set()

    app = FastAPI()
    app.include_router(hooks)
    app.state.gigstack = client(lambda request: answer({"id": "client_1"}))
    transport = httpx.ASGITransport(app)
    requests: list[int] = []
    async with (
        hooks.running(app),
        httpx.AsyncClient(transport=transport, base_url="http://app.test") as http,
    ):
        for number in range(2):
            token = PLACE.set(f"request {number}")
            with tracer.start_as_current_span("request") as span:
                requests.append(span.get_span_context().span_id)
                await http.post(ADDRESS, json=body(id=f"evt_{number}"))
            PLACE.reset(token)
        await handled.wait()
    assert places == ["request 0", "request 1"]
    assert [parent_of(each) for each in seen.named("GET /clients/{id}")] == requests
