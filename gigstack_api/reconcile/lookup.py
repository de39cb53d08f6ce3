"""Looks up a write whose answer was lost: reads until the API can no longer be processing it."""

from __future__ import annotations

from contextlib import aclosing
from typing import Any, TypeVar

from .._core.http.auth import ApiKey
from .._core.http.messages import Response
from .._core.operations.operation import Operation
from .._core.operations.page import Page
from .._core.operations.route import Replay
from .._core.pagination.pager import Pager
from .._core.resource import Caller
from .._core.schema.models import get_path
from .._core.sending.attempts import Clock
from .._core.sending.unknown_outcome import Sent
from .._generated.api import Resources
from ..errors import InvalidArgumentError, NotFoundError, OutcomeUnknownError
from . import Reconciled
from .matching import Candidates, MatchLevel, is_older
from .strategies import ListLookup, ResourceLookup, Unobservable, Window
from .tables import STRATEGIES, UNKNOWN

T = TypeVar("T")
FIRST_WAIT_S = 1.0
MAX_WAIT_S = 16.0
LIST_LAG_S = 5.0
"""How long lists may lag behind writes, if no request can still be in progress (seconds)."""

MAX_FULL_READS = 50
"""How many documents of a list are read in full at most, where their rows show too little."""


class ReadOnlyResources(Resources):
    """The calls of a client, restricted to plain reads."""

    def __init__(self, caller: Caller) -> None:
        self._wrapped = caller

    @property
    def _caller(self) -> Caller:
        return self

    async def request(self, operation: Operation[T]) -> Response[T]:
        """The response to a read.

        Raises:
            InvalidArgumentError: the operation is not a plain read; nothing was sent.
        """
        return await self._wrapped.request(_require_read(operation))

    def paginate(self, operation: Operation[Page[T]], *, resume: str | None = None) -> Pager[T]:
        """The pager over a list.

        Raises:
            InvalidArgumentError: the operation is not a plain read; nothing was sent.
        """
        return self._wrapped.paginate(_require_read(operation), resume=resume)


def _require_read(operation: Operation[T]) -> Operation[T]:
    if operation.route.replay is not Replay.SAFE:
        raise InvalidArgumentError(
            f"{operation.route.name} is not a plain read; a lookup sends nothing else"
        )
    return operation


def require_sent(error: OutcomeUnknownError, key: ApiKey) -> Sent:
    """The data that the write of an error was sent with, if `key` can look it up.

    Raises:
        InvalidArgumentError: the error does not hold it, or the write was sent with the key of
            another team or mode.
    """
    sent = error.sent
    if sent is None:
        raise InvalidArgumentError(
            "the error does not say what was sent; pass the error that the call raised"
        )
    if (sent.key_team, sent.livemode) != (key.team, key.livemode):
        raise InvalidArgumentError(
            "the call was sent with a key of another team or mode; use a client with that key"
        )
    return sent


async def look_up(
    caller: Caller, sent: Sent, *, clock: Clock, settle_s: float | None = None
) -> Reconciled:
    """Looks up a write at once, and again until `settle_s` seconds after it was last sent.

    Args:
        caller: The client to read with.
        sent: What the write was sent with.
        clock: The clock to wait on.
        settle_s: How long after the last attempt the API may still be processing the write
            (seconds); by default the deadline of the call if a request may still be in progress,
            otherwise the time that lists may lag behind.

    Raises:
        InvalidArgumentError: `settle_s` is negative.
        APIError: the API refused a lookup.
        DeliveryError: a lookup got no usable answer.
    """
    strategy = STRATEGIES.get(sent.operation, UNKNOWN)
    if isinstance(strategy, Unobservable):
        return Reconciled(done=None, why=strategy.why)
    if settle_s is None:
        settle_s = sent.deadline_s if sent.under_way else LIST_LAG_S
    if not settle_s >= 0:
        raise InvalidArgumentError(f"settle_s must be 0 seconds or more, not {settle_s}")

    lookup = _Lookup(ReadOnlyResources(caller), sent)
    end = clock.now() + min(settle_s, max(0.0, sent.last_at + settle_s - clock.unix()))
    wait = FIRST_WAIT_S
    while True:
        is_last = clock.now() >= end
        if isinstance(strategy, ResourceLookup):
            found = await lookup.check_resource(strategy)
        else:
            found = await lookup.search_list(strategy)
        if found.done or is_last or lookup.settled:
            return found
        await clock.sleep(max(0.0, min(wait, end - clock.now())))
        wait = min(2 * wait, MAX_WAIT_S)


class _Lookup:
    """The lookup of one write. `settled` is True once looking again cannot change the result."""

    def __init__(self, gig: ReadOnlyResources, sent: Sent) -> None:
        self.settled = False
        self._gig = gig
        self._sent = sent
        self._full_matches: dict[str, MatchLevel] = {}

    async def check_resource(self, strategy: ResourceLookup) -> Reconciled:
        """Reads the resource and checks its state."""
        try:
            value = await strategy.read(self._gig, self._sent)
        except NotFoundError:
            value = None
        verdict = strategy.check(self._sent, value)
        self.settled = verdict.settled
        candidates = (value,) if verdict.done is None and value is not None else ()
        return Reconciled(
            done=verdict.done,
            why=verdict.why,
            value=value if verdict.done else None,
            candidates=candidates,
        )

    async def search_list(self, strategy: ListLookup) -> Reconciled:
        """Reads the list to its end, or up to the document that has the idempotency key."""
        candidates = Candidates()
        rows, reaches_back = 0, False
        found = strategy.list_documents(self._gig, self._sent, Window.of(self._sent))
        async with aclosing(aiter(found) if isinstance(found, Pager) else found) as documents:
            async for document in documents:
                rows += 1
                reaches_back = reaches_back or is_older(self._sent, document)
                candidates.add(*await self._match_in_full(strategy, document))
                if candidates.same_key is not None:
                    break

        is_full = strategy.max_rows is not None and rows >= strategy.max_rows
        return candidates.conclusion(cut_off=is_full and not reaches_back)

    async def _match_in_full(self, strategy: ListLookup, document: Any) -> tuple[Any, MatchLevel]:
        """Matches a row of the list, reading the whole document if the row is not conclusive."""
        level = strategy.match(self._sent, document)
        name = get_path(document, "uuid") or get_path(document, "id")
        if (
            level is not MatchLevel.POSSIBLE
            or strategy.read_full is None
            or not isinstance(name, str)
        ):
            return document, level
        if name in self._full_matches or len(self._full_matches) >= MAX_FULL_READS:
            return document, self._full_matches.get(name, level)
        try:
            document = await strategy.read_full(self._gig, name)
        except NotFoundError:
            return document, level
        self._full_matches[name] = strategy.match(self._sent, document)
        return document, self._full_matches[name]
