"""Measures imports on two workers beside one process: `make bench-workers`. It takes two minutes.

Each import reads a file and keeps a journal, as the command does. The API answers at once, from
canned bytes. On two cores it shares the time with the driver and the workers, so there are two
ratios: that of the rows per second, and that of the processor time per row, of a process alone and
of the busiest one of several. The memory is that of the driver.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from importlib import import_module
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from attrs import frozen

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from gigstack_api import Gigstack
from gigstack_api.bulk import (
    RowResult,
    Workers,
    import_clients,
    open_rows,
    open_workers,
    recognise,
)
from scripts.bench.answers import write
from scripts.bench.goals import Check
from scripts.bench.memory import peak_memory_mib
from scripts.bench.processes import serving

psutil: Any = import_module("psutil")  # without types

ROWS, TURNS = 30_000, 3
GAINS = {8: 1.0, 16: 1.0, 50: 1.6}
"""By calls in flight, the goal for the rows per second."""

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
            checks = asyncio.run(measure(f"{url}/0/1/v2", Path(folder)))
    for check in checks:
        print(f"{check.text}: {check.shown}{'' if check.met else ' MISSED'}")
    return 0 if all(check.met for check in checks) else 1


async def measure(url: str, folder: Path) -> list[Check]:
    """The memory of the driver, and the costs of two workers beside those of one process."""
    files = _files(folder)
    async with Gigstack("key", base_url=url) as gig, open_workers(2) as workers:
        checks = [await _measure_memory(gig, next(files), workers)]
        await _import(gig, next(files), None, min(GAINS))  # everything that is loaded once
        for in_flight in GAINS:
            checks += await _compare(gig, files, workers, in_flight)
    return checks


def _files(folder: Path) -> Iterator[Path]:
    """A large file, and then others."""
    for number in count():
        file = folder / f"{number}.csv"
        with file.open("w", encoding="utf-8") as lines:
            lines.write("RFC,Nombre,C.P.\n")
            rows = range(MANY if number == 0 else ROWS)
            lines.writelines(f"BEN{row:09},Cliente {row},03100\n" for row in rows)
        yield file


async def _measure_memory(gig: Gigstack, file: Path, workers: Workers) -> Check:
    """By how much the memory of the driver grows after the first rows."""
    done, first_mib = 0, 0.0
    async for _ in _results(gig, file, workers, max(GAINS)):
        done += 1
        if done == FIRST:
            first_mib = peak_memory_mib()
    if done != MANY:
        raise RuntimeError(f"{done} of {MANY} rows have a result")
    text = f"memory of {MANY:,} rows on two workers after the first {FIRST:,}"
    return Check(text=text, found=peak_memory_mib() - first_mib, at_most=20.0, unit="MiB")


async def _compare(
    gig: Gigstack, files: Iterator[Path], workers: Workers, in_flight: int
) -> list[Check]:
    alone, two = list[Cost](), list[Cost]()
    for _ in range(TURNS):
        alone.append(await _import(gig, next(files), None, in_flight))
        two.append(await _import(gig, next(files), workers, in_flight))
        for name, cost in (("one process", alone[-1]), ("two workers", two[-1])):
            print(
                f"{in_flight} in flight, {name}: {cost.rows_per_s:,.0f} rows/s; us per row:"
                f" driver {cost.driver_us:.0f}, busiest worker {cost.worker_us:.0f}"
            )
    pairs = list(zip(alone, two, strict=True))
    by_time = median(many.rows_per_s / one.rows_per_s for one, many in pairs)
    by_processor = median(one.busiest_us / many.busiest_us for one, many in pairs)
    text = f"two workers beside one process, {in_flight} in flight"
    return [
        Check(text=f"{text}: rows per second", found=by_time, at_least=GAINS[in_flight]),
        Check(text=f"{text}: processor time", found=by_processor, at_least=1.6),
    ]


async def _import(gig: Gigstack, file: Path, workers: Workers | None, in_flight: int) -> Cost:
    before, began, started = _worker_times(), time.process_time(), time.perf_counter()
    outcomes = Counter([one.outcome async for one in _results(gig, file, workers, in_flight)])
    took_s, driver_s = time.perf_counter() - started, time.process_time() - began
    if outcomes != {"created": ROWS}:
        raise RuntimeError(f"not all of {ROWS} rows were created: {outcomes}")
    worker_s = [after - before[process] for process, after in _worker_times().items()]
    to_us = 1e6 / ROWS
    return Cost(ROWS / took_s, driver_s * to_us, max(worker_s) * to_us)


def _results(
    gig: Gigstack, file: Path, workers: Workers | None, in_flight: int
) -> AsyncIterator[RowResult]:
    rows = open_rows(file)
    return import_clients(
        gig,
        rows,
        columns=recognise(rows.columns, "clients"),
        concurrency=in_flight,
        journal=file.with_suffix(".journal"),
        workers=workers,
    )


def _worker_times() -> dict[int, float]:
    """The processor time of each worker, in seconds."""
    found = [one for one in psutil.Process().children() if WORKER in " ".join(one.cmdline())]
    return {one.pid: sum(one.cpu_times()[:2]) for one in found}


if __name__ == "__main__":
    sys.exit(main())
