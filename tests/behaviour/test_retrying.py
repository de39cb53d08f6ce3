"""The retry table, cell by cell, through a sender on fake time."""

from __future__ import annotations

import httpx
import pytest

from gigstack_api import (
    APIError,
    DeliveryError,
    NotFoundError,
    OutcomeUnknownError,
    Replay,
    RetryPolicy,
    ServerError,
)
from gigstack_api._core.operations.decoders import Nothing, Value
from gigstack_api._core.operations.route import KeyPlace
from gigstack_api._core.schema.objects import model
from tests.support.clock import FakeClock
from tests.support.scripted_api import LOST, Answer, Api, answer, options, refusal, sender
from tests.support.things import REPEATABLE, Item, call, thing_call, thing_route

pytestmark = pytest.mark.anyio
NEVER_SENT = [
    httpx.ConnectError("no DNS"),
    httpx.ConnectTimeout("slow"),
    httpx.PoolTimeout("busy"),
    httpx.ProxyError("no"),
]


@pytest.mark.parametrize("replay", Replay)
@pytest.mark.parametrize("failure", NEVER_SENT)
async def test_what_was_never_sent_is_sent_again(replay: Replay, failure: Exception) -> None:
    api = Api(failure, answer({"id": 1}))
    response = await sender(api).perform(thing_call(replay), options())
    assert (response.value, response.repeated) == ({"id": 1}, False)
    assert len(api.requests) == 2


@pytest.mark.parametrize("replay", Replay)
@pytest.mark.parametrize("refused", [429, 503])
async def test_a_429_or_503_is_retried_after_its_retry_after(replay: Replay, refused: int) -> None:
    api, clock = Api(refusal(refused, headers={"Retry-After": "3"}), answer()), FakeClock()
    response = await sender(api, clock).perform(thing_call(replay), options())
    assert clock.slept == [3]
    assert not response.repeated


@pytest.mark.parametrize("replay", Replay)
async def test_a_429_without_retry_after_is_backed_off(replay: Replay) -> None:
    api, clock = Api(refusal(429), refusal(429), answer()), FakeClock(chance=0)
    await sender(api, clock).perform(thing_call(replay), options())
    assert clock.slept == [0.25, 0.5]


async def test_a_429_with_retry_after_zero_is_retried_at_once() -> None:
    api, clock = Api(refusal(429, headers={"Retry-After": "0"}), answer()), FakeClock()
    await sender(api, clock).perform(thing_call(Replay.ONCE), options())
    assert sum(clock.slept) == 0


@pytest.mark.parametrize("replay", REPEATABLE)
@pytest.mark.parametrize("status", [408, 500, 502, 503, 504, 520, 524, 529])
async def test_a_server_error_is_retried_if_harmless(replay: Replay, status: int) -> None:
    api, clock = Api(refusal(status), answer()), FakeClock()
    response = await sender(api, clock).perform(thing_call(replay), options())
    assert response.repeated
    assert clock.slept == [1.0 if replay is Replay.NATURAL else 0.5]


@pytest.mark.parametrize("replay", REPEATABLE)
async def test_a_lost_reply_is_retried_if_harmless(replay: Replay) -> None:
    api, clock = Api(LOST, answer()), FakeClock()
    response = await sender(api, clock).perform(
        thing_call(replay), options(RetryPolicy(settle_s=5))
    )
    assert response.repeated
    assert clock.slept == [5 if replay is Replay.NATURAL else 0.5]


@pytest.mark.parametrize("status", [408, 500, 502, 503, 504, 520, 529])
async def test_a_post_is_not_retried_after_a_server_error(status: int) -> None:
    api = Api(refusal(status))
    with pytest.raises(APIError) as caught:
        await sender(api).perform(thing_call(Replay.ONCE), options())
    assert caught.value.status == status


async def test_a_post_is_not_retried_after_a_lost_reply() -> None:
    api = Api(LOST)
    with pytest.raises(OutcomeUnknownError) as caught:
        await sender(api).perform(thing_call(Replay.ONCE), options())
    assert str(caught.value) == (
        "the connection broke while waiting for a response; "
        "the request was sent, so it may have been done: "
        "`await gig.reconcile(error)` finds out (things.do, POST /things)"
    )
    assert (caught.value.operation, caught.value.idempotency_key) == ("things.do", None)


@pytest.mark.parametrize("replay", Replay)
@pytest.mark.parametrize("status", [302, 400, 401, 402, 404, 409, 418, 422, 501, 505, 599])
async def test_a_final_answer_is_not_retried(replay: Replay, status: int) -> None:
    with pytest.raises(APIError) as caught:
        await sender(Api(refusal(status, headers={"Retry-After": "1"}))).perform(
            thing_call(replay), options()
        )
    assert caught.value.status == status


async def test_a_read_that_costs_money_is_not_retried() -> None:
    with pytest.raises(OutcomeUnknownError):
        await sender(Api(LOST)).perform(call(thing_route(Replay.ONCE, method="GET")), options())


async def test_a_call_has_as_many_attempts_as_the_policy_says() -> None:
    api, clock = Api(*[refusal(500)] * 4), FakeClock()
    with pytest.raises(ServerError):
        await sender(api, clock).perform(thing_call(Replay.SAFE), options())
    assert len(api.requests) == 4
    assert clock.slept == [0.5, 1, 2]


async def test_no_retries_means_one_attempt() -> None:
    for failure in (httpx.ConnectError("no"), refusal(429), refusal(500)):
        api = Api(failure)
        with pytest.raises((DeliveryError, APIError)):
            await sender(api).perform(thing_call(Replay.SAFE), options(RetryPolicy.none()))
        assert len(api.requests) == 1


@pytest.mark.parametrize("place", KeyPlace)
async def test_a_trusted_key_lets_a_creation_be_retried(place: KeyPlace) -> None:
    operation = call(thing_route(key=place))
    with pytest.raises(OutcomeUnknownError):
        await sender(Api(LOST)).perform(operation, options())
    response = await sender(Api(LOST, answer())).perform(
        operation, options(RetryPolicy(trust_keys=True))
    )
    assert response.repeated
    with pytest.raises(OutcomeUnknownError):
        await sender(Api(LOST)).perform(call(thing_route()), options(RetryPolicy(trust_keys=True)))


DELETE = call(thing_route(Replay.IDEMPOTENT, method="DELETE", decode=Nothing()))


@pytest.mark.parametrize("first", [LOST, refusal(502)])
async def test_a_retried_delete_that_finds_nothing_is_done(first: Answer) -> None:
    response = await sender(Api(first, refusal(404))).perform(DELETE, options())
    assert (response.value, response.status, response.repeated) == (None, 404, True)


async def test_a_retried_delete_gives_an_empty_model() -> None:
    operation = call(thing_route(Replay.IDEMPOTENT, method="DELETE", decode=Value(model(Item))))
    response = await sender(Api(LOST, refusal(404))).perform(operation, options())
    assert response.value == Item()


@pytest.mark.parametrize("before", [[], [httpx.ConnectError("no")], [refusal(429)]])
async def test_a_first_delete_that_finds_nothing_is_an_error(before: list[Answer]) -> None:
    with pytest.raises(NotFoundError):
        await sender(Api(*before, refusal(404))).perform(DELETE, options())
