"""The part of a worker, without Dask."""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping
from typing import Any

import anyio
import pytest
from msgspec.structs import replace
from starlette.responses import JSONResponse
from starlette.types import Receive, Scope, Send

from gigstack_api import DeliveryError, Gigstack, RetryPolicy
from gigstack_api._core.concurrency import Background
from gigstack_api._core.sending.request import USER_AGENT
from gigstack_api.bulk.cluster.batch import Answer, Batch, Setup, freeze, pack
from gigstack_api.bulk.cluster.desk import FORGOTTEN_S, Desk
from gigstack_api.bulk.cluster.notes import ANSWERED, IS_OPEN
from gigstack_api.bulk.imports.invoices import InvoiceJob
from gigstack_api.bulk.imports.services import ServiceJob
from gigstack_api.bulk.imports.tasks import Job, Task
from gigstack_api.bulk.imports.terms import Terms
from tests.bulk.cluster.watched import Watched

pytestmark = pytest.mark.anyio

KEY = "run-2-5"
BEGUN = {"lane 2": {"5": "token"}}
ANSWER_HAS_COME = {"lane 2": {ANSWERED: 5}}


class Scheduler:
    """Notes about the run, and which worker does the batch."""

    def __init__(self, notes: Mapping[str, Any], *, owner: str = "a") -> None:
        self.notes: dict[str, Any] = {IS_OPEN: 1.0, **notes}
        self.owner = owner


class Worker:
    """A worker with a name. Its `scheduler` is the way to the scheduler."""

    def __init__(self, scheduler: Scheduler, address: str = "a") -> None:
        self.scheduler = self
        self.address = address
        self._there = scheduler

    async def get_metadata(self, *, keys: list[str], default: object) -> object:
        assert (keys, default) == (["run"], None)
        return {**self._there.notes}

    async def set_metadata(self, *, keys: list[str], value: object) -> None:
        assert keys == ["run", "lane 2", "5"]
        self._there.notes["lane 2"] = {**self._there.notes.get("lane 2", {}), "5": value}

    async def processing(self, *, workers: list[str]) -> Mapping[str, Collection[str]]:
        assert workers == [self.address]
        return {self.address: [KEY] if self._there.owner == self.address else []}

    def log_event(self, topic: str, msg: float) -> None:
        raise AssertionError(topic, msg)


def batch_of(gig: Gigstack, job: Job, *tasks: Task, known: tuple[tuple[str, str], ...]) -> Batch:
    setup = Setup("run", gig.recipe(), freeze(job, gig, ()))
    return Batch(setup, 2, 5, 1, pack((tasks, known)))


def services() -> Batch:
    """A batch for an API that is out of reach."""
    gig = Gigstack("key", base_url="http://127.0.0.1:9", retries=RetryPolicy.none())
    job = ServiceJob(Terms.of(gig, {"settle_s": 0}), on="sku", update=False)
    task = Task(1, "S", {"sku": "S", "description": "d", "unit_price": 1})
    return batch_of(gig, job, task, known=(("S", "id"),))


async def answer_of(batch: Batch, worker: Worker, *, lease_s: float = 0.1) -> Answer:
    desk = Desk(batch.setup, worker, lease_s=lease_s)
    try:
        return await desk.carry_out(batch)
    finally:
        await desk.close()


async def test_what_the_driver_knows_is_found_without_a_call() -> None:
    scheduler = Scheduler({"lane 2": {ANSWERED: 4}})
    answer = await answer_of(services(), Worker(scheduler), lease_s=60)
    assert [(ended.result.outcome, ended.result.id) for ended in answer.ended.values()] == [
        ("found", "id")
    ]
    assert scheduler.notes["lane 2"] == {ANSWERED: 4, "5": answer.token}


async def test_a_batch_of_a_lost_worker_is_not_begun_without_the_list() -> None:
    answer = await answer_of(services(), Worker(Scheduler(BEGUN)))
    assert isinstance(answer.reason, DeliveryError)
    assert answer.ended == {}


@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_a_repeated_batch_finds_what_the_lost_worker_has_created() -> None:
    api = Watched()
    async with api.serve() as gig:
        created = await gig.services.create(sku="S", description="d", unit_price=1)
        job = ServiceJob(Terms.of(gig, {"settle_s": 0}), on="sku", update=True)
        fields = {"sku": "S", "description": "new", "unit_price": 1}
        batch = batch_of(gig, job, Task(1, "S", fields), known=())
        answer = await answer_of(batch, Worker(Scheduler(BEGUN)), lease_s=0.5)
    results = [ended.result for ended in answer.ended.values()]
    assert [(one.outcome, one.id) for one in results] == [("updated", created.id)]
    assert [one["description"] for one in api.all("services")] == ["new"]


