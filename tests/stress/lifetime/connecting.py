"""Cancels calls that connect, and downloads, and checks that nothing is left behind."""

from __future__ import annotations

import ssl
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import anyio
import httpx
from attrs import define

from gigstack_api import Gigstack, RetryPolicy

from ...support.tcp_server import Connection, Script, response, tcp_server
from ..harness.calls import KEY
from ..harness.result import Count
from ..harness.setups import GIVEN, PROXY, certificates, gig_at, gig_in
from .cancellation import PATIENCE_S, add, cancel_at, count_tasks

MOST_STEPS = 25
"""A call that connects waits after so many turns of the event loop; later ones change nothing."""

FILE = response(b"%PDF-1.7 " + b" " * 300_000 + b"%%EOF", "Content-Type: application/pdf")


@define
class _StallingHost:
    """A host, or proxy, that accepts connections and says nothing."""

    connections: int = 0

    async def handle(self, connection: Connection) -> None:
        """Reads until the client goes away."""
        self.connections += 1
        try:
            while True:
                await connection.receive()
        finally:
            self.connections -= 1


async def cancel_while_connecting(
    setup: str, rounds: int, counts: dict[str, Count], broken: list[str]
) -> None:
    """Cancels calls in the handshake of TLS, or before the tunnel of a proxy, at every step."""
    host, cancelled = _StallingHost(), 0
    async with _stalled(setup, host.handle) as gig:
        await anyio.wait_all_tasks_blocked()
        tasks = count_tasks()
        for step in [*range(MOST_STEPS)] * rounds:
            cancelled += await cancel_at(lambda: gig.clients.create(name="A"), step)
            if not await _ends(lambda: host.connections == 0 and count_tasks() <= tasks):
                broken.append(f"cancelled while connecting at step {step}, {setup}: not closed")
                break
    add(counts, f"calls cancelled while connecting, {setup}", cancelled)


async def _ends(is_over: Callable[[], bool]) -> bool:
    """Whether it is over soon. No event tells when a socket is closed."""
    with anyio.move_on_after(PATIENCE_S):
        while not is_over():
            await anyio.sleep(0.001)
    return is_over()


@asynccontextmanager
async def _stalled(setup: str, script: Script) -> AsyncGenerator[Gigstack, None]:
    """A client with one place for calls whose host, or proxy, never lets it connect."""
    once = RetryPolicy.none()
    async with tcp_server(script) as url:
        address = url.replace("http:", "https:")
        if setup == PROXY:
            with certificates() as folder:
                async with gig_at(setup, KEY, url, folder, max_in_flight=1, retries=once) as gig:
                    yield gig
        elif setup == GIVEN:
            trust = ssl.create_default_context()
            async with httpx.AsyncClient(verify=trust) as given:
                yield Gigstack(
                    KEY, base_url=address, http_client=given, max_in_flight=1, retries=once
                )
        else:
            async with Gigstack(KEY, base_url=address, max_in_flight=1, retries=once) as gig:
                yield gig


async def cancel_downloads(setup: str, counts: dict[str, Count], broken: list[str]) -> None:
    """Cancels a download to the disk at every step, until it ends by itself."""

    async def serve(connection: Connection) -> None:
        await connection.receive()
        for start in range(0, len(FILE), 30_000):
            await connection.send(FILE[start : start + 30_000])

    cancelled = 0
    with TemporaryDirectory() as folder:
        target = Path(folder) / "invoice.pdf"
        async with gig_in(setup, KEY, serve, retries=RetryPolicy.none()) as gig:
            address = f"{gig._base_url}/f.pdf"  # pyright: ignore[reportPrivateUsage] - of the API
            await anyio.wait_all_tasks_blocked()
            step, tasks = 0, count_tasks()
            while await cancel_at(partial(gig.download_to, address, target), step):
                cancelled, step = cancelled + 1, step + 1
                left = [path.name for path in Path(folder).iterdir()]
                if left or not await _ends(lambda: count_tasks() <= tasks):
                    broken.append(f"a download cancelled at step {step}, {setup}, left {left}")
                    break
            if not broken and not target.exists():
                broken.append(f"a download that was not cancelled left no file, {setup}")
    add(counts, f"downloads cancelled, each at another step, {setup}", cancelled)
