"""The rows about calls: many at once, one after the other, upserts; and their rate by calls in
flight.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..bench import (
    AIOHTTP,
    EXTRA,
    GENERATOR,
    HTTPX,
    HTTPX2,
    HTTPX_SNIFFIO,
    OPENAI,
    OURS,
    OURS_HTTPX2,
    STRIPE,
    VANILLA,
    VANILLA_SNIFFIO,
    Bench,
    medians,
)
from ..goals import Row, against

MEASURES = (OURS, EXTRA, AIOHTTP, VANILLA)
"""The peers in the goals for many calls at once; measured more often than the others."""
OTHERS = (HTTPX, HTTPX_SNIFFIO, VANILLA_SNIFFIO, HTTPX2, OURS_HTTPX2, GENERATOR, OPENAI, STRIPE)
CALLERS = (*MEASURES, *OTHERS)

LATENCY_MS = 20
RATE_S = 1.0
RATE_REPEATS = 3
SEQUENTIAL_CALLS = 80
SEQUENTIAL_REPEATS = 21
ROWS = 10_000
IN_FLIGHT = (1, 5, 20, 50, 100, 200, 500)
CURVES = (OURS, EXTRA, AIOHTTP, HTTPX)
CURVE_S = 0.6

GOALS = {
    50: ({VANILLA: ("at least", 8.0), AIOHTTP: ("at least", 0.85)}, {AIOHTTP: ("at least", 0.95)}),
    200: ({VANILLA: ("at least", 8.0)}, {AIOHTTP: ("at least", 0.45)}),
}
"""By calls in flight: the goals of the default install and of the extra."""


def rows(bench: Bench) -> Iterator[Row]:
    """Measures the rows."""
    for in_flight, (default, extra) in GOALS.items():
        options = {"url": bench.at(latency_ms=LATENCY_MS), "in_flight": in_flight, "for_s": RATE_S}
        samples, absent = bench.sampled(MEASURES, "rate", "per_s", repeats=RATE_REPEATS, **options)
        others, more_absent = bench.sampled(OTHERS, "rate", "per_s", repeats=1, **options)
        figures, most = medians(samples | others), in_flight * 1000 / LATENCY_MS
        yield Row(
            what=f"{in_flight} in flight, latency {LATENCY_MS} ms",
            unit="calls/s",
            figures=figures,
            checks=(*against(samples, OURS, default), *against(samples, EXTRA, extra)),
            absent=absent | more_absent,
            note=(
                f"The limit of any client is {most:,.0f}, "
                f"{most / figures.get(VANILLA, most):.1f} x vanilla."
            ),
        )
    samples, absent = bench.sampled(
        CALLERS,
        "one_by_one",
        "us",
        repeats=SEQUENTIAL_REPEATS,
        url=bench.at(),
        calls=SEQUENTIAL_CALLS,
    )
    goal = {HTTPX: ("at most", 1.10)}
    yield Row(
        what="one after the other, no latency",
        unit="us/call",
        figures=medians(samples),
        checks=against(samples, OURS, goal),
        absent=absent,
    )
    yield _measure_upserts(bench)


def _measure_upserts(bench: Bench) -> Row:
    options = {"url": bench.at(latency_ms=LATENCY_MS), "in_flight": 50, "seed": bench.seed}
    whole, absent = bench.sampled(
        (OURS, AIOHTTP), "upserts", "per_s", repeats=1, rows=ROWS, **options
    )
    parts, also_absent = bench.sampled(
        (OURS, AIOHTTP, EXTRA), "upserts", "per_s", repeats=2, rows=ROWS // 10, **options
    )
    samples = {
        name: whole.get(name, []) + figures for name, figures in parts.items() if name not in absent
    }
    goal = {AIOHTTP: ("at least", 0.85)}
    return Row(
        what=f"upsert_many, {ROWS:,} rows, 50 at once",
        unit="rows/s",
        figures=medians(samples),
        checks=against(samples, OURS, goal),
        absent=absent | also_absent,
        note="All rows once, then a tenth of them twice.",
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
