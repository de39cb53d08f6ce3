"""Runs the promise on imports with workers: killed at random moments, workers and whole programs,
one ends like another that was not killed.
"""

from __future__ import annotations

from ..harness.result import Result
from ..imports.kinds import KINDS
from ..imports.run import FEWER, KILLS, ROWS, as_result, run_seeds, seeds

WORKERS = 2
AT_ONCE = 2
"""Seeds that run at once: a worker that repeats a batch waits most of the time."""

KILLS_OF = {"clients": KILLS, "services": 6, "invoices": 6}
LEAST = 4
"""Kills of a run at any scale: of programs and of workers, some of them while they start."""


def run(seed: int, scale: float) -> Result:
    """Runs the promise: all seeds on clients, one on services and documents."""
    chosen = [seeds(seed, scale), range(seed, seed + 1), range(seed, seed + 1)]
    results = [
        run_seeds(
            kind,
            among,
            rows=int(ROWS * scale * FEWER[kind.resource]),
            count=max(LEAST, int(KILLS_OF[kind.resource] * scale)),
            workers=WORKERS,
            at_once=AT_ONCE,
        )
        for kind, among in zip(KINDS, chosen, strict=True)
    ]
    return as_result("Workers", results)
