"""What the driver waits for between two batches of a lane."""

from __future__ import annotations

import asyncio
from typing import cast

import pytest

from gigstack_api import Gigstack
from gigstack_api.bulk import Workers
from gigstack_api.bulk.cluster.batch import Answer, Batch
from gigstack_api.bulk.cluster.run import Run
from gigstack_api.bulk.imports.clients import ClientJob
from gigstack_api.bulk.imports.tasks import Task
from gigstack_api.bulk.imports.terms import Terms

pytestmark = pytest.mark.anyio

LEASE_S, SETTLE_S = 0.02, 0.01


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    return "asyncio"


class Cluster:
    """A cluster whose batches are answered by one worker, and were begun last by another."""

    def __init__(self, *, begun_by: str) -> None:
        self.begun_by = begun_by
        self.notes: list[tuple[tuple[str, ...], object]] = []

    async def submit(self, _: object, batch: Batch, *, key: str) -> Answer:
        assert key.endswith("-3-7")
        assert batch.unpack() == ((Task(1),), ())
        return Answer({}, token="first")

    async def note(self, *place: str, values: object) -> None:
        self.notes.append((place[1:], values))

    async def noted(self, *place: str) -> object:
        assert self.notes == [(("lane 3",), {"answered": 7})]
        assert place[1:] == ("lane 3",)
        return {"answered": 7, "6": "old", "7": self.begun_by}


async def waited_s(cluster: Cluster) -> float:
    """How long the next batch of the lane waits, on the clock of the event loop."""
    gig = Gigstack("key", base_url="http://127.0.0.1:9")
    terms = Terms.of(gig, {"settle_s": SETTLE_S})
    job = ClientJob(terms, on="tax_id", update=True)
    run = Run(cast("Workers", cluster), job, terms, lease_s=LEASE_S)
    started = asyncio.get_running_loop().time()
    await run.send(3, 1, 7, (Task(1),))
    return asyncio.get_running_loop().time() - started


async def test_a_batch_waits_for_a_worker_that_repeats_the_one_before() -> None:
    cluster = Cluster(begun_by="second")
    assert await waited_s(cluster) >= LEASE_S + SETTLE_S
    assert cluster.notes[1:] == [((), {"lane 3": {"answered": 7}})]


async def test_a_batch_waits_for_nothing_after_its_only_worker() -> None:
    cluster = Cluster(begun_by="first")
    await waited_s(cluster)
    assert cluster.notes[1:] == [((), {"lane 3": {"answered": 7}})]
