"""Imports on two worker processes: the same results, also when a worker is killed."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import anyio
import pytest
from starlette.responses import JSONResponse
from starlette.types import Message, Receive, Scope, Send

from gigstack_api import AuthenticationError, Gigstack, RetryPolicy
from gigstack_api.bulk import (
    Journal,
    RowResult,
    Stop,
    Workers,
    import_clients,
    open_workers,
    sync,
)
from gigstack_api.sandbox import Sandbox
from gigstack_api.sandbox.local import TEAM

pytestmark = pytest.mark.anyio

psutil: Any = import_module("psutil")  # without types

SETTLE_S = 0.05


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="module")
async def workers() -> AsyncGenerator[Workers, None]:
    async with open_workers(2) as found:
        yield found


class Watched:
    """A sandbox on a socket, with a hook before each request."""

    def __init__(self) -> None:
        self.sandbox = Sandbox()
        self.in_flight = self.most = self.count = 0
        self.at: list[float] = []
        self.before: Callable[[int], JSONResponse | None] = lambda _: None
        self.takes_s = 0.0
        self._app, self.sandbox.app = self.sandbox.app, self

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        self.count = number = self.count + 1
        self.at.append(time.monotonic())
        self.in_flight += 1
        self.most = max(self.most, self.in_flight)
        ended = False

        async def watch(message: Message) -> None:
            nonlocal ended
            # The client may send the next request as soon as it has the end of this answer.
            if message["type"] == "http.response.body" and not message.get("more_body", False):
                ended = True
                self.in_flight -= 1
            await send(message)

        try:
            await anyio.sleep(self.takes_s)
            await (self.before(number) or self._app)(scope, receive, watch)
        finally:
            self.in_flight -= not ended

    @asynccontextmanager
    async def serve(self) -> AsyncGenerator[Gigstack, None]:
        async with self.sandbox.serve() as url, Gigstack(self.sandbox.key(), base_url=url) as gig:
            yield gig

    def clients(self) -> dict[str, str]:
        """The name of each client by its key. No key is there twice."""
        found = list(self.sandbox.state.collections()[TEAM, "clients"].values())
        names = {str(client["tax_id"]): str(client["name"]) for client in found}
        assert len(names) == len(found)
        return names


def rows_of(count: int, *, keys: int) -> list[dict[str, Any]]:
    return [
        {"tax_id": f"AAA{number % keys:09}", "name": f"row {number}"} for number in range(count)
    ]


def latest(rows: list[dict[str, Any]]) -> dict[str, str]:
    return {row["tax_id"]: row["name"] for row in rows}


async def test_rows_of_one_key_keep_their_order_and_calls_their_bound(workers: Workers) -> None:
    api, rows = Watched(), rows_of(60, keys=20)
    api.takes_s = 0.01
    async with api.serve() as gig:
        run = import_clients(gig, rows, update=True, concurrency=5, workers=workers)
        results = [result async for result in run]
    assert sorted(result.row for result in results) == list(range(1, 61))
    assert [result.outcome for result in results].count("created") == 20
    assert {result.outcome for result in results} == {"created", "updated"}
    assert api.clients() == latest(rows)
    assert 1 < api.most <= 5


async def test_rows_that_fail_are_reported_like_in_one_process(
    workers: Workers, tmp_path: Path
) -> None:
    api, rows = Watched(), [*rows_of(6, keys=6), {"tax_id": "short", "name": "bad"}]
    alone = Watched()
    async with api.serve() as gig, alone.serve() as other:
        summary = await sync(
            rows, gig=gig, workers=workers, report=tmp_path / "many.csv", concurrency=4
        )
        await sync(rows, gig=other, report=tmp_path / "one.csv")
    many, one = (
        [line.split(",", 4)[::4] for line in path.read_text().splitlines()]
        for path in (tmp_path / "many.csv", tmp_path / "one.csv")
    )
    assert many == one
    assert summary.outcomes == {"created": 6, "failed": 1}


async def test_a_killed_worker_leaves_the_same_clients(workers: Workers, tmp_path: Path) -> None:
    api, rows = Watched(), rows_of(150, keys=120)
    killed: list[int] = []

    def kill_one(count: int) -> None:
        if count == 60:
            child = next(
                child
                for child in psutil.Process().children()
                if "--multiprocessing-fork" in " ".join(child.cmdline())
            )
            killed.append(child.pid)
            os.kill(child.pid, signal.SIGKILL)

    api.before = kill_one
    async with api.serve() as gig:
        summary = await sync(
            rows,
            gig=gig,
            update=True,
            workers=workers,
            journal=tmp_path / "journal",
            settle_s=SETTLE_S,
        )
    assert len(killed) == 1
    assert summary.rows == 150
    assert set(summary.outcomes) <= {"created", "updated"}
    assert api.clients() == latest(rows)


async def test_a_rate_limit_on_one_worker_holds_back_the_other(workers: Workers) -> None:
    api = Watched()
    refused: list[float] = []

    def refuse_once(count: int) -> JSONResponse | None:
        if count != 40:
            return None
        refused.append(time.monotonic())
        return JSONResponse({"message": "slow"}, 429, headers={"retry-after": "1"})

    api.before = refuse_once
    waits: list[float] = []
    async with api.serve() as gig:
        run = import_clients(
            gig,
            rows_of(100, keys=100),
            workers=workers,
            progress=lambda progress: waits.append(progress.waiting_s),
        )
        results = [result async for result in run]
    after = [at - refused[0] for at in api.at]
    assert [at for at in after if 0.5 < at < 0.95] == []
    assert len([at for at in after if at > 0.95]) > 50
    assert max(waits) > 0.5
    assert {result.outcome for result in results} == {"created"}


async def test_later_rows_of_a_key_wait_for_the_one_that_is_left(
    workers: Workers, tmp_path: Path
) -> None:
    api, rows = Watched(), rows_of(3, keys=1)
    api.before = lambda count: JSONResponse({"message": "busy"}, 500) if count == 1 else None
    async with api.serve() as serving:
        gig = serving.with_options(retries=RetryPolicy.none())
        with Journal.open(tmp_path / "journal", fingerprint="rows") as journal:
            run = import_clients(gig, rows, update=True, journal=journal, workers=workers)
            first = [result.code async for result in run]
            run = import_clients(gig, rows, update=True, journal=journal, workers=workers)
            again = [result.outcome async for result in run]
    assert sorted(map(str, first)) == ["held_back", "held_back", "http_500"]
    assert sorted(again) == ["created", "updated", "updated"]
    assert api.clients() == latest(rows)


async def test_a_stop_finishes_what_is_in_flight_and_can_be_resumed(
    workers: Workers, tmp_path: Path
) -> None:
    api, rows, stop = Watched(), rows_of(2000, keys=2000), Stop()
    results: list[RowResult] = []

    def note(result: RowResult) -> None:
        if not results:
            stop.request()
        results.append(result)

    async with api.serve() as gig:
        path = tmp_path / "journal"
        await sync(rows, gig=gig, workers=workers, journal=path, stop=stop, on_result=note)
        ended = len(results)
        with Journal(path) as journal:
            assert (journal.counts().in_flight, journal.counts().done) == (0, ended)
        assert 0 < ended < 2000
        assert len(api.clients()) == ended
        rest = await sync(rows[:], gig=gig, workers=workers, journal=path, on_result=note, limit=20)
    assert rest.outcomes == {"created": 20}
    assert len({result.row for result in results}) == ended + 20


async def test_a_stop_at_once_gives_up_what_is_in_flight(workers: Workers, tmp_path: Path) -> None:
    api, stop = Watched(), Stop()

    def stop_at_once(count: int) -> None:
        if count == 40:
            stop.request()
            stop.request()

    api.before = stop_at_once
    async with api.serve() as gig:
        rows, path = rows_of(100, keys=100), tmp_path / "journal"
        summary = await sync(rows, gig=gig, workers=workers, journal=path, stop=stop)
        with Journal(path) as journal:
            counts = journal.counts()
        rest = await sync(rows, gig=gig, workers=workers, journal=path, settle_s=0)
    assert summary.rows <= counts.done < 40
    assert counts.in_flight > 0
    assert rest.rows == 100 - counts.done
    assert set(rest.outcomes) <= {"created", "found"}
    assert api.clients() == latest(rows)


async def test_a_refused_key_ends_the_run(workers: Workers) -> None:
    api = Watched()
    async with api.sandbox.serve() as url, Gigstack("sk_test_wrong", base_url=url) as gig:
        with pytest.raises(AuthenticationError):
            await sync(rows_of(30, keys=30), gig=gig, workers=workers)
    assert api.count < 30
