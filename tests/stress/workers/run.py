"""Runs the promise on imports with workers: killed at random moments, workers and whole programs,
one ends like another that was not killed.
"""

from __future__ import annotations

from ..harness.result import Result
from ..imports.kinds import KINDS
from ..imports.run import FEWER, KILLS, ROWS, as_result, run_seeds, seeds

WORKERS = 2


def run(seed: int, scale: float) -> Result:
    """Runs the promise: all seeds on clients, one on services and documents."""
    chosen = [seeds(seed, scale), range(seed, seed + 1), range(seed, seed + 1)]
    results = [
        run_seeds(
            kind,
            among,
            rows=int(ROWS * scale * FEWER[kind.resource]),
            count=KILLS,
            workers=WORKERS,
        )
        for kind, among in zip(KINDS, chosen, strict=True)
    ]
    return as_result("Workers", results)
