"""`python -m tests.stress` (`make torture`): runs every promise of the page Reliability under
faults, prints the figures, and fails at the first broken promise.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from multiprocessing import get_context

from scripts.docs.pages import ENGLISH, twin

from .harness.result import Result, as_page, as_text
from .harness.runner import TimedResult, run_timed
from .harness.spanish import FIGURES

TOGETHER = (
    *("writes", "workers", "imports", "bulk", "replies", "answers", "lists", "secrets", "tenants"),
)
"""Promises that run two at a time, the longest first."""

ALONE = ("timing", "lifetime")
"""Promises that measure time or count what a process holds. They run one after the other, with the
machine to themselves.
"""

PAGE = ENGLISH / "inside" / "figures.md"


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the promises and prints their figures.

    Raises:
        SystemExit: 1, a promise was broken.
    """
    options = _parser().parse_args(arguments)
    chosen: list[str] = options.only or [*TOGETHER, *ALONE]
    print(f"seed {options.seed}, scale {options.scale:g}: {', '.join(chosen)}", flush=True)

    started = time.monotonic()
    results: dict[str, Result] = {}
    with ProcessPoolExecutor(2, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
        together = [
            pool.submit(run_timed, name, options.seed, options.scale)
            for name in chosen
            if name in TOGETHER
        ]
        for finished in as_completed(together):
            _report(finished, results, together)
        for name in chosen:
            if name in ALONE:
                alone = pool.submit(run_timed, name, options.seed, options.scale)
                _report(alone, results, together)

    print(f"all promises kept, in {time.monotonic() - started:.0f} s")
    if options.record:
        figures = [results[name] for name in chosen]
        page = as_page(figures, seed=options.seed, scale=options.scale)
        PAGE.write_text(page, "utf-8")
        twin(PAGE).write_text(FIGURES.translated(page), "utf-8")


def _report(
    finished: Future[TimedResult],
    results: dict[str, Result],
    others: Sequence[Future[TimedResult]],
) -> None:
    """Prints a result and adds it to `results`. A broken promise ends the run once the promises
    that are already running have ended.
    """
    timed = finished.result()
    print(as_text(timed.result, took_s=timed.took_s), flush=True)
    results[timed.name] = timed.result
    if timed.result.broken:
        for other in others:
            other.cancel()
        sys.exit(f"broken: {timed.result.promise}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.stress", description=__doc__)
    parser.add_argument(
        "--seed", type=int, default=1, help="seed of all randomness (default: %(default)s)"
    )
    parser.add_argument(
        "--scale", type=float, default=1.0, help="fraction of the full run (default: %(default)g)"
    )
    parser.add_argument(
        "--only", nargs="+", choices=[*TOGETHER, *ALONE], help="run only these promises"
    )
    parser.add_argument(
        "--record",
        action="store_true",
        help="write the figures to inside/figures.md of both languages",
    )
    return parser


if __name__ == "__main__":
    main()
