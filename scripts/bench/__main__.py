"""`python -m scripts.bench` (`make bench`): measures gigstack_api and its peers, row by row, and
reports which goals are met.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from scripts.docs.pages import DOCS, GUIDES, twin

from .bench import Bench, running
from .environments import Environments, set_up
from .goals import Row
from .processes import ROOT, environment
from .report import as_json, as_markdown, lines_of, missed
from .rows import calls, codec, lists, startup
from .spanish import TABLE

TOPICS: Mapping[str, Callable[[Bench], Iterator[Row]]] = {
    "codec": codec.rows,
    "startup": startup.rows,
    "calls": calls.rows,
    "lists": lists.rows,
}
RESULTS = Path(__file__).parent / "results.json"
PAGE = GUIDES / "performance.md"
PAGES: Mapping[Path, Callable[[str], str]] = {PAGE: str, twin(PAGE): TABLE.translated}
"""The pages with the table, and what turns its texts into their language."""
CHART = DOCS / "images" / "performance.svg"
BEGIN, END = "<!-- figures of make bench -->", "<!-- end of the figures -->"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the bench. Returns 0, or 1 with `--strict` if a goal is missed."""
    options = _parser().parse_args(arguments)
    if options.rewrite:
        write_pages(json.loads(RESULTS.read_text("utf-8")))
        return 0
    environments = set_up()
    began, load = time.monotonic(), os.getloadavg()[0]
    facts = {
        "seed": options.seed,
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "load_average": round(load, 2),
    }
    print("== " + ", ".join(f"{name} {value}" for name, value in facts.items()), flush=True)
    rows: list[Row] = []
    growth: dict[str, Any] = {}
    with running(environments, seed=options.seed) as bench:
        for topic in options.only or TOPICS:
            for row in TOPICS[topic](bench):
                rows.append(row)
                print(*lines_of(row), sep="\n", flush=True)
        if not options.only:
            growth = {
                "calls_per_s_by_in_flight": calls.measure_curves(bench),
                "us_by_page_size": codec.measure_curves(bench),
            }
    facts["took_s"] = round(time.monotonic() - began)
    if not options.only:
        _record(rows, growth, facts, environments)
    failed = missed(rows)
    print(f"== {facts['took_s']} s; missed: {len(failed)}", *failed, sep="\n   ")
    return 1 if failed and options.strict else 0


def _record(
    rows: Sequence[Row],
    growth: Mapping[str, Any],
    facts: Mapping[str, Any],
    environments: Environments,
) -> None:
    """Writes results.json, the tables of the pages on performance, and their chart."""
    results = as_json(rows, **facts, growth=growth)
    RESULTS.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", "utf-8")
    write_pages(results)
    command = [str(environments.peers), "-m", "scripts.bench.peers.chart", str(RESULTS), str(CHART)]
    subprocess.run(command, cwd=ROOT, env=environment(), check=True)


def write_pages(results: Mapping[str, Any]) -> None:
    """Writes the table of recorded results into the page of each language."""
    for page, words in PAGES.items():
        head, _, rest = page.read_text("utf-8").partition(BEGIN)
        table = table_of(results, words)
        page.write_text(f"{head}{BEGIN}\n{table}\n{END}{rest.partition(END)[2]}", "utf-8")


def table_of(results: Mapping[str, Any], words: Callable[[str], str]) -> str:
    """The table of recorded results in the language that `words` gives."""
    facts = {name: value for name, value in results.items() if name not in {"rows", "growth"}}
    return as_markdown([Row.from_json(row) for row in results["rows"]], facts, words)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.bench", description=__doc__)
    parser.add_argument(
        "--seed", type=int, default=1, help="seed of all randomness (default: %(default)s)"
    )
    parser.add_argument(
        "--only", nargs="+", choices=TOPICS, help="run only these topics and record nothing"
    )
    parser.add_argument("--strict", action="store_true", help="exit with 1 if a goal is missed")
    parser.add_argument(
        "--rewrite",
        action="store_true",
        help="measure nothing, and write the recorded results into the pages again",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
