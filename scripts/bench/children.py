"""The processes of a run: the server, and one for each peer, which is asked for one measurement at
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

from attrs import field, frozen

ROOT = Path(__file__).resolve().parents[2]
LONGEST_S = 150.0


class Failed(Exception):
    """A peer could not do what was asked; the text says why."""


@frozen(kw_only=True)
class Peer:
    """A peer: the module that knows it, where it runs, and the environment variables it is told."""

    name: str
    module: str
    python: Path
    path: Sequence[Path] = ()
    settings: Mapping[str, str] = field(factory=dict[str, str])


class Child:
    """The process of a peer, started when first asked."""

    def __init__(self, peer: Peer) -> None:
        self._peer = peer
        self._process: subprocess.Popen[str] | None = None

    def ask(self, task: str, **options: object) -> dict[str, Any]:
        """The figures of a task.

        Raises:
            Failed: the peer failed, or took more than 150 seconds.
        """
        process = self._process = self._process or self._started()
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
            self.end()
            raise Failed(f"{self._peer.name} ended in the middle of {task}")
        figures: dict[str, Any] = json.loads(line)
        if "error" in figures:
            raise Failed(f"{self._peer.name}, {task}: {figures['error']}")
        return figures

    def end(self) -> None:
        """Ends the process; it is started anew when asked again."""
        if self._process is not None:
            stdin, _ = _pipes(self._process)
            stdin.close()
            self._process.wait(LONGEST_S)
            self._process = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def _started(self) -> subprocess.Popen[str]:
        command = [str(self._peer.python), "-m", "scripts.bench.child", self._peer.module]
        return _open(
            command,
            environment={**environment(self._peer.path), **self._peer.settings},
            stderr=_log_of(self._peer.name),
        )


@contextmanager
def serving(python: Path, answers: Path) -> Generator[str, None, None]:
    """Address of the bench server, without the path; the server ends with the block."""
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
    """The environment of a child: no settings of this shell for Python, our SDK or a proxy."""
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
    """A file for what a peer prints when it fails."""
    folder = ROOT / "build" / "bench" / "log"
    folder.mkdir(parents=True, exist_ok=True)
    return (folder / f"{name.replace(' ', '_')}.txt").open("w", encoding="utf-8")
