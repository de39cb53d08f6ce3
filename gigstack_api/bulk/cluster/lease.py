"""The lease of a batch: its calls are sent only while the scheduler says that it is this worker's.

The scheduler gives a batch to another worker when it takes this one for lost. This one may be
alive, and hear of it late. Its lease ends by itself, so the other one knows how long to wait.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from typing import TypeVar

import anyio

from ..._core.concurrency import Background
from .protocols import DaskWorker

T = TypeVar("T")

LEASE_S = 2.0
"""A worker that the scheduler takes for lost sends nothing after this time."""

RENEWALS = 4
"""How often a lease is renewed in its time."""


async def is_ours(worker: DaskWorker, key: str) -> bool:
    """Whether the scheduler says that a batch is this worker's.

    It is not if the worker was taken for lost, or if the driver needs no answer or is gone.

    Raises:
        OSError: the scheduler does not answer.
    """
    found = None
    with suppress(KeyError):  # it does not know the worker any more
        found = await worker.scheduler.processing(workers=[worker.address])
    return found is not None and key in found[worker.address]


async def under_lease(
    work: Callable[[], Awaitable[T]],
    ours: Callable[[], Awaitable[bool]],
    *,
    lease_s: float = LEASE_S,
) -> T | None:
    """The result of work. None if it was cut off, since the lease was not renewed in time.

    Args:
        work: The work.
        ours: Whether the batch is this worker's.
        lease_s: How long the work may go on after that was asked.

    Raises:
        OSError: the scheduler does not answer; nothing was begun.
    """
    # The time before the question counts: the answer may take long.
    asked_at = anyio.current_time()
    if not await ours():
        return None
    result: T | None = None
    with anyio.CancelScope(deadline=asked_at + lease_s) as scope:
        renewing = Background(partial(_renew, scope, ours, lease_s))
        try:
            result = await work()
        finally:
            await renewing.stop()
    return result


async def _renew(
    scope: anyio.CancelScope, ours: Callable[[], Awaitable[bool]], lease_s: float
) -> None:
    while True:
        await anyio.sleep(lease_s / RENEWALS)
        asked_at = anyio.current_time()
        with suppress(OSError):  # the lease ends unless a later question is answered
            if not await ours():
                scope.cancel()
                return
            scope.deadline = asked_at + lease_s
