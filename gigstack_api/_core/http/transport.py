"""The transport: sends a request within its deadline, or says how the reply was lost."""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import Protocol

import anyio
import httpx
from sniffio import current_async_library

from ...errors import ConfigurationError
from .connections import ConnectionsByLoop
from .httpx_backend import ClientConnections, ConnectionPool, has_proxy, own_client
from .log_filters import or_lost
from .messages import Connections, Lost, Progress, Reply, Request
from .streams import DownloadClient

VARIABLE = "GIGSTACK_API_HTTP"

MODULES = {"httpx": ".httpcore_connection", "aiohttp": ".aiohttp_backend"}


class NotYet(Exception):
    """The request was not sent, since a pause began while it waited for its turn."""


def _always() -> bool:
    return True


class Transport:
    """Sends requests over the connections of the running event loop."""

    def __init__(self, *, max_in_flight: int, http_client: httpx.AsyncClient | None) -> None:
        if not isinstance(max_in_flight, int) or max_in_flight < 1:
            raise ConfigurationError(
                f"max_in_flight must be a whole number of at least 1, not {max_in_flight!r}"
            )
        if not isinstance(http_client, httpx.AsyncClient | None):
            raise ConfigurationError(
                f"http_client must be an httpx.AsyncClient, not {type(http_client).__name__}"
            )
        load_library()
        make = (
            partial(make_connections, max_in_flight)
            if http_client is None
            else partial(ClientConnections, http_client)
        )
        self._http_client = http_client
        self._by_loop = ConnectionsByLoop(make, most=max_in_flight, ours=http_client is None)

    async def send(
        self,
        request: Request,
        *,
        timeout_s: float,
        is_allowed: Callable[[], bool] = _always,
        of_api: bool = True,
    ) -> Reply:
        """The reply to a request, within `timeout_s` seconds.

        `is_allowed` is asked when its turn comes. Replies of other hosts than the API
        (`of_api=False`) do not change how many calls may be in flight.

        Raises:
            Lost: no reply came.
            NotYet: `is_allowed` returned False.
            ConfigurationError: the client is closed.
        """
        progress = Progress()
        if timeout_s > 0:
            with anyio.move_on_after(timeout_s):
                return await self._send(request, progress, timeout_s, is_allowed, of_api)
        raise Lost("deadline exceeded", sent=progress.sent, timed_out=True)

    async def _send(
        self,
        request: Request,
        progress: Progress,
        timeout_s: float,
        is_allowed: Callable[[], bool],
        of_api: bool,
    ) -> Reply:
        connections = self._by_loop.running()
        await connections.acquire()
        try:
            connections.check_open()
            if not is_allowed():
                raise NotYet
            narrowed = connections.narrowed
            progress.handed_over = True
            outcome = await connections.client.exchange(request, progress, timeout_s)
            if isinstance(outcome, Lost):  # raised here, so that it has no cause
                raise outcome
            if of_api:
                connections.on_response(outcome.status, narrowed=narrowed)
            return outcome
        finally:
            connections.limiter.release()

    @asynccontextmanager
    async def files(self) -> AsyncGenerator[DownloadClient, None]:
        """A client to fetch one file with: the client of the user, or a new one.

        With a new one, no call has to wait for the file.

        Raises:
            ConfigurationError: the client is closed.
        """
        self._by_loop.running().check_open()
        if self._http_client is not None:
            yield DownloadClient(self._http_client)
            return
        client = own_client(1)
        try:
            yield DownloadClient(client)
        finally:
            await _close(client)

    def reopen(self) -> None:
        """Lets a closed client be used again on the running event loop."""
        self._by_loop.reopen()

    async def aclose(self) -> None:
        """Closes the connections of the running event loop, but never a client that was given."""
        try:
            connections = self._by_loop.running()
        except ConfigurationError:  # nothing was opened with these settings
            return
        await _close(connections)


class _Closable(Protocol):
    async def aclose(self) -> None: ...


async def _close(connections: _Closable) -> None:
    """Closes connections. They are not used again, so a failure is ignored."""
    await or_lost(connections.aclose, sent=lambda error: False)


def load_library() -> None:
    """Imports the HTTP library that the environment names, so that the first call is not slow.

    Raises:
        ConfigurationError: the library is unknown or not installed.
    """
    name = os.environ.get(VARIABLE) or "httpx"
    if name not in MODULES:
        raise ConfigurationError(f"{VARIABLE} must be httpx or aiohttp, not {name!r}")
    if find_spec(name) is None:
        raise ConfigurationError(
            f"{VARIABLE}=aiohttp needs an extra: pip install 'gigstack-api[aiohttp]'"
        )
    import_module(MODULES[name], __package__)


def make_connections(most: int) -> Connections:
    """Our own connections on the running event loop, at most `most` at once.

    They use the proxy that the environment names, if any. aiohttp is only used on asyncio and
    without a proxy.
    """
    if has_proxy():
        return ClientConnections(own_client(most))
    if os.environ.get(VARIABLE) == "aiohttp" and current_async_library() == "asyncio":
        from .aiohttp_backend import AiohttpConnections

        return AiohttpConnections(most)
    from .httpcore_connection import Connection

    return ConnectionPool(Connection)
