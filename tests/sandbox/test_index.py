"""Searches by a text find the resources as they are now, whatever became of them since the search
before.
"""

from __future__ import annotations

from typing import Any

import pytest

from gigstack_api import BadRequestError
from gigstack_api.sandbox.index import MAX_PLACES
from gigstack_api.sandbox.resource import Resource

from ..support.sandbox import SandboxSession

pytestmark = pytest.mark.anyio

BASE = "/v2/clients"


async def segment(session: SandboxSession, name: str) -> list[str]:
    """Names of the clients of a segment, oldest first."""
    answer = await session.send("GET", BASE, params={"metadata.segment": name, "sort": "asc"})
    return [entry["name"] for entry in answer.json()["data"]]


async def make(session: SandboxSession, name: str, **fields: Any) -> str:
    made = await session.gig().clients.create(name=name, **fields)
    return made.id or ""


async def test_clients_are_found_by_what_they_are_now(session: SandboxSession) -> None:
    gig = session.gig()
    session.at(1000)
    first = await make(session, "A", metadata={"segment": "x"})
    second = await make(session, "B", metadata={"segment": "y"})
    assert (await segment(session, "x"), await segment(session, "y")) == (["A"], ["B"])
    await make(session, "C", metadata={"segment": "x"})
    await gig.clients.update(second, metadata={"segment": "x"})
    assert (await segment(session, "x"), await segment(session, "y")) == (["A", "B", "C"], [])
    await gig.clients.delete(first)
    await session.send("PUT", f"{BASE}/{second}", json={"metadata": None})
    assert await segment(session, "x") == ["C"]


async def test_a_verdict_of_the_sat_is_found_once_it_changed(
    session: SandboxSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = await make(session, "A", tax_id="PEGJ800101ABC")
    search = {"on_key": "fiscal_validation.status", "on_value": "invalid"}
    assert (
        await session.send("POST", BASE, json={"name": "B", "search": search})
    ).status_code == 201
    monkeypatch.setattr(session.sandbox.state, "efos", {"PEGJ800101ABC"})
    with pytest.raises(BadRequestError):
        await session.gig().clients.validate(client)
    found = await session.send("POST", BASE, json={"name": "B", "search": search})
    assert (found.status_code, found.json()["data"]["id"]) == (200, client)


async def test_clients_added_from_python_are_found(session: SandboxSession) -> None:
    client = await make(session, "A", metadata={"segment": "x"})
    assert await segment(session, "x") == ["A"]
    kept = session.sandbox.state.collection("team_sandbox", "clients")
    kept[client]["metadata"] = {"segment": "y"}
    kept["client_b"] = {"id": "client_b", "name": "B", "metadata": {"segment": "y"}}
    assert (await segment(session, "x"), await segment(session, "y")) == ([], ["A", "B"])


async def test_a_search_by_many_different_keys_stays_right(session: SandboxSession) -> None:
    keys = [f"key{number}" for number in range(MAX_PLACES + 2)]
    await make(session, "A", metadata=dict.fromkeys(keys, "x"))
    for key in keys * 2:
        assert (await session.send("GET", BASE, params={f"metadata.{key}": "x"})).json()[
            "total_results"
        ] == 1


@pytest.mark.parametrize(
    ("sort", "expected"), [("asc", ["C", "A", "B", "D"]), ("desc", ["A", "C", "D", "B"])]
)
@pytest.mark.parametrize("limit", [1, 10])
async def test_clients_without_a_time_come_last(
    session: SandboxSession, sort: str, expected: list[str], limit: int
) -> None:
    times: dict[str, Resource] = {"A": {"created_at": 9}, "B": {}, "C": {"created_at": 5}, "D": {}}
    for name, fields in times.items():
        session.sandbox.state.collection("team_sandbox", "clients")[name] = {
            "id": name,
            "name": name,
            **fields,
        }
    seen = [client.name async for client in session.gig().clients.list(sort=sort, limit=limit)]
    assert seen == expected
