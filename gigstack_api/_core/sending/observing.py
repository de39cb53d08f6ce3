"""Observers of calls: they see how a call goes on, and nothing of what is sent or received.

`gigstack_api.telemetry` has the only one. Without it a call asks once whether there is one.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType
from typing import Any, Literal, Protocol, TypeAlias

from ..http.urls import Origin, parse_url
from ..operations.operation import Operation
from ..schema.data import Data

Wait: TypeAlias = Literal["retry", "rate_limit", "connection"]
"""Why a call waited: before a retry, for the end of a rate limit, for its place among the requests
in flight."""


class CallFacts(Data, frozen=True, kw_only=True):
    """A call, without a value of it. `route` is the template of its path; None for a file."""

    operation: str
    method: str
    route: str | None
    host: str
    port: int


def facts_of(operation: Operation[Any], origin: Origin) -> CallFacts:
    """An operation on its way to the API."""
    route = operation.route
    return CallFacts(
        operation=route.name,
        method=route.method,
        route=route.path,
        host=origin.host,
        port=origin.port,
    )


def facts_of_file(operation: str, url: str, host: str) -> CallFacts:
    """A file that is fetched from an address, without a part of it but its host and port."""
    port = parse_url(url).origin.port
    return CallFacts(operation=operation, method="GET", route=None, host=host, port=port)


class Limits(Protocol):
    """The limits of one client, as they are now. Asked from any thread."""

    @property
    def retries_left(self) -> float:
        """How many retries its calls have left."""
        ...

    @property
    def places(self) -> tuple[int, int]:
        """How many requests are in flight, and how many may be."""
        ...


class CallObserver(Protocol):
    """Sees one call. Its methods must not raise."""

    @property
    def headers(self) -> Mapping[str, str]:
        """Headers to send with every attempt."""
        ...

    def attempted(self, *, status: int | None, error_type: str | None, took_s: float) -> None:
        """An attempt ended. `took_s` counts from when it had its place."""
        ...

    def waited(self, reason: Wait, wait_s: float) -> None:
        """A wait ended."""
        ...

    def drifted(self, count: int) -> None:
        """The answer deviates from the spec in so many places."""
        ...

    def ended(self, error: BaseException | None) -> None:
        """The call ended, with an error or without."""
        ...


class Observer(Protocol):
    """Sees all calls of this process. Its methods must not raise."""

    def began(self, facts: CallFacts, limits: Limits | None) -> CallObserver:
        """The observer of a call that begins. A file from another host has no limits."""
        ...


class Observed:
    """The observer of the calls of this process; None for nothing."""

    def __init__(self) -> None:
        self.by: Observer | None = None


OBSERVED = Observed()


class Watching:
    """A block in which a call is observed. Gives its observer; None if nothing observes."""

    def __init__(self, facts: CallFacts, limits: Limits | None = None) -> None:
        self._facts = facts
        self._limits = limits
        self._observer: CallObserver | None = None

    def __enter__(self) -> CallObserver | None:
        if OBSERVED.by is not None:
            self._observer = OBSERVED.by.began(self._facts, self._limits)
        return self._observer

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._observer is not None:
            self._observer.ended(error)
