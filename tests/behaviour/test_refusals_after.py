"""A refusal of a retry does not say that nothing was done if an earlier attempt may have been."""

from __future__ import annotations

import httpx
import pytest

from gigstack_api import APIError, BadRequestError, ConflictError, OutcomeUnknownError, RetryPolicy
from gigstack_api._core.operations.route import Replay
from tests.support.scripted_api import LOST, Answer, Api, options, refusal, sender
from tests.support.things import call, thing_call, thing_route

pytestmark = pytest.mark.anyio
LATER = [refusal(429), refusal(503, headers={"Retry-After": "0"})]


@pytest.mark.parametrize("later", LATER, ids=["429", "503 with Retry-After"])
@pytest.mark.parametrize("replay", [Replay.KEYED, Replay.NATURAL, Replay.IDEMPOTENT])
async def test_a_429_after_a_server_error_is_outcome_unknown(
    replay: Replay, later: httpx.Response
) -> None:
    with pytest.raises(OutcomeUnknownError) as caught:
        await sender(Api(refusal(502), later)).perform(
            thing_call(replay), options(RetryPolicy(max_attempts=2))
        )
    assert isinstance(caught.value.__cause__, APIError)


@pytest.mark.parametrize("later", LATER, ids=["429", "503 with Retry-After"])
async def test_a_429_after_a_429_stays_a_refusal(later: httpx.Response) -> None:
    with pytest.raises(APIError) as caught:
        await sender(Api(later, later)).perform(
            thing_call(Replay.KEYED), options(RetryPolicy(max_attempts=2))
        )
    assert caught.value.status == later.status_code


@pytest.mark.parametrize("first", [LOST, refusal(504)], ids=["lost", "504"])
@pytest.mark.parametrize("status", [400, 409, 422])
async def test_a_delete_refused_when_retried_is_outcome_unknown(first: Answer, status: int) -> None:
    route = thing_route(Replay.IDEMPOTENT, method="DELETE")
    with pytest.raises(OutcomeUnknownError, match="may have been done") as caught:
        await sender(Api(first, refusal(status))).perform(call(route), options())
    assert isinstance(caught.value.__cause__, APIError)
    assert caught.value.__cause__.status == status


async def test_a_delete_refused_at_once_is_refused() -> None:
    with pytest.raises(BadRequestError):
        await sender(Api(refusal(400))).perform(
            call(thing_route(Replay.IDEMPOTENT, method="DELETE")), options()
        )


@pytest.mark.parametrize("status", [400, 409])
async def test_a_put_refused_when_retried_is_outcome_unknown(status: int) -> None:
    with pytest.raises(OutcomeUnknownError) as caught:
        await sender(Api(LOST, refusal(status))).perform(thing_call(Replay.IDEMPOTENT), options())
    assert isinstance(caught.value.__cause__, APIError)
    assert caught.value.__cause__.status == status


async def test_a_put_refused_at_once_is_refused() -> None:
    with pytest.raises(BadRequestError):
        await sender(Api(refusal(400))).perform(thing_call(Replay.IDEMPOTENT), options())


async def test_a_conflict_of_a_retried_upsert_is_raised() -> None:
    with pytest.raises(ConflictError):
        await sender(Api(LOST, refusal(409))).perform(thing_call(Replay.NATURAL), options())


async def test_a_401_of_a_retried_call_is_raised() -> None:
    with pytest.raises(APIError) as caught:
        await sender(Api(LOST, refusal(401))).perform(
            call(thing_route(Replay.IDEMPOTENT, method="DELETE")), options()
        )
    assert caught.value.status == 401
