from __future__ import annotations

import anyio
import pytest
from anyio.lowlevel import checkpoint

from gigstack_api._core.concurrency import Background

pytestmark = pytest.mark.anyio


async def test_the_work_starts_at_once_and_its_result_can_be_asked_for_twice() -> None:
    started = anyio.Event()

    async def work() -> int:
        started.set()
        await checkpoint()
        return 5

    background = Background(work)
    await started.wait()
    assert await background.result() == 5
    assert await background.result() == 5


async def test_the_error_of_the_work_is_raised_when_its_result_is_asked_for() -> None:
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


async def test_work_that_is_cancelled_before_it_ran_does_nothing() -> None:
    steps: list[str] = []

    async def work() -> None:
        await checkpoint()
        steps.append("went on")

    Background(work).cancel()
    for _ in range(5):
        await checkpoint()
    assert steps == []


async def test_the_work_outlives_the_scope_that_started_it() -> None:
    async def work() -> int:
        await checkpoint()
        return 5

    made: list[Background[int]] = []
    with anyio.CancelScope() as scope:
        scope.cancel()
        made.append(Background(work))
    assert await made[0].result() == 5
