"""The result of one row, and how far a run has come."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

from .._core.schema.data import Data

Outcome = Literal["created", "found", "updated", "skipped", "failed", "unknown"]


class RowResult(Data, frozen=True):
    """The result of one row.

    Args:
        row: Number of the data row, from 1.
        key: Value that the row was matched with.
        outcome: `unknown` if a response was lost and the row could not be looked up.
        id: Id of the resource.
        error: Text of the error, for `failed` and `unknown`; for others what the fiscal checks
            found.
        code: Code of the error: that of the API or of a fiscal rule, or one of this package.
    """

    row: int
    key: str | None
    outcome: Outcome
    id: str | None = None
    error: str | None = None
    code: str | None = None


class Progress(Data, frozen=True):
    """How far a run has come.

    Args:
        done: Rows with a result.
        total: All rows; None if they have not been counted.
        failed: Those of `done` that failed.
        in_flight: Rows that are being sent.
        rows_per_s: Rows per second, over the last seconds.
        waiting_s: Seconds that the run waits now, for a rate limit or for calls of an earlier run
            that was killed; 0 if it does not.
    """

    done: int
    total: int | None
    failed: int
    in_flight: int
    rows_per_s: float
    waiting_s: float


OnProgress: TypeAlias = Callable[[Progress], object]

EACH_S = 0.25
"""How often progress is shown while nothing ends (seconds)."""
