"""A small run of the promise on bulk upserts; planted violations are found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy

import anyio
import pytest
from attrs import frozen

from gigstack_api.sandbox import Sandbox
from gigstack_api.sandbox.resource import Resource

from ...support.asgi import serving
from ..harness.fault_plans import FaultInjector
from ..harness.observed_state import TEAM
from ..harness.result import Result
from .oracle import CONCURRENCY, judge
from .plan import faults_of, is_refused, key, owner, row
from .row_log import RowEnd, RowLog
from .run import upsert_rows

pytestmark = pytest.mark.anyio
SEED, COUNT = 3, 100


@frozen
class Run:
    """A finished bulk upsert."""

    log: RowLog
    injector: FaultInjector
    clients: Mapping[str, Resource]

    def judge(self, *, grown_mib: float = 0.0) -> Result:
        return judge(self.log, self.injector, self.clients.values(), grown_mib)


async def _run() -> Run:
    sandbox, log = Sandbox(), RowLog(SEED, COUNT)
    injector = FaultInjector(log.next_fault)
    with serving(sandbox.app) as origin:
        await upsert_rows(f"{origin}/v2", sandbox.key(), log, injector)
    return Run(log, injector, sandbox.state.collections()[TEAM, "clients"])


@pytest.fixture(scope="module")
def finished() -> Run:
    return anyio.run(_run)


@pytest.fixture
def copied(finished: Run) -> Run:
    return deepcopy(finished)


async def test_every_row_is_accounted_for_under_faults() -> None:
    result = (await _run()).judge()
    assert result.broken == ()
    assert (result.counts["rows"], result.counts["lost"], result.counts["doubled"]) == (COUNT, 0, 0)
    assert result.counts["rows: ended in InvalidArgumentError"] == sum(
        map(is_refused, range(COUNT))
    )
    assert 0 < result.counts["most rows taken ahead"] <= CONCURRENCY  # type: ignore[operator]  # a number


def _double(run: Run) -> None:
    run.clients["twin"] = dict(next(iter(run.clients.values())))  # type: ignore[index]  # a dict


def _lose(run: Run) -> None:
    run.clients.pop(next(iter(run.clients)))  # type: ignore[attr-defined]  # a dict


def _older(run: Run) -> None:
    last = next(client for client in run.clients.values() if client["tax_id"] == key(29))
    last["name"] = "row 22"


def _forget(run: Run) -> None:
    run.log.ends[1] = RowEnd.NOTHING


def _give_twice(run: Run) -> None:
    run.log.twice.append(4)


def _overtake(run: Run) -> None:
    run.log.first[29] = run.log.first[22]


def _created_twice(run: Run) -> None:
    run.log.ends[22] = run.log.ends[29] = RowEnd.CREATED


def _deny(run: Run) -> None:
    run.log.ends[0] = RowEnd.NOT_DONE


def _send_a_bad_row(run: Run) -> None:
    run.log.first[7] = 1


def _take_all(run: Run) -> None:
    run.log.most_ahead = 200


@pytest.mark.parametrize(
    ("plant", "reason"),
    [
        (_double, "doubled"),
        (_lose, "lost"),
        (_older, "an older row won"),
        (_forget, "without an outcome"),
        (_give_twice, "two outcomes"),
        (_overtake, "out of order"),
        (_created_twice, "created twice"),
        (_deny, "done, though reported as not done"),
        (_send_a_bad_row, "a bad row that was sent"),
        (_take_all, "200 rows were taken"),
    ],
)
def test_a_planted_violation_is_found(
    copied: Run, plant: Callable[[Run], None], reason: str
) -> None:
    assert copied.judge().broken == ()
    plant(copied)
    assert any(reason in found for found in copied.judge().broken)


def test_growing_memory_is_found(finished: Run) -> None:
    assert any(
        "memory grew by 40.0 MiB" in reason for reason in finished.judge(grown_mib=40.0).broken
    )


def test_rows_share_keys_closely_and_some_are_bad() -> None:
    assert [owner(index) for index in range(20, 30)] == [20, 21, 22, 22, 22, 25, 26, 27, 28, 22]
    assert row(24) == {"name": "row 24", "tax_id": key(22)}
    assert ["tax_id" in row(index) for index in (6, 7, 8)] == [True, False, True]
    assert [is_refused(index) for index in (6, 7, 13, 507, 513)] == [False, True, True, True, True]


def test_three_rows_of_ten_meet_faults() -> None:
    faulted = [index for index in range(2000) if faults_of(1, index)]
    assert 500 < len(faulted) < 700
    assert faulted == [index for index in range(2000) if faults_of(1, index)]
