"""Runs the promise on imports with workers: killed at random moments, workers and whole programs,
one ends like another that was not killed.
"""

from __future__ import annotations

from attrs import evolve

from ..harness.result import Result
from ..imports.kinds import KINDS
from ..imports.run import KILLS, ROWS, run_seeds, seeds

WORKERS = 2


def run(seed: int, scale: float) -> Result:
    """Runs the promise on clients."""
    found = run_seeds(
        KINDS[0], seeds(seed, scale), rows=int(ROWS * scale), count=KILLS, workers=WORKERS
    )
    return evolve(found, promise="Workers")
