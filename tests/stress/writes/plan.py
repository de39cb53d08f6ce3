"""Draws which writes are made, and which faults each meets, from a seed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from random import Random

from attrs import frozen

from ..harness.fault_plans import REFUSED
from .kinds import KINDS, WriteKind

REFUSALS = ("status=429", "status=429 retry_after_s=0", "status=503 retry_after_s=0")
"""Replies that say: come back later, nothing was done."""

FAULTS = {
    REFUSED: 14,
    "cut_before": 10,
    "cut_after": 14,
    "cut_body": 8,
    **dict.fromkeys(REFUSALS, 3),
    **{f"status={status}": 3 for status in (408, 500, 502, 503, 504, 520)},
    **{f"status_after={status}": 4 for status in (500, 502, 504, 520, 524)},
    "html": 2,
    "empty": 2,
    "delay=0.003": 3,
    "drift": 3,
}
"""Faults with their weights."""

IN_A_ROW = {1: 86, 2: 9, 3: 3, 5: 2}
"""Number of consecutive faults, with weights; 5 exceed the attempts of a call."""


@frozen
class Write:
    """One logical write, and the faults that its attempts meet."""

    index: int
    kind: WriteKind
    faults: tuple[str, ...]

    @property
    def marker(self) -> str:
        """A text that no other write sends."""
        return f"w{self.index}"


def draw_writes(seed: int, count: int) -> Iterator[Write]:
    """The writes of a run, each with at least one fault."""
    for index in range(count):
        random = Random(f"{seed} write {index}")
        (kind,) = random.choices(KINDS, cum_weights=_KIND_WEIGHTS)
        yield Write(index, kind, draw_faults(random))


def draw_faults(random: Random) -> tuple[str, ...]:
    """The faults of one call, at least one."""
    (row,) = random.choices(tuple(IN_A_ROW), weights=tuple(IN_A_ROW.values()))
    return tuple(random.choices(_FAULTS, cum_weights=_FAULT_WEIGHTS, k=row))


_FAULTS = tuple(FAULTS)
_FAULT_WEIGHTS = tuple(accumulate(FAULTS.values()))
_KIND_WEIGHTS = tuple(accumulate(kind.share for kind in KINDS))
