"""`make check`: the packages of all specs are strictly typed."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts.generate import ROOT

from .packages import NAMES, make


def main() -> None:
    """Writes the packages and checks their types.

    Raises:
        SystemExit: mypy has findings, or cannot run.
    """
    with tempfile.TemporaryDirectory() as folder:
        for name in NAMES:
            make(name, Path(folder))
        cache = str(ROOT / ".mypy_cache" / "foreign")  # most of the time goes into the core
        command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", cache, "."]
        environment = {**os.environ, "MYPYPATH": str(ROOT)}
        done = subprocess.run(command, cwd=folder, env=environment, check=False)
    raise SystemExit(done.returncode)


if __name__ == "__main__":
    main()
