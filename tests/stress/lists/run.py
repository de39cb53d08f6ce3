"""Promise 3: no page of a list is lost, none comes twice, no list goes on for ever; across breaks,
checkpoints and processes.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Coroutine, Iterable, Mapping, Sequence
from typing import Any

import anyio
import anyio.lowlevel
from attrs import evolve

from gigstack_api import Gigstack
from scripts.sandbox_process import running

from ..harness.result import Count, Result
from .fixtures import stocked
from .plan import Story, story
from .reader import GRACE_TURNS, Reader, Reading
from .resume_worker import Left, Place, all_read, in_new_process

LISTS = 10_000
ROUND = 2500
"""Lists between two looks at what is left over; those of them that move share one new process."""

MOST_TOLD = 20


def run(seed: int, scale: float) -> Result:
    """The figures of so many lists against a sandbox process."""
    with running("--log-level", "critical") as environment:
        base_url, key = environment["GIGSTACK_API_BASE_URL"], environment["GIGSTACK_API_KEY"]
        return asyncio.run(tortured(base_url, key, seed=seed, lists=max(1, round(LISTS * scale))))


async def tortured(base_url: str, key: str, *, seed: int, lists: int) -> Result:
    """The figures of so many lists against an empty sandbox."""
    place = Place(base_url=base_url, key=key, seed=seed, shelves=await stocked(base_url, key))
    stories = [story(seed, index, place.shelves) for index in range(lists)]
    readings: list[Reading] = []
    moved: list[Reading] = []
    left_over: list[str] = []
    for begin in range(0, lists, ROUND):
        before = asyncio.all_tasks()
        here = await all_read(_reading(stories[begin : begin + ROUND]), place)
        left_over += await _tasks_besides(before)
        there = [
            Left(each.index, each.checkpoint, len(each.ids))
            for each in here
            if each.checkpoint is not None and not each.wrong
        ]
        moved += await in_new_process(there, place) if there else []
        readings += here
    return judged(stories, _joined(readings, moved), moved, left_over)


def _reading(stories: Sequence[Story]) -> Any:
    def work(gig: Gigstack) -> Iterable[Coroutine[Any, Any, Reading]]:
        for each in stories:
            stretches = each.stretches[: each.moves]
            yield Reader(gig, each).read(stretches, leaves=each.moves is not None)

    return work


async def _tasks_besides(before: set[asyncio.Task[Any]]) -> list[str]:
    """The tasks that are there now and were not before, after some turns of the event loop."""
    for _ in range(GRACE_TURNS):
        if asyncio.all_tasks() <= before:
            return []
        await anyio.lowlevel.checkpoint()
    return [f"a task is left over: {task.get_name()}" for task in asyncio.all_tasks() - before]


def _joined(readings: Iterable[Reading], moved: Iterable[Reading]) -> list[Reading]:
    """Each list as one reading, whichever process read it."""
    later = {each.index: each for each in moved}
    return [
        _and_then(each, later[each.index]) if each.index in later else each for each in readings
    ]


def _and_then(first: Reading, second: Reading) -> Reading:
    return evolve(
        first,
        ids=first.ids + second.ids,
        checkpoint=second.checkpoint,
        stretches=first.stretches + second.stretches,
        requests=first.requests + second.requests,
        met=dict(Counter(first.met) + Counter(second.met)),
        wrong=first.wrong + second.wrong,
    )


def judged(
    stories: Sequence[Story],
    readings: Sequence[Reading],
    moved: Sequence[Reading],
    left_over: Sequence[str],
) -> Result:
    """The figures, and what did not hold."""
    broken: list[str] = [*left_over]
    lost = doubled = 0
    for told, reading in zip(stories, readings, strict=True):
        what = f"list {told.index} ({told.shelf.kind} {told.shelf.of}, limit {told.limit})"
        broken += [f"{what}: {wrong}" for wrong in reading.wrong]
        if reading.ids != told.shelf.ids:
            lost += len(set(told.shelf.ids) - set(reading.ids))
            doubled += len(reading.ids) - len(set(reading.ids))
            broken.append(f"{what}: not its items in their order")
    return Result(
        promise="Lists",
        counts={
            "lists": len(readings),
            **_by_style(stories),
            "lists that met a fault": sum(bool(each.met) for each in readings),
            "lists with prefetch": sum(
                any(each.ahead for each in told.stretches) for told in stories
            ),
            "times gone on from a checkpoint": sum(each.stretches - 1 for each in readings),
            "lists gone on with in a new process": len(moved),
            "items expected": sum(len(told.shelf.ids) for told in stories),
            "items given": sum(len(each.ids) for each in readings),
            "items lost": lost,
            "items doubled": doubled,
            "requests": sum(each.requests for each in readings),
            **_by_fault(readings),
            "tasks left over": len(left_over),
        },
        broken=tuple(broken[:MOST_TOLD]),
    )


def _by_style(stories: Iterable[Story]) -> Mapping[str, Count]:
    styles = Counter(f"lists by {told.shelf.parameter or 'single page'}" for told in stories)
    return dict(sorted(styles.items()))


def _by_fault(readings: Iterable[Reading]) -> Mapping[str, Count]:
    met = sum((Counter(each.met) for each in readings), Counter[str]())
    return {f"faults: {kind}": count for kind, count in sorted(met.items())}
