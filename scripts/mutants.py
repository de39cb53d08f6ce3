"""Changes the code in small ways and counts how many of these changes the tests notice (mutmut).
Needs the extra `mutation`.

Works in a temporary copy of the tree, with the settings of [tool.mutmut]. Bounded in time and
memory.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__", "mutants", "build", "dist", "*.egg-info")
KILLED = {1, 3}
"""Exit codes of pytest that mean a test noticed: a failure, or an error inside."""
LEAST_PERCENT = 90
MOST_BYTES = 4 << 30
"""Of address space for each process: a mutant may never stop to collect."""


@frozen(kw_only=True)
class Module:
    """How the mutants of a module fared. `untried`: time ran out before."""

    path: str
    killed: int
    survivors: tuple[str, ...]
    untried: int

    @property
    def tried(self) -> int:
        """How many mutants the tests have met."""
        return self.killed + len(self.survivors)

    @property
    def is_good(self) -> bool:
        """Whether every mutant was tried, and enough of them were noticed."""
        return not self.untried and 100 * self.killed >= LEAST_PERCENT * self.tried


def run(folder: Path, *, children: int, seconds: int) -> bool:
    """Whether mutmut came to its end in time. It and its children are one process group, which ends
    with this call.
    """
    command = [
        str(Path(sys.executable).with_name("mutmut")),
        "run",
        "--max-children",
        str(children),
    ]
    with subprocess.Popen(
        command, cwd=folder, start_new_session=True, preexec_fn=_bound
    ) as process:
        try:
            return process.wait(seconds) == 0
        except subprocess.TimeoutExpired:
            return False
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


def _bound() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
    os.nice(10)


def modules(folder: Path) -> Iterator[Module]:
    """What mutmut wrote down of each module that has mutants."""
    for kept in sorted((folder / "mutants").rglob("*.py.meta")):
        codes: dict[str, int | None] = json.loads(kept.read_text())["exit_code_by_key"]
        if codes:
            yield Module(
                path=str(kept.relative_to(folder / "mutants")).removesuffix(".meta"),
                killed=sum(code in KILLED for code in codes.values()),
                survivors=tuple(
                    name for name, code in codes.items() if code is not None and code not in KILLED
                ),
                untried=sum(code is None for code in codes.values()),
            )


def show(folder: Path, survivors: tuple[str, ...]) -> None:
    """Prints the change of each survivor."""
    for name in survivors:
        subprocess.run(
            [str(Path(sys.executable).with_name("mutmut")), "show", name], cwd=folder, check=False
        )


def main() -> int:
    """0 if the tests notice enough of the mutants of each module."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--children", type=int, default=2, help="mutants tried at once")
    parser.add_argument("--seconds", type=int, default=2400)
    parser.add_argument("--show", action="store_true", help="print the change of each survivor")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "tree")
        shutil.copytree(ROOT, folder, ignore=LEFT_OUT)
        ended = run(folder, children=options.children, seconds=options.seconds)
        found = list(modules(folder))
        for each in found if options.show else ():
            show(folder, each.survivors)
    print(f"{'module':<40} {'mutants':>7} {'killed':>6} {'%':>6}")
    for each in found:
        percent = 100 * each.killed / max(1, each.tried)
        untried = f"  {each.untried} not tried" if each.untried else ""
        print(f"{each.path:<40} {each.tried:>7} {each.killed:>6} {percent:>6.1f}{untried}")
    print(
        f"{'all':<40} {sum(each.tried for each in found):>7} {sum(each.killed for each in found):>6}"
    )
    return 0 if ended and found and all(each.is_good for each in found) else 1


if __name__ == "__main__":
    sys.exit(main())
