"""A slice of the promise on writes, and that its checker sees what it must not."""

from __future__ import annotations

from copy import deepcopy

import anyio
import pytest
from attrs import frozen

from gigstack_api.sandbox import Sandbox
from gigstack_api.sandbox.resource import Resource
from scripts.torture.effects import TEAM, Kept
from scripts.torture.judging import Ended
from scripts.torture.plans import Plans
from scripts.torture.result import Result
from scripts.torture.write_kinds import KINDS
from scripts.torture.write_plans import IN_A_ROW, writes
from scripts.torture.write_targets import prepare
from scripts.torture.writes import Finished, client, is_cheap, judged
from scripts.torture.writing import made

from ..support.sandbox import serving

pytestmark = pytest.mark.anyio
SEED, COUNT = 5, 100


@frozen
class Here:
    """A server that never goes away."""

    epoch: int = 0

    async def wait_until_up(self) -> None:
        raise AssertionError("it is there")


@frozen
class Run:
    """What the writes of a run left behind."""

    sandbox: Sandbox
    ended: list[Ended | None]
    plans: Plans

    def collection(self, kind: str) -> dict[str, Resource]:
        return self.sandbox.state.collections()[TEAM, kind]

    def judged(self) -> Result:
        kept = Kept(
            (team, kind, each) for (team, kind), each in self.sandbox.state.collections().items()
        )
        return judged(
            [Finished(list(writes(SEED, COUNT)), self.ended, kept)], self.plans, restarts=0
        )


async def _run() -> Run:
    run = Run(Sandbox(), [None] * COUNT, Plans())
    await prepare(run.sandbox, writes(SEED, COUNT))
    with serving(run.sandbox) as origin:
        async with client(f"{origin}/v2", run.sandbox.key(), run.plans) as gig:
            await made(
                [gig], writes(SEED, COUNT), Here(), each=4, ended=run.ended, is_looked_up=is_cheap
            )
    return run


@pytest.fixture(scope="module")
def finished() -> Run:
    return anyio.run(_run)


async def test_a_write_under_faults_takes_effect_once_or_ends_in_a_clear_error() -> None:
    result = (await _run()).judged()
    assert result.broken == ()
    assert (
        result.counts["writes, each faulted"],
        result.counts["lost"],
        result.counts["doubled"],
    ) == (COUNT, 0, 0)
    assert result.counts["requests"] > COUNT  # type: ignore[operator]  # a number


def test_a_double_is_seen(finished: Run) -> None:
    clients = finished.collection("clients")
    first = next(each for each in clients.values() if str(each["name"]).startswith("w"))
    clients["twin"] = deepcopy(first)
    try:
        result = finished.judged()
        assert result.counts["doubled"] == 1
        assert any(reason.startswith(f"doubled: {first['name']} ") for reason in result.broken)
    finally:
        del clients["twin"]


def test_a_loss_is_seen(finished: Run) -> None:
    clients = finished.collection("clients")
    made = {
        write.marker
        for write in writes(SEED, COUNT)
        if (end := finished.ended[write.index]) and end.told == "value"
    }
    lost = next(client_id for client_id, each in clients.items() if each["name"] in made)
    client = clients.pop(lost)
    try:
        assert finished.judged().counts["lost"] == 1
    finally:
        clients[lost] = client


def test_one_that_never_repeats_is_seen(finished: Run) -> None:
    given_up = [
        each if each is None or each.replay.value == "once" else _given_up(each)
        for each in finished.ended
    ]
    result = Run(finished.sandbox, given_up, finished.plans).judged()
    assert any("natural writes ended in a value" in reason for reason in result.broken)


def _given_up(ended: Ended) -> Ended:
    return Ended(replay=ended.replay, attempts=ended.attempts[:1], told="OutcomeUnknownError")


def test_the_same_seed_makes_the_same_writes() -> None:
    assert list(writes(1, 50)) == list(writes(1, 50)) != list(writes(2, 50))


def test_each_write_meets_a_fault_and_all_kinds_are_made() -> None:
    many = list(writes(1, 5000))
    assert {len(write.faults) for write in many} == set(IN_A_ROW)
    assert {write.kind for write in many} == set(KINDS)
    assert len({write.marker for write in many}) == len(many)


def test_effects_are_counted_by_marker_and_team() -> None:
    kept = Kept(
        [
            (
                TEAM,
                "clients",
                {
                    "1": {"name": "w1", "metadata": {"marker": "w1"}},
                    "2": {"name": "w1"},
                    "3": {"metadata": "w1"},
                },
            ),
            ("another", "clients", {"4": {"name": "w1"}}),
        ]
    )
    assert (
        kept.having("clients", "name", "w1"),
        kept.having("clients", "metadata.marker", "w1"),
    ) == (2, 1)
    assert (kept.having("clients", "name", "w2"), kept.having("services", "name", "w1")) == (0, 0)
    assert kept.get("clients", "4") is None
