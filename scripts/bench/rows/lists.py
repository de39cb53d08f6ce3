"""The rows about lists: a million clients, and prefetched pages."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from ..bench import OURS, Bench
from ..goals import Check, Row

CLIENTS = 1_000_000
FIRST = 10_000
PAGES = 100
LATENCY_MS = 50


def rows(bench: Bench) -> Iterator[Row]:
    """Measures the rows."""
    yield measure_walk(bench, clients=CLIENTS)
    one_by_one_s = _measure_pages_s(bench, prefetch=0)
    ahead_s = median(_measure_pages_s(bench, prefetch=8) for _ in range(3))
    yield Row(
        what=f"{PAGES} numbered pages, {LATENCY_MS} ms",
        unit="s",
        figures={"one by one": one_by_one_s, "prefetch(8)": ahead_s},
        checks=(
            Check(
                text="prefetch(8): at least 6 x faster", found=one_by_one_s / ahead_s, at_least=6
            ),
        ),
        note="Eight pages at once: 8 x is the limit.",
    )


def measure_walk(bench: Bench, *, clients: int) -> Row:
    """Measures the row of a long list."""
    figures = bench.ask(
        OURS,
        "walk",
        url=bench.at(pages=clients // 100),
        clients=clients,
        first=min(FIRST, clients // 10),
    )
    bench.workers[OURS].stop()
    growth = figures["last_s"] / figures["first_s"]
    return Row(
        what=f"{clients:,} clients, pages of 100",
        unit="s",
        figures={
            OURS: figures["s"],
            "a hundredth of it at first": figures["first_s"],
            "at last": figures["last_s"],
        },
        checks=(
            Check(
                text=f"peak memory after {FIRST:,}: less than 10 MiB more",
                found=figures["grown_mib"],
                at_most=10,
                unit="MiB",
            ),
            Check(text="last tenth: at most 1.2 x the first", found=growth, at_most=1.2),
        ),
        note="The limit is zero growth.",
    )


def _measure_pages_s(bench: Bench, *, prefetch: int) -> float:
    url = bench.at(latency_ms=LATENCY_MS, pages=PAGES)
    seconds: float = bench.ask(OURS, "pages", url=url, prefetch=prefetch, count=PAGES)["s"]
    return seconds
