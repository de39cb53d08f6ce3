"""Runs the promise on writes: under any mix of faults, a write takes effect once or ends in a clear
error, and the caller gets a true report.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Collection, Iterable, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import anyio

from gigstack_api import Gigstack
from gigstack_api._core.operations.route import Replay
from gigstack_api.sandbox import Sandbox
from gigstack_api.sandbox.storage import save

from ..harness.fault_plans import FaultInjector
from ..harness.observed_state import ObservedState
from ..harness.result import Result
from ..harness.sandbox_process import SandboxProcess
from .oracle import FinishedRun, WriteOutcome, judge
from .perform import QUICK_RETRIES, perform_all, tracing_client
from .plan import Write, draw_writes
from .targets import prepare_targets

WRITES = 100_000
CLIENTS = 4
CALLS_PER_CLIENT = 4
"""Several clients, because the connection pool of httpx gets slower with every connection."""

RESTARTS = (1 / 3, 2 / 3)
"""The server is restarted after these fractions of the writes."""

LOOKED_UP = 1 / 100
"""This fraction of additional writes goes to a separate sandbox, small enough to read its lists for
every unknown outcome.
"""


def run(seed: int, scale: float) -> Result:
    """Runs the promise."""
    return anyio.run(_run, seed, int(WRITES * scale))


async def _run(seed: int, count: int) -> Result:
    injector = FaultInjector()
    most = await _run_writes(
        draw_writes(seed, count), injector, restarts=RESTARTS, is_looked_up=is_cheap_to_look_up
    )
    few = await _run_writes(
        draw_writes(seed + 1, max(20, int(count * LOOKED_UP))),
        injector,
        restarts=(),
        is_looked_up=lambda _: True,
    )
    return judge([most, few], injector, restarts=len(RESTARTS))


def is_cheap_to_look_up(write: Write) -> bool:
    """Whether one read by id is enough to look the write up."""
    return bool(write.kind.target) and write.kind.replay is not Replay.NATURAL


async def _run_writes(
    source: Iterable[Write],
    injector: FaultInjector,
    *,
    restarts: Collection[float],
    is_looked_up: Callable[[Write], bool],
) -> FinishedRun:
    """Makes the writes against a sandbox process that restarts after these fractions of them."""
    writes = list(source)
    outcomes: list[WriteOutcome | None] = [None] * len(writes)
    with TemporaryDirectory() as folder:
        file = Path(folder, "state.json")
        sandbox = Sandbox()
        await prepare_targets(sandbox, writes)
        save(sandbox.state, file)
        del sandbox

        async with SandboxProcess(file) as server, AsyncExitStack() as stack:
            gigs = [
                await stack.enter_async_context(open_client(server.base_url, server.key, injector))
                for _ in range(CLIENTS)
            ]
            async with anyio.create_task_group() as group:
                actions = {
                    int(part * len(writes)): lambda: group.start_soon(server.restart)
                    for part in restarts
                }
                await perform_all(
                    gigs,
                    _with_actions(actions, writes),
                    server,
                    calls_per_client=CALLS_PER_CLIENT,
                    outcomes=outcomes,
                    is_looked_up=is_looked_up,
                )
        return FinishedRun(writes, outcomes, ObservedState.from_file(file))


@asynccontextmanager
async def open_client(
    base_url: str, key: str, injector: FaultInjector
) -> AsyncGenerator[Gigstack, None]:
    """A client whose requests meet the planned faults."""
    port = int(base_url.rpartition(":")[2].partition("/")[0])
    async with tracing_client(injector, max_connections=CALLS_PER_CLIENT, port=port) as http:
        yield Gigstack(
            key,
            base_url=base_url,
            http_client=http,
            retries=QUICK_RETRIES,
            max_in_flight=CALLS_PER_CLIENT,
        )


def _with_actions(
    actions: Mapping[int, Callable[[], object]], source: Iterable[Write]
) -> Iterator[Write]:
    """The writes; runs an action just before the write with its index."""
    for write in source:
        if write.index in actions:
            actions[write.index]()
        yield write
