"""Starts a sandbox process, runs the quickstart against it over TCP, and stops the sandbox."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.sandbox_process import ROOT, running


def main() -> int:
    """Runs the demo. Returns the exit code of the quickstart."""
    print("== python -m gigstack_api.sandbox --port 0")
    with running() as environment:
        print(f"export GIGSTACK_API_BASE_URL={environment['GIGSTACK_API_BASE_URL']}")
        print("== python examples/quickstart.py", flush=True)
        command = [sys.executable, "examples/quickstart.py"]
        return subprocess.run(
            command, cwd=ROOT, env=os.environ | environment, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main())
