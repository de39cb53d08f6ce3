"""The sandbox in Python: its state, its client, and that it watches its own answers."""

from __future__ import annotations

import time
from typing import Any

import pytest

from gigstack_api.sandbox import Sandbox, State
from gigstack_api.sandbox.app import HANDLERS
from gigstack_api.sandbox.call import Answer, Call
from gigstack_api.sandbox.keys import Key
from gigstack_api.sandbox.rules.clients import create_client, get_client, list_clients, update_client
from gigstack_api.sandbox.state import Team


def call(state: State, **content: Any) -> Call:
    return Call(state=state, key=Key("team_x", livemode=False), team="team_x", base_url="http://here", **content)


def test_an_answer_given_does_not_change_with_the_state() -> None:
    state = State()
    body = {"name": "A", "metadata": {"tags": ["a"]}}
    made = create_client(call(state, body=body)).document["data"]
    body["metadata"] = {"tags": ["forged"]}
    path = {"id": made["id"]}
    got, listed = get_client(call(state, path=path)).document["data"], list_clients(call(state)).document["data"]
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
async def test_the_same_seed_gives_the_same_ids_and_a_reset_begins_anew() -> None:
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
    assert [each.name async for each in gig.clients.list(limit=1)] == ["Two", "One"]
    assert [each.name async for each in gig.clients.list(limit=1, order_by="name", sort="asc")] == ["One", "Two"]


def test_two_sandboxes_share_nothing() -> None:
    one, other = Sandbox(), Sandbox()
    one.state.efos.add("X")
    one.state.collection("team_sandbox", "clients")["a"] = {"id": "a"}
    assert "X" not in other.state.efos
    assert not other.state.collection("team_sandbox", "clients")


def test_time_is_told_in_seconds_and_milliseconds() -> None:
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
    with pytest.raises(AssertionError, match=r"the sandbox's answer is not what the spec says") as caught:
        await Sandbox(check_answers=True).client().clients.get("x")
    assert complaint in str(caught.value)


@pytest.mark.anyio
async def test_an_error_of_its_own_is_a_500_in_json(monkeypatch: pytest.MonkeyPatch) -> None:
    import httpx

    def broken(_: Call) -> Answer:
        raise ZeroDivisionError

    monkeypatch.setitem(HANDLERS, "get_client", broken)
    sandbox = Sandbox()
    transport = httpx.ASGITransport(sandbox.app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport) as http:
        answer = await http.get("http://x/v2/clients/x", headers={"Authorization": f"Bearer {sandbox.key()}"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (500, "internal_server_error")
