"""Goes on with lists in a process of its own: all it knows of them are their checkpoints."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Coroutine, Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Any

import anyio
from attrs import asdict, evolve, frozen

from gigstack_api import Gigstack, RetryPolicy

from ..harness.fault_plans import Plans
from ..harness.request_counter import CONNECTIONS, watched
from .fixtures import Shelf
from .plan import MOST_ATTEMPTS, faults, story
from .reader import Reader, Reading

ROOT = Path(__file__).resolve().parents[3]
AT_ONCE = 8
HARDLY_WAITING = RetryPolicy(max_attempts=MOST_ATTEMPTS, base_s=0.001, max_wait_s=0.004)


@frozen
class Left:
    """A list that moves: where it stands, after so many items."""

    index: int
    checkpoint: str
    before: int


@frozen(kw_only=True)
class Place:
    """Where the lists are, and the seed of their stories."""

    base_url: str
    key: str
    seed: int
    shelves: tuple[Shelf, ...]


async def all_read(
    work: Callable[[Gigstack], Iterable[Coroutine[Any, Any, Reading]]], place: Place
) -> list[Reading]:
    """What became of lists that are read a few at a time over one client."""
    readings: list[Reading] = []
    async with watched(Plans()) as http:
        gig = Gigstack(
            place.key,
            base_url=place.base_url,
            http_client=http,
            retries=HARDLY_WAITING,
            max_in_flight=CONNECTIONS,
        )
        source = iter(work(gig))

        async def one_by_one() -> None:
            for each in source:
                reading = await each
                readings.append(reading)

        async with anyio.create_task_group() as group:
            for _ in range(AT_ONCE):
                group.start_soon(one_by_one)
    return sorted(readings, key=lambda each: each.index)


async def in_new_process(lists: Sequence[Left], place: Place) -> list[Reading]:
    """What became of lists that a new process went on with."""
    job = {"lists": [asdict(each) for each in lists], "place": asdict(place)}
    command = [sys.executable, "-m", f"{__package__}.resume_worker"]
    done = await anyio.run_process(command, input=json.dumps(job).encode(), cwd=ROOT, stderr=None)
    return [Reading(**each) for each in json.loads(done.stdout)]


async def _gone_on_with(lists: Iterable[Left], place: Place) -> list[Reading]:
    def work(gig: Gigstack) -> Iterable[Coroutine[Any, Any, Reading]]:
        for each in lists:
            told = story(place.seed, each.index, place.shelves)
            told = evolve(told, faults=faults(Random(f"{place.seed} {each.index} later"), pages=1))
            yield Reader(gig, told, resume=each.checkpoint, before=each.before).read(
                told.stretches[told.moves :]
            )

    return await all_read(work, place)


def main() -> None:
    """Reads a job from the standard input, and writes what became of its lists."""
    job = json.load(sys.stdin)
    shelves = tuple(
        Shelf(each["kind"], each["of"], tuple(each["ids"])) for each in job["place"].pop("shelves")
    )
    place = Place(**job["place"], shelves=shelves)
    readings = anyio.run(_gone_on_with, [Left(**each) for each in job["lists"]], place)
    json.dump([asdict(each) for each in readings], sys.stdout)


if __name__ == "__main__":
    main()
