"""A small run of the promise on answers; planted violations are found."""

from __future__ import annotations

from random import Random

import pytest
from attrs import evolve

from . import run as answers
from .disturbances import Disturbance, Exchange
from .host import Host
from .oracle import VALUE, EndedCall, judge, violations
from .plan import draw_calls

OWN = EndedCall(
    mode="asyncio, default",
    marker="m0000001",
    team="team_01",
    kind="clients.update",
    is_write=True,
    ended=VALUE,
    echo=("m0000001", "team_01"),
)


def test_no_call_gets_the_answer_of_another() -> None:
    result = answers.run(seed=1, scale=0.01)
    assert result.broken == ()
    assert result.counts["calls"] == 500
    assert result.counts["answers of another call"] == 0
    assert int(result.counts["answers: another's behind it"]) > 0


@pytest.mark.parametrize("loop", answers.LOOPS)
@pytest.mark.parametrize("client", answers.CLIENTS)
def test_a_host_that_answers_with_another_answer_is_found(
    loop: str, client: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def answer(exchange: Exchange) -> bool:
        await exchange.send(exchange.other)
        return True

    def draw(random: Random, *, left_out: frozenset[str]) -> Disturbance:
        return Disturbance("planted", 1, answer)

    monkeypatch.setattr("tests.stress.answers.host.draw_disturbance", draw)
    host, ended = Host(1), list[EndedCall]()
    answers.run_on_loop(loop, host, list(draw_calls(1, 40)), client, ended)
    result = judge(ended, host.disturbances, connections=host.connections)
    assert any("the answer of another call and of another team" in text for text in result.broken)


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        (OWN, None),
        (evolve(OWN, echo=None), None),
        (evolve(OWN, ended="cancelled", echo=None, received=0), None),
        (evolve(OWN, ended="DeliveryError", echo=None, received=0), None),
        (evolve(OWN, ended="APIError", echo=None, refusal="422 m0000001 of team_01"), None),
        (evolve(OWN, echo=("m0000002", "team_01")), "the answer of another call"),
        (
            evolve(OWN, echo=("m0000002", "team_02")),
            "the answer of another call and of another team",
        ),
        (
            evolve(OWN, echo=("m0000001", "team_02")),
            "the answer of another call and of another team",
        ),
        (
            evolve(OWN, ended="APIError", echo=None, refusal="422 m0000002 of team_01"),
            "the refusal of another call",
        ),
        (
            evolve(OWN, ended="APIError", echo=None, refusal="408 Request Timeout"),
            "the refusal of another call",
        ),
        (evolve(OWN, received=0), "a write reported as done or refused that never arrived"),
        (
            evolve(OWN, is_write=False, received=0),
            "an answer to a request that never arrived",
        ),
        (
            evolve(OWN, ended="KeyError: 1", echo=None, is_known_error=False),
            "an error that is not of the package",
        ),
    ],
)
def test_a_planted_violation_is_found(call: EndedCall, reason: str | None) -> None:
    assert list(violations(call)) == ([reason] if reason else [])
    result = judge([call, *[OWN] * 9], {}, connections=1)
    assert bool(result.broken) is (reason is not None)


def test_a_run_with_few_values_proves_nothing() -> None:
    calls = [OWN, *[evolve(OWN, ended="DeliveryError", echo=None)] * 999]
    result = judge(calls, {}, connections=1)
    assert result.broken == ("1 x only 1 of 1000 calls got their value: asyncio, default",)
    assert judge(calls[:-1], {}, connections=1).broken == ()


def test_a_run_without_reused_connections_proves_nothing() -> None:
    result = judge([OWN] * 1_000, {}, connections=900)
    assert result.broken == ("1 x 900 connections, so few were used again",)
    assert judge([OWN] * 999, {}, connections=900).broken == ()


def test_a_seed_gives_the_same_calls() -> None:
    first, second = list(draw_calls(3, 200)), list(draw_calls(3, 200))
    assert first == second
    assert len({call.marker for call in first}) == 200
    assert len({call.team for call in first}) > 40
    assert {call.kind.name for call in first} > {"clients.get", "clients.create", "download"}
