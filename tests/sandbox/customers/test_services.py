"""The catalogue of services, and services found or made by the items of a document."""

from __future__ import annotations

from typing import Any

import pytest

from gigstack_api import BadRequestError, ConflictError, Gigstack, NotFoundError

from ...support.sandbox import SandboxSession

pytestmark = pytest.mark.anyio
IVA: Any = {"type": "IVA", "rate": 0.16, "factor": "Tasa", "withholding": False}
CONSULTING: Any = {
    "description": "Consulting",
    "sku": "CONS-001",
    "product_key": "80141503",
    "unit_key": "E48",
    "unit_name": "Servicio",
    "unit_price": 1500.0,
    "taxes": [IVA],
    "taxability": "02",
    "quantity": 3,
}


def events(session: SandboxSession) -> list[tuple[str, str]]:
    return [
        (event.type, event.object["id"])
        for event in session.sandbox.state.events
        if event.type.startswith("service.")
    ]


async def items_of(gig: Gigstack, *items: Any) -> list[dict[str, Any]]:
    """The items of a receipt made with these."""
    receipt = await gig.receipts.create(client={}, items=items)
    found: list[dict[str, Any]] = receipt.to_dict()["items"]
    return found


def search(key: str, value: str, **more: Any) -> dict[str, Any]:
    return {"on_key": key, "on_value": value, **more}


async def test_a_created_service_has_sent_and_server_fields(session: SandboxSession) -> None:
    session.at(1_700_000_000)
    gig = session.gig()
    made = await gig.services.create(**CONSULTING)
    given = made.to_dict()
    assert {name: given.get(name) for name in CONSULTING} == {**CONSULTING, "quantity": None}
    assert (made.id or "").startswith("service_")
    assert (made.team, made.created_at, made.from_) == ("team_sandbox", 1_700_000_000, "api")
    assert (await gig.services.get(made.id or "")).to_dict() == given
    assert (await session.gig(livemode=True).services.get(made.id or "")).to_dict() == given
    assert events(session) == [("service.created", made.id)]


@pytest.mark.parametrize("missing", ["description", "unit_price"])
async def test_a_service_needs_its_text_and_its_price(
    session: SandboxSession, missing: str
) -> None:
    body = {name: value for name, value in CONSULTING.items() if name != missing}
    answer = await session.send("POST", "/v2/services", json=body)
    assert answer.status_code == 400
    assert missing in answer.json()["error"]["details"][0]


async def test_fields_of_the_server_cannot_be_set(session: SandboxSession) -> None:
    gig = session.gig(strict=False)
    forged = {
        "id": "service_mine",
        "team": "team_stranger",
        "created_at": 5,
        "from": "nowhere",
        "colour": "red",
    }
    made = await gig.services.create(description="A", unit_price=1, extra=forged)
    changed = await gig.services.update(made.id or "", extra=forged)
    assert changed.to_dict() == made.to_dict()
    assert forged.items().isdisjoint(made.to_dict().items())


async def test_an_update_changes_what_is_sent_only(session: SandboxSession) -> None:
    gig = session.gig()
    made = await gig.services.create(**CONSULTING)
    changed = await gig.services.update(made.id or "", unit_price=1600, taxes=[])
    assert changed.to_dict() == {**made.to_dict(), "unit_price": 1600, "taxes": []}
    assert (await gig.services.get(made.id or "")).to_dict() == changed.to_dict()
    assert events(session)[-1] == ("service.updated", made.id)


async def test_a_deleted_service_is_gone(session: SandboxSession) -> None:
    gig = session.gig()
    made = await gig.services.create(**CONSULTING)
    await gig.services.delete(made.id or "")
    assert events(session)[-1] == ("service.deleted", made.id)
    assert await gig.services.list().collect() == []
    assert (await session.send("DELETE", f"/v2/services/{made.id}")).status_code == 404
    for call in (
        gig.services.get(made.id or ""),
        gig.services.update(made.id or "", sku="A"),
        items_of(gig, {"id": made.id}),
    ):
        with pytest.raises(NotFoundError, match="Service not found"):
            await call


async def test_a_service_of_another_team_does_not_exist(session: SandboxSession) -> None:
    made = await session.gig().services.create(**CONSULTING)
    other = session.gig("team_norte")
    for call in (
        other.services.get(made.id or ""),
        other.services.delete(made.id or ""),
        items_of(other, {"id": made.id}),
    ):
        with pytest.raises(NotFoundError):
            await call
    assert await other.services.list().collect() == []
    assert (await session.gig().services.get(made.id or "")).to_dict() == made.to_dict()


async def test_a_list_is_paged_ordered_and_filtered_by_time(session: SandboxSession) -> None:
    gig = session.gig()
    for number in range(5):
        session.at(1000 + number)
        await gig.services.create(description=f"S{number}", unit_price=10 - number)
    pages = [
        [entry.description for entry in page] async for page in gig.services.list(limit=2).pages()
    ]
    assert pages == [["S4", "S3"], ["S2", "S1"], ["S0"]]
    assert [
        service.description
        async for service in gig.services.list(sort="asc", created_gte=1001, created_lte=1002)
    ] == ["S1", "S2"]
    assert [
        service.unit_price async for service in gig.services.list(order_by="unit_price", limit=3)
    ] == [10, 9, 8, 7, 6]
    assert (await gig.services.list()).total_results == 5


