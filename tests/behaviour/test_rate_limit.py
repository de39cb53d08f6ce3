"""A 429 holds back calls that are not sent yet, then lets them go one by one."""

from __future__ import annotations

from itertools import pairwise

import anyio
import httpx
import pytest

from gigstack_api import DeliveryError, RateLimitError, RetryPolicy, ServerError
from gigstack_api._core.operations.route import Replay
from tests.support.clock import FakeClock
from tests.support.scripted_api import Api, answer, client, options, refusal, sender, transport_to
from tests.support.things import thing_call

pytestmark = pytest.mark.anyio


async def test_a_429_holds_back_calls_waiting_for_a_connection() -> None:
    clock, arrived = FakeClock(), list[float]()

    async def handler(request: httpx.Request) -> httpx.Response:
        arrived.append(clock.time_s)
        await anyio.lowlevel.checkpoint()
        return refusal(429, headers={"Retry-After": "5"}) if len(arrived) == 1 else answer()

    shared = sender(handler, clock, transport=transport_to(handler, most=1))
    async with anyio.create_task_group() as group:
        for _ in range(10):
            group.start_soon(shared.perform, thing_call(Replay.SAFE), options())
    assert len(arrived) == 11
    assert arrived[0] == 1000
    assert all(moment >= 1005 for moment in arrived[1:])


async def test_after_a_pause_calls_are_let_go_one_by_one() -> None:
    clock, in_flight, most = FakeClock(), 0, list[int]()
    answered = 0

    async def handler(request: httpx.Request) -> httpx.Response:
        nonlocal in_flight, answered
        in_flight += 1
        if answered:
            most.append(in_flight)
        for _ in range(5):
            await anyio.lowlevel.checkpoint()
        in_flight -= 1
        answered += 1
        return refusal(429, headers={"Retry-After": "1"}) if answered <= 1 else answer()

    shared = sender(handler, clock)
    with pytest.raises(RateLimitError):
        await shared.perform(thing_call(Replay.ONCE), options(RetryPolicy.none()))
    async with anyio.create_task_group() as group:
        for _ in range(40):
            group.start_soon(shared.perform, thing_call(Replay.SAFE), options())
    assert most[0] == 1
    assert all(now <= before + 2 for before, now in pairwise(most))
    assert max(most) > 3


async def test_retries_end_when_too_many_calls_failed() -> None:
    attempts = 0

    def dead(request: httpx.Request) -> httpx.Response:
        nonlocal attempts
        attempts += 1
        raise httpx.ConnectError("no")

    shared = sender(dead)
    for _ in range(1000):
        with pytest.raises(DeliveryError, match="nothing was sent"):
            await shared.perform(thing_call(Replay.ONCE), options())
    assert attempts == 1100


async def test_a_short_outage_costs_no_retries_in_the_end() -> None:
    shared = sender(Api(*([refusal(500), refusal(502), answer()] * 200)))
    for _ in range(200):
        await shared.perform(thing_call(Replay.SAFE), options())


async def test_a_429_or_503_takes_nothing_from_the_budget() -> None:
    at_once = {"Retry-After": "0"}
    shared = sender(
        Api(
            *(
                [
                    refusal(429, headers=at_once),
                    refusal(503, headers=at_once),
                    refusal(429, headers=at_once),
                    refusal(500),
                ]
                * 200
            )
        )
    )
    for _ in range(200):
        with pytest.raises(ServerError):
            await shared.perform(thing_call(Replay.SAFE), options())


async def test_a_listener_gets_the_seconds_of_each_pause() -> None:
    pauses: list[float] = []
    limited = refusal(429, headers={"Retry-After": "7"})
    gig = client(Api(limited, answer()), retries=RetryPolicy.none())
    gig.on_rate_limit(pauses.append)
    with pytest.raises(RateLimitError):
        await gig.clients.get("client_1")
    assert pauses == [7]


async def test_a_call_that_waits_for_a_place_minds_a_new_pause() -> None:
    clock = FakeClock()
    limited = Api(refusal(429, headers={"Retry-After": "7"}), answer())
    times: list[float] = []
    go_on = anyio.Event()

    async def slow(request: httpx.Request) -> httpx.Response:
        times.append(clock.time_s - 1000)
        await go_on.wait()
        return await limited(request)

    shared = sender(slow, clock, transport=transport_to(slow, most=1))

    async def is_refused() -> None:
        with pytest.raises(RateLimitError):
            await shared.perform(thing_call(Replay.SAFE), options(RetryPolicy.none()))

    async with anyio.create_task_group() as group:
        group.start_soon(is_refused)
        await anyio.wait_all_tasks_blocked()
        group.start_soon(shared.perform, thing_call(Replay.SAFE), options())
        await anyio.wait_all_tasks_blocked()
        assert times == [0]
        go_on.set()
    assert times == [0, 7]


async def test_an_endless_retry_after_pauses_others_for_a_minute() -> None:
    clock = FakeClock()
    shared = sender(Api(refusal(429, headers={"Retry-After": "9999999"}), answer()), clock)
    with pytest.raises(RateLimitError) as caught:
        await shared.perform(thing_call(Replay.SAFE), options())
    assert caught.value.retry_after_s == 9999999
    await shared.perform(thing_call(Replay.SAFE), options(timeout_s=90))
    assert clock.slept == [60]
