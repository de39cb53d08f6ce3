"""Makes the writes, many at once, under their faults. Records what was sent and what the caller got
back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextvars import ContextVar
from typing import Any, Protocol
from zlib import crc32

import anyio
import httpx
from attrs import evolve

from gigstack_api import (
    APIError,
    DeliveryError,
    Gigstack,
    GigstackError,
    OutcomeUnknownError,
    RetryPolicy,
    Upserted,
)

from ..harness.fault_plans import HEADER, NONE, REFUSED, FaultInjector, inject_faults
from .oracle import MOST_ATTEMPTS, VALUE, SentRequest, WriteOutcome
from .plan import Write

QUICK_RETRIES = RetryPolicy(max_attempts=MOST_ATTEMPTS, base_s=0.001, max_wait_s=0.004, settle_s=0)
"""Retries with hardly any waiting."""

MOST_WHILE_DOWN = 60
"""How many writes are begun while the server is down; the others wait until it is back."""


class Server(Protocol):
    """The server that the writes are sent to."""

    @property
    def epoch(self) -> int:
        """How often the server stopped or started; even while it is up."""
        ...

    async def wait_until_up(self) -> None:
        """Returns once the server is up."""
        ...


class _TracedRequest:
    """A request on its way. httpcore reports how much of it was written."""

    def __init__(self, request: httpx.Request, *, port: int) -> None:
        refused = request.url.port != port
        self.fault = REFUSED if refused else request.headers.get(HEADER, NONE)
        self.digest = crc32(request.content)
        self.sent = False
        self._inner: Any = request.extensions["trace"]

    async def trace(self, event: str, info: dict[str, Any]) -> None:
        """Takes an event of httpcore and passes it on to the SDK."""
        self.sent = self.sent or event.endswith("send_request_headers.started")
        await self._inner(event, info)


_traced: ContextVar[list[_TracedRequest]] = ContextVar("requests of the current write")


def tracing_client(
    injector: FaultInjector, *, max_connections: int, port: int
) -> httpx.AsyncClient:
    """A client whose requests meet the planned faults and are recorded."""

    async def record(request: httpx.Request) -> None:
        traced = _TracedRequest(request, port=port)
        _traced.get().append(traced)
        request.extensions["trace"] = traced.trace

    http = injector.http_client(max_connections=max_connections)
    http.event_hooks = {**http.event_hooks, "request": [*http.event_hooks["request"], record]}
    return http


async def perform_all(
    gigs: Sequence[Gigstack],
    source: Iterator[Write],
    server: Server,
    *,
    calls_per_client: int,
    outcomes: list[WriteOutcome | None],
    is_looked_up: Callable[[Write], bool],
) -> None:
    """Makes all writes and stores their outcomes in `outcomes`, by index.

    Args:
        calls_per_client: Calls in flight over each client.
        is_looked_up: Whether `gig.reconcile` is called for a write whose outcome is unknown.
    """

    async def work(gig: Gigstack) -> None:
        while_down = 0
        for write in source:
            while_down = while_down + 1 if server.epoch % 2 else 0
            if while_down > MOST_WHILE_DOWN // (calls_per_client * len(gigs)):
                await server.wait_until_up()
            outcomes[write.index] = await perform(gig, write, server, look_up=is_looked_up(write))

    async with anyio.create_task_group() as group:
        for gig in gigs:
            for _ in range(calls_per_client):
                group.start_soon(work, gig)


async def perform(gig: Gigstack, write: Write, server: Server, *, look_up: bool) -> WriteOutcome:
    """Makes one write."""
    traced: list[_TracedRequest] = []
    _traced.set(traced)
    began = server.epoch
    created: bool | None = None
    error: Exception | None = None
    with inject_faults(write.faults):
        try:
            value = await write.kind.call(gig, write.marker)
            created = value.created if isinstance(value, Upserted) else None
        except Exception as raised:  # noqa: BLE001 - every exception is an outcome to be judged
            error = raised

    outcome = WriteOutcome(
        replay=write.kind.replay,
        requests=tuple(
            SentRequest(request.fault, request.sent, request.digest) for request in traced
        ),
        reported=VALUE if error is None else name_of(error),
        status=error.status if isinstance(error, APIError) else None,
        created=created,
        is_new=not write.kind.target,
        disturbed=bool(began % 2) or server.epoch != began,
    )
    if look_up and isinstance(error, OutcomeUnknownError):
        return evolve(outcome, looked_up=True, done=await look_up_outcome(gig, error))
    return outcome


def name_of(error: Exception) -> str:
    """The name of an error, with its module unless the error is from gigstack_api."""
    if isinstance(error, GigstackError):
        return type(error).__name__
    return f"{type(error).__module__}.{type(error).__name__}"


async def look_up_outcome(gig: Gigstack, error: OutcomeUnknownError) -> bool | None:
    """The result of `gig.reconcile`; None where it cannot be determined, or the server is down."""
    try:
        return (await gig.reconcile(error, settle_s=0)).done
    except (APIError, DeliveryError):
        return None
