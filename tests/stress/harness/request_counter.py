"""Counts the requests of one list: how many were sent, which faults they met, and how many still
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

from .fault_plans import NONE, FaultInjector

CONNECTIONS = 16
"""Few, so that a leaked connection soon stops everything. A large pool also makes each request
slower.
"""


class RequestCounter(Iterator[str]):
    """Hands out the faults of a list, one per request, and counts its requests."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        self._faults = iter(faults)
        self._to_cancel: tuple[anyio.CancelScope, int] | None = None
        self.requests = 0
        self.faults: Counter[str] = Counter()
        self.connections = 0

    def cancel_during_request(self, scope: anyio.CancelScope, *, in_requests: int) -> None:
        """Cancels the scope while the request that is `in_requests` from now is sent."""
        self._to_cancel = scope, self.requests + in_requests

    def __next__(self) -> str:
        self.requests += 1
        fault = next(self._faults, NONE)
        if fault != NONE:
            self.faults[fault.partition(" ")[0]] += 1
        if self._to_cancel is not None and self.requests >= self._to_cancel[1]:
            self._to_cancel[0].cancel()
            self._to_cancel = None
        return fault


current_counter: ContextVar[RequestCounter] = ContextVar("counter of the list of a request")


class _CountingTransport(httpx.AsyncBaseTransport):
    """Counts the connections that each list holds."""

    def __init__(self) -> None:
        limits = httpx.Limits(max_connections=CONNECTIONS, max_keepalive_connections=CONNECTIONS)
        self._inner = httpx.AsyncHTTPTransport(limits=limits)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        counter = current_counter.get()
        counter.connections += 1
        try:
            response = await self._inner.handle_async_request(request)
        except BaseException:
            counter.connections -= 1
            raise
        response.stream = _Body(cast(httpx.AsyncByteStream, response.stream), counter)
        return response

    async def aclose(self) -> None:
        await self._inner.aclose()


class _Body(httpx.AsyncByteStream):
    """The body of a reply. Closing it frees the connection."""

    def __init__(self, inner: httpx.AsyncByteStream, counter: RequestCounter) -> None:
        self._inner = inner
        self._counter: RequestCounter | None = counter

    async def __aiter__(self) -> AsyncGenerator[bytes, None]:
        async for part in self._inner:
            yield part

    async def aclose(self) -> None:
        await self._inner.aclose()
        if self._counter is not None:
            self._counter.connections -= 1
        self._counter = None


@asynccontextmanager
async def counting_client(injector: FaultInjector) -> AsyncGenerator[httpx.AsyncClient]:
    """A client whose requests meet the faults of their list and are counted for it."""
    async with injector.http_client(max_connections=1) as model:
        hooks = model.event_hooks
    async with httpx.AsyncClient(transport=_CountingTransport(), event_hooks=hooks) as http:
        yield http
