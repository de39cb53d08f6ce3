"""Faults of every kind, carried out in process and over a socket."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from gigstack_api import (
    DeliveryTimeoutError,
    Gigstack,
    OutcomeUnknownError,
    ServerError,
    UnreadableReplyError,
)
from gigstack_api.sandbox import Fault, Faults
from gigstack_api.sandbox.faults import add_drift, parse

from ...support.sandbox import SandboxSession

pytestmark = pytest.mark.anyio


async def total(session: SandboxSession) -> int | None:
    return (await session.gig().clients.list()).total_results


async def test_a_cut_before_the_work_does_nothing(session: SandboxSession, gig: Gigstack) -> None:
    session.sandbox.faults.add(Fault("create_client", kind="cut_before"))
    with pytest.raises(OutcomeUnknownError):
        await gig.clients.create(name="A")
    assert await total(session) == 0


@pytest.mark.parametrize("kind", ["cut_after", "cut_body"])
async def test_a_cut_after_the_work_loses_only_the_answer(
    session: SandboxSession, gig: Gigstack, kind: str
) -> None:
    session.sandbox.faults.add(Fault("create_client", kind=kind))
    with pytest.raises(OutcomeUnknownError, match="may have been done"):
        await gig.clients.create(name="A")
    assert await total(session) == 1


@pytest.mark.parametrize("status", [502, 504, 520])
async def test_a_gateway_fails_after_the_work_and_it_is_done(
    session: SandboxSession, gig: Gigstack, status: int
) -> None:
    session.sandbox.faults.add(Fault("create_client", status, kind="status_after"))
    with pytest.raises(ServerError) as caught:
        await gig.clients.create(name="A")
    assert (caught.value.status, await total(session)) == (status, 1)


async def test_an_upsert_survives_a_gateway_and_makes_one_client(
    session: SandboxSession, gig: Gigstack
) -> None:
    session.sandbox.faults.add(Fault("create_client", 502, 2, kind="status_after"))
    assert (await gig.clients.upsert(on="name", name="A")).created is None
    assert await total(session) == 1


async def test_an_empty_answer_keeps_its_status_and_the_work_is_done(
    session: SandboxSession, gig: Gigstack
) -> None:
    session.sandbox.faults.add(Fault("create_client", kind="empty"))
    with pytest.raises(UnreadableReplyError) as caught:
        await gig.clients.create(name="A")
    assert (caught.value.status, caught.value.body, await total(session)) == (201, b"", 1)


@pytest.mark.parametrize("kind", ["cut_before", "cut_after", "cut_body"])
async def test_an_upsert_survives_any_cut_and_makes_one_client(
    session: SandboxSession, gig: Gigstack, kind: str
) -> None:
    session.sandbox.faults.add(Fault("create_client", kind=kind, times=2))
    done = await gig.clients.upsert(on="name", name="A")
    assert done.created is (True if kind == "cut_before" else None)
    assert await total(session) == 1


async def test_an_html_answer_is_unreadable(session: SandboxSession, gig: Gigstack) -> None:
    session.sandbox.faults.add(Fault("list_clients", kind="html"))
    with pytest.raises(UnreadableReplyError, match="text/html"):
        await gig.clients.list()


async def test_drift_is_tolerated_unless_strict(session: SandboxSession) -> None:
    session.sandbox.faults.add(Fault("list_webhooks", kind="drift", times=2))
    hook = await session.gig().webhooks.create(
        url="https://example.org", events=["payment.created"]
    )
    key = session.sandbox.key()
    lenient = Gigstack(key, base_url=f"{session.origin}/v2", http_client=session.http)
    (seen,) = await lenient.webhooks.list()
    assert (seen.id, seen.status, seen.additional_properties) == (
        hook.id,
        "sandbox_unknown",
        {"sandbox_drift": "a field of tomorrow"},
    )
    with pytest.raises(UnreadableReplyError, match="drift"):
        await session.gig().webhooks.list()


async def test_a_delay_counts_against_the_deadline(session: SandboxSession, gig: Gigstack) -> None:
    session.sandbox.faults.add(Fault("list_clients", kind="delay", delay_s=0.1, times=2))
    assert len(await gig.clients.list()) == 0
    with pytest.raises(DeliveryTimeoutError, match="deadline"):
        await gig.with_options(timeout_s=0.02).clients.list()


async def test_a_header_asks_for_a_fault_of_one_request(session: SandboxSession) -> None:
    answers = [
        await session.send(
            "GET", "/v2/clients", headers={"X-Sandbox-Fault": "status=429 retry_after_s=3"}
        ),
        await session.send("GET", "/v2/clients", headers={"X-Sandbox-Fault": "nonsense"}),
        await session.send("GET", "/v2/clients"),
    ]
    assert [answer.status_code for answer in answers] == [429, 400, 200]
    assert answers[0].headers["retry-after"] == "3"
    with pytest.raises(httpx.TransportError):
        await session.send("GET", "/v2/clients", headers={"X-Sandbox-Fault": "cut_body"})


def test_a_chance_is_taken_by_a_seed() -> None:
    def taken(seed: int) -> list[bool]:
        faults = Faults(seed=seed)
        faults.add(Fault("*", 503, None, chance=0.5))
        return [faults.take("x") is not None for _ in range(50)]

    assert taken(1) == taken(1) != taken(2)
    assert 10 < sum(taken(1)) < 40


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("status=503", Fault("*", 503)),
        ("status=503, times=2 operation=get_client", Fault("get_client", 503, 2)),
        (
            "cut_after times=always chance=0.25",
            Fault("*", times=None, kind="cut_after", chance=0.25),
        ),
        ("delay=1.5", Fault("*", kind="delay", delay_s=1.5)),
        ("status=429 retry_after_s=2", Fault("*", 429, retry_after_s=2)),
        ("status_after=504 operation=get_client", Fault("get_client", 504, kind="status_after")),
        ("empty times=3", Fault("*", times=3, kind="empty")),
    ],
)
def test_a_fault_is_read_from_text(text: str, fault: Fault) -> None:
    assert parse(text) == fault


@pytest.mark.parametrize(
    "text",
    [
        "",
        "status",
        "status=abc",
        "status=200",
        "status_after",
        "status_after=200",
        "what",
        "times=2",
        "kind",
        "cut_after times=0",
    ],
)
def test_an_invalid_fault_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse(text)


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (5, 5),
        ([{"a": 1}], [{"a": 1, "sandbox_drift": "a field of tomorrow"}]),
        (
            {"status": "active"},
            {"status": "sandbox_unknown", "sandbox_drift": "a field of tomorrow"},
        ),
        ({"status": 3}, {"status": 3, "sandbox_drift": "a field of tomorrow"}),
    ],
)
def test_drift_reaches_every_object(document: Any, expected: Any) -> None:
    assert add_drift(document) == expected


async def test_new_clients_are_found_only_after_the_search_lag(
    session: SandboxSession, gig: Gigstack
) -> None:
    session.at(1_800_000_000)
    session.sandbox.state.search_lag_s = 2
    try:
        made = await gig.clients.create(name="Juan", tax_id="PEGJ800101ABC", metadata={"a": "b"})
        assert (await gig.clients.get(made.id or "")).id == made.id
        assert [
            len(await gig.clients.search(q="Juan")),
            len(await gig.clients.list(metadata={"a": "b"})),
        ] == [0, 0]
        assert len(await gig.clients.list()) == 1
        session.at(1_800_000_002)
        assert [
            len(await gig.clients.search(q="Juan")),
            len(await gig.clients.list(metadata={"a": "b"})),
        ] == [1, 1]
        assert (await gig.clients.upsert(on="tax_id", tax_id="PEGJ800101ABC")).created is False
    finally:
        session.sandbox.state.search_lag_s = 0


async def test_an_upsert_repeated_within_the_lag_duplicates(session: SandboxSession) -> None:
    session.at(1_800_000_000)
    session.sandbox.state.search_lag_s = 2
    try:
        for _ in range(2):
            await session.gig().clients.upsert(on="tax_id", tax_id="PEGJ800101ABC")
        assert await total(session) == 2
    finally:
        session.sandbox.state.search_lag_s = 0
