"""An import in a process that is killed, with its workers."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from random import Random
from threading import Timer
from typing import IO, Any, Self

from attrs import field, frozen

from scripts.sandbox_process import ROOT

from .kinds import Kind

psutil: Any = import_module("psutil")  # without types

WORKER = "--multiprocessing-fork"
"""In the command line of each worker."""

ENDS_WITHIN_S = 30.0
"""A worker whose program was killed ends at once, but the machine may be busy."""

HANGS_S = 300.0
"""The longest time for one run, on a busy machine too."""


@frozen
class Job:
    """An import that is started again and again.

    Args:
        kind: What is imported.
        file: The rows.
        journal: The journal.
        environment: Where the API is.
        workers: How many workers it has; None for none.
    """

    kind: Kind
    file: Path
    journal: Path
    environment: Mapping[str, str] = field(repr=False)
    workers: int | None = None

    def start(self) -> Running:
        """Starts it."""
        options = [] if self.workers is None else ["--workers", str(self.workers)]
        command = [
            *(sys.executable, "-m", "tests.stress.imports.worker"),
            *(self.kind.resource, str(self.file), str(self.journal), *options),
        ]
        environment = {**os.environ, **self.environment}
        return Running(subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE))


class Running:
    """One run. It is killed at the end of the block at the latest, and when it hangs.

    Raises:
        RuntimeError: at the end of the block, it hung.
    """

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._hangs = False
        self._clock = Timer(HANGS_S, self._give_up)
        self._clock.start()
        if process.stdout is None:
            raise RuntimeError("its output is not read")
        self._lines: IO[bytes] = process.stdout
        self._lines.readline()

    def read(self, count: int) -> bool:
        """Reads so many results; whether there were as many."""
        return all(self._lines.readline() for _ in range(count))

    def kill_worker(self, random: Random) -> None:
        """Kills one of the workers that there are now."""
        workers = self._workers()
        if workers:
            random.choice(workers).kill()

    def kill(self) -> None:
        """Kills the program, and returns once its workers have ended too.

        Raises:
            RuntimeError: a worker goes on.
        """
        workers = self._workers()
        self._process.kill()
        self._process.wait()
        _, left = psutil.wait_procs(workers, timeout=ENDS_WITHIN_S)
        if left:
            raise RuntimeError(f"{len(left)} workers outlive their program")

    def end(self) -> int:
        """Its exit code, once it has ended by itself."""
        self._lines.read()
        return self._process.wait()

    def _give_up(self) -> None:
        self._hangs = True
        self._process.kill()

    def _workers(self) -> list[Any]:
        found: list[Any] = []
        with suppress(psutil.NoSuchProcess):
            for one in psutil.Process(self._process.pid).children(recursive=True):
                with suppress(psutil.NoSuchProcess):
                    if WORKER in one.cmdline():
                        found.append(one)
        return found

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._clock.cancel()
        self._process.kill()
        self._lines.close()
        self._process.wait()
        if self._hangs:
            raise RuntimeError(f"an import was not done after {HANGS_S:.0f} s")


def pause(random: Random, most_s: float) -> None:
    """A random moment passes."""
    time.sleep(random.random() * most_s)
