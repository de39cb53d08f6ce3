"""The access log: method, route, status and time of each request, and none of its content."""

from __future__ import annotations

import logging
import time
from collections.abc import MutableMapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

ROUTE = "gigstack_api.route"
"""The key of a request's scope that holds its route.

The route is a path of the spec, with parameter names instead of values.
"""

log = logging.getLogger("gigstack_api.sandbox")


def set_route(scope: MutableMapping[str, Any], route: str) -> None:
    """Stores the route of a request, for its line in the log."""
    scope[ROUTE] = route


def with_access_log(app: ASGIApp) -> ASGIApp:
    """The app, with a log line for each answer."""

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
