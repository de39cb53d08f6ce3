"""Runs the promise on lists: no item is lost, none is given twice, and every list ends; across
interruptions, checkpoints and processes.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Coroutine, Iterable, Sequence
from typing import Any

import anyio
import anyio.lowlevel
from attrs import evolve

from gigstack_api import Gigstack
from scripts.sandbox_process import running

from ..harness.result import Result
from .list_fixtures import create_lists
from .oracle import judge
from .plan import ReadPlan, draw_plan
from .reader import GRACE_TURNS, ListReader, ReadResult
from .resume_worker import MovedList, Reads, SandboxLists, read_all, resume_in_new_process

LISTS = 10_000
ROUND = 2500
"""Lists between two checks for tasks left over. The moved lists of a round share one process."""


def run(seed: int, scale: float) -> Result:
    """Runs the promise against a sandbox process."""
    with running("--log-level", "critical") as environment:
        base_url, key = environment["GIGSTACK_API_BASE_URL"], environment["GIGSTACK_API_KEY"]
        return asyncio.run(run_lists(base_url, key, seed=seed, lists=max(1, round(LISTS * scale))))


async def run_lists(base_url: str, key: str, *, seed: int, lists: int) -> Result:
    """Runs the promise against an empty sandbox."""
    fixtures = await create_lists(base_url, key)
    sandbox = SandboxLists(base_url=base_url, key=key, seed=seed, fixtures=fixtures)
    plans = [draw_plan(seed, index, fixtures) for index in range(lists)]
    results: list[ReadResult] = []
    resumed: list[ReadResult] = []
    left_over: list[str] = []
    for begin in range(0, lists, ROUND):
        before = asyncio.all_tasks()
        here = await read_all(_plan_reads(plans[begin : begin + ROUND]), sandbox)
        left_over += await _find_new_tasks(before)
        moved = [
            MovedList(result.index, result.checkpoint, len(result.ids))
            for result in here
            if result.checkpoint is not None and not result.wrong
        ]
        resumed += await resume_in_new_process(moved, sandbox) if moved else []
        results += here
    return judge(plans, _join(results, resumed), resumed, left_over)


def _plan_reads(plans: Sequence[ReadPlan]) -> Reads:
    def reads(gig: Gigstack) -> Iterable[Coroutine[Any, Any, ReadResult]]:
        for plan in plans:
            segments = plan.segments[: plan.moves]
            yield ListReader(gig, plan).read(segments, leave_open=plan.moves is not None)

    return reads


async def _find_new_tasks(before: set[asyncio.Task[Any]]) -> list[str]:
    """Tasks that did not exist before and are still there after some turns of the event loop."""
    for _ in range(GRACE_TURNS):
        if asyncio.all_tasks() <= before:
            return []
        await anyio.lowlevel.checkpoint()
    return [f"a task is left over: {task.get_name()}" for task in asyncio.all_tasks() - before]


def _join(results: Iterable[ReadResult], resumed: Iterable[ReadResult]) -> list[ReadResult]:
    """One result for each list, whichever processes read it."""
    rest = {result.index: result for result in resumed}
    return [
        _append(result, rest[result.index]) if result.index in rest else result
        for result in results
    ]


def _append(first: ReadResult, second: ReadResult) -> ReadResult:
    return evolve(
        first,
        ids=first.ids + second.ids,
        checkpoint=second.checkpoint,
        segments=first.segments + second.segments,
        requests=first.requests + second.requests,
        faults=dict(Counter(first.faults) + Counter(second.faults)),
        wrong=first.wrong + second.wrong,
    )
