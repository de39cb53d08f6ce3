"""Draws the calls, and how the host disturbs each, from a seed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from random import Random

from attrs import frozen

from .disturbances import DISTURBANCES, RIGHT, Disturbance
from .kinds import KINDS, CallKind

TEAMS = 50
DISTURBED = 0.4
"""Share of the requests that the host does not just answer."""

CANCELLED = 0.03
MOST_BEFORE_CANCEL_S = 0.004


@frozen
class Call:
    """A call. `cancel_after_s` is None if the call is left to end."""

    marker: str
    team: str
    kind: CallKind
    is_retried: bool
    cancel_after_s: float | None


def draw_calls(seed: int, count: int) -> Iterator[Call]:
    """The calls, each with a marker of its own."""
    random = Random(f"{seed} calls")
    shares = [kind.share for kind in KINDS]
    for index in range(count):
        cancelled = random.random() < CANCELLED
        yield Call(
            marker=f"m{index:07}",
            team=f"team_{random.randrange(TEAMS):02}",
            kind=random.choices(KINDS, shares)[0],
            is_retried=random.random() < 0.5,
            cancel_after_s=random.random() * MOST_BEFORE_CANCEL_S if cancelled else None,
        )


def draw_disturbance(random: Random, *, left_out: Collection[str] = ()) -> Disturbance:
    """How the host answers a request: in none of the ways that are left out."""
    if random.random() >= DISTURBED:
        return RIGHT
    drawn = random.choices(DISTURBANCES, [found.share for found in DISTURBANCES])[0]
    return RIGHT if drawn.name in left_out else drawn
