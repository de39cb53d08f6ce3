"""Measures imports on two workers beside one process: `make bench-workers`. It takes 90 seconds.

The API that is measured against replies at once, from canned bytes. On two cores the server, the
driver and the workers share the time, so the rows per second say little about machines with more.
The ratio is that of processor time per row: of a process alone, and of the busiest one of several.
The memory is that of the driver.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from attrs import frozen

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from gigstack_api import Gigstack
from gigstack_api.bulk import Workers, import_clients, open_workers
from scripts.bench.answers import write
from scripts.bench.goals import Check
from scripts.bench.memory import peak_memory_mib
from scripts.bench.processes import serving

psutil: Any = import_module("psutil")  # without types

ROWS, TURNS = 20_000, 3
IN_FLIGHT = (8, 16, 50)
MANY, FIRST = 300_000, 10_000
WORKER = "--multiprocessing-fork"


@frozen
class Cost:
    """The cost of a run: rows per second, and microseconds of processor time per row."""

    rows_per_s: float
    driver_us: float
    worker_us: float

    @property
    def busiest_us(self) -> float:
        """Those of the busiest process."""
        return max(self.driver_us, self.worker_us)


def main() -> int:
    """Prints the figures. Returns 1 if the goal was missed."""
    with TemporaryDirectory() as folder:
        write(Path(folder))
        with serving(Path(sys.executable), Path(folder)) as url:
            checks = asyncio.run(measure(f"{url}/0/1/v2"))
    for check in checks:
        print(f"{check.text}: {check.shown}{'' if check.met else ' MISSED'}")
    return 0 if all(check.met for check in checks) else 1


async def measure(url: str) -> list[Check]:
    """The memory of the driver, and the costs of two workers beside those of one process."""
    numbers = iter(range(10**9))
    async with Gigstack("key", base_url=url) as gig, open_workers(2) as workers:
        memory = await _measure_memory(gig, numbers, workers)
        await _import(gig, numbers, None, IN_FLIGHT[0])  # everything that is loaded once
        return [
            memory,
            *[await _compare(gig, numbers, workers, in_flight) for in_flight in IN_FLIGHT],
        ]


async def _measure_memory(gig: Gigstack, numbers: Iterator[int], workers: Workers) -> Check:
    """By how much the memory of the driver grows after the first rows."""
    rows = (_row(number) for number in islice(numbers, MANY))
    count, first_mib = 0, 0.0
    async for _ in import_clients(gig, rows, concurrency=max(IN_FLIGHT), workers=workers):
        count += 1
        if count == FIRST:
            first_mib = peak_memory_mib()
    if count != MANY:
        raise RuntimeError(f"{count} of {MANY} rows have a result")
    text = f"memory of {MANY:,} rows on two workers after the first {FIRST:,}"
    return Check(text=text, found=peak_memory_mib() - first_mib, at_most=20.0, unit="MiB")


async def _compare(
    gig: Gigstack, numbers: Iterator[int], workers: Workers, in_flight: int
) -> Check:
    ratios: list[float] = []
    for _ in range(TURNS):
        alone = await _import(gig, numbers, None, in_flight)
        two = await _import(gig, numbers, workers, in_flight)
        for name, cost in (("one process", alone), ("two workers", two)):
            print(
                f"{in_flight} in flight, {name}: {cost.rows_per_s:,.0f} rows/s; us per row:"
                f" driver {cost.driver_us:.0f}, busiest worker {cost.worker_us:.0f}"
            )
        ratios.append(alone.busiest_us / two.busiest_us)
    text = f"two workers beside one process, {in_flight} in flight"
    return Check(text=text, found=median(ratios), at_least=1.6)


async def _import(
    gig: Gigstack, numbers: Iterator[int], workers: Workers | None, in_flight: int
) -> Cost:
    rows = [_row(number) for number in islice(numbers, ROWS)]
    before, began, started = _worker_times(), time.process_time(), time.perf_counter()
    run = import_clients(gig, rows, concurrency=in_flight, workers=workers)
    done = [result async for result in run]
    took_s, driver_s = time.perf_counter() - started, time.process_time() - began
    if {result.outcome for result in done} != {"created"} or len(done) != ROWS:
        raise RuntimeError(f"not all of {ROWS} rows were created")
    worker_s = [after - before[process] for process, after in _worker_times().items()]
    to_us = 1e6 / ROWS
    return Cost(ROWS / took_s, driver_s * to_us, max(worker_s) * to_us)


def _row(number: int) -> dict[str, Any]:
    return {"tax_id": f"BEN{number:09}", "name": f"Cliente {number}", "address": {"zip": "03100"}}


def _worker_times() -> dict[int, float]:
    """The processor time of each worker, in seconds."""
    found = [one for one in psutil.Process().children() if WORKER in " ".join(one.cmdline())]
    return {one.pid: sum(one.cpu_times()[:2]) for one in found}


if __name__ == "__main__":
    sys.exit(main())
