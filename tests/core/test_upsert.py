from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Iterator, Mapping
from contextlib import aclosing
from decimal import Decimal
from functools import partial
from typing import Any

import anyio
import httpx
import pytest
from anyio.lowlevel import checkpoint

from gigstack_api import (
    GigstackError,
    InvalidArgumentError,
    Match,
    MultipleMatchesError,
    OutcomeUnknownError,
    RetryPolicy,
    UpsertOutcome,
)
from gigstack_api.models import Client, ClientAddress
from gigstack_api.upsert import key_value, search

from .stage import LOST, RFC, Api, answer, client, refusal

FOUND = {"id": "client_1", "tax_id": RFC}


def test_a_match_is_a_mapping_of_the_client_to_find_or_create() -> None:
    match = Match("tax_id", RFC, update=True, name="Juan")
    assert dict(match) == {
        "tax_id": RFC,
        "name": "Juan",
        "search": {"on_key": "tax_id", "on_value": RFC, "update": True},
    }
    assert (len(match), match["name"]) == (3, "Juan")


@pytest.mark.parametrize(
    ("on", "fields", "created_from"),
    [
        ("tax_id", {}, {"tax_id": "EXT-1"}),
        ("tax_id", {"tax_id": None}, {"tax_id": "EXT-1"}),
        ("tax_id", {"tax_id": "another"}, {"tax_id": "another"}),
        ("metadata.external_id", {}, {"metadata": {"external_id": "EXT-1"}}),
        ("metadata.external_id", {"metadata": None}, {"metadata": {"external_id": "EXT-1"}}),
        (
            "metadata.external_id",
            {"metadata": {"a": 1}},
            {"metadata": {"a": 1, "external_id": "EXT-1"}},
        ),
        (
            "metadata.external_id",
            {"metadata": {"external_id": "E"}},
            {"metadata": {"external_id": "E"}},
        ),
        (
            "metadata.erp.id",
            {"metadata": {"erp": {"a": 1}}},
            {"metadata": {"erp": {"a": 1, "id": "EXT-1"}}},
        ),
        (
            "address.zip",
            {"address": ClientAddress(zip="36257")},
            {"address": ClientAddress(zip="36257")},
        ),
    ],
)
def test_a_client_is_created_with_its_key_or_the_next_upsert_would_not_find_it(
    on: str, fields: dict[str, Any], created_from: dict[str, Any]
) -> None:
    assert dict(Match(on, "EXT-1", **fields)) == {
        **created_from,
        "search": {"on_key": on, "on_value": "EXT-1", "update": False},
    }


@pytest.mark.parametrize(
    ("update", "fields"),
    [(True, {}), (True, {"metadata": {"a": 1}}), (False, {"metadata": Client(name="a")})],
)
def test_a_key_that_cannot_be_added_to_the_fields_is_asked_for(
    update: bool, fields: dict[str, Any]
) -> None:
    with pytest.raises(
        InvalidArgumentError, match=r"^pass 'metadata\.external_id' in metadata= too"
    ):
        Match("metadata.external_id", "EXT-1", update=update, **fields)


@pytest.mark.parametrize(
    "on", ["tax_idd", "id", "metadta.external_id", "search", "extra", "metadata.", "", None]
)
def test_a_key_that_no_client_is_created_with_is_refused(on: Any) -> None:
    """Nothing would ever match, and each call make a new client."""
    with pytest.raises(
        InvalidArgumentError, match=r"^on must name a field of a client, or a nested one "
    ):
        Match(on, "EXT-1")


def test_a_match_takes_undocumented_fields_too_and_no_misspelled_ones() -> None:
    assert dict(Match("tax_id", RFC, extra={"tier": 1}))["tier"] == 1
    with pytest.raises(
        InvalidArgumentError,
        match=r"^a client has no field 'nmae'; pass undocumented fields in extra=",
    ):
        Match("tax_id", RFC, nmae="Juan")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    with pytest.raises(InvalidArgumentError, match=r"^extra_query= is an argument of the call"):
        Match("tax_id", RFC, extra_query={"a": 1})


def test_a_match_shows_its_key_and_no_personal_data() -> None:
    assert repr(Match("tax_id", RFC, name="Juan")) == "Match('tax_id', ...)"


@pytest.mark.parametrize("value", ["", "  ", None, 5])
def test_a_match_without_a_value_is_refused(value: Any) -> None:
    for make in (Match, partial(search, update=False)):
        with pytest.raises(
            InvalidArgumentError,
            match=r"^the value to match 'tax_id' with must be a non-empty string",
        ):
            make("tax_id", value)


