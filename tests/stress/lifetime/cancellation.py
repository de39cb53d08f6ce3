"""Calls cancelled at each step of the event loop, and what they leave behind."""

from __future__ import annotations

from collections.abc import Iterator

import anyio
import anyio.abc
import anyio.lowlevel
from attrs import define

from gigstack_api import Gigstack, GigstackError, RetryPolicy

from ..harness.result import Count
from ..harness.tcp_server import read_request, reply, server
from ..timing import CALLS, KEY, Call

PATIENCE_S = 5.0


@define
class _Served:
    """A server whose answers are now good, now bad, and the connections that it holds."""

    requests: int = 0
    connections: int = 0

    async def serve(self, stream: anyio.abc.SocketStream) -> None:
        """Answers on one connection: some errors, a pause asked for, an answer in two halves, good
        ones.
        """
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


async def cancellations(rounds: int, counts: dict[str, Count], broken: list[str]) -> None:
    """Each kind of call cancelled after one step of the event loop, after two, ... until it ends by
    itself.
    """
    cancelled = harmed = 0
    served = _Served()
    policy = RetryPolicy(base_s=0.002, settle_s=0.002)
    async with (
        server(served.serve) as base,
        Gigstack(KEY, base_url=base, max_in_flight=1, retries=policy) as gig,
    ):
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
            while served.connections > 1 or _tasks() > tasks:
                await anyio.sleep(0.001)
    except TimeoutError:
        return f"{served.connections} connections, {_tasks() - tasks} tasks too many, or no call goes through any more"
    return None


def _tasks() -> int:
    """How many tasks there are on this loop."""
    return len(anyio.get_running_tasks())
