"""The command in this process and in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from attrs import frozen
from click.testing import CliRunner

from gigstack_api.cli.app import run
from scripts.sandbox_process import ROOT

LANGUAGE = {"LC_ALL": "", "LC_MESSAGES": "", "LANG": "en_US.UTF-8"}


@frozen
class Ended:
    """How the command ended, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def values(self) -> list[Any]:
        """Its JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


def environment(folder: Path, given: Mapping[str, str] | None = None) -> dict[str, str | None]:
    """The variables of a run: no key but a given one, profiles in a folder, English."""
    names = ("GIGSTACK_API_KEY", "GIGSTACK_API_BASE_URL", "GIGSTACK_WEBHOOK_SECRET", "NO_COLOR")
    none: dict[str, str | None] = dict.fromkeys(names)
    home = {"XDG_CONFIG_HOME": str(folder / "config"), "APPDATA": str(folder / "config")}
    return {**none, **LANGUAGE, **home, **(given or {})}


def call(
    *arguments: str,
    folder: Path,
    given: Mapping[str, str] | None = None,
    typed: str = "",
) -> Ended:
    """Runs the command in this process."""
    runner = CliRunner()
    with runner.isolation(typed, environment(folder, given)) as (out, err, _):
        code = run(list(arguments))
        return Ended(code, out.getvalue().decode(), err.getvalue().decode())


@contextmanager
def started(
    *arguments: str, folder: Path, given: Mapping[str, str] | None = None
) -> Generator[subprocess.Popen[str]]:
    """Runs the command in a process of its own, which ends with the block at the latest."""
    with start(*arguments, folder=folder, given=given) as process:
        try:
            yield process
        finally:
            process.kill()


def start(
    *arguments: str, folder: Path, given: Mapping[str, str] | None = None
) -> subprocess.Popen[str]:
    """Starts the command in a process of its own. Warnings count as errors."""
    variables = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    for name, value in environment(folder, given).items():
        variables.pop(name, None)
        if value is not None:
            variables[name] = value
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "gigstack_api", *arguments],
        cwd=folder,
        env=variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,  # a signal to its group reaches its workers too, and nothing else
    )


def run_process(*arguments: str, folder: Path, given: Mapping[str, str] | None = None) -> Ended:
    """Runs the command in a process of its own, to its end."""
    with start(*arguments, folder=folder, given=given) as process:
        out, err = process.communicate()
    return Ended(process.returncode, out, err)
