"""The part of a worker, without Dask."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from gigstack_api import DeliveryError, Gigstack, RetryPolicy
from gigstack_api.bulk.cluster.batch import Answer, Batch, Setup, freeze
from gigstack_api.bulk.cluster.desk import IS_OPEN, Desk
from gigstack_api.bulk.imports.services import ServiceJob
from gigstack_api.bulk.imports.tasks import Task
from gigstack_api.bulk.imports.terms import Terms

pytestmark = pytest.mark.anyio


class Worker:
    """A worker whose scheduler has these notes about the run."""

    address = "tcp://127.0.0.1:1"

    def __init__(self, notes: Mapping[str, float]) -> None:
        self.scheduler = self
        self.notes = dict(notes)

    async def get_metadata(self, *, keys: list[str], default: object) -> object:
        assert (keys, default) == (["run"], None)
        return self.notes

    async def set_metadata(self, *, keys: list[str], value: object) -> None:
        assert isinstance(value, int)
        self.notes[keys[1]] = value

    def log_event(self, topic: str, msg: float) -> None:
        raise AssertionError(topic, msg)


def batch_of_services() -> Batch:
    """A batch for an API that is out of reach."""
    gig = Gigstack("key", base_url="http://127.0.0.1:9", retries=RetryPolicy.none())
    job = ServiceJob(Terms.of(gig, {"settle_s": 0}), on="sku", update=False)
    task = Task(1, "S", {"sku": "S", "description": "d", "unit_price": 1})
    return Batch(Setup("run", gig.recipe(), freeze(job, gig, ())), 2, 5, (task,), 1, (("S", "id"),))


async def answer_of(batch: Batch, worker: Worker) -> Answer:
    desk = Desk(batch.setup, worker)
    try:
        return await desk.carry_out(batch)
    finally:
        await desk.close()


async def test_what_the_driver_knows_is_found_without_a_call() -> None:
    worker = Worker({IS_OPEN: 1.0, "2": 4})
    batch = batch_of_services()
    answer = await answer_of(batch, worker)
    assert [(ended.result.outcome, ended.result.id) for ended in answer.ended.values()] == [
        ("found", "id")
    ]
    assert worker.notes["2"] == 5


async def test_a_batch_of_a_lost_worker_is_not_begun_without_the_list() -> None:
    batch = batch_of_services()
    answer = await answer_of(batch, Worker({IS_OPEN: 1.0, "2": 5}))
    assert isinstance(answer.reason, DeliveryError)
    assert answer.ended == {}


@pytest.mark.parametrize("notes", [{"2": 5, "answered 2": 5}, {"2": 6}, {"2": 6, "answered 2": 5}])
async def test_a_batch_is_not_repeated_after_its_answer(notes: dict[str, float]) -> None:
    answer = await answer_of(batch_of_services(), Worker({IS_OPEN: 1.0, **notes}))
    assert (answer.ended, answer.reason) == ({}, None)


async def test_a_batch_whose_answer_comes_meanwhile_is_not_repeated() -> None:
    class Answered(Worker):
        async def get_metadata(self, *, keys: list[str], default: object) -> object:
            found = await super().get_metadata(keys=keys, default=default)
            self.notes = {**self.notes, "answered 2": 5}
            return found

    answer = await answer_of(batch_of_services(), Answered({IS_OPEN: 1.0, "2": 5}))
    assert (answer.ended, answer.reason) == ({}, None)


async def test_a_batch_of_a_run_that_has_ended_does_nothing() -> None:
    batch = batch_of_services()
    answer = await answer_of(batch, Worker({}))
    assert (answer.ended, answer.reason) == ({}, None)
