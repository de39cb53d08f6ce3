"""The rows about reading and writing JSON; and the time of reading by page size."""

from __future__ import annotations

from collections.abc import Iterator

from ..answers import PAGE_SIZES
from ..bench import GENERATOR, MSGSPEC, OURS, PYDANTIC, VANILLA, Bench, medians
from ..goals import Row, against

READERS = (OURS, VANILLA, GENERATOR, PYDANTIC, MSGSPEC)
WRITERS = (OURS, VANILLA, GENERATOR, PYDANTIC)
REPEATS = 7
SAMPLE_S = 0.25
CURVE_S = 0.15


def rows(bench: Bench) -> Iterator[Row]:
    """Measures the rows."""
    samples, absent = bench.sampled(
        READERS, "decode", "us", repeats=REPEATS, file=_page(bench, 100), for_s=SAMPLE_S
    )
    goals = {PYDANTIC: ("at most", 0.30), VANILLA: ("at most", 0.10)}
    yield Row(
        what="reading a page of 100 full invoices",
        unit="us",
        figures=medians(samples),
        checks=against(samples, OURS, goals),
        absent=absent,
        note="Processor time. msgspec is the limit: it drops unknown fields.",
    )
    body = str(bench.environments.answers / "invoice_body.json")
    samples, absent = bench.sampled(
        WRITERS, "encode", "us", repeats=REPEATS, file=body, for_s=SAMPLE_S
    )
    yield Row(
        what="writing an invoice of 100 items",
        unit="us",
        figures=medians(samples),
        checks=against(samples, OURS, {VANILLA: ("at most", 0.5)}),
        absent=absent,
        note=(
            "Processor time from existing models to bytes. "
            "The limit, msgspec on plain mappings, is under 0.1 x vanilla."
        ),
    )


def measure_curves(bench: Bench) -> dict[str, dict[int, float]]:
    """Microseconds to read a page, by peer and page size."""
    found: dict[str, dict[int, float]] = {name: {} for name in READERS if name not in bench.absent}
    for size in PAGE_SIZES:
        samples, _ = bench.sampled(
            tuple(found), "decode", "us", repeats=1, file=_page(bench, size), for_s=CURVE_S
        )
        for name, figure in medians(samples).items():
            found[name][size] = figure
    return found


def _page(bench: Bench, size: int) -> str:
    return str(bench.environments.answers / f"invoices_{size}.json")
