"""`gig.clients.upsert`: one client that matches, or a new one."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
import respx

from gigstack_api import InvalidArgumentError, MultipleMatchesError, OutcomeUnknownError
from gigstack_api.models import Client
from tests.support.scripted_api import (
    LOST,
    RFC,
    Api,
    answer,
    client,
    gigstack,
    last_body,
    refusal,
    requests_to,
)

FOUND = {"id": "client_1", "tax_id": RFC}


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("answers", "created"),
    [
        ([answer(FOUND, status=201)], True),
        ([answer(FOUND)], False),
        ([LOST, answer(FOUND)], None),
        ([refusal(502), answer(FOUND)], None),
        ([LOST, answer(FOUND, status=201)], True),
        ([httpx.ConnectError("no"), answer(FOUND)], False),
        ([refusal(429), answer(FOUND)], False),
    ],
)
async def test_created_is_true_false_or_unknown(
    answers: list[httpx.Response | Exception], created: bool | None
) -> None:
    api = Api(*answers)
    done = await client(api).clients.upsert(on="tax_id", tax_id=RFC, name="Juan", update=True)
    assert (done.created, done.client.id) == (created, "client_1")
    assert api.bodies[-1] == {
        "tax_id": RFC,
        "name": "Juan",
        "search": {"on_key": "tax_id", "on_value": RFC, "update": True},
    }


@pytest.mark.anyio
async def test_several_matches_are_an_error_with_their_ids() -> None:
    body = {
        "success": False,
        "error": {
            "code": "resource_conflict",
            "message": "Several",
            "details": ["client_1", "client_2"],
        },
    }
    with pytest.raises(MultipleMatchesError) as caught:
        await client(Api(httpx.Response(409, json=body))).clients.upsert(on="tax_id", tax_id=RFC)
    assert caught.value.ids == ("client_1", "client_2")


@pytest.mark.anyio
async def test_an_upsert_with_no_answer_has_an_unknown_outcome() -> None:
    with pytest.raises(OutcomeUnknownError):
        await client(Api(*[LOST] * 4)).clients.upsert(on="tax_id", tax_id=RFC)


@pytest.mark.anyio
async def test_a_creation_is_not_retried_after_a_lost_reply() -> None:
    with pytest.raises(OutcomeUnknownError):
        await client(Api(LOST)).clients.create(name="Juan")


@pytest.mark.anyio
@pytest.mark.parametrize("fields", [{}, {"tax_id": ""}, {"search": {}}])
async def test_an_upsert_without_a_value_sends_nothing(fields: dict[str, Any]) -> None:
    api = Api()
    with pytest.raises(InvalidArgumentError):
        await client(api).clients.upsert(on="tax_id", **fields)
    assert api.requests == []


@pytest.mark.anyio
async def test_a_value_that_is_passed_is_set_on_the_new_client() -> None:
    api = Api(answer({"id": "c"}, status=201), answer({"id": "d"}, status=201))
    gig = client(api)
    await gig.clients.upsert(on="tax_id", value="PEGJ800101ABC", name="Juan")
    await gig.clients.upsert(on="metadata.external_id", value="E-1", name="Ana")
    assert [body.get("tax_id") for body in api.bodies] == ["PEGJ800101ABC", None]


TEAM_AND_UPDATE: list[tuple[dict[str, Any], str | None, bool]] = [
    ({}, None, False),
    ({"update": True}, None, True),
    ({"team": "team_1"}, "team_1", False),
]


@pytest.mark.anyio
@pytest.mark.parametrize(("given", "team", "update"), TEAM_AND_UPDATE)
async def test_an_upsert_sends_its_team_and_update_flag(
    given: dict[str, Any], team: str | None, update: bool
) -> None:
    api = Api(answer(FOUND), answer(FOUND))
    gig = client(api)
    await gig.clients.upsert(on="tax_id", tax_id=RFC, **given)
    outcomes = [
        outcome
        async for outcome in gig.clients.upsert_many([{"tax_id": RFC}], on="tax_id", **given)
    ]
    assert [outcome.error for outcome in outcomes] == [None]
    assert [body["search"]["update"] for body in api.bodies] == [update] * 2
    assert [query.get("team") for query in api.queries] == [team] * 2


@pytest.mark.anyio
async def test_extra_fields_and_query_are_sent_with_an_upsert() -> None:
    api = Api(answer(FOUND), answer(FOUND))
    row: dict[str, Any] = {"tax_id": RFC, "extra": {"nickname": "x"}, "extra_query": {"trace": "1"}}
    await client(api).clients.upsert(on="tax_id", **row)
    assert [
        outcome.error async for outcome in client(api).clients.upsert_many([row], on="tax_id")
    ] == [None]
    assert [body["nickname"] for body in api.bodies] == ["x"] * 2
    assert [query["trace"] for query in api.queries] == ["1"] * 2


@pytest.mark.anyio
@pytest.mark.parametrize(("status", "created"), [(200, False), (201, True)])
async def test_created_follows_from_the_status(
    api: respx.MockRouter, status: int, created: bool
) -> None:
    api.post("/clients").respond(status, json={"data": {"id": "c"}})
    done = await gigstack().clients.upsert(
        on="tax_id", tax_id="PEGJ800101ABC", name="Juan", update=True
    )
    assert (done.created, done.client) == (created, Client(id="c"))
    assert last_body(api) == {
        "tax_id": "PEGJ800101ABC",
        "name": "Juan",
        "search": {"on_key": "tax_id", "on_value": "PEGJ800101ABC", "update": True},
    }


@pytest.mark.anyio
@pytest.mark.parametrize(("status", "created"), [(200, None), (201, True)])
async def test_created_is_unknown_if_a_retry_found_the_client(
    api: respx.MockRouter, status: int, created: bool | None
) -> None:
    answers: list[Exception | httpx.Response] = [
        httpx.ReadError("gone"),
        httpx.Response(status, json={"data": {"id": "c"}}),
    ]
    route = api.post("/clients").mock(side_effect=answers)
    done = await gigstack().clients.upsert(on="email", value="a@b.mx")
    assert done.created is created
    first, second = requests_to(route)
    assert first.content == second.content


@pytest.mark.anyio
async def test_a_creation_whose_reply_is_lost_is_sent_once(api: respx.MockRouter) -> None:
    route = api.post("/clients").mock(side_effect=httpx.ReadError("gone"))
    with pytest.raises(OutcomeUnknownError, match=r"clients\.create"):
        await gigstack().clients.create(name="Juan")
    assert route.call_count == 1


@pytest.mark.anyio
async def test_several_matches_are_an_error_naming_the_call(api: respx.MockRouter) -> None:
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
