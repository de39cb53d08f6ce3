"""Cancels calls at every step of the event loop, and checks that nothing is left behind."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from functools import partial

import anyio
import anyio.lowlevel
from attrs import define

from gigstack_api import Gigstack, GigstackError, RetryPolicy

from ...support.tcp_server import Connection, json_response, read_request
from ..harness.calls import CALLS, CLIENT_JSON, KEY
from ..harness.result import Count
from ..harness.setups import gig_in

PATIENCE_S = 5.0
CLIENT = json_response(CLIENT_JSON)


@define
class _FlakyServer:
    """A server with good and bad replies, which counts its connections."""

    requests: int = 0
    connections: int = 0

    async def handle(self, connection: Connection) -> None:
        """Answers on one connection: errors, a 429, a reply in two halves, good replies."""
        self.connections += 1
        try:
            while True:
                await read_request(connection)
                self.requests += 1
                await anyio.lowlevel.checkpoint()
                turn = self.requests % 7
                if turn == 2:
                    await connection.send(json_response(b"{}", status=502))
                elif turn == 4:
                    await connection.send(json_response(b"{}", "Retry-After: 0", status=429))
                elif turn == 5:
                    await connection.send(CLIENT[:-5])
                    await anyio.lowlevel.checkpoint()
                    await connection.send(CLIENT[-5:])
                else:
                    await connection.send(CLIENT)
        finally:
            self.connections -= 1


async def cancel_everywhere(
    setup: str, rounds: int, counts: dict[str, Count], broken: list[str]
) -> None:
    """Cancels each kind of call after one step of the event loop, after two, ... until the call
    ends by itself.
    """
    cancelled = harmed = 0
    server = _FlakyServer()
    policy = RetryPolicy(base_s=0.002, settle_s=0.002)
    async with gig_in(setup, KEY, server.handle, max_in_flight=1, retries=policy) as gig:
        await gig.clients.get("c")
        tasks = count_tasks()
        for call, step in _every_step(rounds):
            if not await cancel_at(partial(CALLS[call], gig), step.number):
                step.call_ended = True
                continue
            cancelled += 1
            reason = await _find_harm(gig, server, tasks)
            if reason is not None:
                harmed += 1
                broken.append(f"call {call} cancelled at step {step.number}, {setup}: {reason}")
                break
    add(counts, f"calls cancelled, each at another step, {setup}", cancelled)
    add(counts, "of them: left a connection, a task or a slot behind", harmed)


@define
class _Step:
    """A step of the event loop at which a call is cancelled. `call_ended` if it came too late."""

    number: int = 0
    call_ended: bool = False


def _every_step(rounds: int) -> Iterator[tuple[int, _Step]]:
    """Each call with each step, until the call ends before the step."""
    for call in list(range(len(CALLS))) * rounds:
        step = _Step()
        while not step.call_ended:
            yield call, step
            step.number += 1


def add(counts: dict[str, Count], name: str, more: int) -> None:
    """Adds to a figure."""
    counts[name] = int(counts.get(name, 0)) + more


async def cancel_at(call: Callable[[], Awaitable[object]], step: int) -> bool:
    """Cancels a call at that step; False if the call had already ended."""
    ended = False

    async def run() -> None:
        nonlocal ended
        try:
            await call()
        except GigstackError:
            ended = True
        else:
            ended = True

    async with anyio.create_task_group() as group:
        group.start_soon(run)
        for _ in range(step):
            await anyio.lowlevel.checkpoint()
        group.cancel_scope.cancel()
    return not ended


async def _find_harm(gig: Gigstack, server: _FlakyServer, tasks: int) -> str | None:
    """Describes what a cancelled call left behind; None if nothing."""
    try:
        with anyio.fail_after(PATIENCE_S):
            await gig.clients.get("c")
            # No event tells when a socket is closed.
            while server.connections > 1 or count_tasks() > tasks:
                await anyio.sleep(0.001)
    except TimeoutError:
        extra = count_tasks() - tasks
        return f"{server.connections} connections, {extra} extra tasks, or calls no longer work"
    return None


def count_tasks() -> int:
    """The number of tasks on this loop."""
    return len(anyio.get_running_tasks())
