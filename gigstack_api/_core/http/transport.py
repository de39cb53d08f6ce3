"""Sends a request within its deadline and returns the reply, or how it was lost."""

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


class NotYet(Exception):
    """Not sent: before its turn came, it was told to wait."""


def _always() -> bool:
    return True


class Transport:
    """Sends requests over connections that belong to the running event loop, made when first needed
    there.
    """

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
        self._lanes = ConnectionsByLoop(make, most=max_in_flight, ours=http_client is None)

    async def send(
        self,
        request: Request,
        *,
        timeout_s: float,
        is_allowed: Callable[[], bool] = _always,
        of_api: bool = True,
    ) -> Reply:
        """The reply to a request, within `timeout_s` seconds. `may_go` is asked when its turn
        comes.

        Of another host (`of_api=False`) a 429 tells nothing of the API.

        Raises:
            Lost: none came.
            Held: it may not go.
            ConfigurationError: the client is closed.
        """
        progress = Progress()
        if timeout_s > 0:
            with anyio.move_on_after(timeout_s):
                return await self._send(request, progress, timeout_s, is_allowed, of_api)
        raise Lost("the deadline of the call passed", sent=progress.sent, timed_out=True)

    async def _send(
        self,
        request: Request,
        progress: Progress,
        timeout_s: float,
        is_allowed: Callable[[], bool],
        of_api: bool,
    ) -> Reply:
        lane = self._lanes.running()
        await lane.acquire()
        try:
            lane.check_open()
            if not is_allowed():
                raise NotYet
            narrowed = lane.narrowed
            progress.handed_over = True
            outcome = await lane.client.exchange(request, progress, timeout_s)
            if isinstance(outcome, Lost):  # raised out here, where it has no cause
                raise outcome
            if of_api:
                lane.on_response(outcome.status, narrowed=narrowed)
            return outcome
        finally:
            lane.limiter.release()

    @asynccontextmanager
    async def files(self) -> AsyncGenerator[DownloadClient, None]:
        """What one file is fetched over: the client that was given, or one of its own, so that no
        call waits for it.

        Raises:
            ConfigurationError: the client is closed.
        """
        self._lanes.running().check_open()
        if self._http_client is not None:
            yield DownloadClient(self._http_client)
            return
        client = own_client(1)
        try:
            yield DownloadClient(client)
        finally:
            await _close(client)

    def reopen(self) -> None:
        """Lets a client that was closed be used again on the running event loop."""
        self._lanes.reopen()

    async def aclose(self) -> None:
        """Closes the connections of the running event loop, but never a client that was given."""
        try:
            lane = self._lanes.running()
        except ConfigurationError:  # nothing was opened with these settings
            return
        await _close(lane)


class _Closable(Protocol):
    async def aclose(self) -> None: ...


async def _close(connections: _Closable) -> None:
    """Closes connections. What fails meanwhile is passed over: they are of no use any more."""
    await or_lost(connections.aclose, sent=lambda error: False)


VARIABLE = "GIGSTACK_API_HTTP"

MODULES = {"httpx": ".httpcore_connection", "aiohttp": ".aiohttp_backend"}


def load_library() -> None:
    """Returns once the library that the environment asks for is loaded, so that the first call need
    not do it.

    Raises:
        ConfigurationError: there is none of that name, or it is not installed.
    """
    name = os.environ.get(VARIABLE) or "httpx"
    if name not in MODULES:
        raise ConfigurationError(f"{VARIABLE} is httpx or aiohttp, not {name!r}")
    if find_spec(name) is None:
        raise ConfigurationError(
            f"{VARIABLE}=aiohttp needs an extra: pip install 'gigstack-api[aiohttp]'"
        )
    import_module(MODULES[name], __package__)


def make_connections(most: int) -> Connections:
    """Connections of our own on the running event loop, at most so many at once; through a proxy
    that the environment names.

    aiohttp knows asyncio only, and not how to reach a proxy as we do.
    """
    if has_proxy():
        return ClientConnections(own_client(most))
    if os.environ.get(VARIABLE) == "aiohttp" and current_async_library() == "asyncio":
        from .aiohttp_backend import AiohttpConnections

        return AiohttpConnections(most)
    from .httpcore_connection import Connection

    return ConnectionPool(Connection)
