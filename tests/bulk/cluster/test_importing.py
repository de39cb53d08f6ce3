"""Imports with workers, as the driver sees them. The workers are in this process."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

import anyio
import pytest

from gigstack_api import DeliveryError, Gigstack, GigstackError, RetryPolicy
from gigstack_api.bulk import Journal, RowResult, Stop, import_clients, import_services, sync
from gigstack_api.bulk.cluster.batch import Batch
from gigstack_api.bulk.cluster.notes import name_of
from tests.bulk.cluster.here import Here
from tests.bulk.cluster.watched import Watched, rows_of

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    return "asyncio"


async def test_an_api_out_of_reach_ends_a_run_of_small_batches(tmp_path: Path) -> None:
    gig = Gigstack("key", base_url="http://127.0.0.1:9", retries=RetryPolicy.none())
    rows, here, results = rows_of(500, keys=500), Here(longest_s=0), list[RowResult]()
    with Journal.open(tmp_path / "journal", fingerprint="rows") as journal:
        with pytest.raises(DeliveryError):
            await sync(
                rows,
                gig=gig,
                workers=here,
                concurrency=2,
                journal=journal,
                on_result=results.append,
            )
        assert journal.counts().in_flight == 0
    assert 20 <= len(results) < 40
    assert {result.outcome for result in results} == {"failed"}


NOT_PICKLED: list[object] = [
    (one for one in range(0)),
    lambda: None,
    MappingProxyType[str, str]({}),
]


@pytest.mark.parametrize("odd", NOT_PICKLED, ids=type)
async def test_a_row_that_no_worker_can_get_fails_and_others_go_on(odd: object) -> None:
    api, here = Watched(), Here()
    rows: list[dict[str, Any]] = rows_of(9, keys=9)
    rows[3]["metadata"] = {"odd": odd}
    rows[7]["metadata"] = {"odd": odd}
    async with api.serve() as gig:
        run = import_clients(gig, rows, workers=here)
        results = {result.row: result async for result in run}
    assert sorted(results) == list(range(1, 10))
    failed = {row for row, result in results.items() if result.outcome == "failed"}
    assert failed == {4, 8}
    assert results[4].code == "invalid_argument"
    assert str(results[4].error).startswith("row 4 has a value that cannot be sent to workers (")
    assert len(api.clients()) == 7


async def test_values_of_the_standard_library_reach_workers() -> None:
    api, here = Watched(), Here()
    values = {
        "price": Decimal("1.50"),
        "since": datetime(2026, 1, 1, tzinfo=UTC),
        "from": Path("a"),
    }
    rows = [{**row, "metadata": values} for row in rows_of(2, keys=2)]
    alone = Watched()
    async with api.serve() as gig, alone.serve() as other:
        run = import_clients(gig, rows, workers=here)
        found = [(result.row, result.outcome, result.error) async for result in run]
        plain = import_clients(other, rows)
        assert found == [(one.row, one.outcome, one.error) async for one in plain]


class Alien:
    """A value whose module the workers lack."""

    def __reduce__(self) -> tuple[Any, ...]:
        return _missing, ()


def _missing() -> object:
    raise ModuleNotFoundError("No module named 'alien'")


async def test_rows_that_workers_cannot_read_are_not_in_flight(tmp_path: Path) -> None:
    gig, here = Gigstack("key", base_url="http://127.0.0.1:9"), Here()
    rows = [{**rows_of(1, keys=1)[0], "metadata": {"odd": Alien()}}]
    with Journal.open(tmp_path / "journal", fingerprint="rows") as journal:
        run = import_clients(gig, rows, workers=here, journal=journal)
        with pytest.raises(
            GigstackError, match=r"worker here cannot read .*No module named 'alien'"
        ):
            await anext(run)
        assert journal.counts().in_flight == 0


async def test_a_scheduler_that_has_forgotten_the_run_ends_it() -> None:
    gig, here = Gigstack("key", base_url="http://127.0.0.1:9"), Here()

    def rows() -> Iterator[dict[str, Any]]:
        for row in rows_of(30, keys=30):
            here.notes.clear()
            yield row

    run = import_clients(gig, rows(), workers=here, settle_s=0)
    with pytest.raises(GigstackError, match="the scheduler does not know this run"):
        await anext(run)


async def test_a_consumer_that_blocks_leaves_the_loop_to_the_scheduler() -> None:
    api, here = Watched(), Here()
    turns = 0

    async def other() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    seen: list[int] = []
    async with api.serve() as gig:
        run = import_clients(gig, rows_of(16, keys=16), workers=here, concurrency=16)
        await anext(run)
        task = asyncio.create_task(other())
        async for _ in run:
            seen.append(turns)
            until = time.monotonic() + 0.06  # as a slow write to a database
            while time.monotonic() < until:
                pass
        task.cancel()
    assert len(set(seen)) == 15


async def test_a_worker_that_comes_after_the_stop_begins_nothing() -> None:
    api, here, stop = Watched(), Here(), Stop()

    async def request(_: Batch) -> None:
        stop.request()
        await anyio.wait_all_tasks_blocked()

    here.before = request
    async with api.serve() as gig:
        run = import_clients(gig, rows_of(4, keys=4), workers=here, stop=stop)
        assert [result async for result in run] == []
    assert (here.batches, api.count) == (1, 0)


async def test_a_service_of_a_lost_worker_is_found_by_a_later_batch() -> None:
    """The worker that repeats the batch ends it early, and the next one is that of another."""
    api, here = Watched(), Here(longest_s=0)
    fields: dict[str, Any] = {"description": "d", "unit_price": 1}
    rows: list[dict[str, Any]] = [{"sku": f"S-{row}", **fields} for row in range(4)]
    created: list[str] = []

    async def lose(batch: Batch) -> None:
        if batch.number == 1:
            created.extend([(await gig.services.create(**row)).id for row in rows])
            await here.set_metadata(keys=[batch.setup.run, name_of(batch.lane), "1"], value="lost")

    here.before = lose
    async with api.serve() as gig:
        run = import_services(gig, rows, workers=here, concurrency=1, settle_s=0)
        results = [result async for result in run]
    assert [result.id for result in results] == created
    assert (here.batches, len(api.all("services"))) == (4, 4)
