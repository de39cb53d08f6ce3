"""Looks a lost write up: reads, and waits until nothing can be under way any more."""

from __future__ import annotations

from contextlib import aclosing
from typing import Any, TypeVar

from .._core.auth import ApiKey
from .._core.clock import Clock
from .._core.operation import Operation, Replay
from .._core.page import Page
from .._core.paging import Pager
from .._core.places import at
from .._core.reply import Response
from .._core.resource import Caller
from .._generated.api import Resources
from ..errors import InvalidArgumentError, NotFoundError, OutcomeUnknownError, Sent
from . import Reconciled
from .matching import Likeness, Tally, is_older
from .strategies import Listing, Nobody, Reading, Window
from .tables import WAYS

T = TypeVar("T")
FIRST_WAIT_S = 1.0
LONGEST_WAIT_S = 16.0
LAG_S = 5.0
"""How long lists may lag behind writes where no request can be under way."""

MOST_READ_WHOLE = 50
"""How many documents of a list are read one by one at most, since their rows do not tell enough."""


class Reader(Resources):
    """The calls of a client, of which only plain reads are let through."""

    def __init__(self, caller: Caller) -> None:
        self._behind = caller

    @property
    def _caller(self) -> Caller:
        return self

    async def request(self, operation: Operation[T]) -> Response[T]:
        """The response to a read.

        Raises:
            InvalidArgumentError: it is no read; nothing was sent.
        """
        return await self._behind.request(_checked_read(operation))

    def paginate(self, operation: Operation[Page[T]], *, resume: str | None = None) -> Pager[T]:
        """The pager over a list."""
        return self._behind.paginate(_checked_read(operation), resume=resume)


def _checked_read(operation: Operation[T]) -> Operation[T]:
    if operation.route.replay is not Replay.SAFE:
        raise InvalidArgumentError(
            f"{operation.route.name} is no plain read: a look-up sends nothing else"
        )
    return operation


def sent_with(error: OutcomeUnknownError, key: ApiKey) -> Sent:
    """What the write of an error was sent with.

    Raises:
        InvalidArgumentError: it does not say, or was sent with the key of another team or mode.
    """
    sent = error.sent
    if sent is None:
        raise InvalidArgumentError(
            "the error does not say what was sent: pass the one that the call raised"
        )
    if (sent.key_team, sent.livemode) != (key.team, key.livemode):
        raise InvalidArgumentError(
            "the call was sent with a key of another team or mode: look it up with a client for that one"
        )
    return sent


async def find_out(
    caller: Caller, sent: Sent, *, clock: Clock, settle_s: float | None = None
) -> Reconciled:
    """What became of a write: looked up at once, then again until `settle_s` seconds after it was
    last sent.

    Raises:
        InvalidArgumentError: `settle_s` is negative.
        APIError: the API answered a look-up, and said no.
        DeliveryError: a look-up got no usable answer.
    """
    way = WAYS.get(sent.operation, Nobody("this operation is not known"))
    if isinstance(way, Nobody):
        return Reconciled(done=None, why=way.why)
    if settle_s is None:
        settle_s = sent.deadline_s if sent.under_way else LAG_S
    if not settle_s >= 0:
        raise InvalidArgumentError(f"settle_s must be 0 seconds or more, not {settle_s}")
    look = _Look(Reader(caller), sent)
    end = clock.now() + min(settle_s, max(0.0, sent.last_at + settle_s - clock.unix()))
    wait = FIRST_WAIT_S
    while True:
        is_last = clock.now() >= end
        found = await (look.read(way) if isinstance(way, Reading) else look.search(way))
        if found.done or is_last or look.settled:
            return found
        await clock.sleep(max(0.0, min(wait, end - clock.now())))
        wait = min(2 * wait, LONGEST_WAIT_S)


class _Look:
    """Looks for one write, as often as asked. `settled` once another look cannot tell more."""

    def __init__(self, gig: Reader, sent: Sent) -> None:
        self.settled = False
        self._gig = gig
        self._sent = sent
        self._read_whole: dict[str, Likeness] = {}

    async def read(self, way: Reading) -> Reconciled:
        """What one resource tells."""
        try:
            value = await way.read(self._gig, self._sent)
        except NotFoundError:
            value = None
        judgement = way.judge(self._sent, value)
        self.settled = judgement.settled
        candidates = (value,) if judgement.done is None and value is not None else ()
        return Reconciled(
            done=judgement.done,
            why=judgement.why,
            value=value if judgement.done else None,
            candidates=candidates,
        )

    async def search(self, way: Listing) -> Reconciled:
        """What a list tells, read through to its end unless a document has the key."""
        tally = Tally()
        rows, reaches_back = 0, False
        found = way.every(self._gig, self._sent, Window.of(self._sent))
        async with aclosing(aiter(found) if isinstance(found, Pager) else found) as documents:
            async for document in documents:
                rows += 1
                reaches_back = reaches_back or is_older(self._sent, document)
                tally.add(*await self._judged(way, document))
                if tally.ours is not None:
                    break
        if way.most is not None and rows >= way.most and not reaches_back:
            return tally.told(cut_off=True)
        return tally.told()

    async def _judged(self, way: Listing, document: Any) -> tuple[Any, Likeness]:
        """A document of a list and its likeness; read by itself where its row leaves the question
        open.
        """
        likeness = way.likeness(self._sent, document)
        name = at(document, "uuid") or at(document, "id")
        if likeness is not Likeness.ALIKE or way.whole is None or not isinstance(name, str):
            return document, likeness
        if name in self._read_whole or len(self._read_whole) >= MOST_READ_WHOLE:
            return document, self._read_whole.get(name, likeness)
        try:
            document = await way.whole(self._gig, name)
        except NotFoundError:
            return document, likeness
        self._read_whole[name] = way.likeness(self._sent, document)
        return document, self._read_whole[name]
