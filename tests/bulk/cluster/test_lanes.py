"""Lanes: keys keep their order, calls in flight stay bounded, nothing is lost between batches."""

from __future__ import annotations

from collections.abc import Callable

import anyio
import pytest

from gigstack_api import AuthenticationError, GigstackError
from gigstack_api._core.concurrency import Background
from gigstack_api.bulk.cluster.batch import Answer
from gigstack_api.bulk.cluster.lanes import MOST_TASKS, Lane, lane_of, place_of, shares
from gigstack_api.bulk.imports.tasks import Ended, Task, done, held_back

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
    """Answers the batches of a lane, keeps what it tells, and ends it with its last task."""

    def __init__(self, *replies: Reply | Exception, concurrency: int = 1) -> None:
        self.batches: list[list[int]] = []
        self.begun: list[int] = []
        self.taken_back: list[int] = []
        self.ended: list[int] = []
        self.stopped: list[Exception | None] = []
        self.lane = Lane(concurrency, self.send, self)
        self.held_back = set[int]()
        self._count = 0
        self._replies = iter(replies)

    async def do(self, count: int) -> None:
        self._count = count
        for row in range(1, count + 1):
            self.lane.put(Task(row))
        await self.lane.run()

    async def send(self, number: int, tasks: tuple[Task, ...]) -> Answer:
        self.batches.append([task.row for task in tasks])
        assert number == len(self.batches)
        reply = next(self._replies, all_done)
        if isinstance(reply, Exception):
            raise reply
        return reply(tasks)

    def begin(self, task: Task) -> None:
        self.begun.append(task.row)

    def take_back(self, task: Task) -> None:
        self.taken_back.append(task.row)

    async def hold_back(self, task: Task) -> bool:
        if task.row not in self.held_back:
            return False
        await self.end(task, held_back(task))
        return True

    async def end(self, task: Task, ended: Ended) -> None:
        self.ended.append(task.row)
        assert ended.result.row == task.row
        if len(self.ended) == self._count:
            self.lane.end()

    def stop(self, reason: Exception | None) -> None:
        self.stopped.append(reason)
        self.lane.end()


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


def test_a_task_without_a_key_takes_the_shortest_lane() -> None:
    lanes = [Cluster().lane for _ in range(2)]
    lanes[0].put(Task(1))
    assert lane_of(Task(2), lanes) is lanes[1]
    assert lane_of(Task(2, "a"), lanes) is lanes[place_of("a", 2)]


async def test_batches_grow_while_they_are_done_in_time() -> None:
    cluster = Cluster()
    await cluster.do(2000)
    sizes = [len(batch) for batch in cluster.batches]
    assert sizes[:5] == [4, 16, 64, 256, 1024]
    assert max(sizes) == MOST_TASKS
    assert cluster.ended == cluster.begun == list(range(1, 2001))


async def test_a_lane_waits_for_tasks() -> None:
    cluster = Cluster()
    background = Background(cluster.lane.run)
    await anyio.lowlevel.checkpoint()
    await cluster.do(1)
    await background.result()
    assert cluster.batches == [[1]]


async def test_tasks_that_were_not_begun_come_first_in_the_next_batch() -> None:
    cluster = Cluster(lambda tasks: Answer({0: ended(tasks[0])}), concurrency=2)
    await cluster.do(10)
    assert cluster.batches == [[*range(1, 9)], [*range(2, 10)], [10]]
    assert cluster.taken_back == [*range(2, 9)]
    assert cluster.ended == [*range(1, 11)]


async def test_tasks_that_are_held_back_are_not_sent() -> None:
    cluster = Cluster()
    cluster.held_back = {1, 2, 5}
    await cluster.do(5)
    assert cluster.batches == [[3, 4]]
    assert (cluster.begun, cluster.ended) == ([3, 4], [1, 2, 3, 4, 5])


async def test_a_refused_key_ends_the_run_before_the_rest() -> None:
    error = AuthenticationError("no", status=401, method="GET", path="/")
    cluster = Cluster(lambda tasks: Answer({0: ended(tasks[0])}, error))
    await cluster.do(6)
    assert (cluster.batches, cluster.ended, cluster.taken_back) == ([[1, 2, 3, 4]], [1], [2, 3, 4])
    assert cluster.stopped == [error]


@pytest.mark.parametrize("error", [GigstackError("the scheduler has gone"), TypeError("a bug")])
async def test_tasks_of_a_lost_batch_may_have_been_done(error: Exception) -> None:
    cluster = Cluster(error)
    await cluster.do(6)
    assert (cluster.begun, cluster.ended, cluster.taken_back) == ([1, 2, 3, 4], [], [])
    assert cluster.stopped == [error]


async def test_a_stop_keeps_what_is_under_way() -> None:
    def stop(tasks: tuple[Task, ...]) -> Answer:
        cluster.lane.end()
        return Answer({0: ended(tasks[0])})

    cluster = Cluster(stop)
    await cluster.do(6)
    assert (cluster.batches, cluster.ended, cluster.taken_back) == ([[1, 2, 3, 4]], [1], [2, 3, 4])
