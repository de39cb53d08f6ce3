"""`gig.reconcile`: what is sent, how long it waits, what it returns."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from msgspec.structs import replace

from gigstack_api import (
    Gigstack,
    InvalidArgumentError,
    Reconciled,
    errors,
)
from gigstack_api._core.retries.policy import RetryPolicy
from gigstack_api.reconcile.lookup import ReadOnlyResources, look_up
from gigstack_api.reconcile.tables.unobservable import UNOBSERVABLE
from tests.support.clock import FakeClock
from tests.support.scripted_api import LOST, Answer, Api, answer, client, refusal, token

from .lost import NOW_S, sent, unknown

anyio = pytest.mark.anyio


@anyio
async def test_an_error_without_sent_data_is_refused() -> None:
    with pytest.raises(InvalidArgumentError, match="does not say"):
        await client(Api()).reconcile(unknown())


@anyio
async def test_a_client_of_another_mode_or_team_is_refused() -> None:
    gig = client(Api(), api_key=token({"team": "team_a", "livemode": False}))
    for team, livemode in (("team_a", True), ("team_b", False), (None, None)):
        with pytest.raises(InvalidArgumentError, match="another team or mode"):
            await gig.reconcile(unknown(sent=replace(sent(), key_team=team, livemode=livemode)))


@anyio
@pytest.mark.parametrize("name", [*UNOBSERVABLE, "things.do"])
async def test_an_unobservable_write_is_reported_without_a_request(name: str) -> None:
    found = await client(Api()).reconcile(unknown(sent=sent(name)))
    assert found.done is None
    assert found.why


@anyio
async def test_a_lookup_refuses_to_send_writes() -> None:
    reader = ReadOnlyResources(client(Api()))
    with pytest.raises(InvalidArgumentError, match="plain read"):
        await reader.clients.create(name="Juan")
    with pytest.raises(InvalidArgumentError, match="plain read"):
        await reader.sat_download.get_invoice_xml("uuid")


@anyio
async def test_errors_of_a_lookup_are_raised_unchanged() -> None:
    with pytest.raises(errors.PermissionDeniedError):
        await client(Api(refusal(403))).reconcile(
            unknown(sent=sent("clients.update", name="A")), settle_s=0
        )
    with pytest.raises(errors.DeliveryError):
        await client(Api(LOST), retries=RetryPolicy.none()).reconcile(
            unknown(sent=sent("clients.update", name="A"))
        )


def found_clients(*clients: dict[str, Any]) -> httpx.Response:
    return httpx.Response(200, json={"data": list(clients), "has_more": False})


def waiting(clock: FakeClock, *answers: Answer) -> tuple[Gigstack, Api]:
    clock.time_s = NOW_S
    api = Api(*answers)
    return client(api), api


JUAN = {"id": "client_1", "tax_id": "PEGJ800101ABC", "created_at": NOW_S + 1}


@anyio
async def test_a_lookup_repeats_until_nothing_can_be_under_way() -> None:
    clock = FakeClock()
    gig, api = waiting(clock, *[found_clients() for _ in range(6)])
    found = await look_up(gig, sent(tax_id="PEGJ800101ABC"), clock=clock.clock)
    assert found == Reconciled(done=False, why="no document matches")
    assert clock.slept == [1, 2, 4, 8, 15]
    assert {(query["created_gte"], query["created_lte"]) for query in api.queries} == {
        ("1699999700", "1700003600")
    }


@anyio
async def test_a_document_that_appears_while_waiting_is_found() -> None:
    clock = FakeClock()
    gig, _ = waiting(clock, found_clients(), found_clients(), found_clients(JUAN))
    found = await look_up(gig, sent(tax_id="pegj800101abc"), clock=clock.clock)
    assert (found.done, found.value.id, clock.slept) == (True, "client_1", [1, 2])


SETTLING: dict[str, tuple[float | None, float, bool, list[float]]] = {
    "given": (3.0, 0, True, [1, 2]),
    "not at all": (0.0, 0, True, []),
    "hours later": (None, 7200, True, []),
    "in part": (None, 28.5, True, [1, 0.5]),
    "only lists may lag": (None, 0, False, [1, 2, 2]),
    "on a clock that is behind": (2.0, -500, True, [1, 1]),
}


@anyio
@pytest.mark.parametrize("name", SETTLING)
async def test_the_waits_add_up_to_the_settling_time(name: str) -> None:
    settle_s, later_s, under_way, slept = SETTLING[name]
    clock = FakeClock()
    gig, _ = waiting(clock, *[found_clients() for _ in range(9)])
    clock.time_s += later_s
    await look_up(
        gig, replace(sent(tax_id="X"), under_way=under_way), clock=clock.clock, settle_s=settle_s
    )
    assert clock.slept == slept


@anyio
@pytest.mark.parametrize("settle_s", [-1, float("nan")])
async def test_a_negative_settle_s_is_refused(settle_s: float) -> None:
    with pytest.raises(InvalidArgumentError, match="settle_s"):
        await client(Api()).reconcile(unknown(sent=sent()), settle_s=settle_s)


@anyio
async def test_a_settled_verdict_is_returned_without_waiting() -> None:
    clock = FakeClock()
    gig, _ = waiting(clock, refusal(404))
    found = await look_up(gig, sent("clients.update", name="A"), clock=clock.clock)
    assert (found.done, found.candidates, clock.slept) == (None, (), [])


@anyio
async def test_a_document_deleted_before_its_read_stays_a_candidate() -> None:
    row = {"id": "payment_1", "total": None, "created_at": NOW_S}
    gig, _ = waiting(FakeClock(), found_clients(row), refusal(404))
    found = await gig.reconcile(unknown(sent=sent("payments.request", key="k")), settle_s=0)
    assert (found.done, [row.id for row in found.candidates]) == (None, ["payment_1"])


@anyio
async def test_full_reads_are_limited_and_never_repeated() -> None:
    rows = [{"id": f"payment_{n}", "created_at": NOW_S} for n in range(60)]
    clock = FakeClock()
    gig, api = waiting(
        clock, found_clients(*rows), *[answer(row) for row in rows[:50]], found_clients(*rows)
    )
    found = await look_up(gig, sent("payments.request", key="k"), clock=clock.clock, settle_s=1)
    assert (found.done, len(found.candidates), len(api.requests)) == (None, 20, 52)


@anyio
async def test_no_page_is_read_after_the_key_is_found() -> None:
    page = httpx.Response(
        200,
        json={"data": [{"id": "receipt_1", "idempotency_key": "k"}], "has_more": True, "next": "n"},
    )
    found = await client(Api(page)).reconcile(unknown(sent=sent("receipts.create", key="k")))
    assert (found.done, found.value.id) == (True, "receipt_1")


@anyio
async def test_a_list_that_does_not_reach_back_is_not_conclusive() -> None:
    def history(*ages_s: float) -> httpx.Response:
        rows = [
            {"id": str(age), "startDate": "2026-01-01", "createdAt": (NOW_S - age) * 1000}
            for age in ages_s
        ]
        return httpx.Response(200, json={"data": {"history": rows}})

    call = sent("sat_download.create_request", start_date="2026-02-01")
    full, older, short = history(*range(20)), history(*range(19), 4000), history(1, 2)
    done = [
        (await client(Api(page)).reconcile(unknown(sent=call), settle_s=0)).done
        for page in (full, older, short)
    ]
    assert done == [None, False, False]


@anyio
async def test_a_cancelled_invoice_is_found_under_any_type() -> None:
    complement = {"uuid": "u", "status": "canceled"}
    api = Api(refusal(404), refusal(404), answer(complement))
    found = await client(api).reconcile(unknown(sent=sent("invoices.cancel", motive="02")))
    assert found.done is True
    assert [request.url.path.rpartition("/")[0] for request in api.requests] == [
        f"/v2/invoices/{kind}" for kind in ("income", "egress", "payment")
    ]
