"""A program with Sentry, which traces httpx by itself."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import urlsplit

import sentry_sdk

from tests.ecosystem.calls import make_calls, show

events: list[Any] = []


def keep(event: Any, hint: Any) -> None:
    """Takes a transaction; nothing is sent."""
    events.append(event)


sentry_sdk.init(
    dsn="http://key@127.0.0.1:9/1", traces_sample_rate=1.0, before_send_transaction=keep
)
with sentry_sdk.start_transaction(name="calls"):
    asyncio.run(make_calls())

spans = [span for span in events[0]["spans"] if span["op"] == "http.client"]
show(
    [
        (
            span["data"]["http.method"],
            urlsplit(str(span["data"]["url"])).path,
            span["data"]["http.response.status_code"],
        )
        for span in spans
    ]
)
