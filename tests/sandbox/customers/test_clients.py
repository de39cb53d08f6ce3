"""Creating clients, and find-or-create by any key."""

from __future__ import annotations

from typing import Any

import pytest

from gigstack_api import Gigstack, MultipleMatchesError, ValidationError

from ...support.sandbox import SandboxSession

pytestmark = pytest.mark.anyio
RFC = "PEGJ800101ABC"
JUAN: Any = {
    "name": "Juan Pérez García",
    "tax_id": RFC,
    "email": "juan@ejemplo.com",
    "metadata": {"external_id": "EXT-1", "tags": {"size": 5, "vip": True, "old": None}},
    "address": {"zip": "03100"},
}


async def count(gig: Gigstack) -> int | None:
    return (await gig.clients.list()).total_results


async def test_a_created_client_has_sent_and_server_fields(session: SandboxSession) -> None:
    session.at(1_700_000_000)
    client = await session.gig().clients.create(**JUAN)
    assert client.id is not None
    assert client.id.startswith("client_")
    given = client.to_dict()
    for name in ("name", "tax_id", "email", "address"):
        assert given[name] == JUAN[name]
    assert (client.team, client.livemode, client.created_at) == (
        "team_sandbox",
        False,
        1_700_000_000,
    )
    assert client.is_valid is True
    assert (await session.gig().clients.get(client.id)).to_dict() == given


async def test_a_client_needs_no_field_and_remembers_its_key(session: SandboxSession) -> None:
    client = await session.gig(livemode=True).clients.create()
    assert client.livemode is True
    assert client.is_valid is None


async def test_fields_of_the_server_and_unknown_ones_cannot_be_set(
    session: SandboxSession,
) -> None:
    gig = session.gig(strict=False)
    forged = {
        "id": "client_mine",
        "created_at": 5,
        "team": "team_stranger",
        "livemode": True,
        "shoe_size": 43,
    }
    client = await gig.clients.create(name="A", extra=forged)
    assert client.id != "client_mine"
    assert (client.team, client.livemode) == ("team_sandbox", False)
    changed = await gig.clients.update(
        client.id or "", extra={**forged, "created_at": None, "search": {}}
    )
    assert changed.to_dict() == client.to_dict()


async def test_without_search_nothing_prevents_duplicates(gig: Gigstack) -> None:
    first, second = await gig.clients.create(**JUAN), await gig.clients.create(**JUAN)
    assert first.id != second.id
    assert await count(gig) == 2


KEYS: Any = {
    "tax_id": RFC,
    "email": "juan@ejemplo.com",
    "name": "Juan Pérez García",
    "metadata.external_id": "EXT-1",
    "metadata.tags.size": "5",
    "metadata.tags.vip": "true",
    "address.zip": "03100",
    "team": "team_sandbox",
}


@pytest.mark.parametrize(("key", "value"), KEYS.items())
async def test_a_search_creates_then_finds_then_updates_by_any_key(
    session: SandboxSession, key: str, value: str
) -> None:
    def body(**change: Any) -> dict[str, Any]:
        return {**JUAN, "search": {"on_key": key, "on_value": value, **change}}

    made = await session.send("POST", "/v2/clients", json=body())
    left = await session.send("POST", "/v2/clients", json={**body(), "phone": "1"})
    kept = await session.send("POST", "/v2/clients", json={**body(update=False), "phone": "1"})
    changed = await session.send("POST", "/v2/clients", json={**body(update=True), "phone": "2"})
    assert [entry.status_code for entry in (made, left, kept, changed)] == [201, 200, 200, 200]
    assert made.json()["data"] == left.json()["data"] == kept.json()["data"]
    assert changed.json()["data"] == {**made.json()["data"], "phone": "2"}
    assert await count(session.gig()) == 1


@pytest.mark.parametrize(
    "key", ["metadata.tags.old", "metadata.tags", "nothing", "name.first", "address.zip."]
)
async def test_a_key_without_a_text_matches_nothing(session: SandboxSession, key: str) -> None:
    body = {**JUAN, "search": {"on_key": key, "on_value": "null"}}
    statuses = [
        (await session.send("POST", "/v2/clients", json=body)).status_code for _ in range(2)
    ]
    assert statuses == [201, 201]


