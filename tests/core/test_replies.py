"""What becomes of an answer: value, error, drift."""

from __future__ import annotations

import httpx
import pytest

from gigstack_api import (
    APIError,
    Drift,
    Replay,
    ServerError,
    UnreadableReplyError,
)
from gigstack_api._core.operations.decoders import Nothing, Value
from gigstack_api._core.schema.models import model

from .stage import Api, answer, call, one, options, sender, thing
from .test_kinds import Item

pytestmark = pytest.mark.anyio

DELETE = call(thing(Replay.IDEMPOTENT, method="DELETE", decode=Nothing()))


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (httpx.Response(200, html="<p>Sign in</p>"), "the answer is not JSON, but text/html"),
        (httpx.Response(200, text="Sure"), "the answer is not JSON, but text/plain"),
        (httpx.Response(200, content=b"%PDF-\xff"), "the answer is not JSON, but of no media type"),
        (
            httpx.Response(
                200, content=b'{"data": {"id"', headers={"Content-Type": "application/json"}
            ),
            "the answer is not valid JSON",
        ),
        (
            httpx.Response(200, content=b"\xff", headers={"Content-Type": "application/json"}),
            "the answer is not valid JSON",
        ),
        (
            httpx.Response(
                200, content=b"[" * 100_000, headers={"Content-Type": "application/json"}
            ),
            "the answer is nested deeper than 100 levels",
        ),
        (httpx.Response(200), "the answer holds no object at 'data'"),
        (httpx.Response(204), "the answer holds no object at 'data'"),
        (httpx.Response(200, json={"data": [1]}), "the answer holds no object at 'data'"),
    ],
)
async def test_an_answer_that_is_not_what_was_promised_is_unreadable(
    reply: httpx.Response, message: str
) -> None:
    with pytest.raises(UnreadableReplyError) as caught:
        await sender(Api(reply)).perform(one(Replay.ONCE), options())
    assert str(caught.value).startswith(message)
    assert str(caught.value).endswith(f"(http_{reply.status_code}, POST /things)")
    assert caught.value.body == reply.content


@pytest.mark.parametrize(
    "reply",
    [
        httpx.Response(204),
        httpx.Response(200, text="OK"),
        httpx.Response(200, json={"deleted": True}),
    ],
)
async def test_where_nothing_is_promised_nothing_is_missing(reply: httpx.Response) -> None:
    response = await sender(Api(reply)).perform(DELETE, options())
    assert response.value is None


async def test_the_response_keeps_status_headers_and_envelope() -> None:
    response = await sender(
        Api(answer({"id": 1}, status=201, headers={"X-Request-Id": "r1"}, message="Ok"))
    ).perform(one(Replay.ONCE), options())
    assert (response.status, response.headers["x-request-id"], response.envelope) == (
        201,
        "r1",
        {"data": {"id": 1}, "message": "Ok"},
    )


async def test_success_false_with_200_is_an_error_and_is_not_repeated() -> None:
    api = Api(
        httpx.Response(
            200, json={"success": False, "error": {"code": "database_error", "message": "No."}}
        )
    )
    with pytest.raises(ServerError, match=r"^No\. \(database_error, POST /things\)$"):
        await sender(api).perform(one(Replay.ONCE), options())


async def test_redirects_are_not_followed() -> None:
    api = Api(httpx.Response(307, headers={"Location": "https://evil.test/"}))
    with pytest.raises(APIError, match="redirects are not followed") as caught:
        await sender(api).perform(one(Replay.SAFE), options())
    assert caught.value.status == 307
    assert len(api.requests) == 1


ITEM = call(thing(decode=Value(model(Item))))
GROWN = {"id": 5, "use": "S01", "new": {"a": 1}}


async def test_drift_is_told_and_the_value_given() -> None:
    told: list[Drift] = []
    response = await sender(Api(answer(GROWN)), on_drift=told.append).perform(ITEM, options())
    assert response.value == Item.from_dict(GROWN)
    assert told == [
        Drift("things.do", "data.id", "string", 5),
        Drift("things.do", "data.use", "Use", "S01"),
        Drift("things.do", "data.new", "no such field", {"a": 1}),
    ]


async def test_strict_raises_with_all_drifts() -> None:
    told: list[Drift] = []
    with pytest.raises(
        UnreadableReplyError, match=r"3 drift\(s\), the first at data.id: expected string, got 5"
    ) as caught:
        await sender(Api(answer(GROWN)), on_drift=told.append, strict=True).perform(ITEM, options())
    assert list(caught.value.drifts) == told
    with pytest.raises(UnreadableReplyError):
        await sender(Api(answer(GROWN)), strict=True).perform(ITEM, options())


async def test_strict_lets_what_fits_pass() -> None:
    assert (
        await sender(Api(answer({"id": "1"})), strict=True).perform(ITEM, options())
    ).value == Item(id="1")
