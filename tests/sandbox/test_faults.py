"""Faults on demand."""

from __future__ import annotations

from typing import Any

import pytest

from gigstack_api import Gigstack, OutcomeUnknownError, RateLimitError, RetryPolicy, ServerError
from gigstack_api.sandbox import Fault, Faults

from ..support.sandbox import SandboxSession

pytestmark = pytest.mark.anyio


async def ask_for(session: SandboxSession, **fault: Any) -> None:
    answer = await session.send("POST", "/sandbox/faults", key="", json=fault)
    assert (answer.status_code, answer.json()) == (201, {"message": "Fault added"})


async def test_the_sdk_survives_two_503s(session: SandboxSession) -> None:
    client = await session.gig().clients.create(name="A")
    await ask_for(session, operation="get_client", status=503, times=2)
    assert (await session.gig().clients.get(client.id or "")).id == client.id


async def test_an_upsert_survives_two_503s_and_makes_one_client(session: SandboxSession) -> None:
    session.sandbox.faults.add(Fault("create_client", 503, times=2))
    done = await session.gig().clients.upsert(on="name", name="A")
    assert done.created is not False
    assert (await session.gig().clients.list()).total_results == 1


async def test_nothing_is_done_for_a_call_that_fails(session: SandboxSession) -> None:
    await ask_for(session, operation="create_client", status=500)
    with pytest.raises((ServerError, OutcomeUnknownError)):
        await session.gig().clients.create(name="A")
    assert (await session.gig().clients.list()).total_results == 0


async def test_a_fault_hits_its_operation_the_given_times(session: SandboxSession) -> None:
    await ask_for(session, operation="get_client", status=418, times=2)
    statuses = [
        (await session.send("GET", path)).status_code
        for path in ("/v2/clients", *["/v2/clients/x"] * 3)
    ]
    assert statuses == [200, 418, 418, 404]


async def test_a_star_hits_every_request_even_unauthorized_ones(session: SandboxSession) -> None:
    await ask_for(session, operation="*", status=502, times=3)
    calls = (
        ("GET", "/v2/clients", None),
        ("GET", "/v2/clients", ""),
        ("POST", "/v2/clients", None),
        ("GET", "/v2/clients", None),
    )
    assert [
        (await session.send(method, path, key=key)).status_code for method, path, key in calls
    ] == [502, 502, 502, 200]


async def test_faults_wait_their_turn(session: SandboxSession) -> None:
    await ask_for(session, operation="*", status=500)
    await ask_for(session, operation="list_clients", status=503, times=2)
    await ask_for(session, operation="list_clients", status=504)
    assert [(await session.send("GET", "/v2/clients")).status_code for _ in range(5)] == [
        500,
        503,
        503,
        504,
        200,
    ]


async def test_a_retry_after_is_sent(session: SandboxSession) -> None:
    await ask_for(session, operation="list_clients", status=429, retry_after_s=7)
    await ask_for(session, operation="list_clients", status=429, retry_after_s=7)
    answer = await session.send("GET", "/v2/clients")
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "7")
    assert answer.json()["error"]["code"] == "rate_limit_exceeded"
    with pytest.raises(RateLimitError) as caught:
        await session.gig().with_options(retries=RetryPolicy.none()).clients.list()
    assert caught.value.retry_after_s == 7.0


async def test_a_retry_after_of_zero_is_obeyed(session: SandboxSession, gig: Gigstack) -> None:
    await ask_for(session, operation="create_client", status=503, retry_after_s=0)
    assert (await gig.clients.create(name="A")).name == "A"


BAD: dict[str, Any] = {
    "unknown operation": {"operation": "create_clients", "status": 503},
    "no operation": {"status": 503},
    "no status": {"operation": "*"},
    "an operation that is not a text": {"operation": 5, "status": 503},
    "a status that is a text": {"operation": "*", "status": "503"},
    "a gateway without a status": {"operation": "*", "kind": "status_after"},
    "a status of success": {"operation": "*", "status": 200},
    "a status above 599": {"operation": "*", "status": 600},
    "no times": {"operation": "*", "status": 503, "times": 0},
    "half a time": {"operation": "*", "status": 503, "times": 1.5},
    "a negative wait": {"operation": "*", "status": 503, "retry_after_s": -1},
    "a header for a wait": {"operation": "*", "status": 503, "retry_after_s": "1\r\nX: y"},
    "an unknown field": {"operation": "*", "status": 503, "time": 2},
    "a list": ["*", 503],
    "a text": "*",
    "null": None,
}


@pytest.mark.parametrize("fault", BAD.values(), ids=BAD.keys())
async def test_an_invalid_fault_is_refused_and_not_added(
    session: SandboxSession, fault: Any
) -> None:
    answer = await session.send("POST", "/sandbox/faults", json=fault)
    assert (answer.status_code, answer.json()["message"]) == (400, "Invalid fault")
    assert answer.json()["error"]
    assert (await session.send("GET", "/v2/clients")).status_code == 200


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff", b"[" * 60_000, b'{"operation": "*", "status": NaN}']
)
async def test_a_fault_that_is_not_json_is_refused(session: SandboxSession, content: bytes) -> None:
    assert (await session.send("POST", "/sandbox/faults", content=content)).status_code == 400


def test_faults_in_python_count_separately_until_cleared() -> None:
    fault = Fault("x", 503, times=10**12)
    faults = Faults()
    faults.add(fault)
    assert faults.take("x") is fault
    assert faults.take("y") is None
    faults.clear()
    assert faults.take("x") is None
    faults.add(fault)
    assert faults.take("x") is fault


def test_faults_in_python_refuse_an_unknown_operation() -> None:
    with pytest.raises(ValueError, match="unknown operation 'y'"):
        Faults({"x"}).add(Fault("y", 503))
