"""Recognises events that come more than once. Pure."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Protocol

from ..errors import InvalidArgumentError

DAY_S = 86_400.0


class Deduplicator(Protocol):
    """Remembers which events were taken, by their `key`.

    An event is claimed before it is handled, and released if that fails: then another delivery of
        it is handled. Whoever dies in
    between leaves it claimed until it is forgotten.
    """

    async def claim(self, key: str) -> bool:
        """Whether the event is new. Of any number of callers at once, one is told True."""
        ...

    async def release(self, key: str) -> None:
        """Lets the event be claimed again. Nothing happens where it is not claimed."""
        ...


class MemoryDeduplicator:
    """Remembers events in this process: enough for one that runs alone.

    Args:
        max_events: How many are remembered; beyond that the oldest is forgotten. Each takes about
            200 bytes.
        keep_s: How long each is remembered (seconds). gigstack publishes no schedule of its
            retries.
        now: A clock in seconds.

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
                "max_events and keep_s must be more than 0, or nothing is remembered"
            )
        self._max_events = max_events
        self._keep_s = keep_s
        self._now = now
        self._forget_at: OrderedDict[str, float] = OrderedDict()
        """By key, in the order they were claimed: the first is always the next to be forgotten."""

    async def claim(self, key: str) -> bool:
        """Whether the event is new."""
        self._forget()
        if key in self._forget_at:
            return False
        if len(self._forget_at) >= self._max_events:
            self._forget_at.popitem(last=False)
        self._forget_at[key] = self._now() + self._keep_s
        return True

    async def release(self, key: str) -> None:
        """Lets the event be claimed again."""
        self._forget_at.pop(key, None)

    def _forget(self) -> None:
        now = self._now()
        while self._forget_at and next(iter(self._forget_at.values())) <= now:
            self._forget_at.popitem(last=False)
