"""`python -m scripts.torture`: each promise put to the test, the table of figures, and a failure at
the first broken one.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path

from .result import Result, as_markdown, told
from .trial import Trial, held

TOGETHER = ("writes", "bulk", "reads", "lists", "secrets", "tenants")
"""Modules of this package, each with `run(seed, scale) -> Result`; two at a time, the longest
first.
"""

ALONE = ("deadlines", "lifetime")
"""Those that measure time or count what a process holds: one after the other, with the machine to
themselves.
"""

DOCS = Path(__file__).resolve().parents[2] / "docs" / "reliability.md"
BEGIN, END = "<!-- figures of make torture -->", "<!-- end of the figures -->"


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the promises.

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
            pool.submit(held, name, options.seed, options.scale)
            for name in chosen
            if name in TOGETHER
        ]
        for done in as_completed(together):
            _keep(done, results, together)
        for name in chosen:
            if name in ALONE:
                _keep(pool.submit(held, name, options.seed, options.scale), results, together)
    print(f"all promises kept, in {time.monotonic() - started:.0f} s")
    if options.record:
        _record([results[name] for name in chosen], options.seed)


def _keep(done: Future[Trial], results: dict[str, Result], others: Sequence[Future[Trial]]) -> None:
    """Shows a result and keeps it; a broken promise ends the run, once what is running besides has
    ended.
    """
    trial = done.result()
    print(told(trial.result, took_s=trial.took_s), flush=True)
    results[trial.name] = trial.result
    if trial.result.broken:
        for other in others:
            other.cancel()
        sys.exit(f"broken: {trial.result.promise}")


def _record(results: Sequence[Result], seed: int) -> None:
    """Writes the figures into the docs, between their marks."""
    head, _, rest = DOCS.read_text("utf-8").partition(BEGIN)
    _, _, tail = rest.partition(END)
    DOCS.write_text(
        f"{head}{BEGIN}\n`make torture`, seed {seed}:\n\n{as_markdown(results)}\n{END}{tail}",
        "utf-8",
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.torture", description=__doc__)
    parser.add_argument(
        "--seed", type=int, default=1, help="what all chance comes from (default: %(default)s)"
    )
    parser.add_argument(
        "--scale", type=float, default=1.0, help="how much of the full run (default: %(default)g)"
    )
    parser.add_argument("--only", nargs="+", choices=[*TOGETHER, *ALONE], help="these promises")
    parser.add_argument(
        "--record", action="store_true", help="write the figures into docs/reliability.md"
    )
    return parser


if __name__ == "__main__":
    main()
