"""The sandbox in Python: its state, its client, and that it watches its own answers."""

from __future__ import annotations

import socket
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from gigstack_api import Gigstack, PermissionDeniedError, RetryPolicy, ServerError
from gigstack_api.sandbox import Fault, Sandbox, State
from gigstack_api.sandbox.call import Answer, Call
from gigstack_api.sandbox.clock import Clock
from gigstack_api.sandbox.http.routing import HANDLERS
from gigstack_api.sandbox.keys import Key
from gigstack_api.sandbox.rules.customers.clients import (
    create_client,
    get_client,
    list_clients,
    update_client,
)
from gigstack_api.sandbox.seeds import seed_demo
from gigstack_api.sandbox.state import Team
from gigstack_api.sandbox.storage import load, save
from scripts.spec.model import operation_count


def call(state: State, **content: Any) -> Call:
    return Call(
        state=state,
        key=Key("team_x", livemode=False),
        team="team_x",
        base_url="http://here",
        **content,
    )


def test_an_answer_given_does_not_change_with_the_state() -> None:
    state = State()
    body = {"name": "A", "metadata": {"tags": ["a"]}}
    made = create_client(call(state, body=body)).document["data"]
    body["metadata"] = {"tags": ["forged"]}
    path = {"id": made["id"]}
    got, listed = (
        get_client(call(state, path=path)).document["data"],
        list_clients(call(state)).document["data"],
    )
    change: dict[str, Any] = {"name": "B", "metadata": {"tags": ["b"]}}
    changed = update_client(call(state, path=path, body=change)).document["data"]
    change["metadata"]["tags"].append("late")
    changed["metadata"]["tags"].append("later")
    assert made == got == listed[0]
    assert made["metadata"] == {"tags": ["a"]}
    assert get_client(call(state, path=path)).document["data"]["metadata"] == {"tags": ["b"]}


@pytest.mark.anyio
async def test_a_client_of_the_sandbox_needs_no_socket() -> None:
    sandbox = Sandbox()
    async with sandbox.client(team="team_norte", livemode=True, timeout_s=5) as gig:
        made = await gig.clients.create(name="A")
        assert (gig.key_team, gig.livemode) == ("team_norte", True)
    assert list(sandbox.state.collection("team_norte", "clients")) == [made.id]


@pytest.mark.anyio
async def test_the_same_seed_gives_the_same_ids_also_after_a_reset() -> None:
    sandbox, other = Sandbox(State(seed=7)), Sandbox(State(seed=8))
    first = [(await sandbox.client().clients.create()).id for _ in range(2)]
    assert (await other.client().clients.create()).id not in first
    sandbox.state.reset()
    assert await sandbox.client().clients.list().collect() == []
    assert [(await sandbox.client().clients.create()).id for _ in range(2)] == first
    assert len({*first}) == 2


@pytest.mark.anyio
async def test_a_state_may_begin_with_teams_and_clients_of_ones_own() -> None:
    state = State(teams={"team_a": Team("team_a", "ba")})
    state.collection("team_a", "clients")["client_1"] = {"id": "client_1", "name": "One"}
    state.collection("team_a", "clients")["client_2"] = {"id": "client_2", "name": "Two"}
    gig = Sandbox(state).client(team="team_a")
    assert [client.name async for client in gig.clients.list(limit=1)] == ["Two", "One"]
    assert [
        client.name async for client in gig.clients.list(limit=1, order_by="name", sort="asc")
    ] == [
        "One",
        "Two",
    ]


def test_two_sandboxes_share_nothing() -> None:
    one, other = Sandbox(), Sandbox()
    one.state.efos.add("X")
    one.state.collection("team_sandbox", "clients")["a"] = {"id": "a"}
    assert "X" not in other.state.efos
    assert not other.state.collection("team_sandbox", "clients")


def test_the_state_gives_seconds_and_milliseconds() -> None:
    state = State(now=lambda: 1.9999)
    assert (state.now_s(), state.now_ms()) == (1, 1999)
    assert abs(State().now_s() - time.time()) < 5


WRONG: list[tuple[int, Any, str]] = [
    (200, {"data": {"name": 5}}, "data.name: 5 is not of type 'string', 'null'"),
    (200, [], "answer: "),
    (204, {}, "documents no status 204"),
]


