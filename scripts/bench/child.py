"""`python -m scripts.bench.child MODULE`: one peer in a process of its own; takes tasks and gives
figures as lines of JSON.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import sys
import traceback
from inspect import isawaitable
from typing import Any

from . import loads

TASKS = {
    "rate": "getting",
    "each": "getting",
    "upserts": "posting",
    "decode": "decoding",
    "encode": "encoding",
}
"""Which function of a peer each task takes; a peer may have tasks of its own."""


def main() -> None:
    """Answers until the standard input ends."""
    peer = importlib.import_module(f"scripts.bench.{sys.argv[1]}")
    for line in sys.stdin:
        try:
            figures = asyncio.run(_done(peer, **json.loads(line)))
        except Exception as error:  # noqa: BLE001 - a peer may fail in its own way; the run tells of it and goes on
            traceback.print_exc()
            figures = {"error": f"{type(error).__name__}: {error}"[:200]}
        print(json.dumps(figures), flush=True)


async def _done(peer: Any, task: str, **options: Any) -> dict[str, Any]:
    known = task in TASKS
    figures = (
        getattr(loads, task)(getattr(peer, TASKS[task]), **options)
        if known
        else getattr(peer, task)(**options)
    )
    found: dict[str, Any] = await figures if isawaitable(figures) else figures
    return found


if __name__ == "__main__":
    main()
