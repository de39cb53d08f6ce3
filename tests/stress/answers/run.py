"""Runs the promise on answers: whatever the host adds, repeats, delays or truncates, no call gets
the answer of another one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from typing import Any

import anyio
import httpx
from attrs import evolve, frozen

from gigstack_api import APIError, Gigstack, GigstackError, RetryPolicy

from ..harness.calls import KEY
from ..harness.result import Result
from .disturbances import DISTURBANCES, GREETING, IN_THE_NEXT_READ, TIMEOUT_S, WHILE_IDLE
from .host import Host
from .oracle import CANCELLED, VALUE, EndedCall, judge
from .plan import Call, draw_calls

CALLS = 50_000
CONCURRENCY = 32
LEAST_SCALE = 0.1
"""From this scale on, every way to answer must have been used."""

QUICK_RETRIES = RetryPolicy(max_attempts=3, base_s=0.001, max_wait_s=0.004, settle_s=0)
LOOPS: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "asyncio": ("asyncio", {}),
    "trio": ("trio", {}),
}
"""The event loops, each with its anyio backend and the options of that."""

CLIENTS = ("default", "http_client")
LEFT_OUT: Mapping[str, frozenset[str]] = {
    "default": frozenset(),
    "http_client": WHILE_IDLE | {GREETING, IN_THE_NEXT_READ},
}
"""Ways to answer that a client is not tried with, since it would take another call's answer. httpx
looks at its socket, and then gives the event loop a turn before it sends. It does not look at a new
socket at all, and anyio on asyncio keeps what is beyond 64 KiB out of its sight.
"""


def run(seed: int, scale: float) -> Result:
    """Runs the promise: an equal share of the calls on each event loop, with each client."""
    modes = [(loop, client) for loop in LOOPS for client in CLIENTS]
    calls = list(draw_calls(seed, max(round(CALLS * scale), len(modes))))
    ended: list[EndedCall] = []
    disturbances, connections = Counter[str](), 0
    for place, (loop, client) in enumerate(modes):
        host = Host(seed, left_out=LEFT_OUT[client])
        run_on_loop(loop, host, calls[place :: len(modes)], client, ended)
        disturbances += host.disturbances
        connections += host.connections
    result = judge(ended, disturbances, connections=connections)
    missing = [
        found.name
        for found in DISTURBANCES
        if found.name not in disturbances
        and not all(found.name in out for out in LEFT_OUT.values())
    ]
    if scale >= LEAST_SCALE and missing:
        broken = (*result.broken, f"never happened: {', '.join(missing)}")
        return evolve(result, broken=broken)
    return result


def run_on_loop(
    loop: str, host: Host, calls: list[Call], client: str, ended: list[EndedCall]
) -> None:
    """Makes calls on one event loop with one client, and appends how they ended."""
    backend, options = LOOPS[loop]
    mode = f"{loop}, {client}"
    anyio.run(_run_calls, host, calls, mode, ended, backend=backend, backend_options=dict(options))


@frozen
class Clients:
    """The two clients of a run: one repeats what is lost, the other does not."""

    retrying: Gigstack
    single: Gigstack
    mode: str
    origin: str


async def _run_calls(host: Host, calls: list[Call], mode: str, ended: list[EndedCall]) -> None:
    waiting = iter(calls)
    async with host.serving() as origin, _open_clients(origin, mode) as clients:

        async def work() -> None:
            for call in waiting:
                ended.append(await _make(call, clients, host))  # noqa: PERF401 - one by one

        async with anyio.create_task_group() as group:
            for _ in range(CONCURRENCY):
                group.start_soon(work)


@asynccontextmanager
async def _open_clients(origin: str, mode: str) -> AsyncGenerator[Clients, None]:
    # httpx closes connections while it has more of them than it may keep idle.
    limits = httpx.Limits(max_keepalive_connections=2 * CONCURRENCY)
    http = httpx.AsyncClient(limits=limits) if mode.endswith("http_client") else None
    try:
        async with (
            Gigstack(
                KEY,
                base_url=f"{origin}/v2",
                timeout_s=TIMEOUT_S,
                retries=QUICK_RETRIES,
                http_client=http,
            ) as retrying,
            Gigstack(
                KEY,
                base_url=f"{origin}/v2",
                timeout_s=TIMEOUT_S,
                retries=RetryPolicy.none(),
                http_client=http,
            ) as single,
        ):
            yield Clients(retrying, single, mode, origin)
    finally:
        if http is not None:
            await http.aclose()


async def _make(call: Call, clients: Clients, host: Host) -> EndedCall:
    gig = clients.retrying if call.is_retried else clients.single
    echo = refusal = None
    ended, is_known_error = CANCELLED, True
    with anyio.move_on_after(call.cancel_after_s):
        try:
            file_url = f"{clients.origin}/files/{call.marker}?team={call.team}"
            echo = await call.kind.call(gig.for_team(call.team), call.marker, file_url)
            ended = VALUE
        except GigstackError as error:
            ended = type(error).__name__
            refusal = f"{error.status} {error}" if isinstance(error, APIError) else None
        except Exception as error:  # noqa: BLE001 - no other exception may leave a call
            ended, is_known_error = f"{type(error).__name__}: {error}", False
    return EndedCall(
        mode=clients.mode,
        marker=call.marker,
        team=call.team,
        kind=call.kind.name,
        is_write=call.kind.is_write,
        ended=ended,
        echo=echo,
        refusal=refusal,
        is_known_error=is_known_error,
        received=host.received[call.marker],
    )