async def test_a_batch_is_not_repeated_after_its_answer() -> None:
    answer = await answer_of(services(), Worker(Scheduler(ANSWER_HAS_COME)))
    assert (answer.ended, answer.reason) == ({}, None)


async def test_a_batch_whose_answer_comes_meanwhile_is_not_repeated() -> None:
    class Answered(Worker):
        async def set_metadata(self, *, keys: list[str], value: object) -> None:
            scheduler.notes.update(ANSWER_HAS_COME)

    scheduler = Scheduler(BEGUN)
    answer = await answer_of(services(), Answered(scheduler))
    assert (answer.ended, answer.reason) == ({}, None)


async def test_a_batch_of_a_run_that_has_ended_does_nothing() -> None:
    scheduler = Scheduler({})
    scheduler.notes.clear()
    answer = await answer_of(services(), Worker(scheduler))
    assert answer.ended == {}
    assert "does not know this run" in str(answer.reason)


@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_a_run_is_not_forgotten_while_a_batch_takes_long() -> None:
    api, much_later = Stuck(), time.monotonic() + 10 * FORGOTTEN_S
    async with api.serve() as gig:
        batch = document(gig)
        desk = Desk(batch.setup, Worker(Scheduler({})), lease_s=60)
        work = Background(lambda: desk.carry_out(batch))
        await api.has_begun.wait()
        assert not desk.is_forgotten(much_later)
        api.may_end.set()
        assert len((await work.result()).ended) == 1
        assert desk.is_forgotten(much_later)
        assert not desk.is_forgotten(time.monotonic())
        await desk.close()


async def test_a_worker_of_another_version_begins_nothing() -> None:
    batch = services()
    other = replace(batch, setup=replace(batch.setup, version="gigstack-api/0.0"))
    answer = await answer_of(other, Worker(Scheduler({})))
    assert answer.ended == {}
    assert str(answer.reason) == f"worker a has {USER_AGENT}: install gigstack-api/0.0 on it"


async def test_a_worker_that_was_given_up_early_begins_nothing() -> None:
    answer = await answer_of(services(), Worker(Scheduler({}, owner="b")), lease_s=60)
    assert (answer.ended, answer.reason) == ({}, None)


class Stuck(Watched):
    """An API whose first lookup of a document lasts until `may_end` is set."""

    def __init__(self) -> None:
        super().__init__()
        self.has_begun, self.may_end = anyio.Event(), anyio.Event()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not self.has_begun.is_set():
            self.has_begun.set()
            await self.may_end.wait()
            await JSONResponse({"data": [], "has_more": False, "total_results": 0})(
                scope, receive, send
            )
            return
        await super().__call__(scope, receive, send)


def document(gig: Gigstack) -> Batch:
    fields = {
        "client": {"tax_id": "PEGJ800101AB6", "name": "Juan"},
        "items": [{"description": "Horas", "quantity": 1, "unit_price": 100}],
        "payment_form": "03",
        "metadata": {"document": "F-1"},
    }
    terms = Terms.of(gig, {"settle_s": 0})
    job = InvoiceJob(terms, on="metadata.document", client_on=None, document="folio")
    return batch_of(gig, job, Task(1, "F-1", fields), known=())


@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_a_worker_that_outlives_its_batch_stamps_nothing() -> None:
    api = Stuck()
    async with api.serve() as gig:
        batch, scheduler = document(gig), Scheduler({})
        first = Background(lambda: answer_of(batch, Worker(scheduler, "a"), lease_s=1))
        await api.has_begun.wait()
        scheduler.owner = "b"
        answer = await answer_of(batch, Worker(scheduler, "b"), lease_s=1)
        api.may_end.set()
        assert (await first.result()).ended == {}
    assert {ended.result.outcome for ended in answer.ended.values()} <= {"created", "found"}
    assert len(answer.ended) == 1
    assert len(api.all("invoices, test")) == 1


@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_what_a_slow_scheduler_cuts_off_is_looked_up_and_done() -> None:
    api = Stuck()
    async with api.serve() as gig:
        answer = await answer_of(document(gig), Slow(Scheduler({})), lease_s=0.5)
        api.may_end.set()
    assert {ended.result.outcome for ended in answer.ended.values()} <= {"created", "found"}
    assert len(answer.ended) == 1
    assert len(api.all("invoices, test")) == 1


class Slow(Worker):
    """A worker whose scheduler leaves its second question open."""

    asked = 0

    async def processing(self, *, workers: list[str]) -> Mapping[str, Collection[str]]:
        self.asked += 1
        if self.asked == 2:
            await anyio.sleep_forever()
        return await super().processing(workers=workers)
