"""`make check`: every check of types, mypy and pyright at the same time.

Each prints when it has ended, so their lines are not mixed. All run, whatever they find.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Lock

ROOT = Path(__file__).resolve().parent.parent
MYPY = (
    ("the code", ("mypy",)),
    ("the docs", ("scripts.docs.types",)),
    ("regenerated packages", ("tests.regenerate.foreign",)),
)
"""One after the other: they share a cache."""
PYRIGHT = (("the code, by pyright", ("pyright", "--warnings")),)

Checks = Sequence[tuple[str, Sequence[str]]]


def run(checks: Checks, *, printing: Lock) -> bool:
    """Whether all of these checks found nothing, one run after the other."""
    found_nothing = True
    for name, command in checks:
        done = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        with printing:
            print(f"-- {name}")
            print(done.stdout, end="", flush=True)
        found_nothing = found_nothing and done.returncode == 0
    return found_nothing


def main() -> int:
    """The exit code: 0 if no check found anything."""
    printing = Lock()
    with ThreadPoolExecutor() as threads:
        found_nothing = list(threads.map(partial(run, printing=printing), (MYPY, PYRIGHT)))
    return 0 if all(found_nothing) else 1


if __name__ == "__main__":
    sys.exit(main())
