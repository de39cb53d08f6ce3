"""Runs commands, and says which one failed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

TOOLS = Path(sys.executable).parent


class ReleaseError(Exception):
    """A step failed. Its text says which, and why."""


def run(*command: str | Path, cwd: Path, environment: Mapping[str, str] | None = None) -> str:
    """The output of a command, without the variables that change how Python and the SDK behave.

    Raises:
        ReleaseError: it failed.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIGSTACK", "PYTHON"))
    }
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=kept | dict(environment or {}),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        said = (done.stdout + done.stderr).strip()
        raise ReleaseError(f"{' '.join(map(str, command))} failed in {cwd}:\n{said}")
    return done.stdout


def tool(name: str) -> Path:
    """The command of the extra `release` with this name."""
    return TOOLS / name
