"""Lanes: keys keep their order, calls in flight stay bounded, nothing is lost between batches."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager

import anyio
import pytest

from gigstack_api import AuthenticationError, GigstackError
from gigstack_api._core.concurrency import Background, gather
from gigstack_api.bulk.cluster.batch import Answer
from gigstack_api.bulk.cluster.lanes import MOST_TASKS, Lane, lane_of, place_of, shares
from gigstack_api.bulk.imports.tasks import Ended, RunEnds, Task, done

pytestmark = pytest.mark.anyio

Reply = Callable[[tuple[Task, ...]], Answer]


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    return "asyncio"


def ended(task: Task) -> Ended:
    return done(task, "created", None)


def all_done(tasks: tuple[Task, ...]) -> Answer:
    return Answer({place: ended(task) for place, task in enumerate(tasks)})


class Cluster:
    """Keeps the batches of a lane, and answers them."""

    def __init__(self, *replies: Reply | Exception) -> None:
        self.batches: list[list[int]] = []
        self._replies = iter(replies)

    async def send(self, number: int, tasks: tuple[Task, ...]) -> Answer:
        self.batches.append([task.row for task in tasks])
        assert number == len(self.batches)
        reply = next(self._replies, all_done)
        if isinstance(reply, Exception):
            raise reply
        return reply(tasks)


@asynccontextmanager
async def running(cluster: Cluster, *, concurrency: int = 1) -> AsyncGenerator[Lane, None]:
    lane = Lane(concurrency, cluster.send)
    background = Background(lane.run)
    try:
        yield lane
    finally:
        await background.stop()


async def do_all(lane: Lane, count: int) -> list[Ended | RunEnds]:
    async def do(row: int) -> Ended | RunEnds:
        try:
            return await lane.do(Task(row))
        except RunEnds as end:
            return end

    return await gather(*[lambda row=row: do(row) for row in range(1, count + 1)])


@pytest.mark.parametrize(
    ("concurrency", "most", "expected"),
    [(8, 8, [1] * 8), (10, 4, [3, 3, 2, 2]), (3, 8, [1, 1, 1]), (1, 1, [1]), (5, 0, [5])],
)
def test_lanes_share_the_calls_in_flight(concurrency: int, most: int, expected: list[int]) -> None:
    assert shares(concurrency, most) == expected


def test_a_key_has_one_lane_however_it_is_written() -> None:
    places = {place_of(key, 64) for key in ("PEGJ800101AB6", " pegj800101ab6 ", "Pegj800101AB6")}
    assert len(places) == 1
    assert {place_of(f"key {number}", 4) for number in range(50)} == {0, 1, 2, 3}


async def test_a_task_without_a_key_takes_the_shortest_lane() -> None:
    lanes = [Lane(1, Cluster().send) for _ in range(2)]
    async with anyio.create_task_group() as group:
        group.start_soon(lanes[0].do, Task(1))
        await anyio.lowlevel.checkpoint()
        assert lane_of(Task(2), lanes) is lanes[1]
        assert lane_of(Task(2, "a"), lanes) is lanes[place_of("a", 2)]
        group.cancel_scope.cancel()


async def test_batches_grow_while_they_are_done_in_time() -> None:
    cluster = Cluster()
    async with running(cluster) as lane:
        await do_all(lane, 2000)
    sizes = [len(batch) for batch in cluster.batches]
    assert sizes[:8] == [2, 4, 8, 16, 32, 64, 128, 256]
    assert max(sizes) == MOST_TASKS
    assert [row for batch in cluster.batches for row in batch] == list(range(1, 2001))


async def test_tasks_that_were_not_begun_come_first_in_the_next_batch() -> None:
    cluster = Cluster(lambda tasks: Answer({0: ended(tasks[0])}))
    async with running(cluster, concurrency=2) as lane:
        results = await do_all(lane, 6)
    assert cluster.batches == [[1, 2, 3, 4], [2, 3, 4, 5], [6]]
    assert [one.result.row for one in results if isinstance(one, Ended)] == [1, 2, 3, 4, 5, 6]


async def test_a_refused_key_ends_the_lane_without_having_begun_the_rest() -> None:
    error = AuthenticationError("no", status=401, method="GET", path="/")
    cluster = Cluster(lambda tasks: Answer({0: ended(tasks[0])}, error))
    async with running(cluster) as lane:
        first, *rest = await do_all(lane, 4)
        with pytest.raises(RunEnds) as later:
            await lane.do(Task(9))
    assert isinstance(first, Ended)
    assert all(isinstance(end, RunEnds) and not end.began for end in rest)
    assert later.value.reason is error
    assert len(cluster.batches) == 1


@pytest.mark.parametrize("error", [GigstackError("the scheduler has gone"), TypeError("a bug")])
async def test_tasks_of_a_lost_batch_may_have_been_done(error: Exception) -> None:
    cluster = Cluster(error)
    async with running(cluster) as lane:
        ends = await do_all(lane, 3)
    assert [end.began for end in ends if isinstance(end, RunEnds)] == [True, True, False]


async def test_a_stop_ends_what_waits_and_keeps_what_is_under_way() -> None:
    lanes: list[Lane] = []

    def stop(tasks: tuple[Task, ...]) -> Answer:
        lanes[0].end(None)
        return Answer({0: ended(tasks[0])})

    async with running(Cluster(stop)) as lane:
        lanes.append(lane)
        first, *rest = await do_all(lane, 4)
    assert isinstance(first, Ended)
    assert [(end.reason, end.began) for end in rest if isinstance(end, RunEnds)] == [
        (None, False)
    ] * 3


async def test_a_task_that_is_given_up_disturbs_no_other() -> None:
    release, started = anyio.Event(), anyio.Event()

    async def send(_: int, tasks: tuple[Task, ...]) -> Answer:
        started.set()
        await release.wait()
        return Answer({0: ended(tasks[0])}, GigstackError("gone"))

    lane = Lane(1, send)
    background = Background(lane.run)
    async with anyio.create_task_group() as group:
        group.start_soon(lane.do, Task(1))
        await started.wait()
        group.cancel_scope.cancel()
    release.set()
    with pytest.raises(RunEnds) as end:
        await lane.do(Task(2))
    assert isinstance(end.value.reason, GigstackError)
    await background.stop()
