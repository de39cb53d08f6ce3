"""Deadlines, pauses and cancellation, on fake time."""

from __future__ import annotations

from itertools import count

import anyio
import httpx
import pytest
from msgspec.structs import replace

from gigstack_api import (
    DeliveryError,
    DeliveryTimeoutError,
    OutcomeUnknownError,
    RateLimitError,
    Replay,
    RetryPolicy,
    ServerError,
)
from tests.support.clock import FakeClock
from tests.support.scripted_api import LOST, Api, answer, options, refusal, sender
from tests.support.things import call, thing_call, thing_route

pytestmark = pytest.mark.anyio


async def test_a_retry_after_beyond_the_deadline_raises_at_once() -> None:
    api, clock = Api(refusal(429, headers={"Retry-After": "30"})), FakeClock()
    with pytest.raises(RateLimitError) as caught:
        await sender(api, clock).perform(thing_call(Replay.SAFE), options())
    assert caught.value.retry_after_s == 30
    assert clock.slept == []


async def test_a_view_with_a_timeout_overrides_the_deadline() -> None:
    def long(request: httpx.Request) -> httpx.Response:
        return refusal(429, headers={"Retry-After": "50"})

    route = thing_route(deadline_s=90)
    clock = FakeClock()
    await sender(Api(long, answer()), clock).perform(call(route), options())
    assert clock.slept == [50]
    with pytest.raises(RateLimitError):
        await sender(Api(long)).perform(call(route), options(timeout_s=40))


async def test_a_dated_retry_after_is_read_by_the_date_header() -> None:
    headers = {
        "Retry-After": "Wed, 01 Jan 2020 00:00:07 GMT",
        "Date": "Wed, 01 Jan 2020 00:00:00 GMT",
    }
    clock = FakeClock()
    await sender(Api(refusal(429, headers=headers), answer()), clock).perform(
        thing_call(Replay.ONCE), options()
    )
    assert clock.slept == [7]


async def test_waits_end_before_the_deadline() -> None:
    api, clock = Api(*[LOST] * 9), FakeClock()
    policy = RetryPolicy(max_attempts=9, base_s=4, max_wait_s=8)
    with pytest.raises(DeliveryError):
        await sender(api, clock).perform(thing_call(Replay.SAFE), options(policy, timeout_s=13))
    assert clock.slept == [4, 8]


async def test_a_deadline_passed_before_sending_says_nothing_was_sent() -> None:
    async def never(request: httpx.Request) -> httpx.Response:
        raise AssertionError("nothing is to be sent")

    clock = FakeClock()
    api = Api(httpx.ConnectError("no"))

    async def late(request: httpx.Request) -> httpx.Response:
        clock.time_s += 29.6
        return await api(request)

    with pytest.raises(DeliveryError, match="cannot connect; nothing was sent"):
        await sender(late, clock).perform(thing_call(Replay.ONCE), options())
    hurried = FakeClock()
    hurried.clock = replace(hurried.clock, now=count(step=1.0).__next__)
    with pytest.raises(DeliveryTimeoutError, match="deadline exceeded; nothing was sent"):
        await sender(never, hurried).perform(thing_call(Replay.ONCE), options(timeout_s=0.5))


@pytest.mark.parametrize(
    ("replay", "kind"),
    [
        (Replay.SAFE, DeliveryTimeoutError),
        (Replay.ONCE, OutcomeUnknownError),
        (Replay.KEYED, OutcomeUnknownError),
    ],
)
async def test_a_call_without_a_reply_ends_at_the_deadline(
    replay: Replay, kind: type[DeliveryError]
) -> None:
    async def silent(request: httpx.Request) -> httpx.Response:
        await anyio.sleep_forever()
        raise AssertionError

    with pytest.raises(DeliveryError) as caught:
        await sender(silent).perform(
            thing_call(replay), options(RetryPolicy.none(), timeout_s=0.02)
        )
    assert type(caught.value) is kind
    assert str(caught.value).startswith("deadline exceeded")


async def test_a_cancelled_call_ends_and_is_not_retried() -> None:
    started = anyio.Event()
    calls = 0

    async def silent(request: httpx.Request) -> httpx.Response:
        nonlocal calls
        calls += 1
        started.set()
        await anyio.sleep_forever()
        raise AssertionError

    ended: list[str] = []

    async def run() -> None:
        try:
            await sender(silent).perform(thing_call(Replay.SAFE), options())
        except anyio.get_cancelled_exc_class():
            ended.append("cancelled")
            raise

    async with anyio.create_task_group() as group:
        group.start_soon(run)
        await started.wait()
        group.cancel_scope.cancel()

    assert (ended, calls) == (["cancelled"], 1)


async def test_a_timeout_of_the_caller_stays_a_timeout_error() -> None:
    async def silent(request: httpx.Request) -> httpx.Response:
        await anyio.sleep_forever()
        raise AssertionError

    with pytest.raises(TimeoutError), anyio.fail_after(0.02):
        await sender(silent).perform(thing_call(Replay.SAFE), options())


async def test_a_429_holds_sibling_calls_back() -> None:
    clock = FakeClock()
    api = Api(refusal(429, headers={"Retry-After": "5"}), answer())
    shared = sender(api, clock)
    with pytest.raises(RateLimitError):
        await shared.perform(thing_call(Replay.SAFE), options(RetryPolicy.none()))
    await shared.perform(thing_call(Replay.ONCE), options(RetryPolicy.none()))
    assert clock.slept == [5]


async def test_a_429_without_retry_after_pauses_siblings_for_base_s() -> None:
    clock = FakeClock()
    shared = sender(Api(refusal(429), answer()), clock)
    with pytest.raises(RateLimitError):
        await shared.perform(thing_call(Replay.SAFE), options(RetryPolicy.none()))
    await shared.perform(thing_call(Replay.SAFE), options())
    assert clock.slept == [0.5]


async def test_a_sibling_whose_deadline_ends_in_the_pause_fails() -> None:
    clock = FakeClock()
    shared = sender(Api(refusal(429, headers={"Retry-After": "60"})), clock)
    with pytest.raises(RateLimitError):
        await shared.perform(thing_call(Replay.SAFE), options())
    with pytest.raises(
        DeliveryTimeoutError,
        match=r"rate limited for another 60\.0 s, which exceeds the deadline; "
        "nothing was sent",
    ):
        await shared.perform(thing_call(Replay.ONCE), options())
    assert clock.slept == []


async def test_a_503_does_not_hold_sibling_calls_back() -> None:
    clock = FakeClock()
    shared = sender(Api(refusal(503, headers={"Retry-After": "5"}), answer()), clock)
    with pytest.raises(ServerError):
        await shared.perform(thing_call(Replay.SAFE), options(RetryPolicy.none()))
    await shared.perform(thing_call(Replay.SAFE), options())
    assert clock.slept == []
