"""Makes small changes to the code and counts how many of them the tests notice (mutmut). Needs the
extra `mutation`.

Works in a temporary copy of the tree, with the settings of [tool.mutmut]. Time and memory are
bounded.
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
"""Exit codes of pytest if a test noticed: a failure, or an internal error."""
LEAST_PERCENT = 90
MOST_BYTES = 4 << 30
"""Address space of each process: a mutant may allocate for ever."""


@frozen(kw_only=True)
class ModuleResult:
    """The results of the mutants of a module. `untried` were left when the time was up."""

    path: str
    killed: int
    survivors: tuple[str, ...]
    untried: int

    @property
    def tried(self) -> int:
        """The number of mutants that were tested."""
        return self.killed + len(self.survivors)

    @property
    def is_good(self) -> bool:
        """Whether every mutant was tested, and enough of them were killed."""
        return not self.untried and 100 * self.killed >= LEAST_PERCENT * self.tried


def run(folder: Path, *, children: int, seconds: int) -> bool:
    """Runs mutmut; False if it failed or ran out of time. Its process group ends with this call."""
    command = [
        str(Path(sys.executable).with_name("mutmut")),
        "run",
        "--max-children",
        str(children),
    ]
    with subprocess.Popen(
        command, cwd=folder, start_new_session=True, preexec_fn=_limit_resources
    ) as process:
        try:
            return process.wait(seconds) == 0
        except subprocess.TimeoutExpired:
            return False
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


def _limit_resources() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
    os.nice(10)


def read_results(folder: Path) -> Iterator[ModuleResult]:
    """The results of each module that has mutants, as mutmut stored them."""
    for file in sorted((folder / "mutants").rglob("*.py.meta")):
        codes: dict[str, int | None] = json.loads(file.read_text())["exit_code_by_key"]
        if codes:
            yield ModuleResult(
                path=str(file.relative_to(folder / "mutants")).removesuffix(".meta"),
                killed=sum(code in KILLED for code in codes.values()),
                survivors=tuple(
                    name for name, code in codes.items() if code is not None and code not in KILLED
                ),
                untried=sum(code is None for code in codes.values()),
            )


def print_changes(folder: Path, survivors: tuple[str, ...]) -> None:
    """Prints the change of each survivor."""
    for name in survivors:
        subprocess.run(
            [str(Path(sys.executable).with_name("mutmut")), "show", name], cwd=folder, check=False
        )


def main() -> int:
    """Tests the mutants. Returns 0 if enough of each module are killed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--children", type=int, default=2, help="mutants tested at once")
    parser.add_argument("--seconds", type=int, default=2400)
    parser.add_argument("--show", action="store_true", help="print the change of each survivor")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "tree")
        shutil.copytree(ROOT, folder, ignore=LEFT_OUT)
        ended = run(folder, children=options.children, seconds=options.seconds)
        found = list(read_results(folder))
        for result in found if options.show else ():
            print_changes(folder, result.survivors)
    print(f"{'module':<40} {'mutants':>7} {'killed':>6} {'%':>6}")
    for result in found:
        percent = 100 * result.killed / max(1, result.tried)
        untried = f"  {result.untried} not tested" if result.untried else ""
        print(f"{result.path:<40} {result.tried:>7} {result.killed:>6} {percent:>6.1f}{untried}")
    print(
        f"{'all':<40} {sum(result.tried for result in found):>7} "
        f"{sum(result.killed for result in found):>6}"
    )
    return 0 if ended and found and all(result.is_good for result in found) else 1


if __name__ == "__main__":
    sys.exit(main())
