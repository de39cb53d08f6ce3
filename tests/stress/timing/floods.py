"""Calls hosts and proxies that flood or drip, and measures deadlines and the event loop."""

from __future__ import annotations

import math
import time
from collections.abc import Mapping
from pathlib import Path
from random import Random

import anyio
from anyio.abc import TaskStatus
from attrs import define, field

from gigstack_api import Gigstack, GigstackError, RetryPolicy

from ..harness.calls import KEY
from ..harness.result import Count
from ..harness.setups import GIVEN, OWN, PROXY, gig_at
from .flood_host import ANSWER

MOST_LATE_S = 0.2
"""How late a call may end (seconds), without the time in which the machine ran something else."""

MOST_HELD_S = 0.2
"""How long the event loop may be held at a time (seconds of processor time). httpx parses 64 KiB in
one go, asyncio gives 256 KiB at once.
"""

TICK_S = 0.001

SCHEDULED = Path("/proc/thread-self/schedstat")
"""Of Linux: how long the thread ran, and how long it waited for a processor (nanoseconds)."""


@define
class FloodFigures:
    """How late the calls of each setup ended, and how long they held the event loop."""

    calls: dict[str, int] = field(factory=dict[str, int])
    late_s: dict[str, float] = field(factory=dict[str, float])
    held_s: dict[str, float] = field(factory=dict[str, float])
    slowest: dict[str, str] = field(factory=dict[str, str])

    def add(self, setup: str, flood: str, *, late_s: float, held_s: float) -> None:
        """Adds a call."""
        self.calls[setup] = self.calls.get(setup, 0) + 1
        self.late_s[setup] = max(self.late_s.get(setup, 0.0), late_s)
        if held_s >= self.held_s.get(setup, 0.0):
            self.held_s[setup], self.slowest[setup] = held_s, flood

    def counts(self) -> dict[str, Count]:
        """The figures, by name."""
        found: dict[str, Count] = {}
        for setup, calls in self.calls.items():
            found[f"calls flooded, {setup}"] = calls
            found[f"... latest end after the deadline, s, {setup}"] = self.late_s[setup]
            found[f"... event loop held at a time, s, {setup}"] = self.held_s[setup]
        return found

    def broken(self) -> list[str]:
        """The bounds that were exceeded."""
        late = [
            f"a call with {setup} ended {late_s:.3f} s late"
            for setup, late_s in self.late_s.items()
            if late_s > MOST_LATE_S
        ]
        held = [
            f"{self.slowest[setup]} held the event loop for {held_s:.3f} s, {setup}"
            for setup, held_s in self.held_s.items()
            if held_s > MOST_HELD_S
        ]
        return late + held


async def measure_floods(
    hosts: Mapping[str, str],
    proxies: Mapping[str, str],
    folder: str,
    rounds: int,
    random: Random,
    figures: FloodFigures,
) -> None:
    """Calls every host, and every proxy, in every setup."""
    for setup, urls in ((OWN, hosts), (GIVEN, hosts), (PROXY, proxies)):
        async with gig_at(setup, KEY, urls[ANSWER], folder, retries=RetryPolicy.none()) as gig:
            await gig.clients.get("c")  # which loads what the calls need
            await gig.clients.create(name="A")
        for name, url in list(urls.items()) * rounds:
            if name == ANSWER:
                continue
            async with gig_at(setup, KEY, url, folder, retries=RetryPolicy.none()) as gig:
                late_s, held_s = await _call(gig, random.uniform(0.15, 0.35))
            figures.add(setup, name, late_s=late_s, held_s=held_s)


async def _call(gig: Gigstack, timeout_s: float) -> tuple[float, float]:
    """How late a call ended that must fail, and how long it held the event loop (seconds)."""
    view = gig.with_options(timeout_s=timeout_s)
    watch = _LoopWatch(time.monotonic() + timeout_s)
    late_s = math.inf  # a call whose end was not seen is late
    async with anyio.create_task_group() as group:
        await group.start(watch.run)
        try:
            await view.clients.create(name="A")
        except GigstackError:
            late_s = time.monotonic() - watch.ends_at - (_kept_waiting_s() - watch.waited_s)
        else:
            raise AssertionError("a flood was taken for an answer")
        await anyio.sleep(2 * TICK_S)
        group.cancel_scope.cancel()
    return late_s, watch.held_s


@define
class _LoopWatch:
    """Watches the event loop while a call is under way that must end at a moment.

    `held_s` is the most processor time between two turns of the loop, `waited_s` how long this
    thread had waited for a processor shortly before `ends_at` (seconds).
    """

    ends_at: float
    held_s: float = 0.0
    waited_s: float = field(factory=lambda: _kept_waiting_s())

    async def run(self, *, task_status: TaskStatus[None]) -> None:
        """Watches until it is cancelled."""
        task_status.started()
        while True:
            if time.monotonic() < self.ends_at:
                self.waited_s = _kept_waiting_s()
            before = time.thread_time()
            await anyio.sleep(TICK_S)
            self.held_s = max(self.held_s, time.thread_time() - before)


def _kept_waiting_s() -> float:
    """How long this thread could have run, but other programs did (seconds); 0 if not known."""
    try:
        return int(SCHEDULED.read_text().split()[1]) / 1e9
    except (OSError, IndexError, ValueError):
        return 0.0
