"""Runs the promise on cancellation and lifetime: a call may be cancelled anywhere, and a client
survives event loops, forks and closing.
"""

from __future__ import annotations

import asyncio
import gc
import os
import warnings
from collections.abc import Collection, Generator
from contextlib import contextmanager
from functools import partial
from itertools import product
from pathlib import Path

import anyio

from gigstack_api import ConfigurationError, DeliveryError, Gigstack, GigstackError

from ...support.tcp_server import Answering, Connection, json_response, tcp_server
from ...support.threaded_host import answer, host
from ..harness.calls import BACKENDS, CLIENT_JSON, KEY, LOOPS
from ..harness.result import Count, Result
from ..harness.setups import GIVEN, OWN, PROXY
from .cancellation import cancel_everywhere
from .connecting import cancel_downloads, cancel_while_connecting

MOST_DESCRIPTORS = 3
"""File descriptors that the loop which ended last may leave open."""


ROUNDS = {OWN: 16, GIVEN: 4, PROXY: 2}
"""How often every kind of call is cancelled at every step, by setup."""


HANGS_S = 0.5
"""The deadline of the calls that hang while their client is closed."""


def run(seed: int, scale: float, *, setups: Collection[str] = ROUNDS.keys()) -> Result:
    """Runs the promise. Nothing in it is random."""
    counts: dict[str, Count] = {}
    broken: list[str] = []
    for backend, options in LOOPS:
        on_loop = partial(anyio.run, backend=backend, backend_options=options)
        on_loop(anyio.sleep, 0)  # the first uvloop of a process leaves two descriptors open
        for setup in setups:
            rounds = max(1, round(ROUNDS[setup] * scale))
            with _nothing_left(f"{setup}, {backend}", counts, broken):
                on_loop(cancel_everywhere, setup, rounds, counts, broken)
                on_loop(cancel_while_connecting, setup, rounds, counts, broken)
                on_loop(cancel_downloads, setup, counts, broken)
        on_loop(_close_while_calling, counts, broken)
    _run_on_many_loops(max(4, round(40 * scale)), counts, broken)
    _fork(max(1, round(10 * scale)), counts, broken)
    _forget_to_close(counts, broken)
    return Result(promise="Cancellation and lifetime", counts=counts, broken=tuple(broken))


@contextmanager
def _nothing_left(where: str, counts: dict[str, Count], broken: list[str]) -> Generator[None]:
    """A block of event loops that ended, after which no socket and no file may be open."""
    gc.collect()
    before = _count_descriptors()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", ResourceWarning)
        yield
        gc.collect()
    left = _count_descriptors() - before
    unclosed = [text for warning in caught if "unclosed" in (text := str(warning.message))]
    for name, number in (
        ("file descriptors left open", max(0, left)),
        ("sockets, loops or files that were not closed", len(unclosed)),
    ):
        counts[name] = int(counts.get(name, 0)) + number
    if left > 0 or unclosed:
        broken.append(f"{left} file descriptors left, {len(unclosed)} unclosed: {where}")


async def _close_while_calling(counts: dict[str, Count], broken: list[str]) -> None:
    """Closes a client twice, uses it afterwards, closes it during calls, opens it again."""
    ends: list[BaseException | None] = []

    async def hang(connection: Connection) -> None:
        await anyio.sleep_forever()

    async def call(gig: Gigstack) -> None:
        try:
            await gig.with_options(timeout_s=HANGS_S).clients.create(name="A")
            ends.append(None)
        except GigstackError as error:
            ends.append(error)

    async with tcp_server(hang) as base_url:
        gig = Gigstack(KEY, base_url=base_url, max_in_flight=2)
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
        broken.append(f"calls in flight while their client was closed ended in {kinds}")

    async with tcp_server(Answering(json_response(CLIENT_JSON))) as base_url:
        gig = Gigstack(KEY, base_url=base_url)
        for _ in range(3):
            async with gig:
                await gig.clients.get("c")
    counts["calls in flight while their client was closed, all with a clear end"] = len(ends)


def _answer_client(number: int, head: bytes) -> list[bytes]:
    return [answer(CLIENT_JSON)]


async def _get(gig: Gigstack, *, close: bool) -> bool:
    """Makes a call; True if it returned the client."""
    found = (await gig.clients.get("c")).id == "c"
    if close:
        await gig.aclose()
    return found


def _run_on_many_loops(rounds: int, counts: dict[str, Count], broken: list[str]) -> None:
    """Uses one client on asyncio and trio loops in turn, closed there or not. File descriptors must
    not pile up.
    """
    with host(_answer_client) as server, warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gig = Gigstack(KEY, base_url=server.url)
        before = _count_descriptors()
        found = [
            anyio.run(partial(_get, gig, close=number % 3 == 0), backend=BACKENDS[number % 2])
            for number in range(rounds)
        ]
        gc.collect()
        left = _count_descriptors() - before
    counts["event loops in turn for one client"] = rounds
    if not all(found):
        broken.append("a call on a later loop returned no client")
    if left > MOST_DESCRIPTORS:
        broken.append(f"{rounds} loops in turn left {left} file descriptors open")


def _count_descriptors() -> int:
    open_files = Path("/proc/self/fd")
    return sum(1 for _ in open_files.iterdir()) if open_files.exists() else 0


def _fork(rounds: int, counts: dict[str, Count], broken: list[str]) -> None:
    """Forks while the client has a connection. Parent and child both go on with the client."""

    async def run_parent(gig: Gigstack) -> int:
        await _get(gig, close=False)
        child = os.fork()
        if child == 0:
            os._exit(_run_child(gig))
        _, status = await anyio.to_thread.run_sync(os.waitpid, child, 0)
        assert await _get(gig, close=True)
        return os.waitstatus_to_exitcode(status)

    with host(_answer_client) as server:
        gig = Gigstack(KEY, base_url=server.url)
        ends = [anyio.run(run_parent, gig) for _ in range(rounds)]
    counts["forks in the middle of a loop"] = rounds
    if any(ends):
        broken.append(f"the forked processes ended with {ends}")


def _run_child(gig: Gigstack) -> int:
    """Makes a call in a forked process, on its own loop. Returns the exit status, 0 for success."""
    try:
        return 0 if asyncio.run(_get(gig, close=True)) else 1
    except BaseException:  # noqa: BLE001 - nothing may leave a forked process
        return 2


def _forget_to_close(counts: dict[str, Count], broken: list[str]) -> None:
    """Drops a client that was not closed, in its event loop or after it. It must warn once."""

    async def use(base_url: str, kept: list[Gigstack]) -> None:
        gig = Gigstack(KEY, base_url=base_url)
        assert await _get(gig, close=False)
        kept.append(gig)
        del gig
        if not keeps:
            kept.clear()
            gc.collect()

    for backend, keeps in product(BACKENDS, (False, True)):
        kept: list[Gigstack] = []
        with host(_answer_client) as server, warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            anyio.run(use, server.url, kept, backend=backend)
            kept.clear()
            gc.collect()
        given = sum("gigstack client" in str(warning.message) for warning in caught)
        if given != 1:
            when = "after" if keeps else "in"
            broken.append(f"{given} warnings for a client dropped {when} a loop of {backend}")
        if not keeps:
            counts[f"warnings for a client that was never closed, {backend}"] = given
