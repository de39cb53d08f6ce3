"""Judges whether a finished write kept the promises: compares what its caller got with what was
sent and what took effect.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from gigstack_api._core.operations.route import Replay

from ..harness.fault_plans import NONE, FaultInjector
from ..harness.observed_state import ObservedState
from ..harness.result import Count, Result
from .plan import REFUSALS, Write

VALUE = "value"
MOST_ATTEMPTS = 4
LOST, DOUBLED = "lost", "doubled"
SENT_AGAIN = "sent again, though it may have been done"
WRONG_REPORT = "wrong report"
LOOKED_UP_WRONGLY = "looked up wrongly"
MOST_EXAMPLES = 5

LEAST_ANSWERED = 0.75
"""At least this fraction of the repeatable writes must end in a value: a client that gives up at
once would break no other promise.
"""


@frozen
class SentRequest:
    """One request of a call: its planned fault, whether a byte of it was written, and a digest of
    its bytes.
    """

    fault: str
    sent: bool
    digest: int = 0

    @property
    def may_be_done(self) -> bool:
        """Whether the server may have carried it out, for a caller without the reply."""
        return self.sent and self.fault not in REFUSALS


@frozen(kw_only=True)
class WriteOutcome:
    """A finished write.

    Attributes:
        requests: The requests that were sent.
        reported: What the caller got: `VALUE` or the name of an error, with its `status`.
        created: The answer of an upsert.
        is_new: Whether there was no existing resource for it.
        disturbed: The server went away meanwhile, so the faults are not the planned ones.
        looked_up: `gig.reconcile` was called, with the result `done`.
    """

    replay: Replay
    requests: Sequence[SentRequest]
    reported: str
    status: int | None = None
    created: bool | None = None
    is_new: bool = True
    disturbed: bool = False
    looked_up: bool = False
    done: bool | None = None

    @property
    def may_be_done(self) -> bool:
        """Whether the server may have carried out one of its requests."""
        return any(request.may_be_done for request in self.requests)


@frozen
class FinishedRun:
    """Writes, the outcome of each, and the state of the sandbox afterwards."""

    writes: Sequence[Write]
    outcomes: Sequence[WriteOutcome | None]
    state: ObservedState

    def with_effects(self) -> Iterator[tuple[Write, WriteOutcome, int]]:
        """Each write with its outcome and the number of times it took effect."""
        for write, outcome in zip(self.writes, self.outcomes, strict=True):
            assert outcome is not None, "every write has an outcome"
            yield write, outcome, write.kind.count_effects(self.state, write.marker)


def find_violations(outcome: WriteOutcome, effects: int) -> Iterator[str]:
    """The promises that a write broke."""
    if effects > 1:
        yield DOUBLED
    if outcome.reported == VALUE and effects == 0:
        yield LOST
    if outcome.replay is Replay.ONCE and any(
        request.may_be_done for request in outcome.requests[:-1]
    ):
        yield SENT_AGAIN
    if len({request.digest for request in outcome.requests}) > 1:
        yield "sent again with other bytes"
    if len(outcome.requests) > MOST_ATTEMPTS:
        yield "sent too often"
    if not outcome.disturbed and (not outcome.requests or outcome.requests[0].fault == NONE):
        yield "not faulted"
    if outcome.created is (not outcome.is_new):
        yield f"{WRONG_REPORT} of whether it was created"
    if outcome.done is not None and outcome.done != (effects > 0):
        yield LOOKED_UP_WRONGLY
    if not TRUE_REPORTS.get(outcome.reported, _never)(outcome, effects):
        yield f"{WRONG_REPORT}: {outcome.reported}"


def _never(_: WriteOutcome, __: int) -> bool:
    """Any error that is not promised for a write."""
    return False


def _always(_: WriteOutcome, __: int) -> bool:
    return True


def _nothing_was_done(outcome: WriteOutcome, effects: int) -> bool:
    """Also for a 429, or a 503 with `Retry-After`: it says that nothing was done, so it must not
    mask an earlier attempt that may have been carried out.
    """
    return effects == 0 and not outcome.may_be_done


def _is_unknown(outcome: WriteOutcome, _: int) -> bool:
    return outcome.may_be_done or outcome.disturbed


def _server_error(outcome: WriteOutcome, effects: int) -> bool:
    last = outcome.requests[-1].fault
    if last in REFUSALS:
        return last.startswith("status=503") and _nothing_was_done(outcome, effects)
    return str(outcome.status) in last


def _unreadable(outcome: WriteOutcome, _: int) -> bool:
    return outcome.requests[-1].fault in {"html", "empty"}


def _timed_out(outcome: WriteOutcome, _: int) -> bool:
    return outcome.status == 408 and "408" in outcome.requests[-1].fault


TRUE_REPORTS: Mapping[str, Callable[[WriteOutcome, int], bool]] = {
    VALUE: _always,
    "DeliveryError": _nothing_was_done,
    "DeliveryTimeoutError": _nothing_was_done,
    "OutcomeUnknownError": _is_unknown,
    "RateLimitError": _nothing_was_done,
    "ServerError": _server_error,
    "APIError": _timed_out,
    "UnreadableReplyError": _unreadable,
}
"""When each report to the caller is true. Any other report is wrong."""


def judge(parts: Iterable[FinishedRun], injector: FaultInjector, *, restarts: int) -> Result:
    """The figures of the writes, and the promises they broke."""
    broken, examples = Counter[str](), list[str]()
    reported, effects = Counter[tuple[Replay, str]](), Counter[Replay]()
    looked_up, undisturbed = Counter[str](), Counter[tuple[Replay, bool]]()
    for write, outcome, found in (item for part in parts for item in part.with_effects()):
        reported[outcome.replay, outcome.reported] += 1
        effects[outcome.replay] += found
        undisturbed[outcome.replay, outcome.reported == VALUE] += not outcome.disturbed
        if outcome.looked_up:
            looked_up[LOOK_UPS[outcome.done]] += 1
        for reason in find_violations(outcome, found):
            broken[reason] += 1
            examples.append(
                f"{reason}: {write.marker} {write.kind.name}, {found} effect(s), {outcome}"
            )

    counts: dict[str, Count] = {
        "writes, each faulted": reported.total(),
        "requests": injector.requests,
        **{f"faults: {name}": count for name, count in sorted(injector.injected.items())},
        "server restarts": restarts,
        **{
            f"{replay.value}: ended in {name}": reported[replay, name]
            for replay, name in sorted(reported, key=_values_first)
        },
        **{
            f"{replay.value}: effects found": effects[replay]
            for replay in sorted(effects, key=lambda replay: replay.value)
        },
        "lost": broken[LOST],
        "doubled": broken[DOUBLED],
        "once, sent again": broken[SENT_AGAIN],
        "wrong reports": sum(
            count for reason, count in broken.items() if reason.startswith(WRONG_REPORT)
        ),
        **{f"unknown, looked up: {answer}": count for answer, count in sorted(looked_up.items())},
        "unknown, looked up wrongly": broken[LOOKED_UP_WRONGLY],
    }
    reasons = [f"{count} x {reason}" for reason, count in broken.items()]
    reasons += [*examples[:MOST_EXAMPLES], *_find_given_up(undisturbed)]
    return Result(promise="Writes", counts=counts, broken=tuple(reasons))


LOOK_UPS = {True: "done", False: "not done", None: "cannot be determined"}


def _values_first(key: tuple[Replay, str]) -> tuple[str, bool, str]:
    replay, name = key
    return replay.value, name != VALUE, name


def _find_given_up(undisturbed: Counter[tuple[Replay, bool]]) -> Iterator[str]:
    """The replay classes of which too few writes ended in a value while the server was up."""
    for replay in (Replay.KEYED, Replay.NATURAL, Replay.IDEMPOTENT):
        values = undisturbed[replay, True]
        total = values + undisturbed[replay, False]
        if values < LEAST_ANSWERED * total:
            yield f"only {values} of {total} {replay.value} writes ended in a value"
