"""Imports on two worker processes: the same results, also when a worker is killed."""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import pytest
from starlette.responses import JSONResponse

from gigstack_api import AuthenticationError, Gigstack, RetryPolicy
from gigstack_api.bulk import (
    Journal,
    RowResult,
    Stop,
    Workers,
    import_clients,
    import_invoices,
    open_workers,
    sync,
)
from tests.bulk.cluster.watched import Watched, kill_one_at, latest, rows_of

pytestmark = pytest.mark.anyio

ENDED_S = 1.0
"""A call that the sandbox has begun has ended within this time, on a busy machine too."""


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="module")
async def workers() -> AsyncGenerator[Workers, None]:
    async with open_workers(2) as found:
        yield found


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


async def test_a_rate_limit_on_one_worker_holds_back_the_other(workers: Workers) -> None:
    api = Watched()
    refused: list[float] = []

    def refuse_once(count: int) -> JSONResponse | None:
        if count != 40:
            return None
        refused.append(time.monotonic())
        return JSONResponse({"message": "slow"}, 429, headers={"retry-after": "2"})

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
    # The other worker hears of it within 1.5 s, on a busy machine too.
    assert [at for at in after if 1.5 < at < 1.95] == []
    assert [at for at in after if at > 1.95] != []
    assert max(waits) > 0.5
    assert {result.outcome for result in results} <= {"created", "found"}


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


async def test_documents_of_a_killed_worker_are_stamped_once(workers: Workers) -> None:
    api = Watched()
    client = {"tax_id": "PEGJ800101AB6", "name": "Juan"}
    item = {"description": "Horas", "quantity": 1, "unit_price": 100}
    rows: list[dict[str, Any]] = [
        {"folio": f"F-{place // 2}", "client": client, "items": [item], "payment_form": "03"}
        for place in range(40)
    ]
    killed: list[int] = []
    api.before = kill_one_at(25, killed)
    async with api.serve() as gig:
        run = import_invoices(gig, rows, document="folio", workers=workers, settle_s=ENDED_S)
        results = [result async for result in run]
    assert len(killed) == 1
    assert [result.row for result in sorted(results, key=lambda one: one.row)] == [*range(1, 40, 2)]
    assert {result.outcome for result in results} <= {"created", "found"}
    stamped = api.all("invoices, test")
    assert {one["uuid"] for one in stamped} == {result.id for result in results}
    assert len(stamped) == 20
    assert {one["subtotal"] for one in stamped} == {200}
