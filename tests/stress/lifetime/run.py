"""Promise 5: a call may be cancelled anywhere (`cancelling`), and a client lives through loops,
forks and closings.
"""

from __future__ import annotations

import asyncio
import gc
import os
import threading
import warnings
from collections.abc import Generator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import anyio
import anyio.abc

from gigstack_api import ConfigurationError, DeliveryError, Gigstack, GigstackError

from ..harness.result import Count, Result
from ..harness.tcp_server import FOUND, answering, server
from ..timing import BACKENDS, KEY
from .cancellation import PATIENCE_S, cancellations

MOST_LEFT = 3  # of the loop that ended last


def run(seed: int, scale: float) -> Result:
    """The promise, tried out. Nothing is left to chance."""
    counts: dict[str, Count] = {}
    broken: list[str] = []
    for backend in BACKENDS:
        anyio.run(cancellations, max(1, round(20 * scale)), counts, broken, backend=backend)
        anyio.run(_closings, counts, broken, backend=backend)
    _loops(max(4, round(40 * scale)), counts, broken)
    _forks(max(1, round(10 * scale)), counts, broken)
    _never_closed(counts, broken)
    return Result(promise="Cancellation and lifetime", counts=counts, broken=tuple(broken))


async def _closings(counts: dict[str, Count], broken: list[str]) -> None:
    """Closed twice, used after that, closed while calls are under way, opened again."""
    ends: list[BaseException | None] = []

    async def hang(stream: anyio.abc.SocketStream) -> None:
        await anyio.sleep_forever()

    async def call(gig: Gigstack) -> None:
        try:
            await gig.with_options(timeout_s=PATIENCE_S).clients.create(name="A")
            ends.append(None)
        except GigstackError as error:
            ends.append(error)

    async with server(hang) as base:
        gig = Gigstack(KEY, base_url=base, max_in_flight=2)
        async with anyio.create_task_group() as group:
            for _ in range(6):
                group.start_soon(call, gig)
            await anyio.sleep(0.05)
            await gig.aclose()
            await gig.aclose()
        await call(gig)
    kinds = [type(end) for end in ends]
    unclear = [end for end in ends if not isinstance(end, (DeliveryError, ConfigurationError))]
    if len(ends) != 7 or unclear or kinds[-1] is not ConfigurationError:
        broken.append(f"closed while calls were under way, they ended in {kinds}")
    async with server(answering) as base:
        gig = Gigstack(KEY, base_url=base)
        for _ in range(3):
            async with gig:
                await gig.clients.get("c")
    counts["calls under way while their client was closed, all with a clear end"] = len(ends)


class _Handler(BaseHTTPRequestHandler):
    """Answers every request, and keeps the connection."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answers."""
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(FOUND)))
        self.end_headers()
        self.wfile.write(FOUND)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as in its base
        """Says nothing."""


@contextmanager
def _outliving() -> Generator[str]:
    """The base URL of a server in a thread of its own, which outlives event loops."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as httpd:
        httpd.daemon_threads = True
        threading.Thread(target=httpd.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{httpd.server_port}/v2"
        httpd.shutdown()


async def _found(gig: Gigstack, *, close: bool) -> bool:
    found = (await gig.clients.get("c")).id == "c"
    if close:
        await gig.aclose()
    return found


def _loops(rounds: int, counts: dict[str, Count], broken: list[str]) -> None:
    """One client over asyncio and trio loops in turn, closed there or not; file descriptors do not
    pile up.
    """
    with _outliving() as base, warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gig = Gigstack(KEY, base_url=base)
        before = _descriptors()
        found = [
            anyio.run(partial(_found, gig, close=each % 3 == 0), backend=BACKENDS[each % 2])
            for each in range(rounds)
        ]
        gc.collect()
        left = _descriptors() - before
    counts["event loops in turn for one client"] = rounds
    if not all(found):
        broken.append("a call found nothing on a later loop")
    if left > MOST_LEFT:
        broken.append(f"{rounds} loops in turn left {left} file descriptors open")


def _descriptors() -> int:
    open_files = Path("/proc/self/fd")
    return sum(1 for _ in open_files.iterdir()) if open_files.exists() else 0


def _forks(rounds: int, counts: dict[str, Count], broken: list[str]) -> None:
    """A process forks while its client has a connection; both go on with the same client."""

    async def parent(gig: Gigstack) -> int:
        await _found(gig, close=False)
        child = os.fork()
        if child == 0:
            os._exit(_child(gig))
        _, status = await anyio.to_thread.run_sync(os.waitpid, child, 0)
        assert await _found(gig, close=True)
        return os.waitstatus_to_exitcode(status)

    with _outliving() as base:
        gig = Gigstack(KEY, base_url=base)
        ends = [anyio.run(parent, gig) for _ in range(rounds)]
    counts["forks in the middle of a loop"] = rounds
    if any(ends):
        broken.append(f"the calls of forked processes ended with {ends}")


def _child(gig: Gigstack) -> int:
    """The exit status of a forked process: 0 if its call went well, on a loop of its own."""
    try:
        return 0 if asyncio.run(_found(gig, close=True)) else 1
    except BaseException:  # noqa: BLE001 - nothing may leave a forked process
        return 2


def _never_closed(counts: dict[str, Count], broken: list[str]) -> None:
    """Whoever forgets to close a client is told once."""
    for backend in BACKENDS:
        with _outliving() as base, warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            anyio.run(partial(_found, Gigstack(KEY, base_url=base), close=False), backend=backend)
            gc.collect()
        ours = [each for each in caught if "gigstack client" in str(each.message)]
        counts[f"warnings for a client that was never closed, {backend}"] = len(ours)
        if len(ours) != 1:
            broken.append(f"{len(ours)} warnings for a client that was never closed on {backend}")