@pytest.mark.parametrize(
    ("on", "value", "fields", "found"),
    [
        ("tax_id", None, {"tax_id": RFC}, RFC),
        ("tax_id", "given", {"tax_id": RFC}, "given"),
        ("metadata.external_id", None, {"metadata": {"external_id": "EXT-1"}}, "EXT-1"),
        ("address.zip", None, {"address": Client(name="03100")}, None),
        ("address.name", None, {"address": Client(name="x")}, "x"),
        ("tax_id", None, {}, None),
        ("tax_id", None, {"tax_id": " "}, None),
        ("tax_id", None, {"tax_id": 5}, None),
        ("metadata.a.b", None, {"metadata": {"a": "text"}}, None),
    ],
)
def test_the_value_to_match_is_the_one_given_or_that_of_the_field(
    on: str, value: str | None, fields: Mapping[str, Any], found: str | None
) -> None:
    if found is None:
        with pytest.raises(InvalidArgumentError, match="needs a value"):
            key_value(on, value, fields)
    else:
        assert key_value(on, value, fields) == found


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
async def test_created_tells_what_can_be_known(
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
async def test_an_upsert_whose_answers_are_all_lost_is_of_unknown_outcome() -> None:
    with pytest.raises(OutcomeUnknownError):
        await client(Api(*[LOST] * 4)).clients.upsert(on="tax_id", tax_id=RFC)


@pytest.mark.anyio
async def test_a_plain_creation_is_not_repeated_after_a_lost_reply() -> None:
    with pytest.raises(OutcomeUnknownError):
        await client(Api(LOST)).clients.create(name="Juan")


@pytest.mark.anyio
@pytest.mark.parametrize("fields", [{}, {"tax_id": ""}, {"search": {}}])
async def test_an_upsert_that_cannot_match_sends_nothing(fields: dict[str, Any]) -> None:
    api = Api()
    with pytest.raises(InvalidArgumentError):
        await client(api).clients.upsert(on="tax_id", **fields)
    assert api.requests == []


@pytest.mark.anyio
async def test_a_match_inside_another_call_is_sent_as_a_search() -> None:
    api = Api(answer({"id": "receipt_1"}))
    await client(api).receipts.create(
        client=Match("tax_id", RFC), items=[{"description": "x", "total": Decimal("1.50")}]
    )
    assert api.bodies[0]["client"] == {
        "tax_id": RFC,
        "search": {"on_key": "tax_id", "on_value": RFC, "update": False},
    }
    assert api.bodies[0]["items"] == [{"description": "x", "total": 1.5}]


async def echo(request: httpx.Request) -> httpx.Response:
    """Creates what it is asked for."""
    for _ in range(3):
        await checkpoint()
    fields = json.loads(request.content)
    return answer({"id": fields["tax_id"], **fields}, status=201)


def rows(count: int) -> list[dict[str, Any]]:
    return [{"tax_id": f"RFC{index}", "name": "Juan"} for index in range(count)]


@pytest.mark.anyio
@pytest.mark.parametrize("concurrency", [1, 3, 8])
async def test_each_row_gives_one_outcome_with_its_row_and_index(concurrency: int) -> None:
    given = rows(10)
    outcomes = [
        outcome
        async for outcome in client(echo).clients.upsert_many(
            given, on="tax_id", concurrency=concurrency
        )
    ]
    assert sorted(outcome.index for outcome in outcomes) == list(range(10))
    for outcome in outcomes:
        assert outcome.row is given[outcome.index]
        assert outcome.value is not None
        assert (outcome.value.created, outcome.value.client.id, outcome.error) == (
            True,
            outcome.row["tax_id"],
            None,
        )


@pytest.mark.anyio
async def test_rows_from_an_async_source_are_taken_lazily() -> None:
    taken = 0

    async def source() -> AsyncGenerator[dict[str, Any], None]:
        nonlocal taken
        for row in rows(100):
            taken += 1
            yield row

    given = 0
    async for _ in client(echo).clients.upsert_many(source(), on="tax_id", concurrency=2):
        given += 1
        assert taken <= given + 2
    assert given == 100


@pytest.mark.anyio
async def test_rows_with_the_same_key_are_never_in_flight_together() -> None:
    running: list[str] = []
    order: list[str] = []

    async def api(request: httpx.Request) -> httpx.Response:
        fields = json.loads(request.content)
        assert fields["tax_id"] not in running
        running.append(fields["tax_id"])
        for _ in range(5):
            await checkpoint()
        running.remove(fields["tax_id"])
        order.append(fields["name"])
        return answer(fields)

    given = [
        {"tax_id": "A", "name": "1"},
        {"tax_id": "B", "name": "x"},
        {"tax_id": "A", "name": "2"},
        {"tax_id": "A", "name": "3"},
    ]
    outcomes = [outcome async for outcome in client(api).clients.upsert_many(given, on="tax_id")]
    assert len(outcomes) == 4
    assert [name for name in order if name != "x"] == ["1", "2", "3"]


@pytest.mark.anyio
async def test_no_more_rows_are_in_flight_than_asked_for() -> None:
    now = peak = 0

    async def api(request: httpx.Request) -> httpx.Response:
        nonlocal now, peak
        now += 1
        peak = max(peak, now)
        for _ in range(20):
            await checkpoint()
        now -= 1
        return answer({"id": "x"})

    async for _ in client(api).clients.upsert_many(rows(30), on="tax_id", concurrency=4):
        pass
    assert peak == 4


@pytest.mark.anyio
async def test_bad_rows_stop_nothing() -> None:
    async def api(request: httpx.Request) -> httpx.Response:
        if json.loads(request.content)["tax_id"] == "BAD":
            return refusal(400, code="validation_failed")
        return await echo(request)

    given: list[dict[str, Any]] = [
        {"tax_id": "BAD"},
        {},
        {"tax_id": "OK", "bcc": "no list"},
        {"tax_id": "OK", "search": {}},
        {"tax_id": "OK"},
    ]
    outcomes = [outcome async for outcome in client(api).clients.upsert_many(given, on="tax_id")]
    by_index = {outcome.index: outcome for outcome in outcomes}
    assert [index for index in range(5) if by_index[index].error is None] == [4]
    assert all(isinstance(by_index[index].error, GigstackError) for index in range(4))


@pytest.mark.anyio
@pytest.mark.parametrize(
    "row",
    [{"tax_id": "A", "nombre": "x"}, {"tax_id": "A", "team": "team_1"}, {"tax_id": "A", "on": "x"}],
)
async def test_a_row_with_a_name_that_is_no_field_stops_nothing(row: dict[str, Any]) -> None:
    outcomes = [
        outcome
        async for outcome in client(echo).clients.upsert_many([row, {"tax_id": "OK"}], on="tax_id")
    ]
    assert len(outcomes) == 2


@pytest.mark.anyio
async def test_an_error_of_the_source_is_raised_as_it_is() -> None:
    def source() -> Iterator[dict[str, Any]]:
        yield {"tax_id": "A"}
        raise LookupError("row 2 cannot be read")

    with pytest.raises(LookupError, match="row 2"):
        async for _ in client(echo).clients.upsert_many(source(), on="tax_id"):
            pass


@pytest.mark.anyio
async def test_an_early_end_cancels_what_is_in_flight() -> None:
    running = 0

    async def api(request: httpx.Request) -> httpx.Response:
        nonlocal running
        if json.loads(request.content)["tax_id"] == "RFC0":
            return await echo(request)
        running += 1
        try:
            await anyio.sleep_forever()
        finally:
            running -= 1
        raise AssertionError

    source = client(api).clients.upsert_many(rows(20), on="tax_id", concurrency=4)
    async with aclosing(source) as outcomes:
        async for outcome in outcomes:
            assert outcome.index == 0
            break
    del source, outcomes
    for _ in range(30):
        await checkpoint()
    assert running == 0


@pytest.mark.anyio
@pytest.mark.parametrize("concurrency", [0, -1])
async def test_no_concurrency_at_all_is_refused(concurrency: int) -> None:
    with pytest.raises(InvalidArgumentError, match="concurrency"):
        async for _ in client(Api()).clients.upsert_many(
            rows(1), on="tax_id", concurrency=concurrency
        ):
            pass


@pytest.mark.anyio
async def test_each_row_is_repeated_by_the_policy_of_the_view() -> None:
    api = Api(LOST)
    gig = client(api).with_options(retries=RetryPolicy.none())
    outcomes: list[UpsertOutcome[Any]] = [
        each async for each in gig.clients.upsert_many(rows(1), on="tax_id")
    ]
    assert isinstance(outcomes[0].error, OutcomeUnknownError)


@pytest.mark.anyio
async def test_a_key_given_by_value_belongs_to_the_client_it_creates() -> None:
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
async def test_an_upsert_acts_for_its_team_and_leaves_a_match_as_it_is_unless_told(
    given: dict[str, Any], team: str | None, update: bool
) -> None:
    api = Api(answer(FOUND), answer(FOUND))
    gig = client(api)
    await gig.clients.upsert(on="tax_id", tax_id=RFC, **given)
    outcomes = [
        each async for each in gig.clients.upsert_many([{"tax_id": RFC}], on="tax_id", **given)
    ]
    assert [each.error for each in outcomes] == [None]
    assert [body["search"]["update"] for body in api.bodies] == [update] * 2
    assert [query.get("team") for query in api.queries] == [team] * 2


@pytest.mark.anyio
async def test_what_is_not_documented_is_sent_with_an_upsert_too() -> None:
    api = Api(answer(FOUND), answer(FOUND))
    row: dict[str, Any] = {"tax_id": RFC, "extra": {"nickname": "x"}, "extra_query": {"trace": "1"}}
    await client(api).clients.upsert(on="tax_id", **row)
    assert [each.error async for each in client(api).clients.upsert_many([row], on="tax_id")] == [
        None
    ]
    assert [body["nickname"] for body in api.bodies] == ["x"] * 2
    assert [query["trace"] for query in api.queries] == ["1"] * 2


@pytest.mark.anyio
async def test_eight_rows_are_worked_on_at_once_unless_told_otherwise() -> None:
    now = peak = 0

    async def api(request: httpx.Request) -> httpx.Response:
        nonlocal now, peak
        now += 1
        peak = max(peak, now)
        for _ in range(20):
            await checkpoint()
        now -= 1
        return answer({"id": "x"})

    async for _ in client(api).clients.upsert_many(rows(30), on="tax_id"):
        pass
    assert peak == 8
