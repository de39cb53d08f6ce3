"""Connections per event loop, and the limit of calls that use them at once."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable
from typing import Any

import anyio
from anyio.lowlevel import current_token

from ...errors import ConfigurationError
from .messages import Connections, Lost, Progress, Request


class LoopConnections:
    """The connections of one event loop. `limiter` lets up to `most` calls use them at once.

    A 429 drops the limit to 1; every other response raises it by one, up to `most`.
    """

    def __init__(self, client: Connections, *, most: int, ours: bool) -> None:
        self.client = client
        self.limiter = anyio.CapacityLimiter(most)
        self.narrowed = 0
        self.closed = False
        self._most = most
        self._ours = ours

    async def acquire(self, call: object, timeout_s: float) -> bool:
        """Waits until one more call may be sent. Whether that took less than `timeout_s`.

        It is the call that holds a place, not its task: one call may be made within another.
        `limiter.release_on_behalf_of(call)` makes room for the next.
        """
        try:
            self.limiter.acquire_on_behalf_of_nowait(call)  # without a turn of the event loop
        except anyio.WouldBlock:
            with anyio.move_on_after(timeout_s):
                await self.limiter.acquire_on_behalf_of(call)
                return True
            return False
        return True

    def check_open(self) -> None:
        """Checks that calls may be sent.

        Raises:
            ConfigurationError: the connections or the client of the user were closed.
        """
        if self.closed:
            raise ConfigurationError(
                "this client is closed: open it again with `async with`, or make a new one"
            )
        if self.client.is_closed:
            raise ConfigurationError(
                "the http_client of this client is closed: make a new client with one that is open"
            )

    def on_response(self, status: int, *, narrowed: int) -> None:
        """Adjusts the limit to a response.

        `narrowed` is the value that the attribute had when the request was sent.
        """
        # A response to a request from before the last 429 says nothing about the present load.
        if status == 429:
            self.narrowed += 1
            self.limiter.total_tokens = 1
        elif narrowed == self.narrowed and self.limiter.total_tokens < self._most:
            self.limiter.total_tokens += 1

    async def aclose(self) -> None:
        """Closes the connections, unless they belong to the user."""
        self.closed = True
        if self._ours:
            await self.client.aclose()

    def __del__(self) -> None:
        if self._ours and not self.closed:
            text = "a gigstack client was never closed: use `async with`, or `await gig.aclose()`"
            warnings.warn(text, ResourceWarning, source=self, stacklevel=2)


class NoConnections:
    """Those of a client that was closed before it opened any."""

    is_closed = True

    async def exchange(self, request: Request, progress: Progress, timeout_s: float) -> Lost:
        """Sends nothing."""
        return Lost("this client is closed", sent=False)

    async def aclose(self) -> None:
        """Does nothing."""


class ConnectionsByLoop:
    """The connections of every event loop, made when they are first needed there."""

    def __init__(self, make: Callable[[], Connections], *, most: int, ours: bool) -> None:
        self._make = make
        self._most = most
        self._ours = ours
        self._by_loop: dict[object, LoopConnections] = {}

    def running(self) -> LoopConnections:
        """The connections of the running event loop."""
        loop = current_token().native_token
        connections = self._by_loop.get(loop)
        if connections is None:
            self._forget_ended_loops()
            connections = self._by_loop[loop] = LoopConnections(
                self._make(), most=self._most, ours=self._ours
            )
        return connections

    async def aclose(self) -> None:
        """Closes the connections of the running event loop."""
        loop = current_token().native_token
        if loop in self._by_loop:
            await self._by_loop[loop].aclose()
            return
        # Nothing was opened here, and nothing can be.
        closed = self._by_loop[loop] = LoopConnections(NoConnections(), most=self._most, ours=False)
        closed.closed = True

    def reopen(self) -> None:
        """Lets the running event loop get new connections if it closed its own."""
        connections = self._by_loop.get(loop := current_token().native_token)
        if connections is not None and connections.closed:
            del self._by_loop[loop]

    def _forget_ended_loops(self) -> None:
        """Drops connections whose event loop has ended, since they cannot be closed any more.

        They do not warn: nothing could have closed them, and the client goes on.
        """
        for loop in list(self._by_loop):
            # Another thread may have done it.
            if _has_ended(loop) and (ended := self._by_loop.pop(loop, None)):
                ended.closed = True


def _has_ended(loop: Any) -> bool:
    """Whether an asyncio event loop, or the trio run of a token, is over."""
    if hasattr(loop, "is_closed"):
        return bool(loop.is_closed())
    try:
        loop.run_sync_soon(int, idempotent=True)
    except sys.modules["trio"].RunFinishedError:
        return True
    return False
