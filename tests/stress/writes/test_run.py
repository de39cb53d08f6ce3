"""A small run of the promise on writes; planted violations are found."""

from __future__ import annotations

from copy import deepcopy

import anyio
import pytest
from attrs import frozen

from gigstack_api.sandbox import Sandbox
from gigstack_api.sandbox.resource import Resource

from ...support.asgi import serving
from ..harness.fault_plans import FaultInjector
from ..harness.observed_state import TEAM, ObservedState
from ..harness.result import Result
from .kinds import KINDS
from .oracle import FinishedRun, WriteOutcome, judge
from .perform import perform_all
from .plan import IN_A_ROW, Write, draw_writes
from .run import is_cheap_to_look_up, open_client
from .targets import prepare_targets

pytestmark = pytest.mark.anyio
SEED, COUNT = 5, 100


@frozen
class NeverDown:
    """A server that is never down."""

    epoch: int = 0

    async def wait_until_up(self) -> None:
        raise AssertionError("the server is up")


@frozen
class Run:
    """A finished run."""

    sandbox: Sandbox
    outcomes: list[WriteOutcome | None]
    injector: FaultInjector

    def collection(self, kind: str) -> dict[str, Resource]:
        return self.sandbox.state.collections()[TEAM, kind]

    def judge(self) -> Result:
        state = observed(self.sandbox)
        return judge(
            [FinishedRun(list(draw_writes(SEED, COUNT)), self.outcomes, state)],
            self.injector,
            restarts=0,
        )


def observed(sandbox: Sandbox) -> ObservedState:
    """The state of a sandbox."""
    return ObservedState(
        (team, kind, resources) for (team, kind), resources in sandbox.state.collections().items()
    )


async def _run() -> Run:
    run = Run(Sandbox(), [None] * COUNT, FaultInjector())
    await prepare_targets(run.sandbox, draw_writes(SEED, COUNT))
    with serving(run.sandbox.app) as origin:
        async with open_client(f"{origin}/v2", run.sandbox.key(), run.injector) as gig:
            await perform_all(
                [gig],
                draw_writes(SEED, COUNT),
                NeverDown(),
                calls_per_client=4,
                outcomes=run.outcomes,
                is_looked_up=is_cheap_to_look_up,
            )
    return run


@pytest.fixture(scope="module")
def finished() -> Run:
    return anyio.run(_run)


async def test_every_kind_of_write_takes_effect_without_faults() -> None:
    sandbox = Sandbox()
    writes = [Write(index, kind, ()) for index, kind in enumerate(KINDS)]
    await prepare_targets(sandbox, writes)
    async with sandbox.client() as gig:
        for write in writes:
            await write.kind.call(gig, write.marker)
    state = observed(sandbox)
    assert {write.kind.name: write.kind.count_effects(state, write.marker) for write in writes} == {
        kind.name: 1 for kind in KINDS
    }


async def test_a_write_under_faults_happens_once_or_fails_clearly() -> None:
    result = (await _run()).judge()
    assert result.broken == ()
    assert (
        result.counts["writes, each faulted"],
        result.counts["lost"],
        result.counts["doubled"],
    ) == (COUNT, 0, 0)
    assert result.counts["requests"] > COUNT  # type: ignore[operator]  # a number


def test_a_duplicate_is_found(finished: Run) -> None:
    clients = finished.collection("clients")
    first = next(client for client in clients.values() if str(client["name"]).startswith("w"))
    clients["twin"] = deepcopy(first)
    try:
        result = finished.judge()
        assert result.counts["doubled"] == 1
        assert any(reason.startswith(f"doubled: {first['name']} ") for reason in result.broken)
    finally:
        del clients["twin"]


def test_a_lost_write_is_found(finished: Run) -> None:
    clients = finished.collection("clients")
    made = {
        write.marker
        for write in draw_writes(SEED, COUNT)
        if (end := finished.outcomes[write.index]) and end.reported == "value"
    }
    lost = next(client_id for client_id, client in clients.items() if client["name"] in made)
    client = clients.pop(lost)
    try:
        assert finished.judge().counts["lost"] == 1
    finally:
        clients[lost] = client


def test_a_client_that_never_repeats_is_found(finished: Run) -> None:
    given_up = [
        outcome if outcome is None or outcome.replay.value == "once" else _give_up(outcome)
        for outcome in finished.outcomes
    ]
    result = Run(finished.sandbox, given_up, finished.injector).judge()
    assert any("natural writes ended in a value" in reason for reason in result.broken)


def _give_up(outcome: WriteOutcome) -> WriteOutcome:
    return WriteOutcome(
        replay=outcome.replay, requests=outcome.requests[:1], reported="OutcomeUnknownError"
    )


def test_the_same_seed_makes_the_same_writes() -> None:
    assert list(draw_writes(1, 50)) == list(draw_writes(1, 50)) != list(draw_writes(2, 50))


def test_each_write_meets_a_fault_and_all_kinds_are_made() -> None:
    many = list(draw_writes(1, 5000))
    assert {len(write.faults) for write in many} == set(IN_A_ROW)
    assert {write.kind for write in many} == set(KINDS)
    assert len({write.marker for write in many}) == len(many)


def test_effects_are_counted_by_marker_and_team() -> None:
    state = ObservedState(
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
        state.count_with("clients", "name", "w1"),
        state.count_with("clients", "metadata.marker", "w1"),
    ) == (2, 1)
    assert (
        state.count_with("clients", "name", "w2"),
        state.count_with("services", "name", "w1"),
    ) == (0, 0)
    assert state.get("clients", "4") is None
