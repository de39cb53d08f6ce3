"""Upserts, and what a caller can know of them."""

from __future__ import annotations

import httpx
import pytest
import respx

from gigstack_api import (
    Match,
    MultipleMatchesError,
    OutcomeUnknownError,
)
from gigstack_api.models import Client

from .stage import gigstack, requests, sent


@pytest.mark.anyio
@pytest.mark.parametrize(("status", "created"), [(200, False), (201, True)])
async def test_an_upsert_tells_whether_the_client_is_new(
    api: respx.MockRouter, status: int, created: bool
) -> None:
    api.post("/clients").respond(status, json={"data": {"id": "c"}})
    done = await gigstack().clients.upsert(
        on="tax_id", tax_id="PEGJ800101ABC", name="Juan", update=True
    )
    assert (done.created, done.client) == (created, Client(id="c"))
    assert sent(api) == {
        "tax_id": "PEGJ800101ABC",
        "name": "Juan",
        "search": {"on_key": "tax_id", "on_value": "PEGJ800101ABC", "update": True},
    }


@pytest.mark.anyio
@pytest.mark.parametrize(("status", "created"), [(200, None), (201, True)])
async def test_nobody_can_know_who_created_it_once_a_reply_was_lost(
    api: respx.MockRouter, status: int, created: bool | None
) -> None:
    answers: list[Exception | httpx.Response] = [
        httpx.ReadError("gone"),
        httpx.Response(status, json={"data": {"id": "c"}}),
    ]
    route = api.post("/clients").mock(side_effect=answers)
    done = await gigstack().clients.upsert(on="email", value="a@b.mx")
    assert done.created is created
    first, second = requests(route)
    assert first.content == second.content


@pytest.mark.anyio
async def test_a_plain_creation_is_not_repeated_after_a_lost_reply(api: respx.MockRouter) -> None:
    route = api.post("/clients").mock(side_effect=httpx.ReadError("gone"))
    with pytest.raises(OutcomeUnknownError, match=r"clients\.create"):
        await gigstack().clients.create(name="Juan")
    assert route.call_count == 1


@pytest.mark.anyio
async def test_several_matches_are_an_error_with_their_ids(api: respx.MockRouter) -> None:
    refusal = {
        "success": False,
        "error": {"code": "resource_conflict", "message": "Two", "details": ["a", "b"]},
    }
    api.post("/clients").respond(409, json=refusal)
    with pytest.raises(
        MultipleMatchesError, match=r"Two \(resource_conflict, POST /clients\)"
    ) as caught:
        await gigstack().clients.upsert(on="name", name="Juan")
    assert caught.value.ids == ("a", "b")


@pytest.mark.anyio
async def test_a_match_is_the_same_inside_an_invoice(api: respx.MockRouter) -> None:
    api.post("/invoices/income").respond(json={"data": {"uuid": "u"}})
    match = Match("tax_id", "PEGJ800101ABC", update=True, name="Juan", email="j@x.mx")
    await gigstack().income_invoices.create(client=match, items=[])
    assert sent(api)["client"] == {
        "tax_id": "PEGJ800101ABC",
        "name": "Juan",
        "email": "j@x.mx",
        "search": {"on_key": "tax_id", "on_value": "PEGJ800101ABC", "update": True},
    }
    assert len(match) == 4
    assert "PEGJ" not in repr(match)
    assert dict(Match("metadata.external_id", "E-1"))["search"]["on_key"] == "metadata.external_id"
