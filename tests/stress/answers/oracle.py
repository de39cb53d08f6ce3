"""Judges the calls: each gets its own answer or an error that is true."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from ..harness.result import Count, Result
from .kinds import Echo

MOST_EXAMPLES = 5
LEAST_VALUES = 0.4
"""The share of calls that must get their value; with fewer, the run proves little."""

MOST_CONNECTIONS = 0.6
"""The number of connections, as a share of the calls: with more, few were used again."""

ENOUGH = 1_000
"""Of fewer calls, one slow moment of the machine decides how many get their value."""

VALUE, CANCELLED = "a value", "cancelled"


@frozen
class EndedCall:
    """How a call ended.

    Args:
        mode: The event loop, and the client that sent it.
        ended: A value, cancelled, or the name of its error.
        echo: What its value echoes; None if it has no value to echo.
        refusal: The text of an error that the API answered.
        received: How often the host had received it whole when it ended.
    """

    mode: str
    marker: str
    team: str
    kind: str
    is_write: bool
    ended: str
    echo: Echo | None = None
    refusal: str | None = None
    is_known_error: bool = True
    received: int = 1


def violations(call: EndedCall) -> Iterator[str]:
    """How a call broke the promise."""
    if call.echo is not None and call.echo != (call.marker, call.team):
        own_team = call.echo[1] == call.team
        yield "the answer of another call" + ("" if own_team else " and of another team")
    if call.refusal is not None and f"{call.marker} of {call.team}" not in call.refusal:
        yield "the refusal of another call"
    if not call.is_known_error:
        yield "an error that is not of the package"
    answered = call.ended == VALUE or call.refusal is not None
    if answered and not call.received:
        yield (
            "a write reported as done or refused that never arrived"
            if call.is_write
            else "an answer to a request that never arrived"
        )


def judge(
    calls: Iterable[EndedCall], disturbances: Mapping[str, int], *, connections: int
) -> Result:
    """The figures of the calls, and the promises they broke."""
    broken, ends, modes, kinds = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    values = Counter[str]()
    examples: list[str] = []
    for call in calls:
        ends[call.ended] += 1
        modes[call.mode] += 1
        kinds[call.kind] += 1
        values[call.mode] += call.ended == VALUE
        for reason in violations(call):
            broken[reason] += 1
            if broken[reason] <= MOST_EXAMPLES:
                examples.append(f"{reason}: {call}")
    for mode, count in modes.items():
        if count >= ENOUGH and values[mode] < count * LEAST_VALUES:
            broken[f"only {values[mode]} of {count} calls got their value: {mode}"] += 1
    if ends.total() >= ENOUGH and connections > ends.total() * MOST_CONNECTIONS:
        broken[f"{connections} connections, so few were used again"] += 1
    counts: dict[str, Count] = {
        "calls": ends.total(),
        **{f"calls: {name}": count for name, count in sorted(modes.items())},
        **{f"calls: {name}": count for name, count in sorted(kinds.items())},
        **{f"ended in {name}": count for name, count in sorted(ends.items())},
        "connections": connections,
        **{f"answers: {name}": count for name, count in sorted(disturbances.items())},
        "answers of another call": broken["the answer of another call"]
        + broken["the answer of another call and of another team"]
        + broken["the refusal of another call"],
        "writes answered that never arrived": broken[
            "a write reported as done or refused that never arrived"
        ],
    }
    reasons = [f"{count} x {reason}" for reason, count in broken.items() if count]
    return Result(promise="Answers", counts=counts, broken=(*reasons, *examples))
