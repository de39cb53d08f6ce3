"""Each call is one span: its attributes, its events, and how it ends."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import anyio
import anyio.lowlevel
import httpx
import pytest
from opentelemetry import trace
from opentelemetry.trace import SpanKind, StatusCode

from gigstack_api import (
    APIError,
    BadRequestError,
    DeliveryError,
    DeliveryTimeoutError,
    InvalidArgumentError,
    NotFoundError,
    OutcomeUnknownError,
    RateLimitError,
    Replay,
    RetryPolicy,
    UnreadableReplyError,
)
from gigstack_api._core.operations.decoders import File
from tests.support.clock import FakeClock
from tests.support.scripted_api import (
    KEY,
    LOST,
    RFC,
    Api,
    answer,
    client,
    options,
    raw_answer,
    refusal,
    sender,
    transport_to,
)
from tests.support.things import call, thing_call, thing_route

from .seen import Seen, events

pytestmark = pytest.mark.anyio
COMMON = {
    "http.request.method": "GET",
    "server.address": "api.test",
    "server.port": 443,
    "url.template": "/clients/{id}",
    "gigstack.operation": "clients.get",
}
FILE = "https://files.test/a.pdf?signature=secret"


async def test_a_call_is_one_span_of_a_client(seen: Seen) -> None:
    await client(Api(answer({"id": "client_1"}))).clients.get("client_1")
    [span] = seen.spans
    assert (span.name, span.kind) == ("GET /clients/{id}", SpanKind.CLIENT)
    assert span.attributes == COMMON | {"http.response.status_code": 200, "gigstack.attempts": 1}
    assert span.status.status_code is StatusCode.UNSET
    assert events(span) == [("gigstack.attempt", {"http.response.status_code": 200})]
    assert span.instrumentation_scope is not None
    assert span.instrumentation_scope.name == "gigstack_api"


async def test_attempts_and_waits_are_events(seen: Seen) -> None:
    api = Api(refusal(503, headers={"Retry-After": "3"}), LOST, answer())
    await sender(api, FakeClock()).perform(thing_call(Replay.SAFE), options())
    [span] = seen.spans
    assert events(span) == [
        ("gigstack.attempt", {"http.response.status_code": 503, "error.type": "503"}),
        ("gigstack.wait", {"gigstack.wait.reason": "retry", "gigstack.wait.duration": 3}),
        ("gigstack.attempt", {"error.type": "reply_lost", "http.request.resend_count": 1}),
        ("gigstack.wait", {"gigstack.wait.reason": "retry", "gigstack.wait.duration": 1}),
        (
            "gigstack.attempt",
            {"http.response.status_code": 200, "http.request.resend_count": 2},
        ),
    ]
    assert (span.attributes or {})["gigstack.attempts"] == 3
    assert span.status.status_code is StatusCode.UNSET


def waits(seen: Seen) -> list[dict[str, Any]]:
    """The waits of all calls."""
    return [
        attributes
        for span in seen.spans
        for name, attributes in events(span)
        if name == "gigstack.wait"
    ]


async def test_a_wait_for_a_rate_limit_is_an_event(seen: Seen) -> None:
    shared = sender(Api(refusal(429, headers={"Retry-After": "5"}), answer()), FakeClock())
    with pytest.raises(RateLimitError):
        await shared.perform(thing_call(Replay.SAFE), options(RetryPolicy.none()))
    await shared.perform(thing_call(Replay.SAFE), options())
    assert waits(seen) == [
        {"gigstack.wait.reason": "rate_limit", "gigstack.wait.duration": 5},
    ]


async def test_a_wait_for_a_place_is_an_event(seen: Seen) -> None:
    clock = FakeClock()

    async def handler(request: httpx.Request) -> httpx.Response:
        await anyio.lowlevel.checkpoint()
        clock.time_s += 2
        return answer()

    shared = sender(handler, clock, transport=transport_to(handler, most=1))
    async with anyio.create_task_group() as group:
        for _ in range(2):
            group.start_soon(shared.perform, thing_call(Replay.SAFE), options())
    assert waits(seen) == [
        {"gigstack.wait.reason": "connection", "gigstack.wait.duration": 2},
    ]
    took = [(span.events[-1].attributes or {})["gigstack.attempt.duration"] for span in seen.spans]
    assert took == [2, 2]


async def test_a_rate_limit_beyond_the_deadline_is_no_attempt(seen: Seen) -> None:
    clock = FakeClock()
    shared = sender(Api(refusal(429, headers={"Retry-After": "50"})), clock)
    with pytest.raises(RateLimitError, match="No"):
        await shared.perform(thing_call(Replay.SAFE), options())
    with pytest.raises(DeliveryTimeoutError, match="rate limited for another 50"):
        await shared.perform(thing_call(Replay.SAFE), options())
    attributes = seen.spans[1].attributes or {}
    assert (attributes["gigstack.attempts"], attributes["error.type"]) == (
        0,
        "DeliveryTimeoutError",
    )


FAILURES: list[tuple[Callable[[], Api], type[Exception], str]] = [
    (lambda: Api(refusal(404)), NotFoundError, "404"),
    (lambda: Api(LOST), OutcomeUnknownError, "OutcomeUnknownError"),
    (lambda: Api(httpx.ConnectError("no")), DeliveryError, "DeliveryError"),
    (lambda: Api(raw_answer(b"{")), UnreadableReplyError, "UnreadableReplyError"),
]


@pytest.mark.parametrize(("api", "error", "error_type"), FAILURES)
async def test_a_failed_call_says_how(
    seen: Seen, api: Callable[[], Api], error: type[Exception], error_type: str
) -> None:
    gig = client(api(), retries=RetryPolicy.none())
    with pytest.raises(error):
        await gig.income_invoices.create(client={"id": "client_1"}, items=[{"description": "Café"}])
    [span] = seen.spans
    assert (span.attributes or {})["error.type"] == error_type
    assert span.status.status_code is StatusCode.ERROR
    assert span.status.description is None


async def test_a_refusal_with_status_200_is_named_by_its_class(seen: Seen) -> None:
    body = {"success": False, "error": {"code": "c", "message": "No."}}
    with pytest.raises(APIError, match="No"):
        await client(Api(httpx.Response(200, json=body))).clients.get("client_1")
    attributes = seen.spans[0].attributes or {}
    assert attributes["http.response.status_code"] == 200
    assert attributes["error.type"] == "APIError"


async def test_a_deletion_that_was_repeated_has_not_failed(seen: Seen) -> None:
    await client(Api(LOST, refusal(404))).clients.delete("client_1")
    [span] = seen.spans
    assert span.status.status_code is StatusCode.UNSET
    assert "error.type" not in (span.attributes or {})


async def test_a_file_that_cannot_be_read_is_seen(seen: Seen) -> None:
    with pytest.raises(InvalidArgumentError):
        await client(Api()).clients.upload_csf(file=Path("missing.pdf"))
    [span] = seen.spans
    assert (span.attributes or {})["error.type"] == "InvalidArgumentError"
    assert not span.events


async def test_a_cancelled_call_has_not_failed(seen: Seen) -> None:
    async def hang(request: httpx.Request) -> httpx.Response:
        scope.cancel()
        await anyio.sleep_forever()
        raise AssertionError

    with anyio.CancelScope() as scope:
        await client(hang).clients.get("client_1")
    [span] = seen.spans
    assert (span.attributes or {})["error.type"] == "cancelled"
    assert span.status.status_code is StatusCode.UNSET
    assert trace.get_current_span() is trace.INVALID_SPAN


@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_a_dropped_call_ends_quietly(seen: Seen, caplog: pytest.LogCaptureFixture) -> None:
    async def hang(request: httpx.Request) -> httpx.Response:
        await anyio.sleep_forever()
        raise AssertionError

    going: Any = client(hang).clients.get("client_1")
    going.send(None)
    going.close()
    gc.collect()
    [span] = seen.spans
    assert (span.attributes or {})["error.type"] == "cancelled"
    assert not caplog.records


async def test_a_file_is_a_span_inside_its_call(seen: Seen) -> None:
    pdf = File("a.pdf", "application/pdf", ("data.pdf",))
    route = thing_route(Replay.SAFE, method="GET", decode=pdf)
    api = Api(answer({"pdf": FILE}), httpx.Response(200, content=b"%PDF-1.7 %%EOF"))
    await sender(api).perform(call(route), options())
    file, whole = seen.spans
    assert (file.name, whole.name) == ("GET", "GET /things")
    assert file.parent == whole.context
    assert file.attributes == {
        "http.request.method": "GET",
        "server.address": "files.test",
        "server.port": 443,
        "gigstack.operation": "download",
        "http.response.status_code": 200,
        "gigstack.attempts": 1,
    }


async def test_a_streamed_file_is_a_span(seen: Seen, tmp_path: Path) -> None:
    api = Api(LOST, httpx.Response(200, content=b"%PDF-1.7 %%EOF"))
    await client(api).download_to(FILE, tmp_path / "a.pdf")
    [span] = seen.spans
    assert (span.attributes or {})["gigstack.operation"] == "download_to"
    assert [name for name, _ in events(span)] == [
        "gigstack.attempt",
        "gigstack.wait",
        "gigstack.attempt",
    ]


async def test_a_file_that_fails_says_how(seen: Seen, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        await client(Api(httpx.Response(404))).download(FILE)
    with pytest.raises(NotFoundError):
        await client(Api(httpx.Response(404))).download_to(FILE, tmp_path / "a.pdf")
    assert [(span.attributes or {})["error.type"] for span in seen.spans] == ["404", "404"]


async def test_nothing_personal_is_exported(seen: Seen) -> None:
    personal = ["client_77", RFC, "juan@ejemplo.com", "Juan Pérez", KEY, "signature", "secret"]
    quoting = {"success": False, "error": {"code": "c", "message": f"{RFC} juan@ejemplo.com"}}
    api = Api(
        httpx.Response(400, json=quoting),
        refusal(503),
        answer([{"id": "client_77"}], has_more=False, total_results=1),
        answer({"id": "client_77", "name": "Juan Pérez", "tax_id": RFC}),
        httpx.Response(200, content=b"%PDF-"),
    )
    gig = client(api)
    with pytest.raises(BadRequestError, match=RFC):
        await gig.clients.get("client_77")
    await gig.clients.list(metadata={"email": "juan@ejemplo.com"}).collect()
    await gig.clients.create(name="Juan Pérez", tax_id=RFC, email="juan@ejemplo.com")
    await gig.download(FILE)
    assert len(seen.spans) == 4
    assert [text for text in personal if text in seen.text] == []
