"""The transport: sends a request within its deadline, or says how the reply was lost."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from ...errors import ConfigurationError
from ..limits import LOADING
from .connections import ConnectionsByLoop, sleep
from .decoding import decode
from .failures import or_lost
from .messages import BUSY_S, LATE, Connections, Lost, Progress, Reply, Request
from .patches import Patches
from .pool import OwnConnections
from .urls import split_url

if TYPE_CHECKING:
    import httpx

    from .streams import FileClient

MAX_ANSWER_BYTES = 64 * 1024 * 1024


class NotYet(Exception):
    """The request was not sent, since a pause began while it waited for its turn."""


def _always() -> bool:
    return True


class Transport:
    """Sends requests over the connections of the running event loop."""

    def __init__(
        self,
        *,
        max_in_flight: int,
        http_client: httpx.AsyncClient | None,
        max_answer_bytes: int = MAX_ANSWER_BYTES,
    ) -> None:
        for name, number in (
            ("max_in_flight", max_in_flight),
            ("max_answer_bytes", max_answer_bytes),
        ):
            if not isinstance(number, int) or isinstance(number, bool) or number < 1:
                raise ConfigurationError(
                    f"{name} must be a whole number of at least 1, not {number!r}"
                )
        make: Callable[[], Connections] = partial(OwnConnections, max_answer_bytes)
        if http_client is not None:
            make = _connections_of(http_client, max_answer_bytes)
        self._http_client = http_client
        self._most_bytes = max_answer_bytes
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

        `is_allowed` is asked if it had to wait for its turn. Replies of other hosts than the API
        (`of_api=False`) do not change how many calls may be in flight.

        Raises:
            Lost: no reply came.
            NotYet: `is_allowed` returned False.
            ConfigurationError: the client is closed, or the machine is at a limit.
        """
        ends_at = monotonic() + timeout_s
        with LOADING:
            connections = self._by_loop.running()
        places = connections.places
        has_waited = timeout_s <= 0 or not places.take_now()
        if has_waited:
            taken = await or_lost(partial(places.take, timeout_s), sent=lambda error: False)
            if taken is not True:
                raise taken or Lost(LATE, sent=False, timed_out=True)
        try:
            connections.check_open()
            if has_waited and not is_allowed():
                raise NotYet
            narrowed = connections.narrowed
            progress = Progress(handed_over=True)
            left_s = ends_at - monotonic()
            outcome = await connections.client.exchange(request, progress, left_s)
            if isinstance(outcome, Reply) and outcome.is_encoded:
                outcome = await self._decode(outcome, ends_at)
            if isinstance(outcome, Lost):  # raised here, so that it has no cause
                raise outcome
            if of_api:
                connections.on_response(outcome.status, narrowed=narrowed)
            return outcome
        finally:
            places.give_back()

    async def _decode(self, reply: Reply, ends_at: float) -> Reply | Lost:
        """The reply with its body decoded, between turns of the event loop."""
        steps = decode(reply, self._most_bytes)
        del reply  # the steps let its body go early
        until = monotonic() + BUSY_S
        while True:
            try:
                next(steps)
            except StopIteration as done:
                return done.value  # type: ignore[no-any-return]
            if (now := monotonic()) > ends_at:
                return Lost(LATE, sent=True, timed_out=True)
            if now > until:
                await sleep(0)
                until = monotonic() + BUSY_S

    @property
    def places(self) -> tuple[int, int]:
        """How many requests are in flight on all event loops, and how many may be."""
        return self._by_loop.places

    @asynccontextmanager
    async def files(self, url: str) -> AsyncGenerator[FileClient, None]:
        """A client for one file: that of the user, or one with connections that no call waits for.

        Raises:
            ConfigurationError: the client is closed.
        """
        with LOADING:
            from .proxies import proxy_for
            from .streams import OwnFileClient

        self._by_loop.running().check_open()
        origin, _ = split_url(url)
        with LOADING:
            proxy = None if self._http_client else proxy_for(origin)
        if self._http_client is None and proxy is None and not Patches().found:
            yield OwnFileClient()
            return
        with LOADING:
            from .httpx_backend import own_client
            from .httpx_streams import HttpxFileClient

            client = self._http_client or own_client(origin, proxy)
        try:
            yield HttpxFileClient(client)
        finally:
            if client is not self._http_client:
                await _close(client)

    def reopen(self) -> None:
        """Lets a closed client be used again on the running event loop."""
        self._by_loop.reopen()

    async def aclose(self) -> None:
        """Closes the connections of the running event loop, but never a client that was given."""
        await _close(self._by_loop)


class _Closable(Protocol):
    async def aclose(self) -> None: ...


async def _close(connections: _Closable) -> None:
    """Closes connections. They are not used again, so a failure is ignored."""
    await or_lost(connections.aclose, sent=lambda error: False)


def _connections_of(http_client: httpx.AsyncClient, most_bytes: int) -> Callable[[], Connections]:
    """Makes the connections of a client that was given.

    Raises:
        ConfigurationError: it is not an async client of httpx.
    """
    with LOADING:
        import httpx

        from .httpx_backend import ClientConnections

    if not isinstance(http_client, httpx.AsyncClient):
        given = type(http_client)
        raise ConfigurationError(
            "http_client must be an httpx.AsyncClient, not"
            f" {given.__module__.partition('.')[0]}.{given.__name__}"
        )
    return partial(ClientConnections, http_client, most_bytes)
