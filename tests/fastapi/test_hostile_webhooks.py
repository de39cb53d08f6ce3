"""Webhooks that drip, and handlers that try to end the server."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Any

import anyio
import pytest

from gigstack_api import Gigstack, InvalidArgumentError
from gigstack_api.fastapi import WebhookRouter
from gigstack_api.sandbox import Sandbox
from gigstack_api.webhooks import Event, MemoryDeduplicator

from ..support.asgi import client_of_app
from ..webhooks.bodies import body
from .apps import ADDRESS, SECRET, app_with

pytestmark = pytest.mark.anyio


class Drip:
    """A body that never ends: a byte, and nothing more."""

    def __init__(self) -> None:
        self._sent = False

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        if self._sent:
            await anyio.sleep_forever()
        self._sent = True
        return b"{"


async def test_a_body_that_drips_is_408() -> None:
    hooks = WebhookRouter(secret=SECRET, body_timeout_s=0.05)
    sent: list[Any] = []
    drip = Drip()

    async def receive() -> Any:
        return {"type": "http.request", "body": await anext(drip), "more_body": True}

    async def send(message: Any) -> None:
        sent.append(message)

    app = app_with(hooks)
    async with client_of_app(app):
        scope: dict[str, Any] = {
            "type": "http",
            "method": "POST",
            "path": ADDRESS,
            "query_string": b"",
            "headers": [],
        }
        with anyio.fail_after(10):
            await app(scope, receive, send)
    assert sent[0]["status"] == 408
    assert b"urn:gigstack-api:too-slow" in sent[1]["body"]


@pytest.mark.parametrize("seconds", [0, -1, float("nan")])
def test_the_time_for_a_body_is_more_than_0(seconds: float) -> None:
    with pytest.raises(InvalidArgumentError, match="body_timeout_s must be more than 0"):
        WebhookRouter(secret=SECRET, body_timeout_s=seconds)


def group() -> BaseException:
    return BaseExceptionGroup("of a task group", [SystemExit(1)])


ENDS: list[Callable[[], BaseException]] = [
    SystemExit,
    KeyboardInterrupt,
    group,
]


@pytest.mark.parametrize("end", ENDS)
async def test_a_handler_that_wants_to_end_the_server_is_logged(
    caplog: pytest.LogCaptureFixture, gigstack_sandbox: Sandbox, end: Callable[[], BaseException]
) -> None:
    hooks = WebhookRouter(secret=SECRET, queues=1)
    handled: list[str | None] = []

    @hooks.on("*")
    async def fail(event: Event[Any], gig: Gigstack) -> None:
        handled.append(event.id)
        if event.id == "evt_0":
            raise end()

    async with client_of_app(app_with(hooks, gigstack_sandbox)) as http:
        statuses = [
            (await http.post(ADDRESS, json=body(id=f"evt_{number}"))).json()["status"]
            for number in range(3)
        ]
    assert statuses == ["accepted"] * 3
    assert handled == ["evt_0", "evt_1", "evt_2"]
    assert f"a handler of event 'evt_0' ('payment.succeeded') raised {type(end()).__name__}" in (
        caplog.text
    )


async def test_a_deduplicator_that_wants_to_end_the_server_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Ending(MemoryDeduplicator):
        async def release(self, key: str) -> None:
            raise SystemExit

    hooks = WebhookRouter(secret=SECRET, deduplicator=Ending())

    @hooks.on("*")
    async def fail(event: Event[Any], gig: Gigstack) -> None:
        raise ValueError

    async with client_of_app(app_with(hooks)) as http:
        assert (await http.post(ADDRESS, json=body())).status_code == 200
    assert "stays claimed: releasing it raised SystemExit" in caplog.text
