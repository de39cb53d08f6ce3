"""`gig.reconcile`: the table of ways against the spec, what is compared and judged, how long it
waits.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from copy import deepcopy
from importlib import import_module
from pathlib import Path
from typing import Any

import httpx
import pytest
from attrs import evolve

import gigstack_api
from gigstack_api import (
    Drift,
    Gigstack,
    GigstackError,
    InvalidArgumentError,
    OutcomeUnknownError,
    Reconciled,
    Replay,
    Sent,
    errors,
)
from gigstack_api._core.auth import ApiKey
from gigstack_api._core.kinds import STRING
from gigstack_api._core.operation import KeyPlace, Route, operation
from gigstack_api._core.outgoing import Options
from gigstack_api._core.retry import RetryPolicy
from gigstack_api._core.sender import Sender
from gigstack_api.errors import Digest, Finding
from gigstack_api.reconcile.lookup import Reader, find_out
from gigstack_api.reconcile.tables import WAYS, kept_fields
from gigstack_api.reconcile.tables.unobservable import SILENT

from ..core.clock import FakeClock
from ..core.stage import (
    BASE,
    LOST,
    Answer,
    Api,
    answer,
    client,
    connections,
    one,
    refusal,
    sender,
    thing,
    token,
)
from .lost import NOW_S, sent

anyio = pytest.mark.anyio
GENERATED = Path(gigstack_api.__file__).parent / "_generated" / "api"


def routes() -> Iterator[Route[Any]]:
    """The route of each operation."""
    for path in sorted(GENERATED.glob("*/*.py")):
        if path.stem != "__init__":
            yield import_module(f"gigstack_api._generated.api.{path.parent.name}.{path.stem}").ROUTE


def unknown(message: str = "lost", *, sent: Sent | None = None) -> OutcomeUnknownError:
    return OutcomeUnknownError(
        message, operation="clients.create", method="POST", path="/clients", sent=sent
    )


def test_every_write_of_the_spec_is_in_the_table_and_no_read() -> None:
    assert {route.name for route in routes() if route.replay is not Replay.SAFE} == set(WAYS)
    assert len(WAYS) == 62


def test_what_nobody_can_look_up_is_a_short_list_with_its_reasons() -> None:
    assert set(SILENT) == {
        "auth.signup",
        "clients.create_portal_token",
        "clients.stamp_pending_receipts",
        "clients.upload_csf",
        "clients.validate",
        "draft_invoices.preview",
        "invoices.resend_email",
        "sat_download.get_invoice_xml",
        "sat_invoices.generate_pdf",
        "teams.get_onboarding_url",
        "teams.sign_manifest",
        "users.generate_login_link",
        "users.reset_password",
    }


def test_of_secret_fields_none_is_kept_and_one_is_recognised_by_its_digest() -> None:
    kept = {
        (route.name, name)
        for route in routes()
        for name in kept_fields(route)
        if name in route.body and route.body[name].secret
    }
    assert kept <= {("webhooks.create", "url"), ("webhooks.update", "url")}


def test_the_fields_that_are_kept_are_fields_of_the_body() -> None:
    for route in routes():
        assert set(kept_fields(route)) <= set(route.body) | {"documentType", "name"}, route.name
    assert kept_fields(thing()) == ()


def every_error(kind: type[GigstackError] = GigstackError) -> Iterator[type[GigstackError]]:
    yield kind
    for each in kind.__subclasses__():
        yield from every_error(each)


def made(kind: type[GigstackError]) -> GigstackError:
    """An error of that class, all attributes set."""
    call: dict[str, Any] = {"method": "POST", "path": "/clients"}
    if issubclass(kind, errors.APIError):
        error = kind("No.", status=409, code="resource_conflict", details=["client_1"], **call)
        if isinstance(error, errors.RateLimitError):
            error.retry_after_s = 2.0
        return error
    if issubclass(kind, OutcomeUnknownError):
        return unknown(sent=sent(tax_id="PEGJ800101ABC"))
    if issubclass(kind, errors.DeliveryError):
        return kind("lost", operation="clients.create", idempotency_key="k", **call)
    if issubclass(kind, errors.UnreadableReplyError):
        return kind(
            "no JSON",
            status=200,
            body=b"<",
            drifts=[Drift("clients.get", "data.a", "string", 1)],
            **call,
        )
    if issubclass(kind, errors.FiscalError):
        return kind(
            "invoices.create", [Finding("items", "no_items", "error", "Faltan.", "Missing.")]
        )
    return kind("wrong")


COPIES: list[Callable[[Any], Any]] = [lambda error: pickle.loads(pickle.dumps(error)), deepcopy]


@pytest.mark.parametrize("copied", COPIES, ids=["pickle", "deepcopy"])
@pytest.mark.parametrize("kind", dict.fromkeys(every_error()))
def test_an_error_can_be_carried_to_another_process(
    kind: type[GigstackError], copied: Callable[[Any], Any]
) -> None:
    error = made(kind)
    error.add_note("seen in the night run")
    other = copied(error)
    assert (type(other), str(other), other.args, vars(other)) == (
        kind,
        str(error),
        error.args,
        vars(error),
    )


@anyio
async def test_the_error_says_when_it_was_sent_and_prints_nothing_of_it() -> None:
    clock = FakeClock()
    route = thing(
        Replay.KEYED,
        path="/things/{id}/do",
        key=KeyPlace.BODY,
        body={
            "name": STRING,
            "password": STRING.as_secret(),
            "url": STRING.as_secret(),
            "note": STRING,
        },
    )
    call = operation(
        route,
        "a b",
        body={"name": "Juan", "password": 5, "url": "https://x", "note": "n"},
        extra={"token": "t"},
    )
    api = Api(LOST, refusal(503), LOST)
    kept = Sender(
        key=ApiKey(token({"team": "team_a", "livemode": False})),
        base_url=BASE,
        transport=connections(api),
        clock=clock.clock,
        on_drift=None,
        strict=False,
        kept_fields=lambda _: ("name", "password", "url", "token"),
    )
    with pytest.raises(OutcomeUnknownError) as caught:
        await kept.perform(call, Options(team="team_x", retries=RetryPolicy(max_attempts=3)))
    data = caught.value.sent
    assert data is not None
    assert (data.operation, dict(data.ids), data.team, data.deadline_s) == (
        "things.do",
        {"id": "a b"},
        "team_x",
        30,
    )
    assert data.body == {"name": "Juan", "url": Digest.of("https://x")}
    assert set(data.names) == {"name", "password", "url", "note", "token", "idempotency_key"}
    assert (data.key_team, data.livemode) == ("team_a", False)
    assert data.idempotency_key == caught.value.idempotency_key
    assert (data.first_at, data.last_at, data.under_way) == (1000.0, clock.time_s, True)
    assert repr(data) == "Sent(operation='things.do')"
    assert repr(data.body["url"]) == "Digest()"


@anyio
@pytest.mark.parametrize(
    ("status", "under_way"), [(500, False), (408, False), (502, True), (504, True), (524, True)]
)
async def test_after_the_answer_of_the_api_itself_nothing_is_under_way(
    status: int, *, under_way: bool
) -> None:
    api = Api(refusal(status), httpx.ConnectError("no"))
    with pytest.raises(OutcomeUnknownError) as caught:
        await sender(api).perform(
            one(Replay.IDEMPOTENT), Options(retries=RetryPolicy(max_attempts=2))
        )
    assert caught.value.sent is not None
    assert (caught.value.sent.under_way, caught.value.sent.last_at) == (under_way, 1000.0)


@anyio
async def test_the_last_try_counts_even_if_it_was_answered() -> None:
    with pytest.raises(OutcomeUnknownError) as caught:
        await sender(Api(LOST, refusal(502))).perform(
            one(Replay.IDEMPOTENT), Options(retries=RetryPolicy(max_attempts=2))
        )
    assert caught.value.sent is not None
    assert (caught.value.sent.first_at, caught.value.sent.last_at) == (1000.0, 1000.5)


@anyio
async def test_an_error_that_says_nothing_is_refused() -> None:
    with pytest.raises(InvalidArgumentError, match="does not say"):
        await client(Api()).reconcile(unknown())


@anyio
async def test_a_client_of_another_mode_or_team_is_refused_since_it_would_see_other_documents() -> (
    None
):
    gig = client(Api(), api_key=token({"team": "team_a", "livemode": False}))
    for team, livemode in (("team_a", True), ("team_b", False), (None, None)):
        with pytest.raises(InvalidArgumentError, match="another team or mode"):
            await gig.reconcile(unknown(sent=evolve(sent(), key_team=team, livemode=livemode)))


@anyio
@pytest.mark.parametrize("name", [*SILENT, "things.do"])
async def test_what_nobody_can_know_is_said_at_once_and_without_a_request(name: str) -> None:
    found = await client(Api()).reconcile(unknown(sent=sent(name)))
    assert found.done is None
    assert found.why


@anyio
async def test_a_look_up_sends_reads_only() -> None:
    reader = Reader(client(Api()))
    with pytest.raises(InvalidArgumentError, match="plain read"):
        await reader.clients.create(name="Juan")
    with pytest.raises(InvalidArgumentError, match="plain read"):
        await reader.sat_download.get_invoice_xml("uuid")


@anyio
async def test_errors_of_the_look_up_are_raised_as_they_are() -> None:
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
async def test_it_is_looked_for_until_nothing_can_be_under_way() -> None:
    clock = FakeClock()
    gig, api = waiting(clock, *[found_clients() for _ in range(6)])
    found = await find_out(gig, sent(tax_id="PEGJ800101ABC"), clock=clock.clock)
    assert found == Reconciled(done=False, why="there is no such document")
    assert clock.slept == [1, 2, 4, 8, 15]
    assert {(query["created_gte"], query["created_lte"]) for query in api.queries} == {
        ("1699999700", "1700003600")
    }


@anyio
async def test_what_turns_up_while_waiting_is_found() -> None:
    clock = FakeClock()
    gig, _ = waiting(clock, found_clients(), found_clients(), found_clients(JUAN))
    found = await find_out(gig, sent(tax_id="pegj800101abc"), clock=clock.clock)
    assert (found.done, found.value.id, clock.slept) == (True, "client_1", [1, 2])


SETTLING: dict[str, tuple[float | None, float, bool, list[float]]] = {
    "told": (3.0, 0, True, [1, 2]),
    "not at all": (0.0, 0, True, []),
    "hours later": (None, 7200, True, []),
    "in part": (None, 28.5, True, [1, 0.5]),
    "only lists may lag": (None, 0, False, [1, 2, 2]),
    "on a clock that is behind": (2.0, -500, True, [1, 1]),
}


@anyio
@pytest.mark.parametrize("name", SETTLING)
async def test_how_long_it_waits(name: str) -> None:
    settle_s, later_s, under_way, slept = SETTLING[name]
    clock = FakeClock()
    gig, _ = waiting(clock, *[found_clients() for _ in range(9)])
    clock.time_s += later_s
    await find_out(
        gig, evolve(sent(tax_id="X"), under_way=under_way), clock=clock.clock, settle_s=settle_s
    )
    assert clock.slept == slept


@anyio
@pytest.mark.parametrize("settle_s", [-1, float("nan")])
async def test_it_cannot_wait_less_than_nothing(settle_s: float) -> None:
    with pytest.raises(InvalidArgumentError, match="settle_s"):
        await client(Api()).reconcile(unknown(sent=sent()), settle_s=settle_s)


@anyio
async def test_where_waiting_cannot_tell_more_nobody_waits() -> None:
    clock = FakeClock()
    gig, _ = waiting(clock, refusal(404))
    found = await find_out(gig, sent("clients.update", name="A"), clock=clock.clock)
    assert (found.done, found.candidates, clock.slept) == (None, (), [])


@anyio
async def test_a_document_that_is_gone_before_it_was_read_stays_open() -> None:
    row = {"id": "payment_1", "total": None, "created_at": NOW_S}
    gig, _ = waiting(FakeClock(), found_clients(row), refusal(404))
    found = await gig.reconcile(unknown(sent=sent("payments.request", key="k")), settle_s=0)
    assert (found.done, [each.id for each in found.candidates]) == (None, ["payment_1"])


@anyio
async def test_rows_are_read_one_by_one_only_so_often_and_once_each() -> None:
    rows = [{"id": f"payment_{n}", "created_at": NOW_S} for n in range(60)]
    clock = FakeClock()
    gig, api = waiting(
        clock, found_clients(*rows), *[answer(row) for row in rows[:50]], found_clients(*rows)
    )
    found = await find_out(gig, sent("payments.request", key="k"), clock=clock.clock, settle_s=1)
    assert (found.done, len(found.candidates), len(api.requests)) == (None, 20, 52)


@anyio
async def test_once_the_key_is_found_no_further_page_is_asked_for() -> None:
    page = httpx.Response(
        200,
        json={"data": [{"id": "receipt_1", "idempotency_key": "k"}], "has_more": True, "next": "n"},
    )
    found = await client(Api(page)).reconcile(unknown(sent=sent("receipts.create", key="k")))
    assert (found.done, found.value.id) == (True, "receipt_1")


@anyio
async def test_a_list_that_does_not_reach_back_proves_nothing() -> None:
    def history(*ages_s: float) -> httpx.Response:
        rows = [
            {"id": str(age), "startDate": "2026-01-01", "createdAt": (NOW_S - age) * 1000}
            for age in ages_s
        ]
        return httpx.Response(200, json={"data": {"history": rows}})

    call = sent("sat_download.create_request", start_date="2026-02-01")
    full, older, short = history(*range(20)), history(*range(19), 4000), history(1, 2)
    done = [
        (await client(Api(each)).reconcile(unknown(sent=call), settle_s=0)).done
        for each in (full, older, short)
    ]
    assert done == [None, False, False]


@anyio
async def test_an_invoice_of_any_type_is_read() -> None:
    complement = {"uuid": "u", "status": "canceled"}
    api = Api(refusal(404), refusal(404), answer(complement))
    found = await client(api).reconcile(unknown(sent=sent("invoices.cancel", motive="02")))
    assert found.done is True
    assert [request.url.path.rpartition("/")[0] for request in api.requests] == [
        f"/v2/invoices/{kind}" for kind in ("income", "egress", "payment")
    ]
