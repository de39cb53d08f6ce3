"""Resumes lists in a new process, which knows nothing of them but their checkpoints."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Coroutine, Iterable, Sequence
from random import Random
from typing import Any, TypeAlias

import anyio
from attrs import asdict, evolve, frozen

from gigstack_api import Gigstack, RetryPolicy
from scripts.sandbox_process import ROOT

from ..harness.fault_plans import FaultInjector
from ..harness.request_counter import CONNECTIONS, counting_client
from .list_fixtures import ListFixture
from .plan import MOST_ATTEMPTS, draw_faults, draw_plan
from .reader import ListReader, ReadResult

AT_ONCE = 8
QUICK_RETRIES = RetryPolicy(max_attempts=MOST_ATTEMPTS, base_s=0.001, max_wait_s=0.004)

Reads: TypeAlias = Callable[[Gigstack], Iterable[Coroutine[Any, Any, ReadResult]]]
"""Gives the readings to be done over a client."""


@frozen
class MovedList:
    """A list to be resumed: its checkpoint, and how many items were given before."""

    index: int
    checkpoint: str
    given: int


@frozen(kw_only=True)
class SandboxLists:
    """The sandbox with its lists, and the seed of the plans."""

    base_url: str
    key: str
    seed: int
    fixtures: tuple[ListFixture, ...]


async def read_all(reads: Reads, sandbox: SandboxLists) -> list[ReadResult]:
    """Reads lists, a few at a time, over one client. Returns their results by index."""
    results: list[ReadResult] = []
    async with counting_client(FaultInjector()) as http:
        gig = Gigstack(
            sandbox.key,
            base_url=sandbox.base_url,
            http_client=http,
            retries=QUICK_RETRIES,
            max_in_flight=CONNECTIONS,
        )
        waiting = iter(reads(gig))

        async def work() -> None:
            for read in waiting:
                result = await read
                results.append(result)

        async with anyio.create_task_group() as group:
            for _ in range(AT_ONCE):
                group.start_soon(work)
    return sorted(results, key=lambda result: result.index)


async def resume_in_new_process(
    lists: Sequence[MovedList], sandbox: SandboxLists
) -> list[ReadResult]:
    """Reads the rest of the lists in a new process."""
    job = {"lists": [asdict(moved) for moved in lists], "sandbox": asdict(sandbox)}
    command = [sys.executable, "-m", f"{__package__}.resume_worker"]
    done = await anyio.run_process(command, input=json.dumps(job).encode(), cwd=ROOT, stderr=None)
    return [ReadResult(**result) for result in json.loads(done.stdout)]


async def _resume(lists: Iterable[MovedList], sandbox: SandboxLists) -> list[ReadResult]:
    def reads(gig: Gigstack) -> Iterable[Coroutine[Any, Any, ReadResult]]:
        for moved in lists:
            plan = draw_plan(sandbox.seed, moved.index, sandbox.fixtures)
            random = Random(f"{sandbox.seed} {moved.index} later")
            plan = evolve(plan, faults=draw_faults(random, pages=1))
            reader = ListReader(gig, plan, resume=moved.checkpoint, offset=moved.given)
            yield reader.read(plan.segments[plan.moves :])

    return await read_all(reads, sandbox)


def main() -> None:
    """Reads a job from standard input and writes the results to standard output."""
    job = json.load(sys.stdin)
    fixtures = tuple(
        ListFixture(fixture["kind"], fixture["selection"], tuple(fixture["ids"]))
        for fixture in job["sandbox"].pop("fixtures")
    )
    sandbox = SandboxLists(**job["sandbox"], fixtures=fixtures)
    results = anyio.run(_resume, [MovedList(**moved) for moved in job["lists"]], sandbox)
    json.dump([asdict(result) for result in results], sys.stdout)


if __name__ == "__main__":
    main()
