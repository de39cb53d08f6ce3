"""Runs the promise on imports: killed at random moments and started again, one ends like another
that was not killed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from attrs import frozen

from gigstack_api.bulk import RowResult, open_rows
from gigstack_api.bulk.journal import Journal
from scripts.sandbox_process import ROOT, start

from ..harness.observed_state import ObservedState, Resource
from ..harness.result import Count, Result
from .oracle import judge
from .plan import is_bad, kills, write_rows

ROWS, KILLS, SEEDS = 10_000, 20, 5
STARTING_S = 0.4
"""A process that is killed while it starts has lived for less than this."""


@frozen
class Finished:
    """An import that has come to its end."""

    results: tuple[RowResult, ...]
    clients: tuple[Resource, ...]
    in_flight: int
    """Rows in flight after the kills, in sum."""


def run(seed: int, scale: float) -> Result:
    """Runs the promise."""
    return run_seeds(range(seed, seed + SEEDS), rows=int(ROWS * scale), count=KILLS)


def run_seeds(seeds: range, *, rows: int, count: int) -> Result:
    """Kills an import `count` times for each seed, and compares its end with another's."""
    broken = Counter[str]()
    in_flight = 0
    with TemporaryDirectory() as folder:
        file = Path(folder, "rows.csv")
        write_rows(file, rows)
        undisturbed = import_file(file, [], Random(0))
        for seed in seeds:
            killed = import_file(file, kills(seed, rows, count), Random(seed))
            in_flight += killed.in_flight
            broken += judge(rows, killed.results, killed.clients, undisturbed.clients)
        broken += judge(rows, undisturbed.results, undisturbed.clients, undisturbed.clients)
    counts: dict[str, Count] = {
        "rows": rows,
        "bad rows": sum(map(is_bad, range(1, rows + 1))),
        "seeds": len(seeds),
        "kills": len(seeds) * count,
        "rows in flight when killed": in_flight,
        "clients": len(undisturbed.clients),
        "clients twice": broken["clients twice"],
        "rows without a report, or with two": broken["rows without a report, or with two"],
    }
    reasons = tuple(f"{number} x {reason}" for reason, number in broken.items())
    return Result(promise="Imports", counts=counts, broken=reasons)


def import_file(file: Path, parts: list[int], random: Random) -> Finished:
    """Imports a file into a new sandbox. Each part is a run killed after that many results."""
    in_flight = 0
    with TemporaryDirectory() as folder:
        journal, state = Path(folder, "journal"), Path(folder, "state.json")
        sandbox, environment = start(
            *("--port", "0"), *("--state", str(state)), *("--log-level", "critical")
        )
        with sandbox:
            try:
                for part in parts:
                    _run_and_kill(file, journal, environment, part, random)
                    in_flight += _in_flight(file, journal)
                with _process(file, journal, environment) as last:
                    last.communicate()
            finally:
                sandbox.terminate()
        if last.returncode:
            raise RuntimeError("the import did not come to its end")
        clients = tuple(ObservedState.from_file(state).all("clients"))
        with Journal.open(journal, fingerprint=open_rows(file).fingerprint) as finished:
            return Finished(tuple(finished.results()), clients, in_flight)


def _process(file: Path, journal: Path, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.stress.imports.worker", str(file), str(journal)]
    return subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **environment}, stdout=subprocess.PIPE
    )


def _run_and_kill(
    file: Path, journal: Path, environment: dict[str, str], part: int, random: Random
) -> None:
    """A run that is killed after `part` results and a moment; without a part, while it starts."""
    with _process(file, journal, environment) as process:
        if process.stdout is None:
            raise RuntimeError("its output is not read")
        if part:
            for _ in range(part + 1):
                process.stdout.readline()
        time.sleep(random.random() * (0.01 if part else STARTING_S))
        process.kill()


def _in_flight(file: Path, journal: Path) -> int:
    """How many rows the killed run left in flight. It also shows that the journal can be read."""
    with Journal.open(journal, fingerprint=open_rows(file).fingerprint) as left:
        return left.counts().in_flight
