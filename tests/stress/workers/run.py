"""Runs the promise on imports with workers: killed at random moments, workers and whole programs,
one ends like another that was not killed.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import repeat

from ..harness.result import Result
from ..imports.kinds import KINDS, Kind
from ..imports.run import FEWER, KILLS, ROWS, as_result, run_seeds, seeds

WORKERS = 2
AT_ONCE = 3
"""Imports that run at once: a worker that repeats a batch waits most of the time."""

KILLS_OF = {"clients": KILLS, "services": 6, "invoices": 6}
LEAST = 4
"""Kills of a run at any scale: of programs and of workers, some of them while they start."""


def run(seed: int, scale: float) -> Result:
    """Runs the promise: all seeds on clients, one on services and documents."""

    def one(kind: Kind, among: range) -> Result:
        return run_seeds(
            kind,
            among,
            rows=int(ROWS * scale * FEWER[kind.resource]),
            count=max(LEAST, int(KILLS_OF[kind.resource] * scale)),
            workers=WORKERS,
            at_once=AT_ONCE,
        )

    first, *others = KINDS
    clients = one(first, seeds(seed, scale))
    with ThreadPoolExecutor(AT_ONCE) as pool:
        results = list(pool.map(one, others, repeat(range(seed, seed + 1))))
    return as_result("Workers", [clients, *results])
