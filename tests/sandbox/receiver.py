"""A receiver of webhooks: a real server that keeps the posted events and gives set answers."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import anyio
from attrs import Factory, define
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..support.asgi import serving


@define
class Receiver:
    """`posted` are the events, `bodies` their bytes, `headers` those they came with; `answers` are
    the next statuses, then 204.
    """

    origin: str = ""
    posted: list[dict[str, Any]] = Factory(list[dict[str, Any]])
    bodies: list[bytes] = Factory(list[bytes])
    headers: list[dict[str, str]] = Factory(list[dict[str, str]])
    answers: list[int] = Factory(list[int])

    async def take(self, request: Request) -> Response:
        self.bodies.append(await request.body())
        self.headers.append(dict(request.headers))
        self.posted.append(await request.json())
        return Response(status_code=self.answers.pop(0) if self.answers else 204)


async def arrived(receiver: Receiver, count: int) -> list[dict[str, Any]]:
    """The posted events, once this many arrived: over a socket they come after the answer."""
    with anyio.fail_after(5):
        while len(receiver.posted) < count:
            await anyio.sleep(0.005)
    return receiver.posted


@contextmanager
def receiving() -> Generator[Receiver, None, None]:
    receiver = Receiver()
    app = Starlette(routes=[Route("/hook", receiver.take, methods=["POST"])])
    with serving(app) as origin:
        receiver.origin = origin
        yield receiver
