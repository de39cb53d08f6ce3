"""A small run of the promise on imports with workers."""

from __future__ import annotations

from ..imports.kinds import KINDS
from ..imports.run import run_seeds


def test_a_killed_program_with_workers_changes_no_result() -> None:
    result = run_seeds(KINDS[0], range(4, 5), rows=100, count=1, workers=1)
    assert result.broken == ()
    assert (result.counts["bad ones"], result.counts["twice"]) == (3, 0)
