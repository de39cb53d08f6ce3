"""`python -m scripts.bench.worker MODULE LOOP`: runs one peer on asyncio, uvloop or trio. Reads
tasks and writes figures as lines of JSON.
"""

from __future__ import annotations

import importlib
import json
import sys
import traceback
from functools import partial
from inspect import isawaitable
from typing import Any

from . import measure

TASKS = {
    "rate": "open_fetcher",
    "one_by_one": "open_fetcher",
    "upserts": "open_upserter",
    "decode": "make_decoder",
    "encode": "make_encoder",
}
"""The function of a peer that each task needs. A peer may define more tasks."""


def main() -> None:
    """Runs tasks until standard input ends."""
    module, loop = sys.argv[1:]
    peer = importlib.import_module(f"scripts.bench.{module}")
    run: Any = importlib.import_module(loop).run
    for line in sys.stdin:
        try:
            work = partial(_run_task, peer, **json.loads(line))
            figures = run(work if loop == "trio" else work())
        except Exception as error:  # noqa: BLE001 - a peer may raise anything; the run goes on
            traceback.print_exc()
            figures = {"error": f"{type(error).__name__}: {error}"[:200]}
        print(json.dumps(figures), flush=True)


async def _run_task(peer: Any, task: str, **options: Any) -> dict[str, Any]:
    known = task in TASKS
    figures = (
        getattr(measure, task)(getattr(peer, TASKS[task]), **options)
        if known
        else getattr(peer, task)(**options)
    )
    found: dict[str, Any] = await figures if isawaitable(figures) else figures
    return found


if __name__ == "__main__":
    main()