@pytest.mark.anyio
@pytest.mark.parametrize(("status", "document", "complaint"), WRONG)
async def test_a_wrong_answer_of_its_own_is_caught(
    monkeypatch: pytest.MonkeyPatch, status: int, document: Any, complaint: str
) -> None:
    monkeypatch.setitem(HANDLERS, "get_client", lambda _: Answer(status, document))
    sandbox = Sandbox(check_answers=True)
    gig = sandbox.client(retries=RetryPolicy.none())
    with pytest.raises(
        ServerError, match=r"the answer of the sandbox deviates from the spec"
    ) as caught:
        await gig.clients.get("x")
    assert complaint in str(caught.value)
    assert [text for text in sandbox.deviations if complaint in text]


@pytest.mark.anyio
async def test_an_error_of_its_own_is_a_500_in_json(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: Call) -> Answer:
        raise ZeroDivisionError

    monkeypatch.setitem(HANDLERS, "get_client", broken)
    sandbox = Sandbox()
    transport = httpx.ASGITransport(sandbox.app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport) as http:
        answer = await http.get(
            "http://x/v2/clients/x", headers={"Authorization": f"Bearer {sandbox.key()}"}
        )
    assert (answer.status_code, answer.json()["error"]["code"]) == (500, "internal_server_error")


SALE: dict[str, Any] = {
    "client": {"name": "Juan", "tax_id": "PEGJ800101AB6"},
    "items": [{"description": "A", "unit_price": 100}],
    "payment_form": "03",
}


@pytest.mark.asyncio
async def test_it_is_served_on_a_free_port_that_is_closed_afterwards() -> None:
    sandbox = Sandbox(check_answers=True)
    async with sandbox.serve() as base_url, Gigstack(sandbox.key(), base_url=base_url) as gig:
        made = await gig.clients.create(name="A")
        assert [client.id async for client in gig.clients.list()] == [made.id]
    address = urlsplit(base_url)
    assert (address.hostname, address.path) == ("127.0.0.1", "/v2")
    assert list(sandbox.state.collection("team_sandbox", "clients")) == [made.id]
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", address.port or 0), timeout=5)


@pytest.mark.asyncio
async def test_a_port_in_use_raises_oserror() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(OSError, match=r".+"):
        async with Sandbox().serve(port=taken.getsockname()[1]):
            raise AssertionError


@pytest.mark.anyio
async def test_requests_list_what_arrived_and_its_status() -> None:
    sandbox = Sandbox()
    gig = sandbox.client(retries=RetryPolicy.none())
    made = await gig.clients.create(name="A")
    await gig.clients.list(limit=5)
    sandbox.faults.add(Fault("get_client", 503))
    with pytest.raises(ServerError):
        await gig.clients.get(made.id or "")
    assert [
        (request.operation, request.method, request.path, request.query, request.status)
        for request in sandbox.requests
    ] == [
        ("create_client", "POST", "/v2/clients", "", 201),
        ("list_clients", "GET", "/v2/clients", "limit=5", 200),
        ("get_client", "GET", f"/v2/clients/{made.id}", "", 503),
    ]


@pytest.mark.anyio
async def test_deliveries_list_the_outcome_of_webhooks() -> None:
    sandbox = Sandbox()
    gig = sandbox.client()
    hook = await gig.webhooks.create(url="https://example.org/hook", events=["customer.created"])
    made = await gig.clients.create(name="A")
    [delivery] = sandbox.deliveries
    assert (delivery.webhook_id, delivery.url, delivery.status, delivery.attempts) == (
        hook.id,
        hook.url,
        "refused",
        0,
    )
    assert (delivery.event.type, delivery.event.object["id"]) == ("customer.created", made.id)


@pytest.mark.anyio
async def test_its_clock_can_be_stopped_and_moved() -> None:
    sandbox = Sandbox()
    sandbox.clock.stop(at=1_700_000_000)
    gig = sandbox.client()
    receipt = await gig.receipts.create(**SALE)
    assert (receipt.created, receipt.validUntil) == (1_700_000_000, 1_701_410_399)
    sandbox.clock.advance(30 * 24 * 3600)
    assert (sandbox.clock(), (await gig.receipts.get(receipt.id or "")).status) == (
        1_702_592_000,
        "expired",
    )


def test_a_clock_goes_on_unless_it_is_stopped() -> None:
    moments = iter((10.0, 11.0, 12.0))
    clock = Clock(lambda: next(moments))
    assert clock() == 10
    clock.advance(100)
    assert clock() == 111
    clock.stop()
    assert [clock(), clock()] == [112, 112]
    clock.advance(-2)
    assert clock() == 110


