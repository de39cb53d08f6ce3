"""A sandbox process that is started anew now and then, on the same port and over the same file."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Self

import anyio
import anyio.to_thread

ROOT = Path(__file__).resolve().parents[3]
PORTS = range(15_000, 30_000)
"""Below those that a system gives to outgoing connections: one of them could take the port while
nobody listens.
"""


class Server:
    """A sandbox process. `epoch` counts how often it went away or came back; it is even while it is
    there.
    """

    def __init__(self, state: Path) -> None:
        self._state = state
        self._port = _free_port()
        self._back = anyio.Event()
        self.epoch = 1
        self.key = ""

    @property
    def base_url(self) -> str:
        """Where the API is, also while nobody listens there."""
        return f"http://127.0.0.1:{self._port}/v2"

    @property
    def is_up(self) -> bool:
        """Whether it is there."""
        return self.epoch % 2 == 0

    async def wait_until_up(self) -> None:
        """Returns once it is there."""
        await self._back.wait()

    async def restart(self) -> None:
        """Ends it in order, so that its state is kept, and starts it again."""
        self._went()
        await anyio.to_thread.run_sync(self._end)
        await anyio.to_thread.run_sync(self._begin)
        self._came()

    async def __aenter__(self) -> Self:
        await anyio.to_thread.run_sync(self._begin)
        self._came()
        return self

    async def __aexit__(self, *_: object) -> None:
        self._went()
        with anyio.CancelScope(shield=True):
            await anyio.to_thread.run_sync(self._end)

    def _went(self) -> None:
        self.epoch += 1
        self._back = anyio.Event()

    def _came(self) -> None:
        self.epoch += 1
        self._back.set()

    def _begin(self) -> None:
        command = [
            sys.executable,
            "-m",
            "gigstack_api.sandbox",
            "--port",
            str(self._port),
            "--state",
            str(self._state),
            "--log-level",
            "critical",
        ]
        self._process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        for line in self._process.stdout:
            name, _, value = line.strip().partition("=")
            if name == "GIGSTACK_API_KEY":
                self.key = value
                return
        raise RuntimeError("the sandbox did not start")

    def _end(self) -> None:
        with self._process:
            self._process.terminate()
            if self._process.wait() != 0:
                raise RuntimeError("the sandbox did not end in order")


def _free_port() -> int:
    first = PORTS.start + os.getpid() % len(PORTS)
    ports: list[int] = [*range(first, PORTS.stop), *range(PORTS.start, first)]
    for port in ports:
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise RuntimeError("no port is free")
