"""A sandbox process that can be restarted on the same port, with the same state file."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import Self

import anyio
import anyio.to_thread

from scripts.sandbox_process import start

PORTS = range(15_000, 30_000)
"""Below the ports that a system gives to outgoing connections: one of those could take the port
while the sandbox is down.
"""


class SandboxProcess:
    """A restartable sandbox. `epoch` counts how often it stopped or started; it is even while the
    sandbox is up.
    """

    def __init__(self, state: Path) -> None:
        self._state = state
        self._port = _free_port()
        self._up = anyio.Event()
        self.epoch = 1
        self.key = ""

    @property
    def base_url(self) -> str:
        """The URL of the API, also while the sandbox is down."""
        return f"http://127.0.0.1:{self._port}/v2"

    @property
    def is_up(self) -> bool:
        """Whether the sandbox is running."""
        return self.epoch % 2 == 0

    async def wait_until_up(self) -> None:
        """Returns once the sandbox is running."""
        await self._up.wait()

    async def restart(self) -> None:
        """Shuts the sandbox down cleanly, which saves its state, and starts it again."""
        self._mark_down()
        await anyio.to_thread.run_sync(self._stop)
        await anyio.to_thread.run_sync(self._start)
        self._mark_up()

    async def __aenter__(self) -> Self:
        await anyio.to_thread.run_sync(self._start)
        self._mark_up()
        return self

    async def __aexit__(self, *_: object) -> None:
        self._mark_down()
        with anyio.CancelScope(shield=True):
            await anyio.to_thread.run_sync(self._stop)

    def _mark_down(self) -> None:
        self.epoch += 1
        self._up = anyio.Event()

    def _mark_up(self) -> None:
        self.epoch += 1
        self._up.set()

    def _start(self) -> None:
        self._process, environment = start(
            *("--port", str(self._port)),
            *("--state", str(self._state)),
            *("--log-level", "critical"),
        )
        self.key = environment["GIGSTACK_API_KEY"]

    def _stop(self) -> None:
        with self._process:
            self._process.terminate()
            if self._process.wait() != 0:
                raise RuntimeError("the sandbox did not shut down cleanly")


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
    raise RuntimeError("no free port")
