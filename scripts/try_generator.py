"""`make try-generator`: our templates on the newest openapi-python-client and ruff.

It installs them into a fresh environment under build/, runs the tests of the templates there, and
lists those that fail: the promises that would break with an update.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOME = ROOT / "build" / "try-generator"
NEWEST = ("openapi-python-client", "ruff")
NEEDED = ("anyio", "attrs", "hypothesis", "jinja2", "pytest", "python-jsonpath", "pyyaml")
NEEDED_TOO = ("pytest-asyncio", "respx", "trio", "griffe", "jsonschema", "openapi-spec-validator")
TESTS = ("tests/generation", "tests/regenerate/writing")
MOST_S = 900
FAILED = re.compile(r"^(?:FAILED|ERROR) ([^\s:]+)(?:::(\S+))?(?: - (.*))?$", re.MULTILINE)


def main() -> None:
    """Installs, runs the tests and tells what breaks.

    Raises:
        SystemExit: a promise breaks, or nothing could be installed or run in time.
    """
    python = _create_environment()
    versions = ", ".join(f"{name} {_version(python, name)}" for name in NEWEST)
    print(f"trying the templates on {versions}", flush=True)
    done = _run([str(python), "-m", "pytest", "-q", "-p", "no:cacheprovider", "-o", "addopts=",
                 "-o", "filterwarnings=", *TESTS])  # fmt: skip
    broken = broken_promises(done.stdout)
    if broken:
        raise SystemExit("these promises break:\n  " + "\n  ".join(broken))
    if done.returncode:
        raise SystemExit(f"the tests did not run:\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    print("all promises hold; the pins in pyproject.toml can be raised")


def broken_promises(output: str) -> list[str]:
    """The tests that failed according to the output of pytest, in words, each with its reason."""
    return [
        f"{test.removeprefix('test_').replace('_', ' ') or path}: {reason or 'see above'}"
        for path, test, reason in FAILED.findall(output)
    ]


def _create_environment() -> Path:
    """The Python of a fresh environment with the newest generator and formatter."""
    shutil.rmtree(HOME, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", str(HOME)], check=True)
    python = HOME / ("Scripts" if os.name == "nt" else "bin") / "python"
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done = _run([*pip, str(ROOT), *NEWEST, *NEEDED, *NEEDED_TOO])
    if done.returncode:
        raise SystemExit(f"nothing could be installed:\n{done.stderr}")
    return python


def _version(python: Path, name: str) -> str:
    program = f"from importlib.metadata import version; print(version({name!r}))"
    return _run([str(python), "-c", program]).stdout.strip()


def _run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    try:
        return subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
            timeout=MOST_S,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise SystemExit(f"it took more than {MOST_S} s: {' '.join(command[:4])}") from None


if __name__ == "__main__":
    main()
