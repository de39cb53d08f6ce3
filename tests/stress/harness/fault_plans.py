"""Which faults befall the attempts of a call, one after the other: planned by the caller, carried
out by a sandbox over TCP.
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
"""No server listens: the request is not sent. All other faults are texts for the sandbox's
header.
"""

_plan: ContextVar[Iterator[str] | None] = ContextVar("plan of faults", default=None)


@contextmanager
def planned(faults: Iterable[str]) -> Generator[None]:
    """A block whose requests meet these faults, one each; the ones after them meet none."""
    token = _plan.set(iter(faults))
    try:
        yield
    finally:
        _plan.reset(token)


def next_planned(_: httpx.Request) -> str:
    """The next fault that is planned where a request is sent."""
    return next(_plan.get() or iter(()), NONE)


class Plans:
    """Hands faults to the requests of an httpx client, and counts them by kind. `choose` gives the
    fault of a request.
    """

    def __init__(self, choose: Callable[[httpx.Request], str] = next_planned) -> None:
        self._choose = choose
        self.requests = 0
        self.befell: Counter[str] = Counter()

    def http_client(self, *, most: int) -> httpx.AsyncClient:
        """A client with at most so many connections, for `Gigstack(http_client=...)`."""
        limits = httpx.Limits(max_connections=most, max_keepalive_connections=most)
        return httpx.AsyncClient(limits=limits, event_hooks={"request": [self._befall]})

    async def _befall(self, request: httpx.Request) -> None:
        self.requests += 1
        fault = self._choose(request)
        if fault == NONE:
            return
        self.befell[fault.partition(" ")[0]] += 1
        if fault == REFUSED:
            request.url = request.url.copy_with(port=_dead_port())
        else:
            request.headers[HEADER] = fault


@cache
def _dead_port() -> int:
    """A port of this machine that refuses connections: ours, but nobody listens."""
    kept = socket.socket()
    atexit.register(kept.close)
    kept.bind(("127.0.0.1", 0))
    port: int = kept.getsockname()[1]
    return port
