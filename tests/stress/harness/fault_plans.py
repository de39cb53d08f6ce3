"""Plans which fault each attempt of a call meets. A sandbox process carries the faults out over
TCP.
"""

from __future__ import annotations

import atexit
import socket
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

import httpx

HEADER = "X-Sandbox-Fault"
NONE = ""
REFUSED = "refused"
"""No server listens, so the request is not sent. All other faults are values of `HEADER`."""

_planned: ContextVar[Iterator[str] | None] = ContextVar("planned faults", default=None)


@contextmanager
def inject_faults(faults: Iterable[str]) -> Generator[None]:
    """Gives each request of the block one of these faults, in order. Later requests get none."""
    token = _planned.set(iter(faults))
    try:
        yield
    finally:
        _planned.reset(token)


def next_fault(_: httpx.Request) -> str:
    """The next fault planned in the current context."""
    return next(_planned.get() or iter(()), NONE)


class FaultInjector:
    """Adds faults to the requests of an httpx client and counts them by kind.

    Args:
        choose: Gives the fault of a request.
    """

    def __init__(self, choose: Callable[[httpx.Request], str] = next_fault) -> None:
        self._choose = choose
        self.requests = 0
        self.injected: Counter[str] = Counter()

    def http_client(self, *, max_connections: int) -> httpx.AsyncClient:
        """A client for `Gigstack(http_client=...)` whose requests get the faults."""
        limits = httpx.Limits(
            max_connections=max_connections, max_keepalive_connections=max_connections
        )
        return httpx.AsyncClient(limits=limits, event_hooks={"request": [self._inject]})

    async def _inject(self, request: httpx.Request) -> None:
        self.requests += 1
        fault = self._choose(request)
        if fault == NONE:
            return
        self.injected[fault.partition(" ")[0]] += 1
        if fault == REFUSED:
            request.url = request.url.copy_with(port=_dead_port())
        else:
            request.headers[HEADER] = fault


@cache
def _dead_port() -> int:
    """A port of this machine that refuses connections: bound, but never listened on."""
    bound = socket.socket()
    atexit.register(bound.close)
    bound.bind(("127.0.0.1", 0))
    port: int = bound.getsockname()[1]
    return port
