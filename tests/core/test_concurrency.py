"""Background work, several calls at once, and rows in parallel."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from functools import partial

import anyio
import pytest
from anyio.lowlevel import checkpoint

from gigstack_api import GigstackError
from gigstack_api._core.concurrency import Background, gather
from gigstack_api._core.workers import RowResults
from tests.support.counting import AtOnce

pytestmark = pytest.mark.anyio


async def test_work_starts_at_once_and_its_result_can_be_read_twice() -> None:
    started = anyio.Event()

    async def work() -> int:
        started.set()
        await checkpoint()
        return 5

    background = Background(work)
    await started.wait()
    assert await background.result() == 5
    assert await background.result() == 5


async def test_an_error_of_the_work_is_raised_with_its_result() -> None:
    async def work() -> int:
        raise ValueError("no")

    background = Background(work)
    for _ in range(2):
        with pytest.raises(ValueError, match="no"):
            await background.result()


async def test_cancelled_work_ends() -> None:
    started, ended = anyio.Event(), anyio.Event()

    async def work() -> None:
        started.set()
        try:
            await anyio.sleep_forever()
        finally:
            ended.set()

    background = Background(work)
    await started.wait()
    background.cancel()
    with anyio.fail_after(1):
        await ended.wait()


async def test_work_cancelled_before_it_ran_does_nothing() -> None:
    steps: list[str] = []

    async def work() -> None:
        await checkpoint()
        steps.append("went on")

    Background(work).cancel()
    for _ in range(5):
        await checkpoint()
    assert steps == []


async def test_work_outlives_the_scope_that_started_it() -> None:
    async def work() -> int:
        await checkpoint()
        return 5

    made: list[Background[int]] = []
    with anyio.CancelScope() as scope:
        scope.cancel()
        made.append(Background(work))
    assert await made[0].result() == 5


async def test_results_come_in_the_order_of_the_calls() -> None:
    reached = anyio.Event()

    async def first() -> str:
        await reached.wait()
        return "first"

    async def second() -> str:
        reached.set()
        return "second"

    assert await gather(first, second) == ["first", "second"]


@pytest.mark.parametrize("order", [1, -1])
async def test_the_first_failure_ends_the_others_and_is_raised_plain(order: int) -> None:
    ended: list[str] = []

    async def waits() -> None:
        try:
            await anyio.sleep_forever()
        finally:
            ended.append("waits")

    async def fails() -> None:
        await anyio.lowlevel.checkpoint()
        raise LookupError("plain")

    with pytest.raises(LookupError, match="plain"):
        await gather(*[waits, fails][::order])
    assert ended == ["waits"]


async def test_cancelling_from_outside_ends_all_calls() -> None:
    with anyio.CancelScope() as scope:
        scope.cancel()
        await gather(anyio.sleep_forever, partial(anyio.sleep, 60))
    assert scope.cancelled_caught


def no_key(row: object) -> None:
    return None


async def double(index: int, row: int) -> tuple[int, int]:
    await checkpoint()
    return index, row * 2


async def test_each_row_gives_its_value_with_its_index() -> None:
    values = [value async for value in RowResults([10, 20, 30], double, key_of=no_key, most=2)]
    assert sorted(values) == [(0, 20), (1, 40), (2, 60)]


async def test_no_rows_give_nothing() -> None:
    assert [value async for value in RowResults(list[int](), double, key_of=no_key, most=2)] == []


async def test_rows_may_come_from_an_async_source() -> None:
    async def rows() -> AsyncGenerator[int, None]:
        for row in (1, 2):
            await checkpoint()
            yield row

    assert sorted([value async for value in RowResults(rows(), double, key_of=no_key, most=2)]) == [
        (0, 2),
        (1, 4),
    ]


async def test_results_may_be_some_rows_ahead_of_their_reader() -> None:
    at_once = AtOnce()

    async def work(index: int, row: int) -> int:
        with at_once.counted():
            await checkpoint()
        return row

    async with aclosing(RowResults(range(100), work, key_of=no_key, most=2, ahead=3)) as values:
        await anext(values)
        for _ in range(50):
            await checkpoint()
        assert (at_once.peak, at_once.begun) == (2, 1 + 2 + 3)


async def test_a_cancelled_reader_gets_what_is_there_and_then_an_error() -> None:
    values = RowResults(range(10), double, key_of=no_key, most=2)
    values.cancel()  # nothing has started
    assert await anext(values) == (0, 0)
    for _ in range(10):
        await checkpoint()
    values.cancel()
    with pytest.raises(GigstackError, match="cancelled before its end"):
        async for _ in values:
            pass


async def test_rows_are_taken_lazily() -> None:
    taken: list[int] = []

    def rows() -> Iterator[int]:
        for row in range(1000):
            taken.append(row)
            yield row

    got = 0
    async with aclosing(RowResults(rows(), double, key_of=no_key, most=3)) as values:
        async for _ in values:
            for _ in range(10):
                await checkpoint()
            got += 1
            assert len(taken) <= got - 1 + 3 + 1
            if got == 5:
                break

    assert len(taken) < 15


async def test_rows_in_work_never_exceed_the_limit() -> None:
    at_once = AtOnce()

    async def work(index: int, row: int) -> int:
        with at_once.counted():
            for _ in range(20):
                await checkpoint()
        return row

    values = [value async for value in RowResults(range(50), work, key_of=no_key, most=4)]
    assert sorted(values) == list(range(50))
    assert at_once.peak == 4


async def test_rows_of_one_key_never_overlap_and_keep_their_order() -> None:
    running: set[str] = set()
    order: list[int] = []

    async def work(index: int, row: str) -> int:
        assert row not in running
        running.add(row)
        for _ in range(4 - index % 3):
            await checkpoint()
        running.remove(row)
        if row == "same":
            order.append(index)
        return index

    rows = ["same", "other", "same", "same", "third", "same"]
    values = [value async for value in RowResults(rows, work, key_of=lambda row: row, most=6)]
    assert sorted(values) == list(range(6))
    assert order == [0, 2, 3, 5]


async def test_an_error_of_the_work_ends_all_and_is_raised_plain() -> None:
    async def work(index: int, row: int) -> int:
        await checkpoint()
        if row == 2:
            raise LookupError("row 2")
        return row

    with pytest.raises(LookupError, match="row 2"):
        async for _ in RowResults(range(100), work, key_of=no_key, most=2):
            pass


async def test_an_error_of_the_source_ends_all_and_is_raised_plain() -> None:
    def rows() -> Iterator[int]:
        yield 1
        raise LookupError("no more")

    with pytest.raises(LookupError, match="no more"):
        async for _ in RowResults(rows(), double, key_of=no_key, most=2):
            pass


async def test_an_early_end_cancels_the_work_and_closes_the_source() -> None:
    ended: list[str] = []
    both = anyio.Event()

    def rows() -> Iterator[int]:
        try:
            yield from range(100)
        finally:
            ended.append("source")

    async def work(index: int, row: int) -> int:
        if row == 0:
            await both.wait()
            return row
        try:
            both.set()
            await anyio.sleep_forever()
        finally:
            ended.append("work")
        raise AssertionError

    async with aclosing(RowResults(rows(), work, key_of=no_key, most=2)) as values:
        async for value in values:
            assert value == 0
            break

    with anyio.fail_after(1):
        while {"source", "work"} > set(ended):
            await checkpoint()


def running() -> int:
    """How many tasks run, without those of trio itself."""
    trio = sys.modules.get("trio")
    if trio is not None and trio.lowlevel.in_trio_run():
        return int(trio.lowlevel.current_statistics().tasks_living)
    return len(asyncio.all_tasks())


async def test_after_a_cancelled_wait_no_result_is_lost() -> None:
    before = running()
    scope = anyio.CancelScope()

    async def work(index: int, row: int) -> int:
        if row > 2:
            await anyio.sleep_forever()
        return row

    async def cancel_when_blocked() -> None:
        await anyio.wait_all_tasks_blocked()
        scope.cancel()

    values = RowResults(range(100), work, key_of=no_key, most=5)
    got = [await anext(values)]
    async with anyio.create_task_group() as group:
        group.start_soon(cancel_when_blocked)
        with scope:
            while True:
                got.append(await anext(values))
    assert scope.cancelled_caught
    assert running() == before
    assert sorted(got) == [0, 1, 2]
    with pytest.raises(GigstackError, match="this work was cancelled before its end"):
        await anext(values)


async def test_results_that_are_there_come_before_the_error() -> None:
    async def work(index: int, row: int) -> int:
        if row == 2:
            raise LookupError("row 2")
        return row

    values = RowResults(range(100), work, key_of=no_key, most=5)
    got = [await anext(values)]
    await anyio.wait_all_tasks_blocked()

    async def read() -> None:
        while True:
            got.append(await anext(values))

    for _ in range(2):
        with pytest.raises(LookupError, match="row 2"):
            await read()
    assert {0, 1} <= set(got)
    assert 2 not in got


async def test_a_break_ends_the_work_without_a_warning() -> None:
    before = running()

    async def work(index: int, row: int) -> int:
        if row:
            await anyio.sleep_forever()
        return row

    async for _ in RowResults(range(100), work, key_of=no_key, most=5):
        break
    await anyio.wait_all_tasks_blocked()
    assert running() == before


async def test_a_closed_iterator_of_rows_has_ended() -> None:
    for used in (False, True):
        values = RowResults(range(5), double, key_of=no_key, most=2)
        if used:
            assert await anext(values) == (0, 0)
        await values.aclose()
        with pytest.raises(StopAsyncIteration):
            await anext(values)


async def test_an_iterator_of_rows_has_one_consumer_at_a_time() -> None:
    async def work(index: int, row: int) -> int:
        await anyio.sleep_forever()
        raise AssertionError

    values = RowResults(range(5), work, key_of=no_key, most=2)

    async def wait() -> None:
        await anext(values)

    async with anyio.create_task_group() as group:
        group.start_soon(wait)
        await anyio.wait_all_tasks_blocked()
        with pytest.raises(RuntimeError, match="another task is waiting"):
            await anext(values)
        group.cancel_scope.cancel()


async def test_an_early_end_leaves_no_task() -> None:
    before = running()

    async def work(index: int, row: int) -> int:
        if row:
            await anyio.sleep_forever()
        return row

    async with aclosing(RowResults(range(100), work, key_of=no_key, most=5)) as values:
        async for _ in values:
            assert running() > before
            break
    assert running() == before


async def test_no_task_is_started_for_a_row_that_does_not_exist() -> None:
    before = running()
    most = 0

    async def work(index: int, row: int) -> None:
        nonlocal most
        await checkpoint()
        most = max(most, running())

    async for _ in RowResults(range(3), work, key_of=no_key, most=1000):
        pass
    # The task that holds the workers, one for each row, and one that finds no more rows.
    assert most <= before + 1 + 3 + 1
    assert running() == before


async def test_rows_of_one_key_from_a_slow_source_keep_their_order() -> None:
    order: list[int] = []

    async def rows() -> AsyncGenerator[int, None]:
        for row in range(30):
            for _ in range(row % 3):
                await checkpoint()
            yield row

    async def work(index: int, row: int) -> int:
        assert index == row
        for _ in range(5 - row % 5):
            await checkpoint()
        if row % 2:
            order.append(row)
        return row

    values = [
        value
        async for value in RowResults(
            rows(), work, key_of=lambda row: "odd" if row % 2 else None, most=4
        )
    ]
    assert sorted(values) == list(range(30))
    assert order == list(range(1, 30, 2))


class Resuming:
    """A source that has rows again after it had none, as a file that grows."""

    def __init__(self) -> None:
        self._answers = [1, 2, None, 3, 4]

    def __aiter__(self) -> Resuming:
        return self

    async def __anext__(self) -> int:
        await checkpoint()
        if not self._answers or (row := self._answers.pop(0)) is None:
            raise StopAsyncIteration
        return row


async def test_a_source_is_not_asked_again_after_its_end() -> None:
    values = [value async for value in RowResults(Resuming(), double, key_of=no_key, most=3)]
    assert sorted(values) == [(0, 2), (1, 4)]


async def test_an_error_while_rows_of_its_key_wait_ends_all() -> None:
    async def work(index: int, row: int) -> int:
        await checkpoint()
        raise LookupError(f"row {row}")

    with pytest.raises(LookupError, match="row 0"):
        async for _ in RowResults(range(5), work, key_of=lambda row: "same", most=4):
            pass


async def test_rows_that_never_wait_do_not_hold_up_the_event_loop() -> None:
    turns = 0

    async def count_turns() -> None:
        nonlocal turns
        while True:
            await checkpoint()
            turns += 1

    async def work(index: int, row: int) -> int:
        return row

    async with anyio.create_task_group() as group:
        group.start_soon(count_turns)
        async for _ in RowResults(range(100), work, key_of=no_key, most=10):
            pass
        group.cancel_scope.cancel()
    assert turns >= 100 // 10


@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_a_task_that_asyncio_ends_before_it_began_can_be_stopped() -> None:
    before = asyncio.all_tasks()
    background = Background(anyio.sleep_forever)
    [task] = asyncio.all_tasks() - before
    task.cancel()
    with anyio.fail_after(5):
        await background.stop()
