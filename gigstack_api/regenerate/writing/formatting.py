"""Sorts imports and formats code with the ruff of this environment, whatever its configuration."""

from __future__ import annotations

import subprocess
from pathlib import Path

from ruff import find_ruff_bin  # type: ignore[import-untyped] # it has no types

OPTIONS = (
    "--isolated",
    "--no-cache",
    "--line-length",
    "100",
    "--target-version",
    "py311",
)
STEPS = (
    ("check", "--fix-only", "--unsafe-fixes", "--select", "F401,UP,RUF022"),
    ("check", "--fix-only", "--select", "I"),
    ("format",),
)
"""Imports are sorted after the unused ones are gone."""


class FormattingError(Exception):
    """Ruff cannot read generated code."""


def format_code(folder: Path) -> None:
    """Formats the modules of a folder.

    Raises:
        FormattingError: a module is not Python.
    """
    ruff = str(find_ruff_bin())
    for step in STEPS:
        command = [ruff, *step, *OPTIONS, "."]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode:
            raise FormattingError(f"{done.stdout}{done.stderr}".strip())
