"""Starts the sandbox as a process of its own, runs the quickstart against it over TCP, and ends the sandbox."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """The exit code of the quickstart."""
    command = [sys.executable, "-m", "gigstack_api.sandbox", "--port", "0"]
    print(f"== {' '.join(command[1:])}")
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as sandbox:
        try:
            environment = dict(os.environ)
            for line in sandbox.stdout or ():
                print(line.rstrip() if "KEY" not in line else "GIGSTACK_API_KEY=(the sandbox's own test key)")
                name, _, value = line.strip().partition("=")
                if value:
                    environment[name] = value
                if name == "GIGSTACK_API_KEY":
                    break
            print("\n== python examples/quickstart.py", flush=True)
            return subprocess.run([sys.executable, "examples/quickstart.py"], cwd=ROOT, env=environment, check=False).returncode
        finally:
            sandbox.terminate()


if __name__ == "__main__":
    sys.exit(main())
