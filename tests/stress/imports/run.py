"""Runs the promise on imports: killed at random moments and started again, one ends like another
that was not killed.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from math import ceil
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from attrs import frozen

from gigstack_api.bulk import RowResult, open_rows
from gigstack_api.bulk.journal import Journal
from gigstack_api.bulk.syncing import sync
from gigstack_api.sandbox import Sandbox
from scripts.sandbox_process import start

from ..harness.observed_state import TEAM, ObservedState, Resource
from ..harness.result import Count, Result
from .kinds import KINDS, Kind
from .oracle import UNREPORTED, judge, twice
from .plan import Kill, kills
from .process import Job, Running, pause

ROWS, KILLS, SEEDS = 10_000, 20, 5
FEWER = {"clients": 1.0, "services": 0.2, "invoices": 0.2}
"""Shares of the rows: services are listed at each start, and documents have a line in three."""

STARTING_S, STARTING_WORKERS_S = 0.4, 3.0
"""A process that is killed while it starts has lived for less than this."""


@frozen
class Finished:
    """An import that has come to its end."""

    results: tuple[RowResult, ...]
    found: tuple[Resource, ...]
    in_flight: int
    """Rows in flight after the kills, in sum."""


def run(seed: int, scale: float) -> Result:
    """Runs the promise."""
    results = [
        run_seeds(
            kind,
            seeds(seed, scale),
            rows=int(ROWS * scale * FEWER[kind.resource]),
            count=KILLS,
        )
        for kind in KINDS
    ]
    return as_result("Imports", results)


def as_result(promise: str, results: Sequence[Result]) -> Result:
    """The result of all kinds."""
    return Result(
        promise=promise,
        counts={
            f"{kind.resource}: {name}": count
            for kind, result in zip(KINDS, results, strict=True)
            for name, count in result.counts.items()
        },
        broken=tuple(reason for result in results for reason in result.broken),
    )


def seeds(first: int, scale: float) -> range:
    """The seeds of a run."""
    return range(first, first + ceil(SEEDS * scale))


def run_seeds(
    kind: Kind,
    seeds: range,
    *,
    rows: int,
    count: int,
    workers: int | None = None,
    at_once: int = 1,
) -> Result:
    """Kills an import `count` times for each seed, and compares its end with another's.

    Args:
        kind: What is imported.
        seeds: The seeds.
        rows: How many rows are imported.
        count: How many kills there are for each seed.
        workers: How many workers an import has; None for none.
        at_once: How many seeds run at once.
    """
    broken = Counter[str]()
    in_flight, killed_workers = 0, 0
    with TemporaryDirectory() as folder:
        file = Path(folder, "rows.csv")
        kind.write(file, rows)
        wanted = asyncio.run(undisturbed(kind, file))
        plans = [
            kills(seed, len(kind.numbers(rows)), count, workers=workers is not None)
            for seed in seeds
        ]
        with ThreadPoolExecutor(at_once) as pool:
            ended = [
                pool.submit(import_file, kind, file, moments, Random(seed), workers)
                for moments, seed in zip(plans, seeds, strict=True)
            ]
        for moments, finished in zip(plans, ended, strict=True):
            killed = finished.result()
            in_flight += killed.in_flight
            killed_workers += sum(kill.victim == "worker" for kill in moments)
            broken += judge(kind, rows, killed.results, killed.found, wanted.found)
        broken += judge(kind, rows, wanted.results, wanted.found, wanted.found)
    counts: dict[str, Count] = {
        "rows": rows,
        "bad ones": sum(map(kind.is_bad, kind.numbers(rows))),
        "seeds": len(seeds),
        "kills": len(seeds) * count,
        "of these, of a worker": killed_workers,
        "rows in flight when killed": in_flight,
        "in the end": len(wanted.found),
        "twice": broken[twice(kind)],
        UNREPORTED: broken[UNREPORTED],
    }
    reasons = tuple(f"{number} x {reason}" for reason, number in broken.items())
    return Result(promise="Imports", counts=counts, broken=reasons)


async def undisturbed(kind: Kind, file: Path) -> Finished:
    """An import that is not killed, in this process."""
    results: list[RowResult] = []
    sandbox = Sandbox()
    async with sandbox.client() as gig:
        update = kind.resource != "invoices"
        await sync(file, gig=gig, resource=kind.resource, update=update, on_result=results.append)
    found = sandbox.state.collections()[TEAM, kind.collection]
    return Finished(tuple(results), tuple(found.values()), 0)


def import_file(
    kind: Kind, file: Path, moments: Sequence[Kill], random: Random, workers: int | None
) -> Finished:
    """Imports a file into a new sandbox, killed at these moments and started again."""
    with TemporaryDirectory() as folder:
        journal, state = Path(folder, "journal"), Path(folder, "state.json")
        sandbox, environment = start(
            *("--port", "0"), *("--state", str(state)), *("--log-level", "critical")
        )
        with sandbox:
            try:
                in_flight = _killed(Job(kind, file, journal, environment, workers), moments, random)
            finally:
                sandbox.terminate()
        found = tuple(ObservedState.from_file(state).all(kind.collection))
        with Journal.open(journal, fingerprint=open_rows(file).fingerprint) as finished:
            return Finished(tuple(finished.results()), found, in_flight)


def _killed(job: Job, moments: Sequence[Kill], random: Random) -> int:
    """Runs an import to its end in spite of kills. Returns how many rows they left in flight."""
    in_flight, left = 0, list(moments)
    while True:
        with job.start() as running:
            if _kill(job, running, left, random):
                in_flight += _in_flight(job)
                continue
            code = running.end()
        if not left:
            break
    if code:
        raise RuntimeError("the import did not come to its end")
    return in_flight


def _kill(job: Job, running: Running, left: list[Kill], random: Random) -> bool:
    """Takes the kills of one run, up to that of the program; whether there was one."""
    starting_s = STARTING_S if job.workers is None else STARTING_WORKERS_S
    while left:
        kill = left.pop(0)
        if not running.read(kill.after):
            return False
        pause(random, 0.01 if kill.after else starting_s)
        if kill.victim == "program":
            running.kill()
            return True
        running.kill_worker(random)
    return False


def _in_flight(job: Job) -> int:
    """How many rows the killed run left in flight. It also shows that the journal can be read."""
    with Journal.open(job.journal, fingerprint=open_rows(job.file).fingerprint) as left:
        return left.counts().in_flight
