"""The end of a run: how many rows had which outcome, and the first errors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, get_args

from ..sentences import sentence_of
from ..terminal.output import Output
from ..texts import text

if TYPE_CHECKING:
    from ...bulk.results import RowResult

MOST_FAILURES = 5
"""How many errors are shown."""


def show_counts(output: Output, counts: Mapping[str, int]) -> None:
    """Shows how many rows had which outcome."""
    from ...bulk.results import Outcome

    shown = [outcome for outcome in get_args(Outcome) if counts.get(outcome)]
    rows = [[text(f"outcome.{outcome}"), f"{counts[outcome]:,}"] for outcome in shown]
    rows.append([text("summary.total"), f"{sum(counts.values()):,}"])
    output.table([text("summary.outcome"), text("summary.count")], rows)


def show_failures(output: Output, failures: Sequence[RowResult]) -> None:
    """Shows the errors of some rows."""
    output.show(text("summary.failures"))
    for result in failures:
        output.show_entry(text("summary.failure", row=result.row, error=sentence_of(result.error)))
