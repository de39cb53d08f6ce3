"""Runs the promise on imports with workers: killed at random moments, workers and whole programs,
one ends like another that was not killed.
"""

from __future__ import annotations

from attrs import evolve

from ..harness.result import Result
from ..imports.kinds import KINDS
from ..imports.run import KILLS, ROWS, SEEDS, run_seeds

WORKERS = 2


def run(seed: int, scale: float) -> Result:
    """Runs the promise on clients."""
    seeds = range(seed, seed + SEEDS)
    found = run_seeds(KINDS[0], seeds, rows=int(ROWS * scale), count=KILLS, workers=WORKERS)
    return evolve(found, promise="Workers")
