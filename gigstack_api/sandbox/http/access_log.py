"""The access log: method, route, status and time of each request, and nothing of what was in it."""

from __future__ import annotations

import logging
import time
from collections.abc import MutableMapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

ROUTE = "gigstack_api.route"
"""Where a request holds the route it took: a path of the spec, with the names of its parameters
instead of their values.
"""

log = logging.getLogger("gigstack_api.sandbox")


def set_route(scope: MutableMapping[str, Any], route: str) -> None:
    """Notes the route that a request took."""
    scope[ROUTE] = route


def with_access_log(app: ASGIApp) -> ASGIApp:
    """The app, with a line for each of its answers."""

    async def call(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        status = "cut"

        async def note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = str(message["status"])
            await send(message)

        started = time.monotonic()
        try:
            await app(scope, receive, note)
        finally:
            milliseconds = (time.monotonic() - started) * 1000
            log.info(
                "%s %s: %s in %.0f ms",
                scope["method"],
                scope.get(ROUTE, "no such route"),
                status,
                milliseconds,
            )

    return call
