"""Runs the promise on time: no call outlives its deadline, no answer holds up the event loop, a 429
holds its siblings back, and a dead API gets few repeats.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from random import Random
from typing import Any, TypeAlias

import anyio
import httpx
from attrs import define

from gigstack_api import Gigstack, GigstackError, RetryPolicy

from ...support.tcp_server import (
    Answering,
    Connection,
    Script,
    json_response,
    read_request,
    tcp_server,
)
from ..harness.calls import CALLS, CLIENT_JSON, KEY, LOOPS, MakeCall
from ..harness.result import Count, Result
from .flood_host import flood_host
from .floods import FloodFigures, measure_floods

MOST_OVERRUN_S = 0.2
MOST_BEGUN = 5
NOTICE_S = 0.02
"""Time until all tasks of a busy loop know of a 429 that has arrived."""

MOST_EXTRA_PERCENT = 10
BETWEEN_CALLS_S = 0.1
"""Pause between the calls to one server, so that the server is measured and not a busy loop."""

Hooks: TypeAlias = dict[str, list[Callable[..., Any]]]


def run(seed: int, scale: float) -> Result:
    """Runs the promise."""
    random = Random(seed)
    counts: dict[str, Count] = {}
    broken: list[str] = []
    figures = FloodFigures()
    with flood_host() as (hosts, proxies, folder):
        floods = partial(measure_floods, hosts, proxies, folder)
        for backend, options in LOOPS:
            on_loop = partial(anyio.run, backend=backend, backend_options=options)
            on_loop(_warm_up)
            on_loop(_measure_overruns, max(1, round(4 * scale)), random, counts, broken)
            on_loop(floods, max(1, round(2 * scale)), random, figures)
            on_loop(_measure_siblings, counts, broken)
            on_loop(_measure_dead_apis, max(1000, round(3000 * scale)), counts, broken)
    counts |= figures.counts()
    return Result(promise="Time", counts=counts, broken=(*broken, *figures.broken()))


async def _never_answer(connection: Connection) -> None:
    await anyio.sleep_forever()


async def _drip(head: bytes, rest: bytes, pause_s: float, connection: Connection) -> None:
    """Sends the head at once and the rest byte by byte."""
    await read_request(connection)
    if head:
        await connection.send(head)
    for byte in rest:
        await connection.send(bytes([byte]))
        await anyio.sleep(pause_s)


async def _send_1xx(connection: Connection) -> None:
    await read_request(connection)
    while True:
        await connection.send(b"HTTP/1.1 102 Processing\r\n\r\n")
        await anyio.sleep(0.05)


async def _send_chunks(connection: Connection) -> None:
    await read_request(connection)
    await connection.send(
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    while True:
        await connection.send(b"1\r\n \r\n")
        await anyio.sleep(0.05)


CLIENT = json_response(CLIENT_JSON)
SLOW = json_response(b" " * 1000 + CLIENT_JSON)
HEAD, _, BODY = SLOW.partition(b"\r\n\r\n")
FAILING = json_response(b"{}", status=503)
SERVERS: dict[str, Script] = {
    "never answers": _never_answer,
    "a byte a second": partial(_drip, b"", SLOW, 1.0),
    "a header byte every 20 ms": partial(_drip, b"", SLOW, 0.02),
    "a body byte every 20 ms": partial(_drip, HEAD + b"\r\n\r\n", BODY, 0.02),
    "endless 1xx": _send_1xx,
    "endless chunks": _send_chunks,
    "always 503": Answering(FAILING),
    "429, retry after 30 s": Answering(json_response(b"{}", "Retry-After: 30", status=429)),
    "429, retry at once": Answering(json_response(b"{}", "Retry-After: 0", status=429)),
}


async def _warm_up() -> None:
    """Loads what the first calls load, so that it is not measured."""
    async with tcp_server(Answering(CLIENT)) as base_url, Gigstack(KEY, base_url=base_url) as gig:
        for call in CALLS:
            with suppress(GigstackError):
                await call(gig)


@define
class _Overruns:
    """The number of calls, and by how many seconds the slowest outlived its deadline."""

    calls: int = 0
    worst_s: float = -1.0

    async def time(self, gig: Gigstack, call: MakeCall, timeout_s: float) -> None:
        """Makes a call that must fail, and times it."""
        started = time.monotonic()
        try:
            await call(gig)
        except GigstackError:
            self.worst_s = max(self.worst_s, time.monotonic() - started - timeout_s)
            self.calls += 1
            return
        raise AssertionError("a call succeeded that must fail")


async def _measure_overruns(
    rounds: int, random: Random, counts: dict[str, Count], broken: list[str]
) -> None:
    """Makes every kind of call against every kind of server, all at once."""
    overruns = _Overruns()

    async def call_server(script: Script, timeouts: list[float]) -> None:
        policy = RetryPolicy(base_s=0.05, settle_s=0.05)
        async with (
            tcp_server(script) as base_url,
            Gigstack(KEY, base_url=base_url, retries=policy) as gig,
            anyio.create_task_group() as group,
        ):
            for timeout_s in timeouts:
                for call in CALLS:
                    await anyio.sleep(BETWEEN_CALLS_S)
                    view = gig.with_options(timeout_s=timeout_s)
                    group.start_soon(overruns.time, view, call, timeout_s)

    for _ in range(rounds):
        async with anyio.create_task_group() as group:
            for script in SERVERS.values():
                timeouts = [0.001, random.uniform(0.3, 0.6), random.uniform(1.1, 3.0)]
                group.start_soon(call_server, script, timeouts)

    name = "calls that cannot end in time"
    counts[name] = int(counts.get(name, 0)) + overruns.calls
    counts["worst overrun, s"] = max(float(counts.get("worst overrun, s", -1.0)), overruns.worst_s)
    if overruns.worst_s > MOST_OVERRUN_S:
        broken.append(f"a call outlived its deadline by {overruns.worst_s:.3f} s")


@define
class _Traffic:
    """When requests were begun, and when the first 429 arrived, in seconds."""

    begun: list[float]
    refused_at: float | None = None

    async def record_request(self, request: httpx.Request) -> None:
        """Records when a request was begun."""
        self.begun.append(time.monotonic())

    async def record_response(self, response: httpx.Response) -> None:
        """Records when the first 429 arrived."""
        if response.status_code == 429 and self.refused_at is None:
            self.refused_at = time.monotonic()


async def _measure_siblings(counts: dict[str, Count], broken: list[str]) -> None:
    """Runs a hundred tasks into a 429 that asks for a pause of one second."""
    answered, until = 0, float("inf")

    async def handle(connection: Connection) -> None:
        nonlocal answered, until
        while True:
            await read_request(connection)
            await anyio.sleep(0.02)
            answered += 1
            if answered == 300:
                until = time.monotonic() + 1.0
            refused = answered >= 300 and time.monotonic() < until
            reply = json_response(b"{}", "Retry-After: 1", status=429) if refused else CLIENT
            await connection.send(reply)

    traffic = _Traffic([])
    hooks: Hooks = {"request": [traffic.record_request], "response": [traffic.record_response]}
    async with (
        tcp_server(handle) as base_url,
        httpx.AsyncClient(event_hooks=hooks) as http,
        Gigstack(KEY, base_url=base_url, http_client=http) as gig,
        anyio.create_task_group() as group,
    ):
        for _ in range(100):
            group.start_soon(_get_repeatedly, gig, 10)

    assert traffic.refused_at is not None
    pause = traffic.refused_at + NOTICE_S, traffic.refused_at + 1.0
    begun = sum(pause[0] < moment < pause[1] for moment in traffic.begun)
    counts["requests of 100 tasks begun in the second that a 429 asked for"] = begun
    if begun > MOST_BEGUN:
        broken.append(f"{begun} requests were begun in the second that a 429 asked for")


async def _get_repeatedly(gig: Gigstack, times: int) -> None:
    for _ in range(times):
        await gig.clients.get("c")


async def _measure_dead_apis(calls: int, counts: dict[str, Count], broken: list[str]) -> None:
    """Calls an API that refuses every connection, and one that always answers 503."""
    async with tcp_server(Answering(CLIENT)) as closed:
        pass
    await _count_extra_requests("refuses connections", closed, calls, counts, broken)
    async with tcp_server(Answering(FAILING)) as failing:
        await _count_extra_requests("answers 503", failing, calls, counts, broken)


async def _count_extra_requests(
    name: str, base_url: str, calls: int, counts: dict[str, Count], broken: list[str]
) -> None:
    traffic = _Traffic([])
    policy = RetryPolicy(base_s=0.001)
    async with httpx.AsyncClient(event_hooks={"request": [traffic.record_request]}) as http:
        gig = Gigstack(KEY, base_url=base_url, http_client=http, retries=policy)
        async with anyio.create_task_group() as group:
            for _ in range(10):
                group.start_soon(_fail_repeatedly, gig, calls // 10)
    extra = len(traffic.begun) - calls
    counts[f"extra requests to an API that {name}, of {calls:,} calls"] = extra
    if not 0 < extra <= calls * MOST_EXTRA_PERCENT // 100:
        broken.append(f"an API that {name} got {extra} extra requests in {calls} calls")


async def _fail_repeatedly(gig: Gigstack, times: int) -> None:
    for _ in range(times):
        try:
            await gig.clients.get("c")
        except GigstackError:
            continue
        raise AssertionError("a dead API answered")
