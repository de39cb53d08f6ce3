"""One shell for all shell blocks of a page."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from threading import Timer

from scripts.docs.pages import ROOT

COMMANDS = ("cat", "curl", "cut", "grep", "head", "jq", "ls", "mkdir", "mv", "rm", "sort", "tail")
"""Programs that blocks may use, besides `python`, `gigstack-api` and what bash has itself."""

LIMIT_S = 60.0
"""How long a block may take."""

END = "-- end of the block --"


class FailedCommandError(Exception):
    """A command failed. The text is what it wrote."""


class Shell(AbstractContextManager["Shell"]):
    """A bash that keeps its variables and its folder between blocks.

    It starts with the first block. Commands find nothing on their input.
    """

    def __init__(self, folder: Path, *, limit_s: float = LIMIT_S) -> None:
        self._folder = folder
        self._limit_s = limit_s
        self._is_late = False
        self._own = folder.with_name(f"{folder.name}-shell")
        self._bash: subprocess.Popen[str] | None = None

    def run(self, code: str) -> str:
        """What the commands of a block write to stdout.

        Raises:
            FailedCommandError: one of them failed, or does not end.
        """
        self._bash = bash = self._bash or self._started()
        assert bash.stdin is not None
        assert bash.stdout is not None
        block, errors = self._own / "block", self._own / "stderr"
        block.write_text(code, encoding="utf-8")
        bash.stdin.write(f". {block} </dev/null 2>{errors}; echo '{END}'\n")
        bash.stdin.flush()
        limit = Timer(self._limit_s, self._end_late)
        limit.start()
        out = ""
        try:
            for line in bash.stdout:
                if line.endswith(f"{END}\n"):
                    return out + line.removesuffix(f"{END}\n")
                out += line
        finally:
            limit.cancel()
        reason = f"it did not end within {self._limit_s} s\n" if self._is_late else ""
        raise FailedCommandError(f"{reason}{errors.read_text(encoding='utf-8')}{out}")

    def __exit__(self, *_: object) -> None:
        if self._bash is not None:
            with self._bash:
                self._end()

    def _end_late(self) -> None:
        self._is_late = True
        self._end()

    def _end(self) -> None:
        """Ends the shell and what it started."""
        if self._bash is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._bash.pid, signal.SIGKILL)

    def _started(self) -> subprocess.Popen[str]:
        commands = self._own / "bin"
        commands.mkdir(parents=True)
        (commands / "python").write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
        (commands / "gigstack-api").write_text(
            f'#!/bin/sh\nexec {sys.executable} -m gigstack_api "$@"\n'
        )
        for path in commands.iterdir():
            path.chmod(0o755)
        for name in COMMANDS:
            if found := shutil.which(name):
                (commands / name).symlink_to(found)
        own = {"PATH": str(commands), "PYTHONPATH": str(ROOT), "HOME": str(self._own),
               "XDG_CONFIG_HOME": str(self._own), "LC_ALL": "", "LC_MESSAGES": "",
               "LANG": "en_US.UTF-8"}  # fmt: skip
        return subprocess.Popen(
            [shutil.which("bash") or "bash", "--norc", "-e", "-u", "-o", "pipefail"],
            cwd=self._folder,
            env=os.environ | own,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