async def test_a_key_of_metadata_may_hold_dots_itself(gig: Gigstack) -> None:
    made = await gig.clients.create(metadata={"shop.id": "7"})
    done = await gig.clients.upsert(on="metadata.shop.id", value="7")
    assert (done.created, done.client.id) == (False, made.id)


async def test_several_matches_are_refused_with_their_ids(session: SandboxSession) -> None:
    gig = session.gig()
    ids = [(await gig.clients.create(email="a@b.mx")).id for _ in range(2)]
    with pytest.raises(MultipleMatchesError) as caught:
        await gig.clients.upsert(on="email", email="a@b.mx", phone="1", update=True)
    assert list(caught.value.ids) == ids
    assert (caught.value.status, caught.value.code) == (409, "resource_conflict")
    assert caught.value.message.startswith('Multiple clients found matching email="a@b.mx".')
    assert [client.phone async for client in gig.clients.list()] == [None, None]


async def test_upsert_reports_created_or_found(gig: Gigstack) -> None:
    made = await gig.clients.upsert(on="tax_id", **JUAN)
    found = await gig.clients.upsert(on="tax_id", tax_id=RFC, name="Somebody else")
    changed = await gig.clients.upsert(on="tax_id", tax_id=RFC, name="Juan Pérez", update=True)
    assert [made.created, found.created, changed.created] == [True, False, False]
    assert [made.client.name, found.client.name, changed.client.name] == [
        JUAN["name"],
        JUAN["name"],
        "Juan Pérez",
    ]
    assert made.client.id == found.client.id == changed.client.id


async def test_an_update_by_search_checks_the_fields_first(gig: Gigstack) -> None:
    made = await gig.clients.create(**JUAN)
    search: Any = {"on_key": "tax_id", "on_value": RFC, "update": True}
    with pytest.raises(ValidationError, match="The request body is not valid") as caught:
        await gig.clients.create(phone="1", extra={"name": None}, search=search)
    assert caught.value.details == ["name: None is not of type 'string'"]
    assert (await gig.clients.get(made.id or "")).to_dict() == made.to_dict()


async def test_upsert_many_reports_each_row_without_duplicates(gig: Gigstack) -> None:
    good = [
        {"tax_id": f"PEGJ80010{number % 5}ABC", "name": f"Row {number}"} for number in range(20)
    ]
    rows: list[dict[str, Any]] = [*good, {"tax_id": "short"}, {"name": "no key"}]
    outcomes = {
        result.index: result
        async for result in gig.clients.upsert_many(rows, on="tax_id", update=True)
    }
    assert sorted(outcomes) == list(range(22))
    values = [outcomes[number].value for number in range(20)]
    assert [bool(value and value.created) for value in values] == [True] * 5 + [False] * 15
    assert outcomes[20].error is not None
    assert outcomes[21].error is not None
    assert await count(gig) == 5
    assert {client.name async for client in gig.clients.list()} == {
        f"Row {number}" for number in range(15, 20)
    }


async def test_an_update_changes_what_is_sent_and_null_clears(gig: Gigstack) -> None:
    client = await gig.clients.create(phone="1", bcc=["a@b.mx"], **JUAN)
    changed = await gig.clients.update(
        client.id or "",
        phone=None,
        metadata={},
        email=None,
        address={"zip": None, "city": "CDMX"},
        bcc=["c@d.mx"],
    )
    assert (changed.phone, changed.email, changed.metadata, changed.bcc) == (
        None,
        None,
        {},
        ["c@d.mx"],
    )
    assert changed.address is not None
    assert changed.address.to_dict() == {"city": "CDMX"}
    assert (changed.name, changed.tax_id) == (client.name, client.tax_id)
    assert (await gig.clients.update(client.id or "", address=None)).address is None
    assert (await gig.clients.update(client.id or "", address={"zip": "64000"})).to_dict()[
        "address"
    ] == {"zip": "64000"}


async def test_a_deleted_client_is_gone_and_a_second_deletion_says_so(
    session: SandboxSession,
) -> None:
    gig = session.gig()
    client = await gig.clients.create(**JUAN)
    await gig.clients.delete(client.id or "")
    assert await count(gig) == 0
    assert (await session.send("DELETE", f"/v2/clients/{client.id}")).status_code == 404
    done = await gig.clients.upsert(on="tax_id", **JUAN)
    assert done.created is True
    assert done.client.id != client.id
