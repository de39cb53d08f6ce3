"""The Connect platform on a real Redis and a sandbox: each document is stamped once."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from redis.asyncio import Redis

from examples.connect_platform.jobs import Job
from examples.connect_platform.ledger import Entry, Ledger
from examples.connect_platform.queue import Queue, connect
from examples.connect_platform.worker import KEY, Worker
from gigstack_api import AuthenticationError, Gigstack, RetryPolicy
from gigstack_api.sandbox import Fault, Sandbox
from scripts.sandbox_process import ROOT, running
from tests.support.redis_server import needs_redis

pytestmark = [pytest.mark.anyio, needs_redis]
TEAMS = ["team_norte", "team_sur"]
FIELDS = {
    "client": {"name": "Ana Ruiz", "tax_id": "RUAA850101AB1"},
    "items": [{"description": "Café", "quantity": 1, "unit_price": 40}],
    "payment_form": "03",
}
JOB = Job("team_norte", "ORDER-1", FIELDS)
CREATE = "create_income_invoice"


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"  # all that redis-py knows


class Platform:
    """A platform with an empty Redis and a sandbox. Its clock is that of the test."""

    def __init__(self, redis: Redis, sandbox: Sandbox, gig: Gigstack) -> None:
        self.redis: Any = redis
        self.sandbox = sandbox
        self.gig = gig
        self.now_s = 1_000.0
        self.queue = Queue(redis, retry_after_s=0)
        self.ledger = Ledger(redis, now=self.now)

    def now(self) -> float:
        return self.now_s

    def worker(self, name: str = "one", *, settle_s: float = 120) -> Worker:
        return Worker(self.gig, self.queue, self.ledger, name=name, settle_s=settle_s, now=self.now)

    async def stamped(self) -> Counter[tuple[str, str]]:
        """How many invoices each team has with the key of each document."""
        invoices = [
            (team, invoice)
            for team in TEAMS
            async for invoice in self.gig.for_team(team).income_invoices.list(limit=100)
        ]
        return Counter((team, (invoice.metadata or {})[KEY]) for team, invoice in invoices)


@pytest.fixture
async def platform(redis_url: str) -> AsyncIterator[Platform]:
    sandbox = Sandbox()
    async with connect(redis_url) as redis, sandbox.client(retries=RetryPolicy(base_s=0)) as gig:
        platform = Platform(redis, sandbox, gig)
        await platform.redis.flushdb()
        await platform.queue.open()
        yield platform


async def test_many_workers_stamp_each_document_once(platform: Platform) -> None:
    jobs = [Job(team, f"ORDER-{number}", FIELDS) for number in range(6) for team in TEAMS]
    for job in [*jobs, *jobs]:
        await platform.queue.put(job)
    for kind in ("cut_after", "cut_before", "status_after"):
        platform.sandbox.faults.add(Fault(CREATE, status=502, kind=kind, times=2))
    platform.sandbox.faults.add(Fault(CREATE, status=429, times=1))

    async def is_empty() -> None:
        while await platform.queue.size():
            await asyncio.sleep(0)
            platform.now_s += 1
        left.append(0)

    left: list[int] = []
    async with asyncio.timeout(30), asyncio.TaskGroup() as group:
        group.create_task(is_empty())
        for number in range(4):
            worker = platform.worker(f"worker {number}", settle_s=0)
            group.create_task(worker.run(lambda: bool(left)))
    assert await platform.stamped() == {(job.team, job.key): 1 for job in jobs}


@pytest.mark.parametrize("is_stamped", [True, False])
async def test_the_job_of_a_killed_worker_is_looked_up(
    platform: Platform, is_stamped: bool
) -> None:
    await platform.queue.put(JOB)
    assert await platform.queue.take("killed") is not None
    await platform.ledger.write_sent(JOB)
    if is_stamped:
        gig = platform.gig.for_team(JOB.team)
        fields: dict[str, Any] = {**JOB.fields, "metadata": {KEY: JOB.key}}
        await gig.income_invoices.create(**fields)
    await platform.worker().step()
    assert await platform.queue.size() == (0 if is_stamped else 1)
    platform.now_s += 120
    await platform.worker().step()
    assert await platform.queue.size() == 0
    assert await platform.stamped() == {(JOB.team, JOB.key): 1}


async def test_a_worker_killed_while_it_sends_leaves_its_job(platform: Platform) -> None:
    await platform.queue.put(JOB)
    platform.sandbox.faults.add(Fault(CREATE, kind="delay", delay_s=30))
    killed = asyncio.create_task(platform.worker("killed").step())
    while (await platform.ledger.read(JOB)).sent_at is None:
        await asyncio.sleep(0)
    killed.cancel()
    await asyncio.gather(killed, return_exceptions=True)
    platform.now_s += 120
    await platform.worker().step()
    assert await platform.stamped() == {(JOB.team, JOB.key): 1}
    assert await platform.queue.size() == 0


@pytest.mark.parametrize(("kind", "is_stamped"), [("cut_after", True), ("cut_before", False)])
async def test_a_lost_answer_is_reconciled(platform: Platform, kind: str, is_stamped: bool) -> None:
    platform.sandbox.faults.add(Fault(CREATE, kind=kind))
    assert await platform.worker(settle_s=0).handle(JOB) is is_stamped
    entry = await platform.ledger.read(JOB)
    assert (entry.uuid is not None) is is_stamped
    assert (entry.sent_at is not None) is is_stamped


async def test_a_document_is_looked_up_again_if_that_failed(platform: Platform) -> None:
    await platform.queue.put(JOB)
    platform.sandbox.faults.add(Fault(CREATE, kind="cut_after"))
    platform.sandbox.faults.add(Fault("list_income_invoices", status=403, times=None))
    worker = platform.worker(settle_s=0)
    await worker.step()
    await worker.step()
    assert await platform.queue.size() == 1
    platform.sandbox.faults.clear()
    await worker.step()
    assert await platform.queue.size() == 0
    assert await platform.stamped() == {(JOB.team, JOB.key): 1}


@pytest.mark.parametrize(
    ("job", "code"),
    [
        (evolve(JOB, fields={**FIELDS, "payment_form": "nonsense"}), None),
        (evolve(JOB, fields={**FIELDS, "items": "nonsense"}), "invalid_argument"),
    ],
)
async def test_a_refused_document_ends(platform: Platform, job: Job, code: str | None) -> None:
    assert await platform.worker().handle(job)
    entry = await platform.ledger.read(job)
    assert entry.refused == code if code else entry.refused
    assert await platform.worker().handle(job)
    assert await platform.stamped() == {}


@pytest.mark.parametrize(
    ("fault", "may_be_stamped"),
    [
        (Fault(CREATE, status=429, retry_after_s=900), False),
        (Fault(CREATE, status=500), True),
        (Fault(CREATE, kind="html"), True),
    ],
)
async def test_a_failure_leaves_the_job(
    platform: Platform, fault: Fault, may_be_stamped: bool
) -> None:
    await platform.queue.put(JOB)
    platform.sandbox.faults.add(fault)
    await platform.worker().step()
    assert await platform.queue.size() == 1
    assert ((await platform.ledger.read(JOB)).sent_at is not None) is may_be_stamped


async def test_a_key_that_is_not_valid_ends_the_worker(platform: Platform) -> None:
    await platform.queue.put(JOB)
    platform.sandbox.faults.add(Fault(CREATE, status=401))
    with pytest.raises(AuthenticationError):
        await platform.worker().run(lambda: False)
    assert await platform.queue.size() == 1
    assert await platform.ledger.read(JOB) == Entry()


async def test_a_document_that_another_worker_has_is_left_to_it(platform: Platform) -> None:
    async with platform.ledger.lock(JOB) as is_ours:
        assert is_ours
        assert not await platform.worker().handle(JOB)
    assert await platform.worker().handle(JOB)


async def test_an_expired_lock_is_not_released_for_its_next_owner(platform: Platform) -> None:
    async with platform.ledger.lock(JOB):
        [name] = [name async for name in platform.redis.scan_iter("platform:lock:*")]
        await platform.redis.set(name, "another worker")
    assert await platform.redis.get(name) == "another worker"


async def test_an_empty_queue_gives_nothing(platform: Platform) -> None:
    assert await platform.queue.take("one", wait_s=0.01) is None
    await platform.queue.open()


def test_a_line_that_is_not_a_job_is_refused() -> None:
    with pytest.raises(ValueError, match="not a job"):
        Job.from_json('{"team": "team_norte"}')
    assert Job.from_json(JOB.to_json()) == JOB


def test_the_commands_stamp_a_file_of_jobs(redis_url: str, tmp_path: Path) -> None:
    """The database is another one than that of the other tests."""
    file = tmp_path / "jobs.jsonl"
    lines = [json.dumps({"team": team, "key": "A-1", "fields": FIELDS}) for team in TEAMS]
    file.write_text("\n".join(lines), encoding="utf-8")
    module = [sys.executable, "-W", "error", "-m", "examples.connect_platform"]
    with running() as sandbox:
        environment = os.environ | sandbox | {"REDIS_URL": f"{redis_url}/1"}
        for command in (["put", str(file)], ["work", "--until-empty"]):
            done = subprocess.run(
                [*module, *command],
                cwd=ROOT,
                env=environment,
                capture_output=True,
                text=True,
                check=False,
            )
            assert (done.returncode, done.stderr) == (0, "")
            if command[0] == "put":
                assert done.stdout == "2 added, 2 in the queue\n"
