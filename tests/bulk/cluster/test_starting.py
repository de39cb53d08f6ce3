"""Local workers that do not start, or do not end."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Generator
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path

import anyio
import anyio.to_thread
import pytest

from gigstack_api import GigstackError
from gigstack_api.bulk.cluster.starting import start
from scripts.sandbox_process import ROOT

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


UNGUARDED = """
import asyncio
from gigstack_api import Gigstack
from gigstack_api.bulk import sync

async def main():
    async with Gigstack("key", base_url="http://127.0.0.1:9") as gig:
        await sync("clients.csv", gig=gig, workers=2, journal="journal")

asyncio.run(main())
"""


async def test_a_script_without_a_guard_gets_one_error_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "clients.csv").write_text("RFC,Nombre\nPEGJ800101AB6,Juan\n")
    (tmp_path / "script.py").write_text(UNGUARDED)
    script = partial(
        subprocess.run,
        [sys.executable, "-W", "error", "script.py"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    ended = await anyio.to_thread.run_sync(script)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.count("Traceback") == ended.stderr.count("__main__") == 1
    assert ended.stderr.splitlines()[-1].startswith(
        "gigstack_api.errors.GigstackError: the workers have not started (Nanny failed to start"
        ' worker process): a script needs `if __name__ == "__main__":` around what starts them'
    )