async def test_an_item_takes_from_its_service_what_it_does_not_say(gig: Gigstack) -> None:
    made = await gig.services.create(**CONSULTING)
    whole, own = await items_of(
        gig, {"id": made.id}, {"id": made.id, "description": "Advice", "quantity": 1, "taxes": []}
    )
    fields = {"id": made.id, **CONSULTING}
    assert whole == fields
    assert own == {**fields, "description": "Advice", "quantity": 1, "taxes": []}
    assert (await gig.services.get(made.id or "")).to_dict() == made.to_dict()


async def test_the_search_of_an_item_finds_a_service(gig: Gigstack) -> None:
    made = await gig.services.create(**CONSULTING)
    line = {"unit_price": 1, "quantity": 2, "search": search("sku", "CONS-001")}
    assert await items_of(gig, line) == [
        {**CONSULTING, "id": made.id, "unit_price": 1, "quantity": 2}
    ]
    assert (await gig.services.get(made.id or "")).unit_price == 1500
    assert len(await gig.services.list()) == 1


async def test_an_item_search_with_update_changes_the_service(session: SandboxSession) -> None:
    gig = session.gig()
    made = await gig.services.create(**CONSULTING)
    await items_of(
        gig,
        {
            "unit_price": 1,
            "quantity": 2,
            "discount": 0.5,
            "search": search("sku", "CONS-001", update=True),
        },
    )
    assert (await gig.services.get(made.id or "")).to_dict() == {**made.to_dict(), "unit_price": 1}
    assert events(session)[-1] == ("service.updated", made.id)


async def test_an_item_search_creates_a_missing_service_once(session: SandboxSession) -> None:
    gig = session.gig()
    line = {
        "description": "Hosting",
        "unit_price": 349,
        "quantity": 12,
        "taxes": [IVA],
        "search": search("sku", "WEB"),
    }
    first, second = (await items_of(gig, line))[0], (await items_of(gig, line))[0]
    made = (await gig.services.list()).data
    assert [entry.id for entry in made] == [first["id"]] == [second["id"]]
    assert (made[0].sku, made[0].description, made[0].unit_price) == ("WEB", "Hosting", 349)
    assert "quantity" not in made[0].to_dict()
    assert (first["sku"], first["quantity"]) == ("WEB", 12)
    assert events(session) == [("service.created", first["id"])]


NOT_MADE: Any = [
    {"search": search("sku", "WEB")},
    {"description": "Hosting", "search": search("sku", "WEB")},
    {"unit_price": 1, "search": search("sku", "WEB")},
    {"description": "Hosting", "search": search("unit_price", "349")},
]


@pytest.mark.parametrize("line", NOT_MADE)
async def test_a_service_is_not_made_without_its_text_and_its_price(
    gig: Gigstack, line: dict[str, Any]
) -> None:
    with pytest.raises(BadRequestError, match="No service matches") as caught:
        await items_of(gig, line)
    assert caught.value.code == "missing_required_field"
    assert await gig.services.list().collect() == []


@pytest.mark.parametrize("key", ["unit_price", "id", "team", "taxes", "colour"])
async def test_a_search_by_a_number_does_not_write_the_field(gig: Gigstack, key: str) -> None:
    await items_of(gig, {"description": "Hosting", "unit_price": 349, "search": search(key, "350")})
    made = (await gig.services.list()).data[0]
    assert (made.unit_price, made.team, made.taxes) == (349, "team_sandbox", None)
    assert "colour" not in made.to_dict()


async def test_a_service_can_be_found_by_its_price(gig: Gigstack) -> None:
    made = await gig.services.create(description="A", unit_price=349)
    assert (await items_of(gig, {"search": search("unit_price", "349")}))[0]["id"] == made.id


async def test_a_search_that_may_not_create_finds_or_refuses(gig: Gigstack) -> None:
    line = {
        "description": "Hosting",
        "unit_price": 349,
        "search": search("sku", "WEB", auto_create=False),
    }
    with pytest.raises(NotFoundError, match="Service not found"):
        await items_of(gig, line)
    made = await gig.services.create(description="Web", unit_price=1, sku="WEB")
    assert (await items_of(gig, line))[0]["id"] == made.id


async def test_a_search_with_several_matches_is_refused_with_their_ids(
    session: SandboxSession,
) -> None:
    gig = session.gig()
    ids = [
        (await gig.services.create(description="A", unit_price=1, sku="WEB")).id for _ in range(2)
    ]
    body: dict[str, Any] = {"client": {}, "items": [{"search": search("sku", "WEB")}]}
    with pytest.raises(ConflictError):
        await items_of(gig, *body["items"])
    assert (await session.send("POST", "/v2/receipts", json=body)).json()["error"]["details"] == ids
