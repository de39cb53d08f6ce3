"""Promise 4: no call outlives its deadline, a 429 holds its siblings back, a dead API is not asked
again and again.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from random import Random
from typing import Any, TypeAlias

import anyio
import anyio.abc
import httpx
from attrs import define

from gigstack_api import Gigstack, GigstackError, RetryPolicy

from .harness.result import Count, Result
from .harness.tcp_server import FOUND, Serve, answering, read_request, reply, server

KEY = "key-of-the-torture"
MOST_OVERRUN_S = 0.2
MOST_BEGUN = 5
TOLD_S = 0.02  # until a 429 that has arrived is known to all tasks of a busy loop
MOST_EXTRA = 10  # of a hundred
# between the calls to one server: what a server does to a call is measured, not what a busy loop
# does
BREATH_S = 0.1
BACKENDS = ("asyncio", "trio")

Hooks: TypeAlias = dict[str, list[Callable[..., Any]]]
Call: TypeAlias = Callable[[Gigstack], Awaitable[object]]


def run(seed: int, scale: float) -> Result:
    """The promise, measured."""
    chance = Random(seed)
    counts: dict[str, Count] = {}
    broken: list[str] = []
    for backend in BACKENDS:
        anyio.run(_warm, backend=backend)
        anyio.run(_overruns, max(1, round(4 * scale)), chance, counts, broken, backend=backend)
        anyio.run(_siblings, counts, broken, backend=backend)
        anyio.run(_dead, max(1000, round(3000 * scale)), counts, broken, backend=backend)
    return Result(promise="Time", counts=counts, broken=tuple(broken))


async def _silent(stream: anyio.abc.SocketStream) -> None:
    await anyio.sleep_forever()


async def _drip(text: bytes, pause_s: float, stream: anyio.abc.SocketStream) -> None:
    await read_request(stream)
    for byte in text:
        await stream.send(bytes([byte]))
        await anyio.sleep(pause_s)


async def _informs(stream: anyio.abc.SocketStream) -> None:
    await read_request(stream)
    while True:
        await stream.send(b"HTTP/1.1 102 Processing\r\n\r\n")
        await anyio.sleep(0.05)


async def _endless(stream: anyio.abc.SocketStream) -> None:
    await read_request(stream)
    await stream.send(
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    while True:
        await stream.send(b"1\r\n \r\n")
        await anyio.sleep(0.05)


async def _always(answer: bytes, stream: anyio.abc.SocketStream) -> None:
    while True:
        await read_request(stream)
        await stream.send(answer)


SLOW = reply(b" " * 1000 + FOUND)
SERVERS: dict[str, Serve] = {
    "never answers": _silent,
    "a byte a second": partial(_drip, SLOW, 1.0),
    "a header byte every 20 ms": partial(_drip, SLOW, 0.02),
    "a body byte every 20 ms": partial(_drip, SLOW[-1100:], 0.02),
    "1xx for ever": _informs,
    "chunks for ever": _endless,
    "503 for ever": partial(_always, reply(b"{}", status=503)),
    "429, come back in 30 s": partial(_always, reply(b"{}", "Retry-After: 30", status=429)),
    "429, come back at once": partial(_always, reply(b"{}", "Retry-After: 0", status=429)),
}


async def _take_all(gig: Gigstack) -> None:
    async for _ in gig.clients.list().prefetch(2):
        pass


async def _upsert_all(gig: Gigstack) -> None:
    rows = [{"tax_id": f"AAA01010{number:04}", "name": "A"} for number in range(3)]
    async for outcome in gig.clients.upsert_many(rows, on="tax_id"):
        if outcome.error is not None:
            raise outcome.error


CALLS: tuple[Call, ...] = (
    lambda gig: gig.clients.get("c"),
    lambda gig: gig.clients.create(name="A"),
    lambda gig: gig.clients.upsert(on="tax_id", tax_id="AAA010101AAA"),
    lambda gig: gig.clients.upload_csf(file=b"%PDF-1.7"),
    lambda gig: gig.clients.list().collect(),
    _take_all,
    _upsert_all,
)


async def _warm() -> None:
    """Loads what the first calls load, so that it is not measured."""
    async with server(answering) as base, Gigstack(KEY, base_url=base) as gig:
        for call in CALLS:
            with suppress(GigstackError):
                await call(gig)


@define
class _Overruns:
    """Calls made, and by how much the slowest outlived its deadline (seconds)."""

    calls: int = 0
    worst_s: float = -1.0

    async def time(self, gig: Gigstack, call: Call, timeout_s: float) -> None:
        """Makes a call that cannot end well, and times it."""
        started = time.monotonic()
        try:
            await call(gig)
        except GigstackError:
            self.worst_s = max(self.worst_s, time.monotonic() - started - timeout_s)
            self.calls += 1
            return
        raise AssertionError("a call ended well where none can")


async def _overruns(
    rounds: int, chance: Random, counts: dict[str, Count], broken: list[str]
) -> None:
    """Every kind of call against every kind of server, all at once."""
    seen = _Overruns()

    async def against(serve: Serve, timeouts: list[float]) -> None:
        policy = RetryPolicy(base_s=0.05, settle_s=0.05)
        async with (
            server(serve) as base,
            Gigstack(KEY, base_url=base, retries=policy) as gig,
            anyio.create_task_group() as group,
        ):
            for timeout_s in timeouts:
                for call in CALLS:
                    await anyio.sleep(BREATH_S)
                    group.start_soon(
                        seen.time, gig.with_options(timeout_s=timeout_s), call, timeout_s
                    )

    for _ in range(rounds):
        async with anyio.create_task_group() as group:
            for serve in SERVERS.values():
                group.start_soon(
                    against, serve, [0.001, chance.uniform(0.3, 0.6), chance.uniform(1.1, 3.0)]
                )
    counts["calls that cannot end in time"] = (
        int(counts.get("calls that cannot end in time", 0)) + seen.calls
    )
    counts["worst overrun, s"] = max(float(counts.get("worst overrun, s", -1.0)), seen.worst_s)
    if seen.worst_s > MOST_OVERRUN_S:
        broken.append(f"a call outlived its deadline by {seen.worst_s:.3f} s")


@define
class _Traffic:
    """When requests were begun, and when the first 429 arrived (seconds)."""

    begun: list[float]
    refused_at: float | None = None

    async def begin(self, request: httpx.Request) -> None:
        """Notes a request."""
        self.begun.append(time.monotonic())

    async def learn(self, response: httpx.Response) -> None:
        """Notes the first 429."""
        if response.status_code == 429 and self.refused_at is None:
            self.refused_at = time.monotonic()


async def _siblings(counts: dict[str, Count], broken: list[str]) -> None:
    """A hundred tasks meet a 429 that asks for one second."""
    served, until = 0, float("inf")

    async def serve(stream: anyio.abc.SocketStream) -> None:
        nonlocal served, until
        while True:
            await read_request(stream)
            await anyio.sleep(0.02)
            served += 1
            if served == 300:
                until = time.monotonic() + 1.0
            refused = served >= 300 and time.monotonic() < until
            await stream.send(reply(b"{}", "Retry-After: 1", status=429) if refused else reply())

    traffic = _Traffic([])
    hooks: Hooks = {"request": [traffic.begin], "response": [traffic.learn]}
    async with (
        server(serve) as base,
        httpx.AsyncClient(event_hooks=hooks) as http,
        Gigstack(KEY, base_url=base, http_client=http) as gig,
        anyio.create_task_group() as group,
    ):
        for _ in range(100):
            group.start_soon(_often, gig, 10)
    assert traffic.refused_at is not None
    begun = sum(
        traffic.refused_at + TOLD_S < moment < traffic.refused_at + 1.0 for moment in traffic.begun
    )
    counts["requests of 100 tasks begun in the second that a 429 asked for"] = begun
    if begun > MOST_BEGUN:
        broken.append(f"{begun} requests were begun in the second that a 429 asked for")


async def _often(gig: Gigstack, times: int) -> None:
    for _ in range(times):
        await gig.clients.get("c")


async def _dead(calls: int, counts: dict[str, Count], broken: list[str]) -> None:
    """An API that refuses every connection, and one that answers nothing but 503."""
    async with server(answering) as gone:
        pass
    await _count_dead("refuses connections", gone, calls, counts, broken)
    async with server(partial(_always, reply(b"{}", status=503))) as failing:
        await _count_dead("answers 503", failing, calls, counts, broken)


async def _count_dead(
    name: str, base: str, calls: int, counts: dict[str, Count], broken: list[str]
) -> None:
    traffic = _Traffic([])
    policy = RetryPolicy(base_s=0.001)
    async with httpx.AsyncClient(event_hooks={"request": [traffic.begin]}) as http:
        gig = Gigstack(KEY, base_url=base, http_client=http, retries=policy)
        async with anyio.create_task_group() as group:
            for _ in range(10):
                group.start_soon(_in_vain, gig, calls // 10)
    extra = len(traffic.begun) - calls
    counts[f"extra requests to an API that {name}, of {calls:,} calls"] = extra
    if not 0 < extra <= calls * MOST_EXTRA // 100:
        broken.append(f"an API that {name} got {extra} extra requests in {calls} calls")


async def _in_vain(gig: Gigstack, times: int) -> None:
    for _ in range(times):
        try:
            await gig.clients.get("c")
        except GigstackError:
            continue
        raise AssertionError("a dead API answered")
