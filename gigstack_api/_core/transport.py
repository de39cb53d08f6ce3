"""Sends a request within a time, gives the reply or says how it was lost."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from functools import partial
from typing import Protocol

import anyio
import httpx

from ..errors import ConfigurationError
from .arriving import Files
from .exchange import Lost, Progress, Request
from .lanes import Lanes
from .library import load_library, own_connections
from .quiet import or_lost
from .reply import Reply
from .wires import ClientConnections, own_client


class Held(Exception):
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
            partial(own_connections, max_in_flight)
            if http_client is None
            else partial(ClientConnections, http_client)
        )
        self._http_client = http_client
        self._lanes = Lanes(make, most=max_in_flight, ours=http_client is None)

    async def send(
        self,
        request: Request,
        *,
        timeout_s: float,
        may_go: Callable[[], bool] = _always,
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
                return await self._send(request, progress, timeout_s, may_go, of_api)
        raise Lost("the deadline of the call passed", sent=progress.sent, timed_out=True)

    async def _send(
        self,
        request: Request,
        progress: Progress,
        timeout_s: float,
        may_go: Callable[[], bool],
        of_api: bool,
    ) -> Reply:
        lane = self._lanes.running()
        await lane.take_place()
        try:
            lane.check_open()
            if not may_go():
                raise Held
            narrowed = lane.narrowed
            progress.handed_over = True
            outcome = await lane.client.exchange(request, progress, timeout_s)
            if isinstance(outcome, Lost):  # raised out here, where it has no cause
                raise outcome
            if of_api:
                lane.learn(outcome.status, narrowed=narrowed)
            return outcome
        finally:
            lane.limiter.release()

    @asynccontextmanager
    async def files(self) -> AsyncGenerator[Files, None]:
        """What one file is fetched over: the client that was given, or one of its own, so that no
        call waits for it.

        Raises:
            ConfigurationError: the client is closed.
        """
        self._lanes.running().check_open()
        if self._http_client is not None:
            yield Files(self._http_client)
            return
        client = own_client(1)
        try:
            yield Files(client)
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
