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
PAUSE_MS = 20


def rows(bench: Bench) -> Iterator[Row]:
    """Measures the rows."""
    yield measure_walk(bench, clients=CLIENTS)
    plain_s = _measure_pages_s(bench, by_number=False, prefetch=0, pause_ms=PAUSE_MS)
    ahead_s = _measure_pages_s(bench, by_number=False, prefetch=4, pause_ms=PAUSE_MS)
    best = (LATENCY_MS + PAUSE_MS) / max(LATENCY_MS, PAUSE_MS)
    yield Row(
        what=f"{PAGES} cursor pages, {LATENCY_MS} ms, consumer {PAUSE_MS} ms",
        unit="s",
        figures={"one by one": plain_s, "prefetch(4)": ahead_s},
        checks=(
            Check(text="prefetch(4): at least 1.8 x faster", found=plain_s / ahead_s, at_least=1.8),
        ),
        note=(
            "The cursor is in the page before, so pages arrive one by one: "
            f"{best:.2f} x is the limit."
        ),
    )
    plain_s = _measure_pages_s(bench, by_number=True, prefetch=0, pause_ms=0)
    ahead_s = median(
        _measure_pages_s(bench, by_number=True, prefetch=8, pause_ms=0) for _ in range(3)
    )
    yield Row(
        what=f"{PAGES} numbered pages, {LATENCY_MS} ms",
        unit="s",
        figures={"one by one": plain_s, "prefetch(8)": ahead_s},
        checks=(
            Check(text="prefetch(8): at least 6 x faster", found=plain_s / ahead_s, at_least=6),
        ),
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
    )


def _measure_pages_s(bench: Bench, *, by_number: bool, prefetch: int, pause_ms: int) -> float:
    url = bench.at(latency_ms=LATENCY_MS, pages=PAGES)
    options = {
        "by_number": by_number,
        "prefetch": prefetch,
        "pause_s": pause_ms / 1000,
        "count": PAGES,
    }
    seconds: float = bench.ask(OURS, "pages", url=url, **options)["s"]
    return seconds
