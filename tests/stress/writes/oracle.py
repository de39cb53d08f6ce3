"""Whether a write that ended kept the promises: what its caller was told, against what was sent and
what took effect. Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from attrs import frozen

from gigstack_api._core.operation import Replay

from ..harness.fault_plans import NONE
from .plan import REFUSALS

VALUE = "value"
MOST_ATTEMPTS = 4
LOOKED_UP_WRONGLY = "looked up wrongly"


@frozen
class Attempt:
    """One request of a call: the fault planned for it, whether a byte of it was written, and what
    stands for its bytes.
    """

    fault: str
    sent: bool
    digest: int = 0

    @property
    def maybe_done(self) -> bool:
        """Whether it may have been carried out, as far as one without the answer could know."""
        return self.sent and self.fault not in REFUSALS


@frozen(kw_only=True)
class Ended:
    """A write that ended: its requests, and what its caller was told: a value, or the name of an
    error and its status.

    `created` is what an upsert said; `fresh` whether it had nothing to find. `looked_up`:
    `gig.reconcile` was asked, and said `done`. `disturbed`: the server went away meanwhile, so that
    the faults are not the planned ones.
    """

    replay: Replay
    attempts: Sequence[Attempt]
    told: str
    status: int | None = None
    created: bool | None = None
    fresh: bool = True
    disturbed: bool = False
    looked_up: bool = False
    done: bool | None = None

    @property
    def maybe_done(self) -> bool:
        """Whether one of its requests may have been carried out."""
        return any(each.maybe_done for each in self.attempts)


def broken_by(ended: Ended, effects: int) -> Iterator[str]:
    """The promises that a write broke."""
    if effects > 1:
        yield "doubled"
    if ended.told == VALUE and effects == 0:
        yield "lost"
    if ended.replay is Replay.ONCE and any(each.maybe_done for each in ended.attempts[:-1]):
        yield "sent again, though it may have been done"
    if len({each.digest for each in ended.attempts}) > 1:
        yield "sent again with other bytes"
    if len(ended.attempts) > MOST_ATTEMPTS:
        yield "sent too often"
    if not ended.disturbed and (not ended.attempts or ended.attempts[0].fault == NONE):
        yield "not faulted"
    if ended.created is (not ended.fresh):
        yield "a wrong word on whether it was created"
    if ended.done is not None and ended.done != (effects > 0):
        yield LOOKED_UP_WRONGLY
    if not TRUE_WORDS.get(ended.told, _never)(ended, effects):
        yield f"a wrong word: {ended.told}"


def _never(_: Ended, __: int) -> bool:
    """Of an error that is none of those promised for a write."""
    return False


def _value(_: Ended, __: int) -> bool:
    return True


def _nothing_was_done(ended: Ended, effects: int) -> bool:
    return effects == 0 and not ended.maybe_done


def _nobody_knows(ended: Ended, _: int) -> bool:
    return ended.maybe_done or ended.disturbed


def _refused(ended: Ended, effects: int) -> bool:
    """A 429, or a 503 with `Retry-After`, says that nothing was done: so it must not hide an
    attempt that may have been.
    """
    return effects == 0 and not ended.maybe_done


def _server_error(ended: Ended, effects: int) -> bool:
    last = ended.attempts[-1].fault
    if last in REFUSALS:
        return last.startswith("status=503") and _refused(ended, effects)
    return str(ended.status) in last


def _unreadable(ended: Ended, _: int) -> bool:
    return ended.attempts[-1].fault in {"html", "empty"}


def _timed_out(ended: Ended, _: int) -> bool:
    return ended.status == 408 and "408" in ended.attempts[-1].fault


TRUE_WORDS: Mapping[str, Callable[[Ended, int], bool]] = {
    VALUE: _value,
    "DeliveryError": _nothing_was_done,
    "DeliveryTimeoutError": _nothing_was_done,
    "OutcomeUnknownError": _nobody_knows,
    "RateLimitError": _refused,
    "ServerError": _server_error,
    "APIError": _timed_out,
    "UnreadableReplyError": _unreadable,
}
"""When each word that a caller may be told is true. Any other is wrong."""
