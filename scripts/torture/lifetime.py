"""Promise 5: a call may be cancelled anywhere, and a client lives through loops, forks and closings."""

from __future__ import annotations

import asyncio
import gc
import os
import threading
import warnings
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import anyio
import anyio.abc
import anyio.lowlevel
from attrs import define

from gigstack_api import ConfigurationError, DeliveryError, Gigstack, GigstackError, RetryPolicy

from .deadlines import BACKENDS, CALLS, KEY, Call
from .loopback import FOUND, answering, read_request, reply, server
from .result import Count, Result

PATIENCE_S = 5.0
MOST_LEFT = 3  # of the loop that ended last


def run(seed: int, scale: float) -> Result:
    """The promise, tried out. Nothing is left to chance."""
    counts: dict[str, Count] = {}
    broken: list[str] = []
    for backend in BACKENDS:
        anyio.run(_cancellations, max(1, round(20 * scale)), counts, broken, backend=backend)
        anyio.run(_closings, counts, broken, backend=backend)
    _loops(max(4, round(40 * scale)), counts, broken)
    _forks(max(1, round(10 * scale)), counts, broken)
    _never_closed(counts, broken)
    return Result(promise="Cancellation and lifetime", counts=counts, broken=tuple(broken))


@define
class _Served:
    """A server whose answers are now good, now bad, and the connections that it holds."""

    requests: int = 0
    connections: int = 0

    async def serve(self, stream: anyio.abc.SocketStream) -> None:
        """Answers on one connection: some errors, a pause asked for, an answer in two halves, good ones."""
        self.connections += 1
        try:
            while True:
                await read_request(stream)
                self.requests += 1
                await anyio.lowlevel.checkpoint()
                turn = self.requests % 7
                if turn == 2:
                    await stream.send(reply(b"{}", status=502))
                elif turn == 4:
                    await stream.send(reply(b"{}", "Retry-After: 0", status=429))
                elif turn == 5:
                    await stream.send(reply()[:-5])
                    await anyio.lowlevel.checkpoint()
                    await stream.send(reply()[-5:])
                else:
                    await stream.send(reply())
        finally:
            self.connections -= 1


async def _cancellations(rounds: int, counts: dict[str, Count], broken: list[str]) -> None:
    """Each kind of call cancelled after one step of the event loop, after two, ... until it ends by itself."""
    cancelled = harmed = 0
    served = _Served()
    policy = RetryPolicy(base_s=0.002, settle_s=0.002)
    async with server(served.serve) as base, Gigstack(KEY, base_url=base, max_in_flight=1, retries=policy) as gig:
        await gig.clients.get("c")
        tasks = _tasks()
        for call, step in _everywhere(rounds):
            if not await _cancelled(gig, CALLS[call], step.number):
                step.ended = True
                continue
            cancelled += 1
            reason = await _harmed(gig, served, tasks)
            if reason is not None:
                harmed += 1
                broken.append(f"call {call} cancelled at step {step.number}: {reason}")
                break
    _add(counts, "calls cancelled, each at another step", cancelled)
    _add(counts, "of them: left a connection, a task or a slot behind", harmed)


@define
class _Step:
    """A step of the event loop at which a call is cancelled; `ended` if it was over before."""

    number: int = 0
    ended: bool = False


def _everywhere(rounds: int) -> Iterator[tuple[int, _Step]]:
    """Each call with each step, until it is over before the step comes."""
    for call in list(range(len(CALLS))) * rounds:
        step = _Step()
        while not step.ended:
            yield call, step
            step.number += 1


def _add(counts: dict[str, Count], name: str, more: int) -> None:
    counts[name] = int(counts.get(name, 0)) + more


async def _cancelled(gig: Gigstack, call: Call, step: int) -> bool:
    """Whether a call was cancelled at that step of the loop, and had not ended before."""
    ended = False

    async def one() -> None:
        nonlocal ended
        try:
            await call(gig)
        except GigstackError:
            ended = True
        else:
            ended = True

    async with anyio.create_task_group() as group:
        group.start_soon(one)
        for _ in range(step):
            await anyio.lowlevel.checkpoint()
        group.cancel_scope.cancel()
    return not ended


async def _harmed(gig: Gigstack, served: _Served, tasks: int) -> str | None:
    """What a cancelled call left behind; None if nothing."""
    try:
        with anyio.fail_after(PATIENCE_S):
            await gig.clients.get("c")
            while served.connections > 1 or _tasks() > tasks:  # noqa: ASYNC110 - nobody tells when a socket is gone
                await anyio.sleep(0.001)
    except TimeoutError:
        return f"{served.connections} connections, {_tasks() - tasks} tasks too many, or no call goes through any more"
    return None


def _tasks() -> int:
    """How many tasks there are on this loop."""
    return len(anyio.get_running_tasks())


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
    """One client over asyncio and trio loops in turn, closed there or not; file descriptors do not pile up."""
    with _outliving() as base, warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gig = Gigstack(KEY, base_url=base)
        before = _descriptors()
        found = [anyio.run(partial(_found, gig, close=each % 3 == 0), backend=BACKENDS[each % 2]) for each in range(rounds)]
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