async def page_of(sandbox: Sandbox) -> httpx.Response:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(sandbox.app)) as http:
        return await http.get("http://127.0.0.1:4010/")


@pytest.mark.anyio
async def test_the_home_page_shows_url_key_and_counts() -> None:
    sandbox = Sandbox()
    for name in ("A", "B"):
        await sandbox.client(team="team_norte").clients.create(name=name)
    await sandbox.client().payments.register(**SALE, automation_type="pue_invoice")
    page = await page_of(sandbox)
    assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    for expected in (
        "export GIGSTACK_API_BASE_URL=http://127.0.0.1:4010/v2<",
        f"export GIGSTACK_API_KEY={sandbox.key()}<",
        f"{operation_count()} operations",
        "<td>team_norte<td>clients<td>2",
        "<td>team_sandbox<td>invoices, test<td>1",
    ):
        assert expected in page.text
    assert "<td>team_sur<td>clients" not in page.text


@pytest.mark.anyio
async def test_its_page_shows_names_as_text() -> None:
    team = "team_<script>&"
    sandbox = Sandbox(State(teams={team: Team(team, "ba")}))
    sandbox.state.collection(team, "<b>")["a"] = {"id": "a"}
    page = (await page_of(sandbox)).text
    assert "<td>team_&lt;script&gt;&amp;<td>&lt;b&gt;<td>1" in page
    assert "<script>" not in page
    assert "<b>" not in page


@pytest.mark.anyio
async def test_a_saved_state_is_restored(tmp_path: Path) -> None:
    sandbox, other = Sandbox(check_answers=True), Sandbox(check_answers=True)
    seed_demo(sandbox.state, "http://127.0.0.1")
    new = await sandbox.client().teams.create(brand={"alias": "Nueva"})
    file = tmp_path / "state.json"
    save(sandbox.state, file)
    load(other.state, file)
    assert [entry.name for entry in tmp_path.iterdir()] == ["state.json"]
    assert (other.state.teams, other.state.collections(), other.state.files()) == (
        sandbox.state.teams,
        sandbox.state.collections(),
        sandbox.state.files(),
    )
    before, gig = sandbox.client(), other.client()
    for name in ("clients", "services", "income_invoices", "payments", "receipts"):
        pagers = [getattr(entry, name).list(limit=2) for entry in (before, gig)]
        one, two = [[entry.id async for entry in pager] for pager in pagers]
        assert one == two != []
    [invoice] = await gig.income_invoices.list(payment_method="PUE").collect()
    files = await gig.invoices.get_files(invoice.uuid or "")
    assert (await gig.download(files.pdf or "")).content.startswith(b"%PDF")
    assert (await other.client(team=new.id or "").clients.create(name="A")).team == new.id
    made = await gig.income_invoices.create(client=SALE["client"], items=SALE["items"])
    assert (
        made.folio_number
        == max([listed.folio_number or 0 async for listed in before.income_invoices.list()]) + 1
    )


@pytest.mark.anyio
async def test_a_team_scheduled_for_deletion_is_refused() -> None:
    sandbox = Sandbox(check_answers=True)
    gig = sandbox.client()
    await gig.teams.delete("team_norte")
    for refused in (gig.for_team("team_norte"), sandbox.client(team="team_norte")):
        with pytest.raises(PermissionDeniedError, match="scheduled for deletion"):
            await refused.clients.list()
    assert await gig.for_team("team_sur").clients.list().collect() == []


@pytest.mark.anyio
async def test_idempotent_answers_survive_a_restart(
    tmp_path: Path,
) -> None:
    body: dict[str, Any] = {
        "client": {"name": "Juan", "tax_id": "PEGJ800101AB6"},
        "items": [{"description": "Consulta", "quantity": 1, "unit_price": 100}],
        "payment_form": "03",
        "idempotency_key": "mine",
    }
    sandbox, again, file = (
        Sandbox(check_answers=True),
        Sandbox(check_answers=True),
        tmp_path / "state.json",
    )
    first = await sandbox.client().payments.register(**body)
    save(sandbox.state, file)
    load(again.state, file)
    assert (await again.client().payments.register(**body)).id == first.id
    assert len(await again.client().payments.list()) == 1
