"""The error of a call without a usable answer: never sent, refused, or outcome unknown."""

from __future__ import annotations

import httpx
import pytest

from gigstack_api import (
    APIError,
    DeliveryError,
    DeliveryTimeoutError,
    NotFoundError,
    OutcomeUnknownError,
    RateLimitError,
    Replay,
    RetryPolicy,
    StampingError,
)
from gigstack_api._core.operations.route import KeyPlace
from tests.support.scripted_api import LOST, Answer, Api, options, refusal, sender
from tests.support.things import call, thing_call, thing_route

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    "last",
    [
        refusal(429),
        refusal(503, headers={"Retry-After": "1"}),
        refusal(500),
        httpx.ConnectError("no"),
        LOST,
    ],
)
async def test_any_failure_after_a_lost_reply_is_outcome_unknown(last: Answer) -> None:
    api = Api(LOST, last)
    with pytest.raises(OutcomeUnknownError) as caught:
        await sender(api).perform(
            thing_call(Replay.IDEMPOTENT), options(RetryPolicy(max_attempts=2))
        )
    assert "the request was sent, so it may have been done" in str(caught.value)


@pytest.mark.parametrize("last", [refusal(429), refusal(500)])
async def test_the_last_answer_is_the_cause_of_an_unknown_outcome(last: httpx.Response) -> None:
    with pytest.raises(OutcomeUnknownError) as caught:
        await sender(Api(LOST, last)).perform(
            thing_call(Replay.KEYED), options(RetryPolicy(max_attempts=2))
        )
    assert isinstance(caught.value.__cause__, APIError)
    assert caught.value.__cause__.status == last.status_code


async def test_a_final_answer_after_a_lost_reply_is_raised() -> None:
    with pytest.raises(NotFoundError):
        await sender(Api(LOST, refusal(404))).perform(thing_call(Replay.IDEMPOTENT), options())


async def test_a_read_never_has_an_unknown_outcome() -> None:
    with pytest.raises(DeliveryError) as caught:
        await sender(Api(LOST, LOST)).perform(
            thing_call(Replay.SAFE), options(RetryPolicy(max_attempts=2))
        )
    assert type(caught.value) is DeliveryError
    assert (
        str(caught.value)
        == "the connection broke while waiting for a response (things.do, GET /things)"
    )
    with pytest.raises(RateLimitError):
        await sender(Api(LOST, refusal(429))).perform(
            thing_call(Replay.SAFE), options(RetryPolicy(max_attempts=2))
        )


async def test_a_call_that_was_never_sent_says_so() -> None:
    with pytest.raises(DeliveryError) as caught:
        await sender(Api(httpx.ConnectError("no"))).perform(
            thing_call(Replay.ONCE), options(RetryPolicy.none())
        )
    assert type(caught.value) is DeliveryError
    assert str(caught.value) == "cannot connect; nothing was sent (things.do, POST /things)"


async def test_a_stamping_error_keeps_its_class() -> None:
    with pytest.raises(StampingError):
        await sender(Api(refusal(500, code="cfdi_service_error"))).perform(
            thing_call(Replay.ONCE), options()
        )


async def test_a_retried_refusal_stays_itself_if_no_answer_was_lost() -> None:
    api = Api(*[refusal(500, code="cfdi_service_error")] * 4)
    with pytest.raises(StampingError):
        await sender(api).perform(thing_call(Replay.KEYED), options())
    assert len(api.requests) == 4


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (httpx.ConnectTimeout("x"), "timed out connecting"),
        (httpx.PoolTimeout("x"), "timed out waiting for a connection"),
        (httpx.ReadTimeout("x"), "timed out waiting for a response"),
        (httpx.WriteTimeout("x"), "timed out sending the request"),
        (httpx.WriteError("x"), "the connection broke while sending the request"),
        (httpx.RemoteProtocolError("x"), "the connection ended before the response was complete"),
        (httpx.DecodingError("x"), "the response could not be decompressed"),
        (httpx.CloseError("x"), "the request failed (CloseError)"),
    ],
)
async def test_a_lost_reply_is_described_without_its_url(
    failure: httpx.HTTPError, words: str
) -> None:
    with pytest.raises(DeliveryError) as caught:
        await sender(Api(failure)).perform(
            thing_call(Replay.SAFE, query={"rfc": "PEGJ800101ABC"}), options(RetryPolicy.none())
        )
    assert str(caught.value).startswith(words)
    assert isinstance(caught.value, DeliveryTimeoutError) is isinstance(
        failure, httpx.TimeoutException
    )
    assert "PEGJ800101ABC" not in str(caught.value)


async def test_an_unknown_outcome_names_its_idempotency_key() -> None:
    with pytest.raises(OutcomeUnknownError) as caught:
        await sender(Api(LOST)).perform(
            call(thing_route(Replay.KEYED, method="POST", key=KeyPlace.BODY), body={}),
            options(RetryPolicy.none()),
        )
    assert str(caught.value).endswith(
        f"(things.do, POST /things, idempotency key {caught.value.idempotency_key})"
    )


@pytest.mark.parametrize(
    ("status", "details", "words"),
    [
        (
            400,
            ["name: 5 is not a text", "bcc: missing"],
            "No: name: 5 is not a text; bcc: missing (validation_failed, POST /things)",
        ),
        (
            400,
            [f"f{n}: bad" for n in range(9)],
            "No: f0: bad; f1: bad; f2: bad; and 6 more (validation_failed, POST /things)",
        ),
        (400, {"a": 1}, "No (validation_failed, POST /things)"),
        (409, ["client_1"], "No (resource_conflict, POST /things)"),
    ],
)
async def test_details_of_a_refusal_are_in_its_message(
    status: int, details: object, words: str
) -> None:
    code = "resource_conflict" if status == 409 else "validation_failed"
    error = {"code": code, "message": "No", "details": details}
    with pytest.raises(APIError) as caught:
        await sender(Api(httpx.Response(status, json={"success": False, "error": error}))).perform(
            thing_call(Replay.ONCE), options()
        )
    assert str(caught.value) == words
