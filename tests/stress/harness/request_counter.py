"""What the requests of one list come to: how many were sent, which met a fault, and how many still
hold a connection.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import cast

import anyio
import httpx

from .fault_plans import NONE, Plans

CONNECTIONS = 16
"""Few, so that one that is not given back soon stops everything; and many cost the pool time with
each request.
"""


class Tally(Iterator[str]):
    """Hands out the faults of a list, one a request, and counts its requests."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        self._faults = iter(faults)
        self._doomed: tuple[anyio.CancelScope, int] | None = None
        self.requests = 0
        self.met: Counter[str] = Counter()
        self.held = 0

    def cancels(self, scope: anyio.CancelScope, *, in_requests: int) -> None:
        """Cancels the scope while the request that is so many from now is sent."""
        self._doomed = scope, self.requests + in_requests

    def __next__(self) -> str:
        self.requests += 1
        fault = next(self._faults, NONE)
        if fault != NONE:
            self.met[fault.partition(" ")[0]] += 1
        if self._doomed is not None and self.requests >= self._doomed[1]:
            self._doomed[0].cancel()
            self._doomed = None
        return fault


current: ContextVar[Tally] = ContextVar("tally of the list that a request belongs to")


class _Watched(httpx.AsyncBaseTransport):
    """Connections that know which list holds them."""

    def __init__(self) -> None:
        limits = httpx.Limits(max_connections=CONNECTIONS, max_keepalive_connections=CONNECTIONS)
        self._inner = httpx.AsyncHTTPTransport(limits=limits)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        tally = current.get()
        tally.held += 1
        try:
            response = await self._inner.handle_async_request(request)
        except BaseException:
            tally.held -= 1
            raise
        response.stream = _Body(cast(httpx.AsyncByteStream, response.stream), tally)
        return response

    async def aclose(self) -> None:
        await self._inner.aclose()


class _Body(httpx.AsyncByteStream):
    """The body of an answer; once closed, its connection is free."""

    def __init__(self, inner: httpx.AsyncByteStream, tally: Tally) -> None:
        self._inner = inner
        self._tally: Tally | None = tally

    async def __aiter__(self) -> AsyncGenerator[bytes, None]:
        async for part in self._inner:
            yield part

    async def aclose(self) -> None:
        await self._inner.aclose()
        if self._tally is not None:
            self._tally.held -= 1
        self._tally = None


@asynccontextmanager
async def watched(plans: Plans) -> AsyncGenerator[httpx.AsyncClient]:
    """A client whose requests meet the faults of their list, and are counted in its tally."""
    async with plans.http_client(most=1) as model:
        hooks = model.event_hooks
    async with httpx.AsyncClient(transport=_Watched(), event_hooks=hooks) as http:
        yield http
