"""Which writes are made, and which faults befall each: drawn from a seed, so that a run can be
repeated. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from random import Random

from attrs import frozen

from ..harness.fault_plans import REFUSED
from .kinds import KINDS, Kind

REFUSALS = ("status=429", "status=429 retry_after_s=0", "status=503 retry_after_s=0")
"""Answers that say: not now, and nothing was done."""

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
"""How many faults come one after the other; 5 are more than a call has attempts."""


@frozen
class Write:
    """One logical write, and the faults that befall its attempts."""

    index: int
    kind: Kind
    faults: tuple[str, ...]

    @property
    def marker(self) -> str:
        """What tells it from all others."""
        return f"w{self.index}"


def writes(seed: int, count: int) -> Iterator[Write]:
    """The writes of a run, each with one fault at least."""
    for index in range(count):
        random = Random(f"{seed} write {index}")
        (kind,) = random.choices(KINDS, cum_weights=_KIND_WEIGHTS)
        yield Write(index, kind, faults(random))


def faults(random: Random) -> tuple[str, ...]:
    """The faults of one call, one at least."""
    (row,) = random.choices(tuple(IN_A_ROW), weights=tuple(IN_A_ROW.values()))
    return tuple(random.choices(_FAULTS, cum_weights=_FAULT_WEIGHTS, k=row))


_FAULTS = tuple(FAULTS)
_FAULT_WEIGHTS = tuple(accumulate(FAULTS.values()))
_KIND_WEIGHTS = tuple(accumulate(kind.share for kind in KINDS))
