"""The processes of a run: the server, and one worker for each peer, which takes one measurement at
a time.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import IO, Any, Self

from attrs import frozen

ROOT = Path(__file__).resolve().parents[2]
LONGEST_S = 150.0


class TaskFailed(Exception):
    """A peer could not do a task; the message gives the reason."""


@frozen(kw_only=True)
class Peer:
    """A peer: its module, its Python with extra import paths, and its event loop."""

    name: str
    module: str
    python: Path
    path: Sequence[Path] = ()
    loop: str = "asyncio"


class Worker:
    """The process of a peer. It starts with the first task."""

    def __init__(self, peer: Peer) -> None:
        self._peer = peer
        self._process: subprocess.Popen[str] | None = None

    def ask(self, task: str, **options: object) -> dict[str, Any]:
        """Runs a task and returns its figures.

        Raises:
            TaskFailed: the peer failed, or took more than 150 seconds.
        """
        process = self._process = self._process or self._start()
        stdin, stdout = _pipes(process)
        limit = Timer(LONGEST_S, process.kill)
        limit.start()
        try:
            stdin.write(json.dumps({"task": task, **options}) + "\n")
            stdin.flush()
            line = stdout.readline()
        except BrokenPipeError:
            line = ""
        finally:
            limit.cancel()
        if not line:
            self.stop()
            raise TaskFailed(f"{self._peer.name} exited during {task}")
        figures: dict[str, Any] = json.loads(line)
        if "error" in figures:
            raise TaskFailed(f"{self._peer.name}, {task}: {figures['error']}")
        return figures

    def stop(self) -> None:
        """Stops the process. The next task starts it again."""
        if self._process is not None:
            stdin, _ = _pipes(self._process)
            stdin.close()
            self._process.wait(LONGEST_S)
            self._process = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _start(self) -> subprocess.Popen[str]:
        peer = self._peer
        command = [str(peer.python), "-m", "scripts.bench.worker", peer.module, peer.loop]
        return _open(command, environment=environment(peer.path), stderr=_log_of(peer.name))


@contextmanager
def serving(python: Path, answers: Path) -> Generator[str, None, None]:
    """The URL of the bench server, without a path. The server ends with the block."""
    with _open(
        [str(python), "-m", "scripts.bench.server", str(answers)],
        environment=environment(),
        stderr=None,
    ) as process:
        stdin, stdout = _pipes(process)
        try:
            yield f"http://127.0.0.1:{int(stdout.readline())}"
        finally:
            stdin.close()


def environment(path: Sequence[Path] = ()) -> Mapping[str, str]:
    """The environment of a worker, without this shell's settings for Python, the SDK or a proxy."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "GIGSTACK"))
    }
    kept = {name: value for name, value in kept.items() if not name.lower().endswith("_proxy")}
    return {**kept, "PYTHONPATH": os.pathsep.join(map(str, [ROOT, *path]))}


def _open(
    command: Sequence[str], *, environment: Mapping[str, str], stderr: IO[str] | None
) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=pipe, stdout=pipe, stderr=stderr, text=True
    )


def _pipes(process: subprocess.Popen[str]) -> tuple[IO[str], IO[str]]:
    assert process.stdin is not None
    assert process.stdout is not None
    return process.stdin, process.stdout


def _log_of(name: str) -> IO[str]:
    """A file for the standard error of a peer."""
    folder = ROOT / "build" / "bench" / "log"
    folder.mkdir(parents=True, exist_ok=True)
    return (folder / f"{name.replace(' ', '_')}.txt").open("w", encoding="utf-8")
