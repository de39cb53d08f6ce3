"""Makes the writes: many at once, under their faults, and notes what was sent and what the caller
was told.
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

from ..harness.fault_plans import HEADER, NONE, REFUSED, Plans, planned
from .oracle import MOST_ATTEMPTS, VALUE, Attempt, Ended
from .plan import Write

AT_ONCE = RetryPolicy(max_attempts=MOST_ATTEMPTS, base_s=0.001, max_wait_s=0.004, settle_s=0.0)
"""Retries that hardly wait."""

MET_GONE = 60
"""How many writes are begun while the server is gone; the others wait until it is back."""


class Place(Protocol):
    """Where the writes go."""

    @property
    def epoch(self) -> int:
        """How often the server went away or came back; even while it is there."""
        ...

    async def wait_until_up(self) -> None:
        """Returns once it is there."""
        ...


class _Sent:
    """A request on its way: how much of it was written is told while it goes."""

    def __init__(self, request: httpx.Request, *, to: int) -> None:
        refused = request.url.port != to
        self.fault = REFUSED if refused else request.headers.get(HEADER, NONE)
        self.digest = crc32(request.content)
        self.sent = False
        self._inner: Any = request.extensions["trace"]

    async def trace(self, event: str, info: dict[str, Any]) -> None:
        """Hears from httpcore, and passes it on to the SDK."""
        self.sent = self.sent or event.endswith("send_request_headers.started")
        await self._inner(event, info)


_requests: ContextVar[list[_Sent]] = ContextVar("requests of the call")


def watched(plans: Plans, *, most: int, port: int) -> httpx.AsyncClient:
    """A client whose requests meet the planned faults, and are noted."""

    async def note(request: httpx.Request) -> None:
        sent = _Sent(request, to=port)
        _requests.get().append(sent)
        request.extensions["trace"] = sent.trace

    http = plans.http_client(most=most)
    http.event_hooks = {**http.event_hooks, "request": [*http.event_hooks["request"], note]}
    return http


async def made(
    gigs: Sequence[Gigstack],
    source: Iterator[Write],
    place: Place,
    *,
    each: int,
    ended: list[Ended | None],
    is_looked_up: Callable[[Write], bool],
) -> None:
    """Makes all writes, `each` at a time over each client, and puts what became of them into
    `ended`, by their index.

    `is_looked_up` says of which unknown outcomes `gig.reconcile` is asked.
    """

    async def work(gig: Gigstack) -> None:
        gone = 0
        for write in source:
            gone = gone + 1 if place.epoch % 2 else 0
            if gone > MET_GONE // (each * len(gigs)):
                await place.wait_until_up()
            ended[write.index] = await one(gig, write, place, look_up=is_looked_up(write))

    async with anyio.create_task_group() as group:
        for gig in gigs:
            for _ in range(each):
                group.start_soon(work, gig)


async def one(gig: Gigstack, write: Write, place: Place, *, look_up: bool) -> Ended:
    """What became of one write."""
    requests: list[_Sent] = []
    _requests.set(requests)
    began = place.epoch
    created: bool | None = None
    error: Exception | None = None
    with planned(write.faults):
        try:
            value = await write.kind.call(gig, write.marker)
            created = value.created if isinstance(value, Upserted) else None
        except Exception as raised:  # noqa: BLE001 - whatever comes: this is what is put to the test
            error = raised
    ended = Ended(
        replay=write.kind.replay,
        attempts=tuple(Attempt(each.fault, each.sent, each.digest) for each in requests),
        told=VALUE if error is None else word_of(error),
        status=error.status if isinstance(error, APIError) else None,
        created=created,
        fresh=not write.kind.upon,
        disturbed=bool(began % 2) or place.epoch != began,
    )
    if look_up and isinstance(error, OutcomeUnknownError):
        return evolve(ended, looked_up=True, done=await found_out(gig, error))
    return ended


def word_of(error: Exception) -> str:
    """The name of an error; that of a stranger with its module."""
    return (
        type(error).__name__
        if isinstance(error, GigstackError)
        else f"{type(error).__module__}.{type(error).__name__}"
    )


async def found_out(gig: Gigstack, error: OutcomeUnknownError) -> bool | None:
    """What `gig.reconcile` says of a write; None where nobody can know, also while the server is
    gone.
    """
    try:
        return (await gig.reconcile(error, settle_s=0)).done
    except (APIError, DeliveryError):
        return None
