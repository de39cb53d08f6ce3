"""The metrics of calls, and of the limits of clients."""

from __future__ import annotations

import gc

import anyio
import httpx
import pytest

from gigstack_api import Drift, RateLimitError, Replay, ServerError
from gigstack_api._core.retries.policy import MOST_RETRIES
from tests.support.clock import FakeClock
from tests.support.scripted_api import LOST, Api, answer, client, options, refusal, sender
from tests.support.things import thing_call

from .seen import Seen

pytestmark = pytest.mark.anyio
API = {"server.address": "api.test", "server.port": 443}
COMMON = {
    "http.request.method": "GET",
    **API,
    "url.template": "/things",
    "gigstack.operation": "things.do",
}


async def test_requests_and_calls_are_counted_by_how_they_ended(seen: Seen) -> None:
    api = Api(refusal(503), LOST, answer())
    await sender(api, FakeClock()).perform(thing_call(Replay.SAFE), options())
    requests = seen.points("http.client.request.duration")
    assert sorted(requests, key=str) == [
        (COMMON | {"error.type": "reply_lost"}, 1),
        (COMMON | {"http.response.status_code": 200}, 1),
        (COMMON | {"http.response.status_code": 503, "error.type": "503"}, 1),
    ]
    assert seen.points("gigstack.call.duration") == [
        (COMMON | {"http.response.status_code": 200}, 1)
    ]
    assert seen.points("gigstack.call.retries") == [(COMMON, 2)]
    assert seen.points("gigstack.call.wait.duration") == [
        (COMMON | {"gigstack.wait.reason": "retry"}, 2)
    ]
    assert seen.total("gigstack.call.active") == 0


async def test_calls_in_flight_are_seen(seen: Seen) -> None:
    during: list[float] = []

    async def handler(request: httpx.Request) -> httpx.Response:
        during.extend(
            seen.total(name)
            for name in ("gigstack.call.active", "gigstack.client.requests_in_flight")
        )
        return answer()

    gig = client(handler)
    await gig.clients.get("client_1")
    assert during == [1, 1]
    assert seen.total("gigstack.client.requests_in_flight") == 0


async def test_drift_is_counted_where_it_is_looked_for(seen: Seen) -> None:
    found: list[Drift] = []
    await client(Api(answer({"id": 7})), on_drift=found.append).clients.get("client_1")
    assert seen.total("gigstack.call.drifts") == len(found) > 0
    assert (seen.spans[0].attributes or {})["gigstack.drifts"] == len(found)


async def test_the_limits_of_all_clients_are_seen_while_they_live(seen: Seen) -> None:
    one, other = client(Api(LOST, LOST, answer()), max_in_flight=3), client(Api(answer()))
    await one.clients.get("client_1")
    await other.clients.get("client_1")
    assert seen.points("gigstack.client.requests_limit") == [(API, 53)]
    assert seen.points("gigstack.client.retries_left") == [(API, MOST_RETRIES)]
    del one
    gc.collect()
    assert seen.points("gigstack.client.requests_limit") == [(API, 50)]


async def test_a_rate_limit_narrows_what_may_be_in_flight(seen: Seen) -> None:
    shared = sender(Api(refusal(429, headers={"Retry-After": "50"})), FakeClock())
    with pytest.raises(RateLimitError, match="No"):
        await shared.perform(thing_call(Replay.SAFE), options())
    assert seen.points("gigstack.client.requests_limit") == [(API, 1)]


async def test_retries_that_led_to_nothing_are_missing(seen: Seen) -> None:
    shared = sender(Api(*[refusal(500)] * 4), FakeClock())
    with pytest.raises(ServerError, match="No"):
        await shared.perform(thing_call(Replay.SAFE), options())
    assert seen.points("gigstack.client.retries_left") == [(API, MOST_RETRIES - 3)]


async def test_the_metrics_are_read_in_another_thread(seen: Seen) -> None:
    gig = client(Api(answer()))
    await gig.clients.get("client_1")
    limit = await anyio.to_thread.run_sync(seen.points, "gigstack.client.requests_limit")
    assert limit == [(API, 50)]
