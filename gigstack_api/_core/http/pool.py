"""The connections of a client on one event loop: its own, or those of httpx where it must be."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine, Iterable, Mapping
from contextlib import suppress
from importlib import import_module
from time import monotonic
from typing import TYPE_CHECKING, Any, Protocol
from weakref import ref

from .connection import CONNECT_S
from .connections import running_loop
from .failures import as_lost
from .messages import Lost, Progress, Reply, Request
from .patches import Patches
from .proxies import proxy_for
from .urls import Origin, split_url

if TYPE_CHECKING:
    from .httpx_backend import ClientConnections

TIDY_S = 1.0

CLOSING: set[object] = set()
"""Tasks that close what a dropped client left open. asyncio keeps no reference to them."""


class Connection(Protocol):
    """One connection, for one exchange after the other."""

    @property
    def is_reusable(self) -> bool:
        """Whether it is kept."""
        ...

    @property
    def is_ready(self) -> bool:
        """Whether it is kept and nothing arrived meanwhile, not even its end."""
        ...

    async def exchange(
        self, request: Request, progress: Progress, timeout_s: float
    ) -> Reply | Lost:
        """The reply to a request, its body still encoded, or how it was lost."""
        ...

    def aclose(self) -> Coroutine[Any, Any, None]:
        """Closes it at once."""
        ...


class OwnConnections:
    """Connections of our own, each used by one call at a time; the last used is used first.

    Args:
        most: The most bytes of an answer.
    """

    def __init__(self, most: int) -> None:
        self.is_closed = False
        self._most = most
        self._patches = Patches()
        self._proxies: dict[Origin, str | None] = {}
        self._by_httpx: dict[tuple[Origin, str | None], ClientConnections] = {}
        self._idle: dict[Origin, deque[Connection]] = {}
        self._tidy_at = 0.0
        self._process = os.getpid()
        self._inherited: list[object] = []
        self._end: AsyncGenerator[None, None] | None = None
        self._loop = running_loop()
        self._ends_with_loop = hasattr(self._loop, "create_connection")
        from . import connecting  # with asyncio and urllib, which take long to load

        self._connecting = connecting
        module = ".asyncio_connection" if self._ends_with_loop else ".trio_connection"
        self.open_connection: Callable[..., Awaitable[Connection | Lost]]
        self.open_connection = import_module(module, __package__).open_connection

    async def exchange(
        self, request: Request, progress: Progress, timeout_s: float
    ) -> Reply | Lost:
        """The reply to a request, its body still encoded, or how it was lost."""
        progress.reported = True
        try:
            return await self._exchange(request, progress, timeout_s)
        except Exception as error:  # noqa: BLE001 - loops and libraries raise anything
            return as_lost(error, sent=progress.sent)

    async def _exchange(
        self, request: Request, progress: Progress, timeout_s: float
    ) -> Reply | Lost:
        self._connecting.check_clock()
        began = monotonic()
        origin, _ = split_url(request.url)
        if self._process != os.getpid():
            self._leave_to_parent()
        if self._end is None and self._ends_with_loop:
            self._end = _until_loop_ends(ref(self))
            await anext(self._end)
        if origin not in self._proxies:
            self._proxies[origin] = proxy_for(origin)
        proxy = self._proxies[origin]
        if proxy is not None or self._patches.found:
            progress.reported = False
            return await self._httpx(origin, proxy).exchange(request, progress, timeout_s)

        if began > self._tidy_at:
            self._tidy_at = began + TIDY_S
            await self._close_unused()
        idle = self._idle.setdefault(origin, deque())
        connection = idle.pop() if idle else None
        if connection is not None and not connection.is_ready:
            connection = await self._next_ready(connection, idle)
        if connection is None:
            trust = self._connecting.tls() if origin.is_tls else None
            within_s = min(CONNECT_S, timeout_s)
            opened = await self.open_connection(origin, trust, most=self._most, within_s=within_s)
            if isinstance(opened, Lost):
                return opened
            connection = opened
        try:
            return await connection.exchange(request, progress, began + timeout_s - monotonic())
        finally:
            if self.is_closed or not connection.is_reusable:
                await connection.aclose()
            else:
                self._idle[origin].append(connection)

    async def _next_ready(self, unused: Connection, idle: deque[Connection]) -> Connection | None:
        """The next connection that can be used, in place of one that cannot."""
        await unused.aclose()
        while idle:
            connection = idle.pop()
            if connection.is_ready:
                return connection
            await connection.aclose()
        return None

    async def _close_unused(self) -> None:
        """Closes the connections that were not used for too long."""
        for unused in [*self._idle.values()]:
            while unused and not unused[0].is_reusable:
                await unused.popleft().aclose()

    def _httpx(self, origin: Origin, proxy: str | None) -> ClientConnections:
        """An httpx client for a host, through a proxy if there is one."""
        from .httpx_backend import ClientConnections, own_client

        found = self._by_httpx.get((origin, proxy))
        if found is None:
            found = ClientConnections(own_client(origin, proxy), self._most)
            self._by_httpx[origin, proxy] = found
        return found

    def _leave_to_parent(self) -> None:
        """After a fork: the connections belong to the parent, and are not even closed here."""
        self._process = os.getpid()
        self._inherited += [self._idle, self._by_httpx]
        self._idle, self._by_httpx = {}, {}

    async def aclose(self) -> None:
        """Closes the idle connections; the others are closed by the calls that use them."""
        self.is_closed = True
        for idle in self._idle.values():
            while idle:
                await idle.pop().aclose()
        for client in [*self._by_httpx.values()]:
            with suppress(Exception):
                await client.aclose()
        end, self._end = self._end, None
        if end is not None:
            with suppress(RuntimeError, ValueError):  # it is what called this
                await end.aclose()
        if self._ends_with_loop:  # asyncio closes sockets a turn later
            from asyncio import sleep

            await sleep(0)

    def __del__(self) -> None:
        end = self._end
        if end is None or self._process != os.getpid():
            return
        # Left to asyncio, a generator that is dropped at the end of a loop is logged as an error.
        with suppress(StopIteration):
            end.aclose().send(None)
        with suppress(RuntimeError):  # the event loop has ended
            self._loop.call_soon_threadsafe(_close_soon, self._loop, self._idle, self._by_httpx)


async def _until_loop_ends(connections: ref[OwnConnections]) -> AsyncGenerator[None, None]:
    """Closes the connections when asyncio ends the generators of its loop, if still open."""
    try:
        yield
    finally:
        if (still_open := connections()) is not None:
            await still_open.aclose()


def _close_soon(loop: Any, idle: Mapping[Any, Iterable[Connection]], by_httpx: Any) -> None:
    """Closes the connections of a client that was dropped."""
    for connections in idle.values():
        for connection in connections:
            with suppress(StopIteration):  # on asyncio it does not wait, and a task may not begin
                connection.aclose().send(None)
    if not by_httpx:
        return

    async def close() -> None:
        for client in by_httpx.values():
            with suppress(Exception):
                await client.aclose()

    closing = loop.create_task(close())
    CLOSING.add(closing)
    closing.add_done_callback(CLOSING.discard)
