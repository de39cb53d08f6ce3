"""One request and what became of it, whatever library sends it. Pure but for what implements it."""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from typing import Protocol

from attrs import define, field, frozen

from .reply import Reply


@frozen
class Request:
    """A request with the bytes that every attempt sends."""

    method: str
    url: str = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    content: bytes | None = field(repr=False)


class Lost(Exception):
    """No reply came. `sent` tells whether a byte of the request may have been read; `reason` holds
    nothing personal.
    """

    def __init__(self, reason: str, *, sent: bool, timed_out: bool = False) -> None:
        self.reason = reason
        self.sent = sent
        self.timed_out = timed_out
        super().__init__(reason)


@define
class Progress:
    """How far a request got, as the library tells; one that tells nothing counts as sent once it
    has the request.
    """

    handed_over: bool = False
    told: bool = False
    writing: bool = False

    @property
    def sent(self) -> bool:
        """Whether a byte may have been read."""
        return self.handed_over and (self.writing or not self.told)


sending: ContextVar[Progress | None] = ContextVar("gigstack_api sending", default=None)
"""How far the request got that the running task sends."""


class Connections(Protocol):
    """What sends requests over connections of one event loop."""

    @property
    def is_closed(self) -> bool:
        """Whether it takes no more requests."""
        ...

    async def exchange(
        self, request: Request, progress: Progress, timeout_s: float
    ) -> Reply | Lost:
        """The reply to a request, or how it was lost: not raised, since with its cause it would
        keep the request in reach.
        """
        ...

    async def aclose(self) -> None:
        """Closes its connections."""
        ...
