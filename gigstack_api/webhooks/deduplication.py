"""Recognises events that are delivered more than once."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Protocol

from ..errors import InvalidArgumentError

DAY_S = 86_400.0


class Deduplicator(Protocol):
    """Remembers which events were claimed, by their `key`.

    An event is claimed before it is handled, and released if its handling fails, so that the next
    delivery is handled. If the process dies in between, the event stays claimed until it is
    forgotten.
    """

    async def claim(self, key: str) -> bool:
        """Claims an event and returns whether it is new: True for one of all concurrent callers."""
        ...

    async def release(self, key: str) -> None:
        """Makes an event claimable again. Does nothing if it is not claimed."""
        ...


class MemoryDeduplicator:
    """Remembers events in the memory of this process; enough if only one process handles them.

    Args:
        max_events: How many events are remembered, about 200 bytes each. Beyond that the oldest is
            forgotten.
        keep_s: How long an event is remembered (seconds). gigstack does not document for how long
            it retries deliveries.
        now: A clock (seconds).

    Raises:
        InvalidArgumentError: `max_events` or `keep_s` is not positive.
    """

    def __init__(
        self,
        *,
        max_events: int = 100_000,
        keep_s: float = 7 * DAY_S,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        if max_events < 1 or not keep_s > 0:
            raise InvalidArgumentError(
                "max_events and keep_s must be greater than 0, or nothing is remembered"
            )
        self._max_events = max_events
        self._keep_s = keep_s
        self._now = now
        self._forget_at: OrderedDict[str, float] = OrderedDict()
        """Keys in the order they were claimed: the first is always the next to be forgotten."""

    async def claim(self, key: str) -> bool:
        """Claims an event and returns whether it is new."""
        self._forget_expired()
        if key in self._forget_at:
            return False
        if len(self._forget_at) >= self._max_events:
            self._forget_at.popitem(last=False)
        self._forget_at[key] = self._now() + self._keep_s
        return True

    async def release(self, key: str) -> None:
        """Makes an event claimable again. Does nothing if it is not claimed."""
        self._forget_at.pop(key, None)

    def _forget_expired(self) -> None:
        now = self._now()
        while self._forget_at and next(iter(self._forget_at.values())) <= now:
            self._forget_at.popitem(last=False)
