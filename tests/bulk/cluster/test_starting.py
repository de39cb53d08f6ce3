"""Local workers that do not start, or do not end."""

from __future__ import annotations

import asyncio
from collections.abc import Generator
from contextlib import AsyncExitStack

import anyio
import pytest

from gigstack_api import GigstackError
from gigstack_api.bulk.cluster.starting import start

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    return "asyncio"


class Cluster:
    """A cluster that starts once `may_start` is set, or fails, and never ends if `is_stuck`."""

    def __init__(self, *, fails: bool = False, is_stuck: bool = False) -> None:
        self.may_start = anyio.Event()
        self.closed: list[bool] = []
        self._fails = fails
        self._is_stuck = is_stuck
        self._has_started = False

    def __await__(self) -> Generator[object, None, None]:
        return self._start().__await__()

    async def _start(self) -> None:
        await self.may_start.wait()
        if self._fails:
            raise RuntimeError("no memory")
        self._has_started = True

    async def close(self) -> None:
        if self._is_stuck:
            await anyio.sleep_forever()
        self.closed.append(self._has_started)


async def test_workers_that_start_too_late_are_ended() -> None:
    cluster = Cluster()
    async with AsyncExitStack() as stack:
        with pytest.raises(GigstackError, match="have not started within 0 s"):
            await start(stack, cluster, ready_s=0.001)
        cluster.may_start.set()
    assert cluster.closed == [True]


async def test_workers_that_fail_say_what_scripts_need() -> None:
    cluster = Cluster(fails=True)
    cluster.may_start.set()
    async with AsyncExitStack() as stack:
        with pytest.raises(GigstackError, match=r"no memory.*__main__"):
            await start(stack, cluster, ready_s=5)
    assert cluster.closed == [False]


async def test_a_cancelled_start_leaves_nothing_behind() -> None:
    cluster = Cluster()
    with anyio.move_on_after(0.001) as scope:
        async with AsyncExitStack() as stack:
            asyncio.get_running_loop().call_later(0.01, cluster.may_start.set)
            await start(stack, cluster, ready_s=5)
    assert scope.cancelled_caught
    assert cluster.closed == [True]


async def test_workers_that_do_not_end_are_not_waited_for() -> None:
    cluster = Cluster(is_stuck=True)
    cluster.may_start.set()
    async with AsyncExitStack() as stack:
        await start(stack, cluster, ready_s=5, close_s=0.001)
    assert cluster.closed == []
