"""The notes that the driver and the workers of a run leave at the scheduler."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from .batch import Batch

LaneNotes: TypeAlias = Mapping[str, int | str]
"""The notes of a lane: `ANSWERED`, and the token of the worker that began a batch last, by the
number of the batch.
"""

Notes: TypeAlias = Mapping[str, float | LaneNotes]
"""The notes of a run."""

IS_OPEN = "is open"
"""The run goes on. Without it a batch is one of a run that has ended."""

IS_STOPPED = "is stopped"
"""No further task of the run is begun."""

HELD_UNTIL = "held until"
"""The end of a rate limit, in Unix seconds."""

ANSWERED = "answered"
"""The number of the latest batch of a lane whose answer has come."""


def name_of(lane: int) -> str:
    """The name of the notes of a lane."""
    return f"lane {lane}"


def was_begun(batch: Batch, notes: Notes) -> bool:
    """Whether a worker has begun a batch, which may have been lost since."""
    return str(batch.number) in _of_lane(batch, notes)


def is_over(batch: Batch, notes: Notes) -> bool:
    """Whether the driver has the answer. Dask repeats a batch whose answer is lost with a worker
    until it hears that the driver has it.
    """
    answered = _of_lane(batch, notes).get(ANSWERED, 0)
    return isinstance(answered, int) and answered >= batch.number


def number_in(notes: Notes, name: str) -> float:
    """A note that is a number; 0 if it is not there."""
    found = notes.get(name)
    return found if isinstance(found, int | float) else 0.0


def _of_lane(batch: Batch, notes: Notes) -> LaneNotes:
    found = notes.get(name_of(batch.lane))
    return found if isinstance(found, Mapping) else {}
