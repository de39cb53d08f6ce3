"""Connections per event loop, and the limit of calls that use them at once."""

from __future__ import annotations

import sys
import warnings
from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ...errors import ConfigurationError
from .messages import Connections, Lost, Progress, Request

if TYPE_CHECKING:
    import anyio


def running_loop() -> Any:
    """The running event loop of asyncio, or the token of the running trio.

    Raises:
        RuntimeError: neither runs.
    """
    trio = sys.modules.get("trio")  # asked first: it may run as a guest of asyncio
    if trio is not None and trio.lowlevel.in_trio_run():
        return trio.lowlevel.current_trio_token()
    asyncio = sys.modules.get("asyncio")
    if asyncio is None:
        raise RuntimeError("no running event loop")
    return asyncio.get_running_loop()


async def sleep(seconds: float) -> None:
    """Returns after some seconds, and lets others run; without a module that is not loaded yet."""
    if hasattr(running_loop(), "create_connection"):
        await sys.modules["asyncio"].sleep(seconds)
    else:
        await sys.modules["trio"].sleep(seconds)


class Places:
    """Places for up to `limit` calls, `taken` of them by now; who waits longest is next."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self.taken = 0
        self._waiting: OrderedDict[anyio.Event, None] = OrderedDict()

    @property
    def limit(self) -> int:
        """How many calls may have a place. Calls that have one keep it when it is lowered."""
        return self._limit

    @limit.setter
    def limit(self, limit: int) -> None:
        self._limit = limit
        self._fill()

    def take_now(self) -> bool:
        """Takes a place, if there is one."""
        if self.taken >= self._limit:
            return False
        self.taken += 1
        return True

    async def take(self, timeout_s: float) -> bool:
        """Waits for a place. Whether there was one within `timeout_s` seconds."""
        if timeout_s <= 0:
            return False
        import anyio

        has_place = anyio.Event()
        self._waiting[has_place] = None
        try:
            with anyio.move_on_after(timeout_s):
                await has_place.wait()
        except BaseException:
            if has_place.is_set():
                self.give_back()
            raise
        finally:
            self._waiting.pop(has_place, None)
        return has_place.is_set()

    def give_back(self) -> None:
        """Makes room for the next call."""
        self.taken -= 1
        if self._waiting:
            self._fill()

    def _fill(self) -> None:
        while self._waiting and self.take_now():
            self._waiting.popitem(last=False)[0].set()


class LoopConnections:
    """The connections of one event loop. `places` lets up to `most` calls use them at once.

    A 429 drops the limit to 1; every other response raises it by one, up to `most`.
    """

    def __init__(self, client: Connections, *, most: int, ours: bool) -> None:
        self.client = client
        self.places = Places(most)
        self.narrowed = 0
        self.closed = False
        self._most = most
        self._ours = ours

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
            self.places.limit = 1
        elif self.places.limit < self._most and narrowed == self.narrowed:
            self.places.limit += 1

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
        loop = running_loop()
        connections = self._by_loop.get(loop)
        if connections is None:
            self._forget_ended_loops()
            connections = self._by_loop[loop] = LoopConnections(
                self._make(), most=self._most, ours=self._ours
            )
        return connections

    @property
    def places(self) -> tuple[int, int]:
        """How many places are taken on all event loops, and how many there are."""
        open_ones = [each.places for each in [*self._by_loop.values()] if not each.closed]
        return sum(each.taken for each in open_ones), sum(each.limit for each in open_ones)

    async def aclose(self) -> None:
        """Closes the connections of the running event loop."""
        loop = running_loop()
        if loop in self._by_loop:
            await self._by_loop[loop].aclose()
            return
        # Nothing was opened here, and nothing can be.
        closed = self._by_loop[loop] = LoopConnections(NoConnections(), most=self._most, ours=False)
        closed.closed = True

    def reopen(self) -> None:
        """Lets the running event loop get new connections if it closed its own."""
        connections = self._by_loop.get(loop := running_loop())
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
