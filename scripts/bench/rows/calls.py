"""The rows about calls: in flight, one after the other, queued, upserts; and rate by calls in
flight.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..bench import (
    AIOHTTP,
    AIOHTTP_UVLOOP,
    GENERATOR,
    HTTPX,
    HTTPX2,
    HTTPX_SNIFFIO,
    HTTPX_TRIO,
    OPENAI,
    OURS,
    OURS_TRIO,
    OURS_UVLOOP,
    STRIPE,
    VANILLA,
    VANILLA_SNIFFIO,
    Bench,
    medians,
)
from ..goals import Check, Row, against

ASYNCIO, UVLOOP, TRIO = (OURS, AIOHTTP), (OURS_UVLOOP, AIOHTTP_UVLOOP), (OURS_TRIO, HTTPX_TRIO)
OTHERS = (HTTPX, HTTPX_SNIFFIO, VANILLA, VANILLA_SNIFFIO, HTTPX2, GENERATOR, OPENAI, STRIPE)

LATENCY_MS = 20
RATE_S = 1.0
RATE_REPEATS = 5
SEQUENTIAL_CALLS = 80
SEQUENTIAL_REPEATS = 21
ROWS = 10_000
IN_FLIGHT = (1, 5, 20, 50, 100, 200, 500)
CURVES = (OURS, AIOHTTP, HTTPX)
CURVE_S = 0.6

GOALS = {50: {ASYNCIO: 0.95, UVLOOP: 0.95, TRIO: 3.0}, 200: {ASYNCIO: 0.9, UVLOOP: 0.9}}
"""By calls in flight: the lowest ratio of our rate to that of a peer on the same loop."""


def rows(bench: Bench) -> Iterator[Row]:
    """Measures the rows."""
    for in_flight, goals in GOALS.items():
        options = {"url": bench.at(latency_ms=LATENCY_MS), "in_flight": in_flight, "for_s": RATE_S}
        names = [name for pair in goals for name in pair]
        samples, absent = bench.sampled(names, "rate", "per_s", repeats=RATE_REPEATS, **options)
        others, more_absent = bench.sampled(OTHERS, "rate", "per_s", repeats=1, **options)
        figures, most = medians(samples | others), in_flight * 1000 / LATENCY_MS
        yield Row(
            what=f"{in_flight} in flight, latency {LATENCY_MS} ms",
            unit="calls/s",
            figures=figures,
            checks=[
                check
                for (ours, other), bound in goals.items()
                for check in against(samples, ours, {other: ("at least", bound)})
            ],
            absent=absent | more_absent,
            note=f"The limit of any client is {most:,.0f}: "
            + ", ".join(
                f"{most / figures[other]:.2f} x {other}" for _, other in goals if other in figures
            ),
        )
    samples, absent = bench.sampled(
        (*ASYNCIO, *UVLOOP, *OTHERS),
        "one_by_one",
        "us",
        repeats=SEQUENTIAL_REPEATS,
        url=bench.at(),
        calls=SEQUENTIAL_CALLS,
    )
    yield Row(
        what="one after the other, no latency",
        unit="us/call",
        figures=medians(samples),
        checks=[
            check
            for ours, other in (ASYNCIO, UVLOOP)
            for check in against(samples, ours, {other: ("at most", 1.15)})
        ],
        absent=absent,
        note="Processor time. The limit, a bare protocol with llhttp and json, is 0.4 x aiohttp.",
    )
    yield measure_queue(bench)
    yield _measure_upserts(bench)


def measure_queue(bench: Bench) -> Row:
    """Measures the row of the memory of queued calls."""
    figures = bench.ask(OURS, "queue", url=bench.at(), calls=ROWS)
    bench.workers[OURS].stop()
    return Row(
        what=f"{ROWS:,} calls at once, 50 in flight, twice",
        unit="MiB",
        figures={"peak memory, first": figures["grown_mib"], "again": figures["grown_again_mib"]},
        checks=(
            Check(
                text="peak memory of the second: less than 10 MiB more",
                found=figures["grown_again_mib"],
                at_most=10,
                unit="MiB",
            ),
        ),
        note="The limit is zero growth. The first pays for a task of each call.",
    )


def _measure_upserts(bench: Bench) -> Row:
    options = {"url": bench.at(latency_ms=LATENCY_MS), "in_flight": 50, "seed": bench.seed}
    whole, absent = bench.sampled(ASYNCIO, "upserts", "per_s", repeats=1, rows=ROWS, **options)
    parts, _ = bench.sampled(ASYNCIO, "upserts", "per_s", repeats=2, rows=ROWS // 10, **options)
    samples = {name: whole[name] + parts[name] for name in whole.keys() & parts.keys()}
    goal = {AIOHTTP: ("at least", 0.85)}
    return Row(
        what=f"upsert_many, {ROWS:,} rows, 50 at once",
        unit="rows/s",
        figures=medians(samples),
        checks=against(samples, OURS, goal),
        absent=absent,
        note=(
            "All rows once, then a tenth of them twice. "
            f"The limit of any client is {50 * 1000 / LATENCY_MS:,.0f}."
        ),
    )


def measure_curves(bench: Bench) -> dict[str, dict[int, float]]:
    """Calls per second by peer and calls in flight."""
    found: dict[str, dict[int, float]] = {name: {} for name in CURVES if name not in bench.absent}
    for in_flight in IN_FLIGHT:
        options = {"url": bench.at(latency_ms=LATENCY_MS), "in_flight": in_flight, "for_s": CURVE_S}
        samples, _ = bench.sampled(tuple(found), "rate", "per_s", repeats=1, **options)
        for name, figure in medians(samples).items():
            found[name][in_flight] = figure
    return found
